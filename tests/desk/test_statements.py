"""Statements at the desk are those of the record's ledger, page by page."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk import statements
from dragoman.desk.desk import Desk
from dragoman.errors import UsageError
from dragoman.record.filters import Filters
from dragoman.record.record import Record

FILTERS = (
    {}, {"actor": "RUS"}, {"actor": "putin"}, {"said_by": "Kyrgyz"}, {"actor": "Russia"}, {"said_by": "PUT"},
    {"actor": "ARM"}, {"text": "document KIND"}, {"text": "never said"},
    {"since": "2024-06"}, {"until": "2024-05-20"},
)  # fmt: skip


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_they_are_the_records(desk: Desk, coded: Path, given: dict[str, str]) -> None:
    wanted = Record(coded).ledger("statements", **given).dicts()
    found = statements.page(desk, Filters(**given), limit=100)
    assert (found.rows, found.total, found.next) == (wanted, len(wanted), "")
    if found.rows:
        later = statements.page(desk, Filters(**given), limit=2, after=found.rows[0]["statement_id"])
        assert (later.rows, later.total) == (found.rows[1:3], found.total)


def test_a_denial_says_that_it_is_one(desk: Desk, client: TestClient) -> None:
    (denied,) = statements.page(desk, Filters(text="the harbour was hit"), limit=5).rows
    assert denied["verb"] == "denied"
    told = client.get("/ledgers/statements?text=the+harbour+was+hit").text
    assert "denied" in told[: told.index("the harbour was hit</blockquote>")].rpartition("<li>")[2]


def test_what_one_country_says_of_another(desk: Desk) -> None:
    found = statements.between(desk, "KGZ", "TJK", limit=5)
    assert found
    assert {row["speaker_country"] for row in found} <= {"KGZ", "TJK"}
    assert statements.between(desk, "TJK", "KGZ", limit=5) == found


def test_what_they_cannot_be_filtered_by(desk: Desk) -> None:
    with pytest.raises(UsageError, match="cannot be filtered by place"):
        statements.page(desk, Filters(place="Osh"), limit=5)
