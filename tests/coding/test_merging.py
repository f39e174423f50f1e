"""The same happening told twice shares an id; another status, voice, day or place keeps it apart."""

from dataclasses import replace
from typing import Any

import pytest

from dragoman.coding.merging import merge
from dragoman.event import Dating, Event, Party, Place, Voice, Words
from fakes import event

FIRST = event()


def again(**changes: Any) -> Event:
    """The same happening in a later sentence, with other words."""
    told = {"sentence_index": 4, "trigger": Words("trip", 310, 314), "mode": "", "place": None}
    return replace(FIRST, **(told | changes))


def test_told_twice_is_one_happening_with_two_evidences() -> None:
    one, two = merge([FIRST, again()])
    assert one.happening_id == two.happening_id == one.event_id
    assert one.event_id != two.event_id


def test_a_coarser_date_and_a_side_left_out_agree() -> None:
    month = Dating("2024-06-01", "2024-06-30", "month", "in June", "relative")
    assert len({e.happening_id for e in merge([FIRST, again(dating=month, recipients=())])}) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"status": "negated"},
        {"said_by": None},
        {"said_by": Voice("rebels", 300, 306, name="rebels")},
        {"event_type": "AID"},
        {"dating": Dating("2023-06-19", "2023-06-19", "day", "last year", "relative")},
        {"dating": Dating()},
        {"place": Place("Ostra", 300, 305, name="Ostra")},
        {"actors": (Party("Tarnia", 300, 306, name="Tarnia"),)},
        {"sentence_index": 0},
    ],
)
def test_what_differs_stays_apart(change: dict[str, Any]) -> None:
    assert len({e.happening_id for e in merge([FIRST, again(**change)])}) == 2


def test_an_event_told_once_names_itself() -> None:
    assert [e.happening_id for e in merge([FIRST])] == [FIRST.event_id]
    assert merge([]) == []
