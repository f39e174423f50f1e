"""People known only from a document are found by full name, then by surname."""

from itertools import product
from string import ascii_lowercase, ascii_uppercase

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items
from dragoman.actors.scene.people import chains, leave_out_called
from growth import linear

TEXT = (
    "Talin Oberek was arrested on Monday. Police said Oberek had been warned. "
    "Her lawyer, Dr Mirela van Hasteren, objected. Meanwhile Putin spoke. Many left."
)
STARTS = [0, 37, 74, 121, 143]


def made() -> dict[str, list[str]]:
    found = chains(TEXT, items(TEXT, roster()), STARTS)
    return {key: [TEXT[s:e] for s, e in chain.spans] for key, chain in found.items()}


def test_full_name_and_surname_are_one_chain() -> None:
    assert made()["oberek"] == ["Talin Oberek", "Oberek"]


def test_titles_are_left_out_and_particles_kept() -> None:
    assert made()["hasteren"] == ["Mirela van Hasteren"]


def test_known_people_and_words_that_open_sentences_make_no_chain() -> None:
    assert set(made()) == {"oberek", "hasteren"}


@pytest.mark.parametrize("mark", ['"', "“", "‘", "«", "(", "["])
def test_a_word_that_opens_words_quoted_is_no_name(mark: str) -> None:
    text = f"Kenya met Talin Oberek. {mark}Animosity grows. They said {mark}Animosity costs us."
    starts = [0, 24, text.index("They")]
    assert set(chains(text, items(text, roster()), starts)) == {"oberek"}


def test_a_name_behind_a_quotation_is_one() -> None:
    text = '"Go," said Talin Oberek. "Stay," Brantev said. "Oberek lies."'
    assert set(chains(text, items(text, roster()), [0, 25, 47])) == {"oberek", "brantev"}


def test_the_fullest_name_names_the_chain() -> None:
    text = "Oberek spoke to Oberek. Later Talin Oberek left."
    (chain,) = chains(text, items(text, roster()), [0, 24]).values()
    assert chain.name == "Talin Oberek"


def test_a_given_name_alone_is_who_bears_it() -> None:
    text = "Talin Oberek was held. Friends of Talin wept. Ivo Kerling and Ivo Brantev fled. Ivo hid."
    starts = [0, 23, 46, 80]
    found = chains(text, items(text, roster()), starts)
    assert [text[s:e] for s, e in found["oberek"].spans] == ["Talin Oberek", "Talin"]
    assert [text[s:e] for s, e in found["kerling"].spans] == ["Ivo Kerling"]


def called(text: str) -> dict[str, str]:
    """Whom each writing of a name means."""
    sentences = [0, *(at + 2 for at in range(len(text) - 1) if text[at : at + 2] == ". ")]
    found = chains(text, items(text, roster()), sentences)
    return {text[s:e]: chain.called(e) for chain in found.values() for s, e in chain.spans}


@pytest.mark.parametrize(
    ("first", "holder"),
    [
        ("Oberek's younger brother, Ivo Oberek, was held.", "Talin Oberek"),
        ("His daughter Mirela Oberek was held.", "Talin Oberek"),
        ("Talin Oberek's brother, Ivo Oberek, was held.", "Ivo Oberek"),  # told of beside who was
        ("His lawyer, Ivo Oberek, was held.", "Ivo Oberek"),
        ("Then Ivo Oberek was held.", "Ivo Oberek"),
    ],
)
def test_a_relative_leaves_the_last_name_to_whom_it_was_of(first: str, holder: str) -> None:
    text = f"Police held Talin Oberek. {first} In court Oberek wept."
    found = chains(text, items(text, roster()), [0, 26, 27 + len(first)])
    assert found["oberek"].called(text.rindex("Oberek") + 6) == holder


