"""The sort of a mention: pronoun, name, or a common noun by its sector."""

import pytest

from dragoman.actors.mentions.mentions import gender_of, is_pronoun, kind_of, number_of, pair_of, title_of


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
        ("two officials", ""), ("two leaders", ""), ("both ministers", "people"), ("the two officials", "people"),
        ("the top leaders", "people"), ("leaders", ""), ("the four leaders", "people"), ("the dozen leaders", ""),
        ("all three countries", "states"), ("the three men", ""), ("three countries", ""),
        ("the three officials", ""), ("the four parties", ""), ("the five presidents", "people"),
        ("the presidents of the two countries", "owners"), ("leaders of both nations", "owners"),
        ("foreign ministers from the three countries", "owners"), ("of both countries", ""),
        ("citizens of both countries", ""), ("the leaders of the two parties", ""),
        ("the armies of their countries", ""),
        ("the two heads of state", "people"), ("both heads of government", "people"), ("the heads of state", ""),
        ("the two heads of lettuce", ""),
    ],
)  # fmt: skip
def test_two_at_once(phrase: str, pair: str) -> None:
    assert pair_of(tuple(phrase.split())) == pair


def test_gender_of_pronouns() -> None:
    assert [gender_of((word,)) for word in ("she", "his", "they")] == ["f", "m", ""]
    assert [gender_of(words) for words in (("both", "men"), ("two", "men"), ("the", "two", "women"))] == ["m", "", "f"]


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


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("both", 2),
        ("the two men", 2),
        ("all three states", 3),
        ("the men", 0),
        ("the", 0),
        ("", 0),
        ("the leaders of both states", 2),
        ("of both states", 0),
    ],
)
def test_how_many_words_count(words: str, number: int) -> None:
    assert number_of(tuple(words.split())) == number
