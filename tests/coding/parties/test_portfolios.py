"""Two portfolios are one minister's; a minister and whoever stands before the "and" are two."""

import pytest

from dragoman.coding.parties.portfolios import undivided
from dragoman.coding.triggers.arguing import Role


@pytest.mark.parametrize(
    ("sentence", "given", "left"),
    [
        ("Police arrested Trade and Industry Minister Ann Moraa.", ["Trade", "Industry Minister Ann Moraa"],
         ["Trade and Industry Minister Ann Moraa"]),
        ("Police arrested Togo's Law and Human Rights Minister Ann Moraa.",
         ["Togo's Law", "Human Rights Minister Ann Moraa"], ["Togo's Law and Human Rights Minister Ann Moraa"]),
        ("Police arrested the Minister for Europe and Foreign Affairs, Ann Moraa.",
         ["the Minister for Europe", "Foreign Affairs", "Ann Moraa"],
         ["the Minister for Europe and Foreign Affairs", "Ann Moraa"]),
        ("Police arrested Biya and Industry Minister Ann Moraa.", ["Biya", "Industry Minister Ann Moraa"],
         ["Biya", "Industry Minister Ann Moraa"]),
        ("Police arrested Togo and Foreign Minister Ann Moraa.", ["Togo", "Foreign Minister Ann Moraa"],
         ["Togo", "Foreign Minister Ann Moraa"]),
        ("They accused Police and Justice Minister Ann Moraa.", ["Police", "Justice Minister Ann Moraa"],
         ["Police", "Justice Minister Ann Moraa"]),
        ("They accused the Ministry of Trade and Justice Minister Moraa.",
         ["the Ministry of Trade", "Justice Minister Moraa"], ["the Ministry of Trade", "Justice Minister Moraa"]),
        ("They accused the Minister of Trade and Parliament.", ["the Minister of Trade", "Parliament"],
         ["the Minister of Trade", "Parliament"]),
    ],
)  # fmt: skip
def test_a_post_is_in_one_piece(sentence: str, given: list[str], left: list[str]) -> None:
    roles = [Role(sentence.index(words), sentence.index(words) + len(words), 0.9) for words in given]
    assert [sentence[role.start : role.end] for role in undivided(sentence, roles)] == left