def test_people_of_one_last_name_are_told_apart() -> None:
    text = "Police held Talin Oberek. In court Mirela Oberek wept. There Oberek sang."
    own = {"Talin Oberek": "Talin Oberek", "Mirela Oberek": "Mirela Oberek", "Oberek": "Mirela Oberek"}
    assert called(text) == own


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Talin Oberek", "T. Oberek"), ("Talin Ivo Oberek", "Talin Oberek"), ("Mohammed Oberek", "Mohamed Oberek"),
        ("Jac Oberek", "Jacob Oberek"), ("Talin Oberek", "Salisbury Oberek"),
    ],
)  # fmt: skip
def test_one_person_may_be_written_in_two_ways(first: str, second: str) -> None:
    text = f"Police held {first}. In court a clerk freed {second}."
    assert len(set(called(text).values())) == 1


def test_a_joint_of_hyphens_stays_in_a_name() -> None:
    text = "There a clerk met Wakor-uz-Zamor. The Oberek-led party fled."
    assert "Wakor-uz-Zamor" in called(text)
    assert "Oberek-led" not in called(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Italy invoked Article 99 of it.", set()),
        ("They met at Gate 5.", set()),
        ("There a CRAZED knifeman fled.", set()),
        ("There OBEREK said so.", {"OBEREK"}),
        ("There the clerk Oberek, 34, fled.", {"Oberek"}),
        ("There ZEQ activists fled.", {"ZEQ"}),
    ],
)
def test_a_word_before_a_number_or_in_capitals_for_stress_is_nobody(text: str, found: set[str]) -> None:
    assert set(called(text)) == found


def test_many_namesakes_take_no_longer_than_there_are() -> None:
    """Each is told apart from all others by what the given names begin with."""
    given = ["".join(letters) + "xo" for letters in product(ascii_uppercase, ascii_lowercase, ascii_lowercase)]

    def work(size: int) -> None:
        text = " ".join(f"then {name} Oberek left," for name in given[:size])
        chain = chains(text, items(text, roster()), [0])["oberek"]
        assert chain.called(chain.spans[0][1]) == "Aaaxo Oberek"

    assert linear(work, 2_000)


@pytest.mark.parametrize(
    ("text", "last", "named"),
    [
        ("The Sixth Infantry Division left.", "division", False),
        ("The National Guard Directorate left.", "directorate", False),
        ("The Army Chief Kamau left.", "kamau", True),
        ("The Judge Kamau left.", "kamau", True),
        ("The army of Kamau left.", "kamau", True),
        ("The People's Shield left.", "shield", False),
        ("The Farmers' Voice left.", "voice", False),
        ("The Army's Kamau left.", "kamau", True),
        ("The people's Kamau left.", "kamau", True),
    ],
)
def test_the_last_word_of_a_body_is_no_name(text: str, last: str, *, named: bool) -> None:
    found = chains(text, items(text, roster()), [0], bodies=roster().collective)
    assert (last in found) is named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kentin Carter was killed. Police mourned Carter.", {"carter": "Kentin Carter"}),
        # any word before whom the text names in full or by an office, and words that are no names
        ("Kentin Carter spoke. Ash Carter left.", {}),
        ("Kentin Carter spoke. Secretary Carter left.", {}),
        ("Sadly Carter left.", {}),
        ("Yesterday Carter left.", {}),
    ],
)
def test_an_unknown_given_name_at_a_sentences_head_is_one(text: str, found: dict[str, str]) -> None:
    made = chains(text, items(text, roster()), [0, text.index(". ") + 2] if ". " in text else [0], given=["ash"])
    assert {last: chain.name for last, chain in made.items() if " " in chain.name} == found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("They left the island of Kamau.", False),
        ("They left the town of Kamau.", False),
        ("They left the house of Kamau.", True),
        ("They left Kamau.", True),
    ],
)
def test_what_an_island_or_a_town_is_called_is_nobody(text: str, *, named: bool) -> None:
    made = chains(text, items(text, roster()), [0])
    leave_out_called(text, made)
    assert ("kamau" in made) is named


def test_who_bears_the_name_of_a_town_is_somebody_still() -> None:
    text = "They left the town of Lake Kamau. Peter Kamau stayed. Kamau wept."
    made = chains(text, items(text, roster()), [0, 34, 54])
    leave_out_called(text, made)
    assert made["kamau"].name == "Peter Kamau"
    assert [text[start:end] for start, end in made["kamau"].spans] == ["Peter Kamau", "Kamau"]
