"""Ledgers at the desk are those of the record, row by row."""

from pathlib import Path

import pytest

from dragoman.desk import ledgers
from dragoman.desk.desk import Desk
from dragoman.errors import UsageError
from dragoman.record.filters import Filters
from dragoman.record.ledgers import LEDGERS
from dragoman.record.record import Record

KEYS = ("event_id", "statement_id", "country", "source")
NAMES = sorted(LEDGERS.keys() - {"incidents"})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("given", [{}, {"actor": "KGZ"}, {"since": "2024-06"}], ids=str)
def test_they_are_the_records(desk: Desk, coded: Path, name: str, given: dict[str, str]) -> None:
    wanted = Record(coded).ledger(name, **given).dicts()
    found = ledgers.whole(desk, name, Filters(**given), limit=1000).to_pylist()
    key = next((one for one in KEYS if wanted and one in wanted[0]), "event_id")
    assert sorted(str(row[key]) for row in found) == sorted(str(row[key]) for row in wanted)
    assert ledgers.count(desk, name, Filters(**given)) == len(wanted)


def test_some_rows_know_how_many_there_are(desk: Desk, coded: Path) -> None:
    whole = Record(coded).ledger("dyads").dicts()
    rows, total = ledgers.some(desk, "dyads", Filters(), limit=2, offset=1)
    assert total == len(whole)
    assert [(row["source"], row["target"]) for row in rows] == [(row["source"], row["target"]) for row in whole[1:3]]
    assert ledgers.some(desk, "dyads", Filters(actor="BRA"), limit=2) == ([], 0)


def test_what_it_cannot_answer(desk: Desk) -> None:
    with pytest.raises(UsageError, match="cannot be filtered by text"):
        ledgers.whole(desk, "dyads", Filters(text="x"), limit=5)
    with pytest.raises(UsageError, match="none_such"):
        ledgers.whole(desk, "none_such", Filters(), limit=5)
