"""Bare nouns that a pronoun may stand for, with the words around them."""

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items
from dragoman.actors.scene.antecedents import noun_phrases


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The herders marched.", [("The herders", "herder", True)]),
        ("Two young Syrian refugees fled.", [("Two young Syrian refugees", "refugee", True)]),
        ("They met residents of Nairobi.", [("residents of Nairobi", "resident", True)]),
        ("A judge freed him.", [("A judge", "judge", False)]),
        ("They want to deport foreign students.", [("foreign students", "foreign student", True)]),
        ("They would free prisoners.", [("prisoners", "prisoner", True)]),
        ("They drive away demonstrators.", [("demonstrators", "demonstrator", True)]),
        ("They spoke to foreign students.", [("foreign students", "foreign student", True)]),
        ("It rained.", []),
        ("LAGOS - Police came.", [("Police", "police", False)]),
    ],
)
def test_noun_phrases(text: str, found: list[tuple[str, str, bool]]) -> None:
    phrases = noun_phrases(text, items(text, roster()))
    assert [(text[p.start : p.end], p.noun, p.many) for p in phrases] == found


def test_a_noun_before_a_name_heads_no_phrase() -> None:
    text = "President Xi spoke to soldiers."
    assert [p.noun for p in noun_phrases(text, items(text, roster()))] == ["soldier"]
