"""Results: the same rows in every form; what is not installed is said."""

from datetime import date, datetime

import pyarrow as pa
import pytest

from dragoman.errors import UsageError
from dragoman.record.result import Result

RESULT = Result(pa.table({"day": [date(2024, 6, 1), None], "at": [datetime(2024, 6, 1, 12), None], "n": [1, 2]}))


def test_dictionaries_hold_plain_values() -> None:
    assert RESULT.dicts() == [
        {"day": "2024-06-01", "at": "2024-06-01T12:00:00", "n": 1},
        {"day": None, "at": None, "n": 2},
    ]
    assert len(RESULT) == len(RESULT.df()) == len(RESULT.pl()) == RESULT.arrow().num_rows == 2


def test_a_package_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("dragoman.record.result.import_module", gone)
    with pytest.raises(UsageError, match=r"pip install polars, or take \.arrow\(\)"):
        RESULT.pl()
