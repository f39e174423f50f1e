"""The sort of a mention: pronoun, name, or a common noun by its sector."""

import pytest

from dragoman.actors.mentions import gender_of, kind_of, pair_of


@pytest.mark.parametrize(
    ("words", "sector", "capital", "kind"),
    [
        (("he",), None, False, "he"), (("his",), None, False, "he"), (("it",), None, False, "it"),
        (("they",), None, False, "they"), (("both",), None, False, "they"), (("we",), None, False, "we"),
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
        ("two men", "people"), ("the top leaders", "people"), ("leaders", ""),
    ],
)  # fmt: skip
def test_two_at_once(phrase: str, pair: str) -> None:
    assert pair_of(tuple(phrase.split())) == pair


def test_gender_of_pronouns() -> None:
    assert [gender_of((word,)) for word in ("she", "his", "they")] == ["f", "m", ""]
