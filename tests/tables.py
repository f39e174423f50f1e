"""Tables of cases beside the tests, as rows by column."""

import csv
from pathlib import Path


def cases(name: str) -> list[dict[str, str]]:
    """The rows of a table in tests/coding."""
    with (Path(__file__).parent / "coding" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
