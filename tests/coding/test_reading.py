"""A reading keeps its decision and its event."""

from coding.findings import finding
from dragoman.coding.reading import Reading
from dragoman.coding.selecting import Decision


def test_a_reading_that_is_no_event() -> None:
    decision = Decision(finding("Kenya met Uganda.", "met", actor="Kenya"), "unlikely")
    reading = Reading(decision, None)
    assert (reading.decision.verdict, reading.event) == ("unlikely", None)
