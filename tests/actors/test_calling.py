"""By which part of a name somebody is called."""

from datetime import date

import pytest

from dragoman.actors.calling import called
from dragoman.actors.coreference import Cast
from dragoman.coding.sentences import sentences


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Prince Mohammed bin Salman left. Prince Mohammed returned.", "Prince Mohammed", "Mohammed bin Salman"),
        ("Clerks met in Accrington. They like Accrington.", "Accrington", "Accrington"),
        ("Bishop Lauro Dabiri of Bukavu sang.", "Bishop Lauro Dabiri of Bukavu", ""),
        ("The bishop of Bukavu sang.", "sang", ""),
    ],
)
def test_whom_part_of_a_name_means(text: str, words: str, name: str) -> None:
    laid = Cast(text, sentences(text), pub_date=date(2022, 1, 1))
    at = text.rindex(words)
    found = called(laid.scene, laid.mention(at, at + len(words)))
    assert (found.name.name if found is not None else "") == name
