"""The same happening told twice shares an id; another status, voice, day or place keeps it apart."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dragoman.coding import merging as module
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


_TOWN = Place("Minova", 0, 6, name="Minova", country="BLM", latitude=1.0, longitude=2.0)
_COUNTRY = Place("Belmora", 0, 7, name="Belmora", country="BLM")
_HEAD = Party("President Orm", 50, 63, name="Orm", country="BLM", sector="GOV", office="president")


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ({"place": _TOWN}, {"place": _COUNTRY}, 1),
        ({"place": _COUNTRY}, {"place": _TOWN}, 1),
        ({"place": _TOWN}, {"place": replace(_COUNTRY, name="Arva", country="ARV")}, 2),
        ({"place": _TOWN}, {"place": replace(_TOWN, name="Ostra")}, 2),
        ({"place": _COUNTRY}, {"place": replace(_COUNTRY, name="northern Belmora")}, 2),
        ({"place": replace(_TOWN, country="")}, {"place": replace(_COUNTRY, country="")}, 2),
        ({}, {"recipients": (*FIRST.recipients, _HEAD)}, 1),
        ({}, {"recipients": (*FIRST.recipients, replace(_HEAD, country="ARV"))}, 2),
        ({}, {"recipients": (*FIRST.recipients, replace(_HEAD, office=""))}, 2),
        ({}, {"recipients": (_HEAD,)}, 2),
    ],
)
def test_a_town_is_in_its_country_and_a_head_of_state_adds_nothing_to_it(
    one: dict[str, Any], other: dict[str, Any], number: int
) -> None:
    assert len({e.happening_id for e in merge([replace(FIRST, **one), again(**other)])}) == number


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


def test_many_events_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(one: Any, two: Any) -> bool:
        nonlocal compared
        compared += 1
        return bool(agree(one, two))

    agree = module._agree
    monkeypatch.setattr(module, "_agree", counted)
    words = [Words("trip", n, n + 4) for n in range(300)]
    changes: list[Callable[[str], dict[str, Any]]] = [
        lambda name: {"place": Place(name, 0, 2, name=name)},
        lambda name: {"actors": (Party(name, 0, 2, name=name),)},
        lambda name: {"recipients": (Party(name, 0, 2, name=name),), "actors": ()},
        lambda _name: {},
    ]
    events = [
        [again(sentence_index=n, trigger=trigger, **change(f"N{n}")) for n, trigger in enumerate(words)]
        for change in changes
    ]
    found = [len({e.happening_id for e in merge(own)}) for own in events]
    assert found == [300, 300, 300, 1]
    assert compared < 4 * 300


def test_what_is_merged_is_what_comparing_all_would_merge() -> None:
    drawn = random.Random(7)
    changes: list[dict[str, Any]] = [
        {"mode": drawn.choice(["", "visit", "meeting"]), "status": drawn.choice(["actual", "planned"]),
         "place": drawn.choice([None, Place("Ostra", 0, 5, name="Ostra"), Place("Minova", 0, 6), _TOWN, _COUNTRY]),
         "recipients": drawn.choice([(), FIRST.recipients, (*FIRST.recipients, _HEAD), FIRST.actors]),
         "actors": drawn.choice([FIRST.actors, FIRST.recipients]),
         "said_by": drawn.choice([None, FIRST.said_by]),
         "dating": drawn.choice([FIRST.dating, Dating(), Dating("2024-06-01", "2024-06-30", "month")])}
        for _ in range(150)
    ]  # fmt: skip
    events = [again(sentence_index=n // 2, trigger=Words("trip", n, n + 4), **own) for n, own in enumerate(changes)]
    one_by_one: list[Event] = []
    for own in events:
        first = next((e for e in one_by_one if len({m.happening_id for m in merge([e, own])}) == 1), None)
        one_by_one.append(replace(own, happening_id=first.happening_id if first else own.event_id))
    assert [e.happening_id for e in merge(events)] == [e.happening_id for e in one_by_one]
