"""Writing: pairs of countries, and events of another source beside those coded here."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from dragoman.errors import UsageError
from dragoman.event import Dating, Party
from dragoman.record.record import Record
from fakes import bare_event, event


def party(country: str) -> Party:
    """A party of a country."""
    return Party("them", 0, 4, name=country, country=country)


def pairs(tmp_path: Path, **changes: Any) -> set[tuple[str, str, str | None]]:
    """Source, target and month in the dyads of one event."""
    record = Record(tmp_path / "r.duckdb")
    record.append([event(**changes).to_dict()], origin="test")
    return {(row["source"], row["target"], row["month"]) for row in record.sql("FROM dyads")}


@pytest.mark.parametrize(
    ("actors", "recipients", "found"),
    [
        ("A", "B", "A>B"), ("AB", "C", "A>C B>C"), ("A", "BC", "A>B A>C"), ("AB", "", "A>B B>A"), ("A", "", "A>"),
        ("", "B", ">B"), ("AA", "", "A>"), ("AA", "BB", "A>B"),
        ("ABC", "", "A>B A>C B>A B>C C>A C>B"),
    ],
)  # fmt: skip
def test_pairs(tmp_path: Path, actors: str, recipients: str, found: str) -> None:
    made = pairs(tmp_path, actors=tuple(map(party, actors)), recipients=tuple(map(party, recipients)))
    assert {f"{source}>{target}" for source, target, _ in made} == set(found.split())


@pytest.mark.parametrize(
    ("start", "end", "precision", "month"),
    [
        ("2024-06-19", "2024-06-19", "day", "2024-06-01"),
        ("2024-06-01", "2024-06-30", "month", "2024-06-01"),
        ("2024-06-28", "2024-07-04", "week", None),
        ("2024-01-01", "2024-12-31", "year", None),
    ],
)
def test_a_month_is_told_only_where_it_is_known(
    tmp_path: Path, start: str, end: str, precision: Any, month: str | None
) -> None:
    ((_, _, found),) = pairs(tmp_path, dating=Dating(start, end, precision, None, "explicit"))
    assert found == month


def test_events_are_kept_as_well_as_their_rows(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    assert record.append([event(), bare_event("doc-2").to_dict()], origin="mine") == 2
    assert {row["event_id"] for row in record.events(origin="mine")} == {event().event_id, bare_event("doc-2").event_id}
    with pytest.raises(UsageError, match="append: 'ev-1' is no event; give `Event`s, rows of the contract"):
        record.append(["ev-1"], origin="mine")


def test_events_of_another_source_are_kept_once_and_apart(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    rows = [event().to_dict(), bare_event("doc-2").to_dict()]
    assert record.append(rows, origin="gdelt") == 2
    assert record.append(rows, origin="gdelt") == 0
    assert len(record.events()) == 0
    assert sorted(row["event_id"] for row in record.events(origin="gdelt")) == sorted(row["event_id"] for row in rows)
    assert len(record.ledger("dyads")) == 0
    assert len(record.ledger("dyads", origin="gdelt")) == 2
    with pytest.raises(UsageError, match="origin"):
        record.append(rows, origin="")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"event_id": None}, "row 2 .* no event_id"),
        ({"document_id": None}, "row 2 .*document_id is null"),
        ({"actors": "us"}, "row 2 .*actors"),
        ({"actors": [{"nobody": 1}]}, "row 2 .*actors 1"),
        ({"confidence": "high"}, "row 2 .*confidence"),
        ({"date_start": "2024-06-31", "date_end": "2024-07-01"}, "no events of the contract: .*2024-06-31"),
    ],
)
def test_what_is_no_event_is_said(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    record = Record(tmp_path / "r.duckdb")
    record.append([event().to_dict()], origin="mine")
    with pytest.raises(UsageError, match=said):
        record.append([bare_event("d1").to_dict(), bare_event("d2").to_dict() | changes], origin="mine")
    with pytest.raises(UsageError, match="row 1 is no event"):
        record.append([{}], origin="mine")
    assert len(record.events(origin="mine")) == 1


def test_tables_of_arrow_are_events_or_are_refused(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    record.append([event().to_dict()], origin="mine")
    rows = record.events(origin="mine").arrow()
    assert record.append(rows, origin="other") == 1
    assert record.events(origin="other").dicts() == record.events(origin="mine").dicts()
    for table in (
        rows.drop_columns(["coder"]),
        rows.append_column("colour", rows["coder"]),
        pa.table({"event_id": ["x"]}),
    ):
        with pytest.raises(UsageError, match="no events of the contract"):
            record.append(table, origin="third")
    with pytest.raises(UsageError, match="limit -1"):
        record.events(limit=-1)
