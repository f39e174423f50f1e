"""What is threatened, promised or asked for is no event of its own, unless it happened."""

import pytest

from dragoman.coding.coder import Coder
from dragoman.document import Document


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


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Kenya threatened to invade Uganda.", "THREATEN"),
        ("Kenya promised to send troops to Uganda.", "AGREE"),
        ("Kenya called on Uganda to release two Kenyan soldiers.", "REQUEST"),
    ],
)
def test_the_content_of_what_was_said_is_none_of_its_own(coder: Coder, text: str, event_type: str) -> None:
    assert told(coder, text) == [(event_type, "actual")]


def test_another_act_behind_a_stop_stays(coder: Coder) -> None:
    text = "Kenya did not threaten Uganda; Kenyan soldiers will attack Ugandan troops on Sunday."
    assert ("ASSAULT", "planned") in told(coder, text)


def test_an_act_that_happened_stays(coder: Coder) -> None:
    text = "Kenya condemned Uganda and demanded that it free the soldiers whom it arrested on Friday."
    assert ("COERCE", "actual") in told(coder, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Uzbekistan also promised to send 200 tonnes of wheat to Kazakhstan.", ["KAZ"]),
        ("Chad threatened to expel the ambassador of Niger.", ["NER"]),
    ],
)
def test_what_is_promised_or_threatened_is_so_to_whom_it_is_done(coder: Coder, text: str, whom: list[str]) -> None:
    (event,) = coder.code(text)
    assert [party.country for party in event.recipients] == whom


def test_what_is_promised_of_somebody_is_not_promised_to_them(coder: Coder) -> None:
    (event,) = [e for e in coder.code("Chad promised to disarm the rebels by Friday.") if e.event_type == "AGREE"]
    assert event.recipients == ()


def test_a_reading_says_that_another_act_tells_it(coder: Coder) -> None:
    readings = coder.readings(Document("d", "Kenya threatened to invade Uganda."))
    assert [(r.decision.verdict, r.event is None) for r in readings] == [("kept", False), ("content", True)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The United States eased sanctions on Venezuela.", ["CONCEDE"]),
        ("The Security Council lifted an arms embargo on Somalia in December.", ["CONCEDE"]),
        ("The EU extended its sanctions on Russia.", ["SANCTION"]),
    ],
)
def test_sanctions_that_are_lifted_are_not_imposed_beside(coder: Coder, text: str, types: list[str]) -> None:
    assert [event_type for event_type, _ in told(coder, text)] == types
