"""Rows of a ledger as people read them in a table: days as precise as they are known, sides beside each other.

In: rows with the columns of a ledger. Out: rows with few columns. Programs get the ledger's own columns instead.
"""

from collections.abc import Callable, Iterable
from typing import Any

Row = dict[str, Any]

# Characters of a day that are left of a whole month or year, by the ends of its first and last day.
_SHORT = {"month": ("-01", "", 7), "year": ("-01-01", "-12-31", 4)}


def when(row: Row) -> str:
    """The days: one, a month, a year, or the first and the last."""
    first, last = row["date_start"], row["date_end"]
    if not first:
        return ""
    start, end, length = _SHORT.get(row["date_precision"] or "", ("", "", 0))
    if length and first.endswith(start) and last.endswith(end):
        return str(first[:length])
    return str(first) if first == last else f"{first} – {last}"


def what(row: Row) -> str:
    """Type and mode, and the status where it is not simply actual."""
    parts = [row["event_type"], row.get("mode") or "", row["status"] if row["status"] != "actual" else ""]
    return " ".join(part for part in parts if part)


def who(row: Row) -> str:
    """Who to whom."""
    actors = _sided(row, "actors") or "?"
    return f"{actors} → {_sided(row, 'recipients')}" if row["recipients"] else actors


def disputed(row: Row) -> str:
    """Where reports differ."""
    return "; ".join(row["disputed"])


def pair(row: Row) -> str:
    """Who to whom, as countries."""
    return f"{row['source'] or '?'} → {row['target'] or '?'}"


def month(row: Row) -> str:
    """A month, as 2024-06."""
    return str(row["month"] or "")[:7]


# Short heads of the columns of counts.
_SHORT_NAMES = {f"q{n}": f"quad{n}" for n in (1, 2, 3, 4)} | {
    "mean": "goldstein_mean", "first": "first_day", "last": "last_day",
}  # fmt: skip
_MADE: dict[str, Callable[[Row], str]] = {
    "when": when, "what": what, "who to whom": who, "disputed": disputed, "pair": pair, "month": month,
}  # fmt: skip


# The column that holds the countries of a column of parties.
_COUNTRIES = {"actors": "actor_countries", "recipients": "recipient_countries", "parties": "countries"} | {
    party: f"{party}_country" for party in ("visitor", "host", "giver", "receiver", "sender", "target", "speaker")
}


def _sided(row: Row, column: str) -> Any:
    """A column; parties with their countries, as "foreign minister (RUS)"; where it is not told which is whose (some
    have none), all behind the last."""
    countries = row.get(_COUNTRIES.get(column, ""))
    if not countries:
        return row[column]
    names, codes = row[column].split("; "), countries.split("; ")
    if len(names) == len(codes):
        return "; ".join(f"{name} ({code})" for name, code in zip(names, codes, strict=True))
    return f"{row[column]} ({'; '.join(dict.fromkeys(codes))})"


def brief(rows: Iterable[Row], columns: Iterable[str]) -> list[Row]:
    """These columns of each row: some are made here (`_MADE`), the others are the row's own, some by a shorter name."""
    return [{name: _cell(row, name) for name in columns} for row in rows]


def _cell(row: Row, name: str) -> Any:
    return _MADE[name](row) if name in _MADE else _sided(row, _SHORT_NAMES.get(name, name))
