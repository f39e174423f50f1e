"""What a query gives: rows, in whichever form the caller works with.

In: an Arrow table. Out: the same as pandas or polars frame, as Arrow, as plain dictionaries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any

from dragoman.errors import UsageError


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of a query. Dates are dates in `arrow`, `df` and `pl`, and ISO text in `dicts` and when iterated."""

    table: Any

    def arrow(self) -> Any:
        """A `pyarrow.Table`."""
        return self.table

    def df(self) -> Any:
        """A `pandas.DataFrame`. Raises UsageError where pandas is not installed."""
        _needed("pandas")
        return self.table.to_pandas()

    def pl(self) -> Any:
        """A `polars.DataFrame`. Raises UsageError where polars is not installed."""
        return _needed("polars").from_arrow(self.table)

    def dicts(self) -> list[dict[str, Any]]:
        """One dictionary a row, in the contract's form where the rows are events."""
        return list(self)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for batch in self.table.to_batches():
            for row in batch.to_pylist():
                yield {key: _plain(value) for key, value in row.items()}

    def __len__(self) -> int:
        return int(self.table.num_rows)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _needed(package: str) -> Any:
    try:
        return import_module(package)
    except ModuleNotFoundError:
        raise UsageError(f"{package} is not installed: pip install {package}, or take .arrow() or .dicts()") from None
