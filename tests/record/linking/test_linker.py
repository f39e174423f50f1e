"""Linking is the same in any order and any batches; changes tell all that changed; a store is read by blocks."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.record.linking import Incident, Linker, Report, blocks, link
from dragoman.record.linking import linker as linker_module
from dragoman.record.linking.rules import Points
from dragoman.record.linking.scoring import Scale
from dragoman.record.linking.traits import Traits
from reports import gold, report

# A busy machine is no failure.
STEADY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = st.dates(date(2024, 6, 17), date(2024, 6, 23))
PARTY = st.sampled_from(
    [("Kenya", "KEN", "GOV"), ("Uganda", "UGA", "GOV"), ("Lake rebels", "UGA", "REB"), ("UN", "", "IGO")]
)
SENTENCE = st.lists(
    st.sampled_from(["pipeline", "oil", "malaria", "market", "killed", "17", "19", "envoys", "signed", "treaty"]),
    max_size=6,
)


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    """Up to a dozen reports of few parties and days, so that many could be one happening."""
    return [draw(some(f"ev-{number}")) for number in range(draw(st.integers(0, 12)))]


@st.composite
def some(draw: st.DrawFn, event_id: str) -> Report:
    """One report."""
    day = draw(st.none() | DAY)
    wide = draw(st.integers(0, 9)) == 0
    return report(
        event_id,
        event_type=draw(st.sampled_from(["CONSULT", "AGREE", "COOPERATE", "ASSAULT"])),
        status=draw(st.sampled_from(["actual", "actual", "planned", "negated"])),
        actors=tuple(draw(st.lists(PARTY, max_size=2))),
        recipients=tuple(draw(st.lists(PARTY, max_size=1))),
        pub_date=draw(st.none() | DAY),
        date_start=day.replace(day=1) if day and wide else day,
        date_end=day.replace(day=30) if day and wide else day,
        date_basis=draw(st.sampled_from(["relative", "publication"])),
        place_name=draw(st.sampled_from(["", "Kampala", "Nairobi"])),
        sentence=" ".join(draw(SENTENCE)),
    )


def in_batches(ordered: Sequence[Report], cuts: set[int]) -> Linker:
    """A linker that was given `ordered` cut before the places in `cuts`."""
    linker = Linker()
    edges = [0, *sorted(cuts), len(ordered)]
    for first, last in itertools.pairwise(edges):
        linker.add(ordered[first:last])
    return linker


@STEADY
@given(reports(), st.data())
def test_any_order_and_batches_give_the_same_incidents(told: list[Report], data: st.DataObject) -> None:
    ordered = data.draw(st.permutations(told))
    cuts = data.draw(st.sets(st.integers(0, len(told))))
    assert in_batches(ordered, cuts).incidents == link(told)


@settings(STEADY, max_examples=10)
@given(st.randoms(use_true_random=False), st.integers(1, 60))
def test_any_order_and_batches_of_the_gold_set_too(chance: Random, size: int) -> None:
    told = list(gold())
    chance.shuffle(told)
    assert in_batches(told, set(range(0, len(told), size))).incidents == link(gold())


@STEADY
@given(reports(), st.data())
def test_what_is_removed_was_never_there(told: list[Report], data: st.DataObject) -> None:
    out = data.draw(st.lists(st.sampled_from(told), unique=True)) if told else []
    linker = Linker()
    linker.add(told)
    linker.remove(out)
    assert linker.incidents == link(one for one in told if one not in out)


@STEADY
@given(reports(), st.data())
def test_changes_lead_from_the_old_incidents_to_the_new(told: list[Report], data: st.DataObject) -> None:
    kept: dict[str, Incident] = {}
    linker = Linker()
    for one in data.draw(st.permutations(told)):
        changes = linker.add([one])
        for gone in changes.gone:
            del kept[gone]
        kept |= {found.incident_id: found for found in changes.changed}
        assert [kept[i] for i in sorted(kept)] == linker.incidents


@STEADY
@given(reports(), st.integers(0, 12))
def test_a_store_read_by_blocks_gives_the_same(told: list[Report], known: int) -> None:
    stored, fresh = told[:known], told[known:]
    by_id = {i.incident_id: i for i in link(stored)}
    asked: set[str] = set()

    def fetch(wanted: Sequence[str]) -> list[Report]:
        asked.update(wanted)
        return [one for one in stored if asked.intersection(blocks(one))]

    for found in Linker(fetch).add(fresh).changed:
        moved = set(found.members)
        by_id = {i: old for i, old in by_id.items() if moved.isdisjoint(old.members)}
        by_id[found.incident_id] = found
    assert {i: found.members for i, found in by_id.items()} == {i.incident_id: i.members for i in link(told)}


def a_chain(name: str, length: int) -> list[Report]:
    """Reports of one happening or its neighbours, each like the one before and after and unlike the rest."""
    return [
        report(
            f"ev-{name}-{day}",
            actors=((name, "", "IGO"),),
            recipients=(),
            date_start=(when := date(2024, 6, 1 + 2 * day)),
            date_end=when + timedelta(2),
            sentence="",
            place_name="Kampala",
        )
        for day in range(length)
    ]


def test_all_that_is_added_looks_into_the_store_together() -> None:
    chains = [a_chain(f"Group {number}", 4) for number in range(10)]
    stored = [one for chain in chains for one in chain[1:]]
    looks = 0

    def fetch(wanted: Sequence[str]) -> list[Report]:
        nonlocal looks
        looks += 1
        return [one for one in stored if not set(wanted).isdisjoint(blocks(one))]

    changes = Linker(fetch).add([chain[0] for chain in chains])
    assert {member for found in changes.changed for member in found.members} == {
        one.event_id for chain in chains for one in chain
    }
    assert looks <= 5


@STEADY
@given(reports(), st.data())
def test_what_is_forgotten_while_a_store_is_read_changes_nothing(told: list[Report], data: st.DataObject) -> None:
    stored: list[Report] = []

    def fetch(wanted: Sequence[str]) -> list[Report]:
        found = [one for one in stored if not set(wanted).isdisjoint(blocks(one))]
        linker.forget(0, but=[one.event_id for one in found])
        return found

    linker = Linker(fetch)
    by_id: dict[str, Incident] = {}
    for one in data.draw(st.permutations(told)):
        for found in linker.add([one]).changed:
            by_id = {i: old for i, old in by_id.items() if set(found.members).isdisjoint(old.members)}
            by_id[found.incident_id] = found
        stored.append(one)
    assert [by_id[i] for i in sorted(by_id)] == link(told)


def test_forgetting_spares_what_is_named_and_what_hangs_together_with_it() -> None:
    linker = Linker(lambda _wanted: [])
    linker.add([report("ev-1"), report("ev-2"), report("ev-3", recipients=(("Rwanda", "RWA", "GOV"),))])
    linker.forget(0, but=["ev-2"])
    assert [one in linker for one in ("ev-1", "ev-2", "ev-3")] == [True, True, False]


def test_what_is_told_again_is_not_forgotten_meanwhile() -> None:
    def fetch(_wanted: Sequence[str]) -> list[Report]:
        linker.forget(0)
        return []

    linker = Linker(fetch)
    linker.add([report("ev-1")])
    linker.add([report("ev-1"), report("ev-2", recipients=(("Rwanda", "RWA", "GOV"),))])
    assert [one in linker for one in ("ev-1", "ev-2")] == [True, True]


def test_two_reports_are_laid_beside_each_other_once(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[frozenset[str]] = []

    class Noted(Scale):
        def __init__(self, one: Traits, points: Points) -> None:
            super().__init__(one, points)
            self.id = one.id

        def score(self, other: Traits) -> int:
            weighed.append(frozenset([self.id, other.id]))
            return super().score(other)

    monkeypatch.setattr(linker_module, "Scale", Noted)
    link([report(f"ev-{number}") for number in range(6)])
    assert len(weighed) == len(set(weighed)) == 15


def test_the_id_is_that_of_the_earliest_report_however_many_follow() -> None:
    first = report("ev-9", pub_date=date(2024, 6, 19))
    linker = Linker()
    (alone,) = linker.add([first]).changed
    (joined,) = linker.add([report("ev-1"), report("ev-2", pub_date=date(2024, 6, 22))]).changed
    assert joined.incident_id == alone.incident_id
    assert joined.members == ("ev-9", "ev-1", "ev-2")


def test_an_earlier_report_gives_the_incident_its_own_id() -> None:
    linker = Linker()
    (late,) = linker.add([report("ev-1")]).changed
    changes = linker.add([report("ev-2", pub_date=date(2024, 6, 19))])
    assert changes.gone == (late.incident_id,)
    assert changes.changed[0].members == ("ev-2", "ev-1")


def test_the_same_again_changes_nothing() -> None:
    linker = Linker()
    linker.add([report("ev-1"), report("ev-2")])
    again = linker.add([report("ev-1")])
    assert (again.changed, again.gone) == ((), ())


def test_a_report_that_differs_replaces_the_one_of_its_id() -> None:
    linker = Linker()
    linker.add([report("ev-1"), report("ev-2")])
    linker.add([replace(report("ev-2"), date_start=date(2024, 8, 1), date_end=date(2024, 8, 1))])
    assert [found.members for found in linker.incidents] != [("ev-1", "ev-2")]
    assert sum(found.reports for found in linker.incidents) == 2


NEXT_DAY = {
    "date_start": date(2024, 6, 20),
    "date_end": date(2024, 6, 20),
    "sentence": "A session on malaria opened.",
}
OTHERS = {
    "the next day": NEXT_DAY,
    "another town": {
        "sentence": "A bridge was opened in Gulu.",
        "place_name": "Gulu",
        "latitude": 2.77,
        "longitude": 32.3,
    },
    "sides changed": {
        "event_type": "SUPPORT",
        "sentence": "Praise for the bridge came back.",
        "actors": (("Uganda", "UGA", "REB"),),
        "recipients": (("Kenya", "KEN", "CVL"),),
    },
    "other parties": {"recipients": (("Rwanda", "RWA", "GOV"),)},
    "another type": {"event_type": "ASSAULT"},
    "no day at all": {"date_start": None, "date_end": None, "pub_date": None},
    "decades": {"date_start": date(1990, 1, 1), "date_end": date(2024, 12, 31)},
}


@pytest.mark.parametrize("changes", OTHERS.values(), ids=OTHERS)
def test_what_is_another_happening_stays_apart(changes: dict[str, object]) -> None:
    assert len(link([report("ev-1"), report("ev-2", **changes)])) == 2


LIKES = {
    "a plan": {"status": "planned", "pub_date": date(2024, 6, 14)},
    "no recipient": {"recipients": ()},
    "no day but publication's": {
        "date_start": date(2024, 6, 20),
        "date_end": date(2024, 6, 20),
        "date_basis": "publication",
    },
    "the place unnamed": {"place_name": "", "place_country": "", "latitude": None, "longitude": None},
    "by the country's name": {"actors": (("Kenya", "KEN", "GOV"),)},
}


@pytest.mark.parametrize("changes", LIKES.values(), ids=LIKES)
def test_what_is_told_otherwise_is_still_the_same_happening(changes: dict[str, object]) -> None:
    assert len(link([report("ev-1"), report("ev-2", **changes)])) == 1
