"""Mode, status, date, place and voice of paired events."""

from dataclasses import replace

import pytest

from dragoman.evaluation.gold import GoldEvent, GoldParty, GoldSentence
from dragoman.evaluation.layers import LAYERS, Tally, tally, wrong
from dragoman.evaluation.matching import SentenceMatch, match
from dragoman.event import Event
from fakes import bare_event, event

GOLD = GoldEvent(
    "CONSULT",
    (GoldParty("The president of Arvania", "ARV"),),
    (GoldParty("Belmora", "BLM"),),
    mode="visit",
    status="actual",
    when="2024-06",
    place="Belmora",
    said_by="the ministry",
)


def row(gold: GoldEvent, coded: Event) -> SentenceMatch:
    (found,) = match([GoldSentence("s", coded.document_id, coded.sentence, (gold,))], [coded])
    return found


def test_an_event_that_is_right_is_right_in_every_layer() -> None:
    found = row(GOLD, event())
    assert {layer: tally(found, layer)[:2] for layer in LAYERS} == dict.fromkeys(LAYERS, (1, 1))
    assert list(wrong(found, 0, 0)) == []


def test_a_layer_that_gold_lacks_is_not_looked_at() -> None:
    found = row(replace(GOLD, mode=None, status=None, when=None, place=None, said_by=None), event())
    assert all(tally(found, layer) == Tally(0, 0) for layer in LAYERS)


@pytest.mark.parametrize(
    ("layer", "gold", "coded", "expected"),
    [
        ("status", {"status": "planned"}, {"status": "planned"}, Tally(1, 1, 1, 1, 1, 1)),
        ("status", {"status": "negated"}, {"status": "planned"}, Tally(0, 1, 0, 1, 1, 1)),
        ("status", {"status": "planned"}, {}, Tally(0, 1, 0, 1, 0, 1)),
        ("date", {"when": "2024-06-19"}, {}, Tally(1)),
        ("date", {"when": "2024-07"}, {}, Tally(0)),
        ("voice", {"said_by": ""}, {"said_by": None}, Tally(1, 1, 0, 0, 0, 1)),
        ("voice", {"said_by": ""}, {}, Tally(0, 1, 0, 0, 1, 1)),
        ("voice", {"said_by": "Belmora's ministry of defence"}, {}, Tally(1, 1, 1, 1, 1, 1)),
        ("place", {"place": "Port Ferry"}, {}, Tally(0, 1, 0, 1, 1, 1)),
        ("mode", {"mode": ""}, {}, Tally(0, 1, 0, 0, 1, 1)),
    ],
)
def test_counts_of_a_layer(layer: str, gold: dict, coded: dict, expected: Tally) -> None:
    assert tally(row(replace(GOLD, **gold), event(**coded)), layer) == expected


def test_layers_that_differ_are_named() -> None:
    found = row(replace(GOLD, status="planned", place=""), event())
    assert list(wrong(found, 0, 0)) == ["status", "place"]


def test_events_that_are_no_pair_are_not_looked_at() -> None:
    assert tally(row(GOLD, bare_event()), "voice") == Tally(0, 0)
