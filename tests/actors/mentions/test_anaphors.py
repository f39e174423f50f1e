"""Which names before them "both", "the two leaders" and "the group" mean."""

from datetime import date

import pytest

from actors.stops import cut
from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.anaphors import body, group, leaders, of_each, several, shortened, two
from dragoman.actors.mentions.mentions import Mention, pair_of
from dragoman.actors.names.choosing import View
from dragoman.actors.names.matching import Name
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.clues import Clue


def clue(start: int, country: str, kind: str = "state", sector: str = "", *, sentence: int = 0) -> Clue:
    return Clue(start, start + 4, sentence, country, Name(f"n{start}", kind, f"n{start}", country, sector=sector))


def test_two_states_are_the_last_of_different_countries() -> None:
    before = [clue(0, "KEN"), clue(9, "UGA"), clue(19, "TCD"), clue(29, "TCD", "demonym")]
    assert [c.country for c in two("states", before, sentence=0)] == ["UGA", "TCD"]
    assert two("states", before[:1], sentence=0) == []


def test_two_men_may_be_of_one_country() -> None:
    before = [clue(0, "KEN", "person"), clue(9, "KEN", "person")]
    assert len(two("persons", before, sentence=0)) == 2
    assert two("people", before, sentence=0) == []


def test_the_group_is_no_government_and_the_agency_is_of_states() -> None:
    before = [clue(0, "", "organisation", "IGO"), clue(9, "UGA", "organisation", "REB")]
    government = clue(19, "KEN", "organisation", "GOV")
    assert group(["the", "group"], [*before, government]) == before[1]
    assert group(["the", "agency"], [*before, government]) == before[0]
    assert group(["a", "group"], before) is None
    assert group(["the", "purple", "group"], before) is None


def test_who_is_on_the_other_side_is_none_of_the_two() -> None:
    before = [clue(0, "KEN", "person"), clue(9, "UGA", "person"), clue(19, "RUS", "person")]
    assert [c.country for c in two("people", before, sentence=0)] == ["UGA", "RUS"]
    assert [c.country for c in two("people", before, sentence=0, facing=before[2:])] == ["KEN", "UGA"]
    men = [*before, clue(29, "RUS", "person")]
    assert [c.start for c in two("persons", men, sentence=0, facing=men[3:])] == [9, 19]


def test_a_bystander_is_none_of_the_two_whom_one_sentence_names() -> None:
    before = [clue(0, "ISR"), clue(9, "PSE", "organisation", "REB"), clue(19, "EGY", sentence=1)]
    assert [c.country for c in two("sides", before, sentence=2)] == ["ISR", "PSE"]
    # who says so may be one of them, and so may who is named in turn, or again
    assert [c.country for c in two("sides", before, sentence=1)] == ["PSE", "EGY"]
    more = [*before, clue(29, "TUR", sentence=2)]
    assert [c.country for c in two("sides", more, sentence=3)] == ["EGY", "TUR"]
    again = [*before[:2], clue(19, "ISR", sentence=1), clue(29, "EGY", sentence=1)]
    assert [c.country for c in two("sides", again, sentence=2)] == ["ISR", "EGY"]
    assert [c.country for c in two("sides", before[1:], sentence=2)] == ["PSE", "EGY"]


def test_a_party_or_a_court_is_no_side_of_a_war() -> None:
    before = [clue(0, "ISR"), clue(9, "EGY"), clue(19, "PSE", "organisation", "JUD")]
    assert [c.country for c in two("sides", before, sentence=0)] == ["ISR", "EGY"]
    assert [c.country for c in two("any", before, sentence=0)] == ["EGY", "PSE"]


def test_a_word_of_its_name_means_the_body_last_so_named() -> None:
    text = "The European Commission met the World Bank. "
    named = [
        Clue(4, 23, 0, "", Name("European Commission", "organisation", "European Commission", sector="IGO")),
        Clue(32, 42, 0, "", Name("World Bank", "organisation", "World Bank", sector="IGO")),
    ]
    assert body("Commission", named, text=text) == named[0]
    assert body("Bank", named, text=text) == named[1]
    assert body("Court", named, text=text) is None
    assert body("Commission", named, text=f"{text}The Commission wept. ") == named[0]
    assert body("Commission", named, text=f"{text}The Electoral Commission wept. ") is None


def test_only_a_word_in_capitals_behind_an_article_is_short_for_a_name() -> None:
    assert shortened(["The", "Commission"])
    assert shortened(["the", "Fund"])
    for words in (["The", "commission"], ["A", "Commission"], ["the", "State"], ["the", "Kenya", "Fund"], []):
        assert not shortened(words)


def asked(words: str) -> Mention:
    said = tuple(words.split())
    return Mention(0, len(words), 0, "government", pair=pair_of(said), said=said)


def test_three_are_those_of_one_list_of_three() -> None:
    text = "Mali, Chad and Cuba left. Peru met Iran."
    before = [clue(0, "MLI"), clue(6, "TCD"), clue(15, "CUB"), clue(26, "PER"), clue(35, "IRN")]
    assert [c.country for c in several(asked("the three leaders"), before, text)] == ["MLI", "TCD", "CUB"]
    assert several(asked("all three countries"), before[1:], text) == []
    assert several(asked("the four countries"), before, text) == []
    assert [c.country for c in several(asked("the two countries"), before, text)] == ["PER", "IRN"]


def test_the_leaders_of_two_countries_are_one_of_each() -> None:
    text = "The presidents of both countries"
    owners = [
        Clue(0, 4, 0, code, Name(name, "state", name, code)) for code, name in (("KEN", "Kenya"), ("MLI", "Mali"))
    ]
    view = View(roster(), date(2010, 5, 1), lenient=True)
    made = of_each(asked(text), owners, text, view)
    assert [(p.name, p.country, p.text) for p in made] == [
        ("Mwai Kibaki", "KEN", text), ("Amadou Toumani Touré", "MLI", text)
    ]  # fmt: skip
    text = "the armies of both countries"
    assert [p.name for p in of_each(asked(text), owners, text, view)] == [text.removeprefix("the ")] * 2
    assert of_each(asked(text), [], text, view) == []


@pytest.mark.parametrize(
    ("before", "words", "names"),
    [
        ("Emmanuel Macron met Joe Biden. Antony Blinken wept.", "The two leaders", ["Emmanuel Macron", "Joe Biden"]),
        ("Emmanuel Macron met Joe Biden. Antony Blinken wept.", "The leaders", ["Emmanuel Macron", "Joe Biden"]),
        # others are meant, or too many lead
        ("Emmanuel Macron met Joe Biden. Antony Blinken wept.", "The two ministers", []),
        ("Sergey Lavrov met Antony Blinken. Emmanuel Macron wept.", "The two leaders", []),
        (f"Emmanuel Macron met Joe Biden and Vladimir Putin. {'Mali wept. ' * 5}", "The two leaders", []),
    ],
)
def test_the_two_leaders_lead_a_state(before: str, words: str, names: list[str]) -> None:
    text = f"{before.strip()} {words} sang."
    made = Cast(text, cut(text), pub_date=date(2022, 9, 16))
    at = text.index(words)
    assert [c.name.name for c in leaders(made.scene, made.mention(at, at + len(words)))] == names
    assert not names or [p.name for p in made.parties(at, at + len(words))] == names
