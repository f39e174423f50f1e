"""The dead of a disaster are nobody's victims; those of violence beside one are."""

from datetime import date

import pytest

from coding.findings import finding
from dragoman.coding.story import Story
from dragoman.coding.triggers.selecting import Decision
from dragoman.coding.triggers.tolls import without_tolls
from dragoman.document import Document

TOLL = "At least 30 people were killed."


def verdict(before: str, toll: str = TOLL, **told: str) -> str:
    """What becomes of a toll behind a sentence."""
    story = Story.of(Document("d", f"{before} {toll}", pub_date=date(2023, 2, 9)))
    found = finding(toll, "were killed", index=1, recipient="30 people", **told)
    (decided,) = without_tolls([Decision(found, "kept")], story)
    return decided.verdict


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The governor visited the earthquake zone on Monday.", "accident"),
        ("A ferry sank off Lamu on Monday.", "accident"),
        ("A passenger train derailed near Kano.", "accident"),
        ("The river burst after days of torrential rain.", "accident"),
        ("A bomb went off amid the floods in Lamu.", "kept"),
        ("Troops brought tents to the earthquake zone.", "kept"),
        ("Mourners flooded a hall in Lamu.", "kept"),
        ("The governor visited Lamu on Monday.", "kept"),
    ],
)
def test_a_disaster_is_no_assault(before: str, expected: str) -> None:
    assert verdict(before) == expected


def test_whom_somebody_kills_there_is_a_victim() -> None:
    assert (
        verdict("The governor visited the flood zone.", "The driver saw 30 people were killed.", actor="driver")
        == "kept"
    )
    assert verdict("The governor visited the flood zone.", mode="abduct") == "kept"
    assert verdict("The governor visited the flood zone.", kind="COERCE") == "kept"
