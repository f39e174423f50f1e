"""Echoes: "to do so" repeats the act told before, by another actor and on another day."""

from dataclasses import replace

import pytest

from coding.findings import finding
from dragoman.coding.coder import Coder
from dragoman.coding.triggers.echoing import answered
from dragoman.event import Event

FIRST = "No Danish premier ever visited Nuuk."
SECOND = "The only minister to do so was Holm."
SPANS = [(0, len(FIRST)), (len(FIRST) + 1, len(FIRST) + 1 + len(SECOND))]


@pytest.fixture(scope="module")
def echoed() -> Event:
    text = "No Chinese leader ever visited Maputo. The only Beijing official to do so was Wang Yi in 2012."
    found = [e for e in Coder().code(text, pub_date="2020-05-05") if e.trigger.text == "do so"]
    assert len(found) == 1
    return found[0]


def test_an_echo_takes_type_and_recipient_from_the_act_before() -> None:
    act = finding(FIRST, "visited", kind="CONSULT", actor="Danish premier", recipient="Nuuk")
    echo = replace(finding(SECOND, "do so", index=1, actor="Holm"), chance=0.0)
    _, repeated = answered([act, echo], SPANS, threshold=0.5)
    assert (repeated.event_type, repeated.chance) == ("CONSULT", act.chance)
    role, text = repeated.roles["recipient"][0], f"{FIRST} {SECOND}"
    assert text[SPANS[1][0] + role.start : SPANS[1][0] + role.end] == "Nuuk"


def test_an_echo_repeats_the_likely_act_and_not_the_doubtful_one_behind_it() -> None:
    act = finding(FIRST, "visited", kind="CONSULT", actor="Danish premier", recipient="Nuuk", chance=0.9)
    doubtful = finding(FIRST, "Nuuk", kind="ASSAULT", actor="Danish premier", chance=0.3)
    echo = replace(finding(SECOND, "do so", index=1, actor="Holm"), chance=0.0)
    assert answered([act, doubtful, echo], SPANS, threshold=0.2)[-1].event_type == "CONSULT"


def test_an_echo_of_nothing_is_gone() -> None:
    echo = replace(finding(SECOND, "do so", index=1, actor="Holm"), chance=0.0)
    assert answered([echo], SPANS, threshold=0.5) == []


def test_an_echo_of_what_is_too_unlikely_is_gone() -> None:
    act = finding(FIRST, "visited", chance=0.2, actor="Danish premier")
    echo = replace(finding(SECOND, "do so", index=1, actor="Holm"), chance=0.0)
    assert answered([act, echo], SPANS, threshold=0.5) == [act]


def test_an_echo_in_an_article(echoed: Event) -> None:
    assert echoed.event_type == "CONSULT"
    assert echoed.dating.date_start == "2012-01-01"
    assert {p.country for p in echoed.recipients} == {"MOZ"}
