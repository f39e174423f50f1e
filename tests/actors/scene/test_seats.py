"""A town stands for the body that sits there where the text speaks of the body, and not of the town's state."""

from datetime import date

import pytest

from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items
from dragoman.actors.scene.clues import clues
from dragoman.actors.scene.seats import seats


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Brussels rejected the plan, the EU said.", "European Union"),
        ("Brussels rejected the plan, the European Commission said.", "European Commission"),
        ("Brussels rejected the plan, Spain said.", ""), ("Belgium and the EU met. Brussels rejected the plan.", ""),
        ("The Belgian premier met the EU. Brussels rejected the plan.", ""), ("Paris rejected the EU.", ""),
    ],
)  # fmt: skip
def test_a_seat_stands_for_its_body(text: str, meant: str) -> None:
    known, _ = clues(text, items(text, roster()), [0], View(roster(), date(2018, 5, 4)))
    assert [name.name for name in seats(known, roster()).values()] == ([meant] if meant else [])
