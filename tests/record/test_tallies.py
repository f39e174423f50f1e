"""Tallies: each incident once, in its month and between each two of its countries, as many as the list finds."""

from pathlib import Path

from dragoman.event import Dating, Party
from dragoman.record.filters import Filters
from dragoman.record.record import Record
from dragoman.record.tallies import by_month, by_pair
from fakes import event
from record.samples import Scripted, article


def test_an_incident_counts_once_as_in_the_list(tmp_path: Path) -> None:
    """A meeting of three is one in its month and one between each two; a status is the incident's own."""
    three = tuple(Party(code, n, n + 1, country=code) for n, code in enumerate(("ORL", "BLM", "ARV")))
    made = [event("a0", mode="phone", actors=three, recipients=()), event("a1", status="planned")]
    record = Record(tmp_path / "r.duckdb")
    record.add([article(number) for number in range(2)], make_coder=lambda: Scripted(made))
    for origin in ("", "icews"):
        filters = Filters(status="actual", origin=origin)
        months, pairs = (record.sql(one.sql, one.values).dicts() for one in (by_month(filters), by_pair(filters)))
        assert [(row["a"], row["b"], row["incidents"]) for row in pairs] == [
            ("ARV", "BLM", 1), ("ARV", "ORL", 1), ("BLM", "ORL", 1),
        ]  # fmt: skip
        for row in pairs:
            found = record.incidents(either=f"{row['a']},{row['b']}", status="actual", origin=origin)
            assert len(found) == row["incidents"]
        assert [sum(row[f"quad{n}"] for n in range(1, 5)) for row in months] == [1]
        record.append(made, origin="icews")


def test_what_is_known_by_its_year_stands_in_no_month(tmp_path: Path) -> None:
    year = Dating("2024-01-01", "2024-12-31", "year", None, "explicit")
    record = Record(tmp_path / "r.duckdb")
    record.append([event("x0"), event("x1", dating=year), event("x2", dating=Dating())], origin="icews")
    asked = by_month(Filters(origin="icews"))
    assert [(row["month"], row["quad1"]) for row in record.sql(asked.sql, asked.values)] == [("2024-06-01", 1)]
