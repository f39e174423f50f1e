"""Nouns: a date that names another event than the trigger's is not the trigger's."""

import pytest

from dragoman.coding.timing import expressions
from dragoman.coding.timing.nouns import of_another


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("They fired the rockets in retaliation for last month's raid.", "fired", True),
        ("They expelled nine men over the 4 March poisoning.", "expelled", True),
        ("The council condemned Sunday's raid.", "condemned", True),
        ("The council condemned the 2015 deal.", "condemned", True),
        ("The council challenged the outcome of the May 2019 vote.", "challenged", True),
        ("A court annulled the 4 March vote.", "annulled", True),
        ("The envoys found irregularities in the 4 March vote.", "found irregularities", True),
        ("Thousands marched against the 2021 coup.", "marched", True),
        ("Thousands marched for the 2021 deal.", "marched", False),
        ("She won the May 2019 vote.", "won", False),
        ("The council boycotted Tuesday's session.", "boycotted", False),
        ("Nine men were killed in Sunday's raid.", "killed", False),
        ("They withdrew from the 2015 deal.", "withdrew", False),
        ("They fled over the river on 4 March when the dam broke.", "fled", False),
        ("The council condemned the raid on Sunday.", "condemned", False),
    ],
)
def test_whose_date_a_noun_bears(text: str, trigger: str, wanted: bool) -> None:
    (found,) = expressions(text)
    start = text.index(trigger)
    assert of_another(found, text, trigger=(start, start + len(trigger))) is wanted
