"""How often the rules of time and place agree with annotated sentences, given the annotated triggers.

In: JSON lines {"document_id", "pub_date" (ISO or null), "text", "context"?, "events": [{"trigger", "status", "when"
(ISO to its precision or ""), "place" (words or "")}]}. Out: one line a figure.

    python benchmarks/when_where.py GOLD.jsonl
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from dragoman import placing
from dragoman.coding.story import Story
from dragoman.coding.timing import dating
from dragoman.coding.triggers.arguing import Finding
from dragoman.document import Document
from dragoman.event import Dating, Status

Row = dict[str, Any]


def dated(row: Row, start: int, end: int, *, status: Status) -> Dating:
    """The dating of a trigger as the coder takes it when the network marks no date words."""
    context = f"{row['context']}\n" if row.get("context") else ""
    pub_date = date.fromisoformat(row["pub_date"]) if row["pub_date"] else None
    document = Document(row["id"], context + row["text"], pub_date=pub_date)
    story = replace(Story.of(document), spans=[(len(context), len(document.text))])
    return dating.dated(story, trigger(start, end, status=status), status=status)


def trigger(start: int, end: int, *, status: Status) -> Finding:
    """A finding of which nothing but the trigger is known."""
    return Finding(
        sentence=0, start=start, end=end, chance=1.0, event_type="", type_chance=1.0, types=np.zeros(0, np.float32),
        status=status, status_chance=1.0, mode="", roles={"when": ()},
    )  # fmt: skip


def triggers(rows: list[Row]) -> Iterator[tuple[Row, Row, int, int]]:
    """Every annotated event whose trigger stands in its sentence."""
    for row in rows:
        for event in row["events"]:
            start = row["text"].find(event["trigger"])
            if start >= 0:
                yield row, event, start, start + len(event["trigger"])


def count_times(rows: list[Row]) -> Counter[str]:
    """Events with a date, and of these those dated alike to the annotation's precision; events without one, and of
    these those that are given words of their sentence."""
    counted: Counter[str] = Counter()
    for row, event, start, end in triggers(rows):
        found = dated(row, start, end, status=event["status"])
        if event["when"]:
            counted["dated"] += 1
            counted["dated alike"] += (found.date_start or "").startswith(event["when"])
        else:
            counted["without a date"] += 1
            counted["of these given words"] += bool(found.date_text)
    return counted


def count_places(rows: list[Row]) -> Counter[str]:
    """Place words resolved."""
    counted: Counter[str] = Counter()
    about: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        about[row["document_id"]].update(placing.countries(row["text"]))
    for row, event, _, _ in triggers(rows):
        text, words = row["text"], event["place"]
        at = text.find(words) if words else -1
        if at >= 0:
            place = placing.resolve(text, at, at + len(words), countries=about[row["document_id"]])
            counted["placed"] += 1
            counted["with a country"] += bool(place.country)
            counted["with a point"] += place.latitude is not None
    return counted


def main() -> None:
    """Print the figures of a file."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()]
    for name, count in (count_times(rows) + count_places(rows)).items():
        print(f"{name}: {count}")


if __name__ == "__main__":
    main()
