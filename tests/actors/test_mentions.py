"""The sort of a mention: pronoun, name, or a common noun by its sector."""

import pytest

from dragoman.actors.mentions import gender_of, is_pronoun, kind_of, pair_of, title_of


@pytest.mark.parametrize(
    ("words", "sector", "capital", "kind"),
    [
        (("he",), None, False, "he"), (("his",), None, False, "he"), (("it",), None, False, "it"),
        (("they",), None, False, "they"), (("both",), None, False, "they"), (("we",), None, False, "we"),
        (("you",), None, False, "you"), (("your", "men"), "MIL", False, "you+noun"),
        (("who",), None, False, "who"), (("his", "troops"), "MIL", False, "he+noun"),
        (("its", "army"), "MIL", False, "it+noun"), (("talin", "oberek"), None, True, "name"),
        (("armed", "police"), "COP", False, "police"), (("the", "soldiers"), "MIL", False, "military"),
        (("the", "enclave"), None, False, "other"), ((), None, False, "other"),
    ],
)  # fmt: skip
def test_kinds(words: tuple[str, ...], sector: str | None, capital: bool, kind: str) -> None:
    assert kind_of(words, noun_sector=sector, capital=capital) == kind


@pytest.mark.parametrize(
    ("phrase", "pair"),
    [
        ("both", "any"), ("the two leaders", "people"), ("both countries", "states"), ("the two pipelines", ""),
        ("both men", "persons"), ("the two men", "persons"), ("two men", ""),
        ("the top leaders", "people"), ("leaders", ""), ("the four leaders", ""), ("the dozen leaders", ""),
        ("the two heads of state", "people"), ("both heads of government", "people"), ("the heads of state", ""),
        ("the two heads of lettuce", ""),
    ],
)  # fmt: skip
def test_two_at_once(phrase: str, pair: str) -> None:
    assert pair_of(tuple(phrase.split())) == pair


def test_gender_of_pronouns() -> None:
    assert [gender_of((word,)) for word in ("she", "his", "they")] == ["f", "m", ""]


@pytest.mark.parametrize(
    ("words", "kind"),
    [(("its", "allies"), "it+ally"), (("their", "neighbours"), "they+ally"), (("regional", "rivals"), "ally")],
)
def test_somebody_beside_the_owner_is_a_kind_of_its_own(words: tuple[str, ...], kind: str) -> None:
    assert kind_of(words, noun_sector="CVL", capital=False, related=True) == kind


@pytest.mark.parametrize(("text", "answer"), [("They", True), ("himself", True), ("Theo", False), ("", False)])
def test_pronouns_alone(text: str, answer: bool) -> None:
    assert is_pronoun(text) is answer


def test_a_title_stands_without_adjectives_that_leave_the_office_what_it_is() -> None:
    assert title_of(("current", "prime minister")) == "prime minister"
    assert title_of(()) == ""
