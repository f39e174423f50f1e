"""Parties of written sentences: their words hold what is told of them, and the same seed gives the same ones."""

import random
import re

import pytest
from training.parties import COUNT, WEEKDAYS, data, filled, lands, some_day, some_party, some_speaker

from dragoman.actors import resolve

KENYA = next(land for land in lands() if land.iso3 == "KEN")


@pytest.mark.parametrize("kind", data()["kinds"])
def test_a_party_is_of_the_land_that_its_words_name(kind: str) -> None:
    for seed in range(20):
        party = some_party(kind, KENYA, random.Random(seed))
        assert party == some_party(kind, KENYA, random.Random(seed))
        assert bool(re.search(r"Keny|Nairobi", party.text)) == (party.country == "KEN"), party
        assert "{" not in party.text
        assert party.name == "Kenya" or party.name in party.text


def test_a_number_is_no_part_of_a_name() -> None:
    phrases = ("two hundred Kenyan nurses", "dozens of farmers", "the army", "anglers")
    assert [COUNT.sub("", phrase) for phrase in phrases] == ["Kenyan nurses", "farmers", "army", "anglers"]


def test_lands_are_named_as_the_coder_reads_them() -> None:
    assert len(lands()) > 150
    for land in lands():
        assert [party.country for party in resolve(land.said)] == [land.iso3]


def test_every_slot_is_filled() -> None:
    rng = random.Random(3)
    told = filled("{adj} {state} {town} {name} {n} {m} {team} {team2} {day} {known}", rng, land=KENYA, known="it")
    assert told.startswith("Kenyan Kenya ")
    assert told.endswith(" it")
    assert "{" not in told + some_speaker(rng)
    assert some_day(rng).removeprefix("on ") in WEEKDAYS
