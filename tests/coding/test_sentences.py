"""Sentences: what ends one and what does not, and that none of the text is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.sentences import MAX_CHARACTERS, once, sentences
from growth import linear


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy left. Nobody knew why.", ["The envoy left.", "Nobody knew why."]),
        ("“We will not go.” The minister sat down.", ["“We will not go.”", "The minister sat down."]),
        ('He asked: "Why now?" and left.', ['He asked: "Why now?" and left.']),
        ("Mr. Okafor met Gen. Ruiz. They spoke.", ["Mr. Okafor met Gen. Ruiz.", "They spoke."]),
        ("He lives in the U.S. The trial goes on.", ["He lives in the U.S.", "The trial goes on."]),
        ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
        ("It fell in the D.R. Congo on Monday. It rained.", ["It fell in the D.R. Congo on Monday.", "It rained."]),
        ("The post-Sept. 11 inquiry closed. It cost little.", ["The post-Sept. 11 inquiry closed.", "It cost little."]),
        ("It was hepatitis-B. Nurses came.", ["It was hepatitis-B.", "Nurses came."]),
        ("They spoke. U.S. Officials said no more.", ["They spoke.", "U.S. Officials said no more."]),
        ("J. R. Tamm spoke for 2.5 hours.", ["J. R. Tamm spoke for 2.5 hours."]),
        ("He wrote on X. Kenya shut the pass.", ["He wrote on X.", "Kenya shut the pass."]),
        ("Malcolm X. Otieno spoke on Monday.", ["Malcolm X. Otieno spoke on Monday."]),
        ("**The bill passed.** The vote angered Togo.", ["**The bill passed.**", "The vote angered Togo."]),
        ("It cost **1.5 million**. Nobody paid.", ["It cost **1.5 million**.", "Nobody paid."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("Police fired… The crowd ran!", ["Police fired…", "The crowd ran!"]),
        ("Talks began at 9 a.m. on Monday.", ["Talks began at 9 a.m. on Monday."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet=st.sampled_from("ab A.!?”“\"'\n\tÉ1"), max_size=300))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= covered


def test_text_without_stops_is_cut_into_pieces() -> None:
    pieces = cut("word " * 4000)
    assert max(map(len, pieces)) <= 2 * MAX_CHARACTERS
    assert " ".join(pieces).split() == ["word"] * 4000


def test_a_long_sentence_that_is_repeated_word_for_word_is_told_once() -> None:
    long, short = "The Lesotho senate rejected the mining bill on Tuesday.", "He was arrested."
    assert once([long, short, long.replace(" ", "\n", 1), short]) == [0, 1, 3]


@pytest.mark.parametrize("unit", ["QmFzZTY0", "He met Mr. A, ", "Mr. A ", "U.S. a ", "No. 5 ", ". ", "a.A", "(\"' "])
def test_no_line_takes_longer_than_it_is(unit: str) -> None:
    assert linear(lambda size: sentences("The picture: " + unit * (size // len(unit)) + " shows it. The end."), 40_000)


def test_an_abbreviation_behind_a_very_long_word_is_one() -> None:
    assert cut(f"See {'x' * 300}-Sept. 11 for more. It ends.") == [f"See {'x' * 300}-Sept. 11 for more.", "It ends."]
