"""How right the answers are on tables that nothing was made by: phrases, dates, places, status and voice.

    python tests/unseen/measure.py            a table
    python tests/unseen/measure.py --json     one JSON object

In: the tables beside this file. Their rows were written without sight of rules, tables or weights, and no rule was made
by them; whoever changes something by a row moves it to the tables of the room that it is of. Out: what share is right.
Sentences are coded as anybody would; rows whose act the coder does not tell are left out and counted.
"""

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors import resolve
from dragoman.coding.coder import Coder
from dragoman.event import Event

HERE = Path(__file__).parent
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """How many rows of a table are right, and of how many."""

    right: int
    of: int

    @property
    def part(self) -> float:
        """The share, 0 of none."""
        return self.right / max(1, self.of)


def table(name: str) -> list[Row]:
    """The rows of a table beside this file."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def share(rights: Iterable[bool]) -> Share:
    """The share of what is true."""
    found = list(rights)
    return Share(sum(found), len(found))


def phrases() -> Iterator[tuple[str, Share]]:
    """Phrases read alone: their countries, these and their sectors, and what is nobody."""
    rows = [(row, resolve(row["phrase"], on=row["on"])) for row in table("phrases")]
    homes = [sorted({p.country for p in found} - {""}) for _, found in rows]
    right = [home == sorted(set(row["country"].split(";")) - {""}) for (row, _), home in zip(rows, homes, strict=True)]
    sectors = [_sectors(row, {p.sector for p in found}) for row, found in rows]
    yield "country", share(right)
    yield "country and sector", share(home and sector for home, sector in zip(right, sectors, strict=True))
    yield "nobody", share(not resolve(row["phrase"]) for row in table("nobody"))


def _sectors(row: Row, told: set[str]) -> bool:
    """Whether each sector of a row is told, or one of those that would do as well."""
    other = bool(told & set(filter(None, row["alternatives"].split(";"))))
    return all(sector in told or other for sector in filter(None, row["sector"].split(";")))


def events(rows: Sequence[Row], coder: Coder) -> Iterator[tuple[Row, Event]]:
    """The rows with the event whose trigger is theirs, of several the one of the row's type, the likeliest."""
    for row in rows:
        found = re.search(rf"(?<!\w){re.escape(row['trigger'])}(?!\w)", row["sentence"])
        start, end = found.span() if found else (0, 0)
        told = coder.code(row["sentence"], pub_date=row.get("pub_date") or None)
        able = [event for event in told if event.trigger.start < end and start < event.trigger.end]
        if able:
            yield row, max(able, key=lambda event: (event.event_type == row.get("type"), event.confidence))


def dated(row: Row, event: Event) -> bool:
    """Whether an event has a row's first and last day."""
    return (event.dating.date_start or "", event.dating.date_end or "") == (row["start"], row["end"])


def placed(row: Row, event: Event) -> bool:
    """Whether an event stands where the row has it: its words, or none, and their country."""
    words, country = (event.place.text, event.place.country) if event.place else ("", "")
    same = (row["words"] in words or words in row["words"]) if row["words"] and words else row["words"] == words
    return same and country == row["country"]


def voiced(row: Row, event: Event) -> bool:
    """Whether an event has a row's voice, by a word of its source and quoted or not."""
    told = event.said_by
    if told is None or not row["voice"]:
        return told is None and not row["voice"]
    source = not row["said_by"] or bool(_words(row["said_by"]) & _words(told.text))
    return source and told.voice == row["voice"]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.lower())) - {"the", "and", "who", "his", "her", "its"}


def coded(coder: Coder) -> Iterator[tuple[str, Share]]:
    """Of rows whose act is told: date, place, status, voice; and how many of the rows' acts are."""
    rows = {name: table(name) for name in ("dates", "places", "statuses")}
    found = {name: list(events(own, coder)) for name, own in rows.items()}
    yield "act told", Share(sum(map(len, found.values())), sum(map(len, rows.values())))
    yield "date", share(dated(*pair) for pair in found["dates"])
    yield "place", share(placed(*pair) for pair in found["places"])
    yield "status", share(event.status == row["status"] for row, event in found["statuses"])
    yield "voice", share(voiced(*pair) for pair in found["statuses"])


def shares() -> dict[str, Share]:
    """Every share by its name."""
    return dict([*phrases(), *coded(Coder())])


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = shares()
    if asked.json:
        print(json.dumps({name: {"right": one.right, "of": one.of} for name, one in found.items()}))
        return
    for name, one in found.items():
        print(f"{name:20} {one.part:.3f} of {one.of}")


if __name__ == "__main__":
    main()
