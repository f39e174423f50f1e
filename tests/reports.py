"""Reports for tests of linking: one to vary, and the gold happenings."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.record.linking import Report

GOLD = Path(__file__).parent / "record" / "linking" / "gold.jsonl"
DAYS = ("pub_date", "date_start", "date_end")
SIDES = ("actors", "recipients")


def report(event_id: str = "ev-1", **changes: Any) -> Report:
    """A visit on a named day, with every field filled; `changes` are fields."""
    fields: dict[str, Any] = {
        "event_id": event_id,
        "document_id": f"doc-{event_id}",
        "event_type": "CONSULT",
        "publisher": "Lake Herald",
        "pub_date": date(2024, 6, 20),
        "actors": (("Ada Rell", "KEN", "GOV"),),
        "recipients": (("Uganda", "UGA", "GOV"),),
        "date_start": date(2024, 6, 19),
        "date_end": date(2024, 6, 19),
        "precision": "day",
        "date_basis": "relative",
        "place_name": "Kampala",
        "place_country": "UGA",
        "latitude": 0.32,
        "longitude": 32.58,
        "sentence": "Ada Rell visited Kampala on Wednesday to discuss the oil pipeline with 12 ministers.",
        "trigger": "visited",
        "confidence": 0.8,
    }
    return Report(**(fields | changes))


def gold() -> dict[Report, str]:
    """Each gold report with the happening that it tells."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return {_report(row): row["incident"] for row in rows}


def _report(row: dict[str, Any]) -> Report:
    fields = {name: row[name] for name in Report.__dataclass_fields__ if name in row}
    fields |= {name: date.fromisoformat(row[name]) if row[name] else None for name in DAYS}
    fields |= {name: tuple(tuple(side) for side in row[name]) for name in SIDES}
    return Report(**fields)
