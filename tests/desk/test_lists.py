"""Lists: every order, page by page, gives every row once."""

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.desk.desk import Desk, opened
from dragoman.desk.lists import Kind, Page, Query, orders
from dragoman.desk.options import Options
from dragoman.errors import UsageError
from dragoman.record.filters import Filters
from dragoman.record.record import Record

ALL = Filters()


@pytest.mark.parametrize(
    ("kind", "order"), [(kind, order) for kind in ("events", "incidents") for order in orders(kind)]
)
def test_pages_together_are_the_list(desk: Desk, kind: Kind, order: str) -> None:
    key = "event_id" if kind == "events" else "incident_id"
    whole = [row[key] for row in desk.page(Query(kind=kind, filters=ALL, order=order, limit=1000)).rows]
    found, after = [], ""
    while True:
        page = desk.page(Query(kind=kind, filters=ALL, order=order, limit=7, after=after))
        assert page.total == len(whole)
        found += [row[key] for row in page.rows]
        after = page.next
        if not after:
            break
    assert found == whole
    assert len(set(whole)) == len(whole) > 20


def test_an_incident_is_found_by_any_of_its_reports(desk: Desk) -> None:
    found = desk.page(Query(kind="incidents", filters=Filters(text="killing five guards"))).rows
    assert [row["event_type"] for row in found] == ["ASSAULT"]
    assert found[0]["reports"] > 1


def test_events_of_another_source_are_one_incident_each(foreign: Path) -> None:
    desk, ours = opened(Options(record=foreign)), Record(foreign)
    for given in ({}, {"actor": "KGZ"}, {"type": "ASSAULT"}, {"since": "2024-06", "status": "actual"}):
        query = Query(kind="incidents", filters=Filters(origin="gdelt", **given), limit=4)
        first = desk.page(query)
        rest = desk.page(replace(query, after=first.next, limit=1000)) if first.next else Page([], 0, "")
        found = [row["event_id"] for row in (*first.rows, *rest.rows)]
        assert sorted(found) == sorted(row["event_id"] for row in ours.incidents(origin="gdelt", **given).dicts())
        assert first.total == len(found) == len(set(found)) > 0
    alone = desk.page(Query(kind="incidents", filters=ALL, limit=1000))
    assert len(alone.rows) == len(ours.incidents()) == alone.total


def test_words_have_no_meaning_of_their_own(desk: Desk) -> None:
    assert desk.page(Query(filters=Filters(text="%"))).total == 0
    assert desk.page(Query(filters=Filters(text="WATER"))).total > 0


def test_the_order_of_confidence(desk: Desk) -> None:
    found = [row["confidence"] for row in desk.page(Query(filters=ALL, order="least_sure", limit=100)).rows]
    assert found == sorted(found)


def test_an_order_there_is_none_of() -> None:
    with pytest.raises(UsageError, match="colour"):
        Query(filters=ALL, order="colour")
    with pytest.raises(UsageError, match="reported"):
        Query(filters=ALL, order="reported")
