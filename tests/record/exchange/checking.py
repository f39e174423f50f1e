"""What a round trip must give back: an event's fields by the names under which losses tell them."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from dragoman.event import Event
from dragoman.record.exchange import Format, Problem, Row

# Fields of which a test tells itself what must come back, as they are held in part.
Fields = dict[str, Any]


def fields(event: Event) -> Fields:
    """Every field under its name in `losses`; those of parties as lists over both sides."""
    row = event.to_dict()
    both = [("actor", party) for party in row.pop("actors")] + [("recipient", p) for p in row.pop("recipients")]
    names = ("text", "start", "end", "name", "country", "sector", "actor_code", "office", "wikidata")
    row |= {f"party.{name}": [(side, party[name]) for side, party in both] for name in names}
    place = row.pop("place")
    parts = ("text", "start", "end", "name", "country", "latitude", "longitude", "geonames_id")
    return row | {f"place.{name}": place and place[name] for name in parts}


def held(event: Event, format: Format) -> Fields:
    """The fields that the format holds wholly."""
    partly = {name for name, _ in format.partial}
    return {name: value for name, value in fields(event).items() if name not in {*format.losses, *partly}}


def written(format: Format, events: Iterable[Event]) -> bytes:
    """The bytes of a file."""
    stream = BytesIO()
    format.write(events, stream)
    return stream.getvalue()


def items(format: Format, data: bytes, folder: Path) -> list[Row | Problem]:
    """All that reading these bytes gives."""
    assert format.read
    path = folder / "file"
    path.write_bytes(data)
    return list(format.read(path))


def rows(format: Format, data: bytes, folder: Path) -> list[Row]:
    """The rows of a file that must be without a problem."""
    found = items(format, data, folder)
    assert [item for item in found if isinstance(item, Problem)] == []
    return [item for item in found if isinstance(item, Row)]


def problems(format: Format, data: bytes, folder: Path) -> list[tuple[int, bool, str]]:
    """Line, whether it was left out, and reason."""
    found = items(format, data, folder)
    return [(item.line, item.left_out, item.reason) for item in found if isinstance(item, Problem)]
