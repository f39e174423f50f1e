"""Ledgers at the desk are those of the record, row by row."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.desk import claims, ledgers
from dragoman.desk.desk import Desk, opened
from dragoman.desk.lists import Query
from dragoman.desk.options import Options
from dragoman.document import Document
from dragoman.errors import UsageError
from dragoman.record.filters import Filters
from dragoman.record.ledgers import LEDGERS
from dragoman.record.record import Record
from dragoman.record.review import Review

NAMES = sorted(LEDGERS.keys() - {"incidents"})
COUNTS = ("dyads", "dyad_month", "country_month")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("given", [{}, {"actor": "KGZ"}, {"since": "2024-06"}], ids=str)
def test_they_are_the_records(desk: Desk, coded: Path, name: str, given: dict[str, str]) -> None:
    wanted = Record(coded).ledger(name, **given).arrow()
    found = ledgers.whole(desk, name, Filters(**given), limit=1000)
    assert found.schema.equals(wanted.schema)
    assert told(found.to_pylist()) == told(wanted.to_pylist())
    assert ledgers.count(desk, name, Filters(**given)) == wanted.num_rows


@pytest.mark.parametrize("name", NAMES)
def test_pages_together_are_the_ledger(desk: Desk, name: str) -> None:
    whole = ledgers.some(desk, name, Filters(), limit=1000)
    found, after = [], ""
    while True:
        page = ledgers.some(desk, name, Filters(), limit=3, after=after)
        assert page.total == whole.total == len(whole.rows)
        found += page.rows
        after = page.next
        if not after:
            break
    assert found == whole.rows
    assert ledgers.some(desk, name, Filters(actor="BRA"), limit=2).rows == []


@pytest.mark.parametrize("name", COUNTS)
def test_counts_are_in_the_order_of_the_record(desk: Desk, coded: Path, name: str) -> None:
    assert ledgers.some(desk, name, Filters(), limit=1000).rows == Record(coded).ledger(name).dicts()


@pytest.mark.parametrize("name", ["statements", "visits", "dyads", "dyad_month", "country_month"])
def test_what_is_added_doubles_no_row(record: Path, name: str) -> None:
    before = opened(Options(record=record))
    first = ledgers.some(before, name, Filters(), limit=2)
    before.readings.close()
    late = Document(
        "late", "President William Ruto of Kenya visited Uganda on Monday, and “all is well,” Ruto said.",
        title="Late", publisher="Lake Herald", language="en", pub_date=date(2024, 7, 2),
    )  # fmt: skip
    Record(record).add([late])
    after = opened(Options(record=record))
    rest = ledgers.some(after, name, Filters(), limit=1000, after=first.next)
    assert len(first.rows) == 2
    assert rest.rows
    assert not [row for row in rest.rows if told([row])[0] in told(first.rows)]


def test_what_people_corrected_is_in_all_pages_and_files(record: Path) -> None:
    desk = opened(Options(record=record))
    best = desk.page(Query(kind="incidents", filters=Filters(type="ACCUSE", status="actual"), limit=1)).rows[0]
    said = Review(event_id=best["event_id"], verdict="correct", field="event_type", value="SANCTION", reviewer="ada")
    claims.keep(desk.details, desk.keeper, [said])
    total = ledgers.count(desk, "sanctions", Filters())
    found, after = [], ""
    while True:
        page = ledgers.some(desk, "sanctions", Filters(), limit=1, after=after)
        found += page.rows
        after = page.next
        if not after:
            break
    assert best["event_id"] in {row["event_id"] for row in found}
    assert len(found) == total == ledgers.whole(desk, "sanctions", Filters(), limit=1000).num_rows > 1


@pytest.mark.parametrize("name", [*ledgers.KINDS, *COUNTS])
def test_events_of_another_source_are_told_one_by_one(foreign: Path, name: str) -> None:
    desk = opened(Options(record=foreign))
    wanted = Record(foreign).ledger(name, origin="gdelt").dicts()
    found = ledgers.some(desk, name, Filters(origin="gdelt"), limit=1000)
    assert found.total == len(found.rows) == len(wanted) > 0
    keys = [key for key in ("event_id", "country", "source", "target", "month") if key in wanted[0]]
    assert sorted(str([row[key] for key in keys]) for row in found.rows) == sorted(
        str([row[key] for key in keys]) for row in wanted
    )


def told(rows: list[dict[str, Any]]) -> list[str]:
    """Rows in an order of their own, each as text."""
    return sorted(map(str, rows))


def test_what_it_cannot_answer(desk: Desk) -> None:
    with pytest.raises(UsageError, match="cannot be filtered by text"):
        ledgers.whole(desk, "dyads", Filters(text="x"), limit=5)
    with pytest.raises(UsageError, match="none_such"):
        ledgers.whole(desk, "none_such", Filters(), limit=5)
    for name in ("statements", "visits"):
        with pytest.raises(UsageError, match="no longer in the record"):
            ledgers.some(desk, name, Filters(), limit=5, after="9" * 27)
