"""Ledgers: what each holds, what is left out by default, and filters that they cannot answer."""

from collections import Counter
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.event import Dating, Party
from dragoman.record.filters import Filters
from dragoman.record.ledgers import LEDGERS, ledger
from dragoman.record.record import Record
from fakes import event
from record.samples import Scripted, article

_EQUAL = (Party("Orland", 0, 6, country="ORL"), Party("Belmora", 33, 40, name="Belmora", country="BLM"))


def on(day: str) -> Dating:
    """That day, told by the words."""
    return Dating(day, day, "day", None, "explicit")


EVENTS = [
    event("a0"),
    event("a1", status="planned", dating=on("2024-06-29")),
    event("a2", mode="phone", actors=_EQUAL, recipients=(), dating=on("2024-06-03")),
    event("a3", event_type="AGREE", mode="", contexts=("trade",), actors=_EQUAL, recipients=(),
          dating=on("2024-06-07")),
    event("a4", event_type="SUPPORT", mode="", cameo_code="057", actors=_EQUAL, recipients=(),
          dating=on("2024-06-11")),
    event("a5", event_type="AID", mode="", cameo_code="072", quad_class=2, goldstein=8.0),
    event("a6", event_type="SANCTION", mode="expel", quad_class=4, goldstein=-5.0, dating=on("2024-07-01")),
    event("a7", status="planned", place=None, confidence=0.5),
]  # fmt: skip


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The events above."""
    record = Record(tmp_path_factory.mktemp("ledgers") / "r.duckdb")
    record.add([article(number) for number in range(8)], make_coder=lambda: Scripted(EVENTS))
    return record


def test_visits_are_actual_unless_asked_otherwise(record: Record) -> None:
    (visit,) = record.ledger("visits").dicts()
    assert [visit[name] for name in ("date_start", "date_end", "visitor", "host", "place")] == [
        "2024-06-19", "2024-06-19", "Ada Rell", "Belmora", "Belmora",
    ]  # fmt: skip
    assert len(record.ledger("visits", status="any")) == 2
    assert len(record.ledger("visits", status="planned", actor="ARV", since="2024-06")) == 1
    assert len(record.ledger("visits", recipient="ORL")) == 0


def test_meetings_agreements_transfers_sanctions(record: Record) -> None:
    (meeting,) = record.ledger("meetings").dicts()
    assert (meeting["parties"], meeting["countries"], meeting["mode"]) == ("Orland; Belmora", "ORL; BLM", "phone")
    assert {(row["kind"], row["about"]) for row in record.ledger("agreements")} == {
        ("promised", "trade"),
        ("signed", "diplomatic; economic"),
    }
    (transfer,) = record.ledger("transfers").dicts()
    assert (transfer["giver_country"], transfer["receiver_country"]) == ("ARV", "BLM")
    (sanction,) = record.ledger("sanctions").dicts()
    assert (sanction["sender"], sanction["target"], sanction["mode"]) == ("Ada Rell", "Belmora", "expel")


def test_counts(record: Record) -> None:
    (dyad,) = record.ledger("dyads", either="ARV,BLM").dicts()
    assert [dyad[name] for name in ("incidents", "reports", "quad1", "quad2", "quad3", "quad4", "goldstein_sum")] == [
        3, 4, 1, 1, 0, 1, pytest.approx(4.9),
    ]  # fmt: skip
    assert len(record.ledger("dyads", either="ORL")) == 2
    assert record.ledger("dyads", either="ORL,").dicts() == record.ledger("dyads", either=" ORL").dicts()
    months = record.ledger("dyad_month", actor="ARV").dicts()
    assert [(row["month"], row["incidents"]) for row in months] == [("2024-07-01", 1), ("2024-06-01", 2)]
    assert len(record.ledger("dyad_month", actor="ARV", until="2024-06-20")) == 1
    countries = record.ledger("country_month", since="2024-06", until="2024-06").dicts()
    assert [(row["country"], row["incidents"], row["reports"]) for row in countries] == [
        ("ARV", 2, 3), ("BLM", 3, 3), ("ORL", 3, 3),
    ]  # fmt: skip


def test_sums_do_not_hang_on_the_order_in_which_events_came(tmp_path: Path) -> None:
    """As floats, 0.1 + 0.7 - 9.3 is another number than -9.3 + 0.7 + 0.1."""
    rows = [event(f"d{number}", goldstein=score).to_dict() for number, score in enumerate((0.1, 0.7, -9.3, 2.8, 0.4))]
    told = []
    for name, order in (("one", rows), ("other", rows[::-1])):
        record = Record(tmp_path / f"{name}.duckdb")
        for row in order:
            record.append([row], origin="icews")
        told.append([record.ledger(view, origin="icews").dicts() for view in ("dyads", "dyad_month", "country_month")])
    assert told[0] == told[1]
    assert told[0][0][0]["goldstein_sum"] == -5.3


_COUNTRIES = ("AAA", "ZZZ", "RUS", "RUT", "")


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(*(st.sampled_from(_COUNTRIES),) * 2, st.integers(0, 90)), max_size=12), st.integers(1, 12))
def test_a_pair_by_month_is_what_the_events_say(drawn: list[tuple[str, str, int]], batch: int) -> None:
    """However they came in, also when the same come again."""
    rows = [
        event(f"d{number}", actors=(Party(one or "rebels", 0, 3, country=one),),
              recipients=(Party(other or "rebels", 9, 12, country=other),),
              dating=on((date(2024, 1, 1) + timedelta(day)).isoformat())).to_dict()
        for number, (one, other, day) in enumerate(drawn)
    ]  # fmt: skip
    with TemporaryDirectory() as folder:
        record = Record(Path(folder) / "r.duckdb")
        for at in (*range(0, len(rows), batch), 0):
            record.append(rows[at : at + batch], origin="icews")
        for one, other in product(_COUNTRIES[:-1], repeat=2):
            told = record.ledger("dyad_month", actor=one, recipient=other, origin="icews")
            months = Counter(
                row["date_start"][:7] for row, pair in zip(rows, drawn, strict=True) if pair[:2] == (one, other)
            )
            assert {row["month"][:7]: row["incidents"] for row in told} == months


def test_incidents(record: Record) -> None:
    told = {row["date_start"]: row for row in record.incidents(actor="ARV", type="CONSULT")}
    visit, other = told["2024-06-19"], told["2024-06-29"]
    assert [visit[name] for name in ("status", "actors", "recipients", "place", "reports", "disputed")] == [
        "actual", "Ada Rell", "Belmora", "Belmora", 2, ["status"],
    ]  # fmt: skip
    assert visit["members"] == sorted([EVENTS[0].event_id, EVENTS[7].event_id])
    assert (visit["event_id"], visit["first_seen"]) == (EVENTS[0].event_id, "2024-06-21")
    assert (other["status"], other["reports"], other["disputed"]) == ("planned", 1, [])


def test_an_incident_is_meant_when_some_report_fits_but_its_status_is_its_own(record: Record) -> None:
    one = EVENTS[7].event_id
    (found,) = record.incidents(min_confidence=0.9, status="actual", type="CONSULT", mode="visit")
    assert one in found["members"]
    assert [row["event_id"] for row in record.incidents(status="planned")] == [EVENTS[1].event_id]
    assert {row["event_id"] for row in record.events(incident=found["incident_id"])} == set(found["members"])
    assert (record.event(one) or {})["incident_id"] == found["incident_id"]


def test_statements(record: Record) -> None:
    assert len(record.ledger("statements", actor="ARV", text="ALL is", since="2024", until="2024")) == 8
    assert len(record.ledger("statements", said_by="Nobody")) == 0
    assert len(record.ledger("statements", actor="ada")) == 8
    assert len(record.ledger("statements", actor="ADA")) == 8
    assert len(record.ledger("statements", actor="FRA")) == len(record.ledger("statements", said_by="BEL")) == 0
    # "denied" turns what is said.
    assert all(row["verb"] for row in record.ledger("statements").dicts())


def test_a_country_may_be_named(record: Record) -> None:
    record.append([event("d1", actors=(Party("Kenya", 0, 5, country="KEN"),)).to_dict()], origin="icews")
    for name in ("dyads", "dyad_month", "country_month"):
        assert record.ledger(name, actor="Kenya", origin="icews").dicts() == (
            record.ledger(name, actor="KEN", origin="icews").dicts()
        )
    assert len(record.ledger("dyads", either="kenya,BLM", origin="icews")) == 1


def test_what_a_ledger_cannot_answer_is_said() -> None:
    with pytest.raises(UsageError, match="dyads: cannot be filtered by text"):
        ledger("dyads", Filters(text="x"))
    with pytest.raises(UsageError, match="'Ada' is no country"):
        ledger("dyads", Filters(actor="Ada"))
    with pytest.raises(UsageError, match="there are agreements"):
        ledger("none", Filters())
    assert all(found.about.endswith(".") for found in LEDGERS.values())
