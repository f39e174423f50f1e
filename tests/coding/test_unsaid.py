"""What was not threatened, or might be promised, is no event; what was, is."""

import pytest

from dragoman.coding.coder import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def told(coder: Coder, text: str) -> list[tuple[str, str]]:
    return [(event.event_type, event.status) for event in coder.code(text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya did not threaten to invade Uganda.", "negated"),
        ("Kenya may threaten to invade Uganda.", "hypothetical"),
        ("Nobody can tell what would happen if Kenya threatened to suspend aid to Uganda.", "hypothetical"),
    ],
)
def test_the_content_of_what_was_not_said_is_no_event(coder: Coder, text: str, status: str) -> None:
    assert told(coder, text) == [("THREATEN", status)]


def test_the_content_of_what_was_said_is_one(coder: Coder) -> None:
    assert told(coder, "Kenya threatened to invade Uganda.") == [("THREATEN", "actual"), ("ASSAULT", "hypothetical")]


def test_another_act_behind_a_stop_stays(coder: Coder) -> None:
    text = "Kenya did not threaten Uganda; Kenyan soldiers will attack Ugandan troops on Sunday."
    assert ("ASSAULT", "planned") in told(coder, text)
