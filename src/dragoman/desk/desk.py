"""All that answers share: the record's readings and snapshot, the coder, the choices it runs with.

In: `Options`. Out: a `Desk`, which every route is given.
"""

from dataclasses import dataclass, field
from typing import Any

from dragoman.desk import claims
from dragoman.desk.coder import DeskCoder
from dragoman.desk.counting import Counters
from dragoman.desk.details import Details, Row, by_id
from dragoman.desk.errors import MissingError
from dragoman.desk.keeper import Keeper
from dragoman.desk.lists import Page, Query, page
from dragoman.desk.options import Options
from dragoman.desk.readings import Readings
from dragoman.desk.snapshot import Snapshot

_OF_DOCUMENT = """
SELECT event_id, incident_id, origin FROM events WHERE document_id = $id
QUALIFY origin = min(origin) OVER () ORDER BY sentence_start, event_id
"""


@dataclass(slots=True)
class Desk:
    """One record as a server holds it."""

    options: Options
    readings: Readings
    keeper: Keeper
    details: Details
    coder: DeskCoder
    counters: Counters = field(default_factory=Counters)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that stands."""
        return self.keeper.current()

    def close(self) -> None:
        """End what works beside the answers, and let go of the file."""
        self.keeper.close()
        self.readings.close()

    def page(self, query: Query) -> Page:
        """A page of a list."""
        return page(self.snapshot, query)

    def events(self, found: list[dict[str, Any]]) -> list[Row]:
        """Events of rows of the snapshot, which are of one origin, whole and as they stand."""
        origin = found[0].get("origin", "") if found else ""
        return self._standing(self.details.events([row["event_id"] for row in found], origin=origin), found)

    def _standing(self, rows: list[Row], found: list[dict[str, Any]] | None = None) -> list[Row]:
        """Rows with what people said of them, and their incidents as far as the rows of the snapshot tell them."""
        told = by_id(self.snapshot_rows(rows if found is None else found))
        standing = claims.laid_over(self.snapshot, rows)
        return [row | {"incident_id": told.get(row["event_id"], {}).get("incident_id", "")} for row in standing]

    def of_document(self, document_id: str, *, version: int | None = None) -> list[Row]:
        """All events of a document that count, or those of one of its versions, in the order of its text; those coded
        here where there are some."""
        found = self.events(self.snapshot.ask(_OF_DOCUMENT, {"id": document_id}))
        if version is None or (found and {row["version"] for row in found} == {version}):
            return found
        return self._standing(self.details.of_version(document_id, version=version))

    def counts(self, event_id: str) -> bool:
        """Whether an event is of the version of its document that counts."""
        return self.snapshot.one("SELECT 1 FROM events WHERE event_id = $id", {"id": event_id}) is not None

    def snapshot_rows(self, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Events with the ids of their incidents; rows that have them stay as they are."""
        missing = [row["event_id"] for row in found if "incident_id" not in row]
        if not missing:
            return found
        # Of events with one id that of this record comes last, and stays.
        asked = "SELECT event_id, incident_id FROM events WHERE event_id IN (SELECT unnest($ids)) ORDER BY origin DESC"
        return [*(row for row in found if "incident_id" in row), *self.snapshot.ask(asked, {"ids": missing})]

    def event(self, event_id: str) -> Row:
        """One event as it stands. Raises MissingError."""
        found = self.events([{"event_id": event_id}])
        if not found:
            raise MissingError(f"no event {event_id[:80]!r} in this record")
        return found[0]

    def incident(self, incident_id: str) -> Row:
        """One incident of the snapshot. Raises MissingError."""
        found = self.snapshot.one("SELECT * FROM incidents WHERE incident_id = $id", {"id": incident_id})
        if not found:
            raise MissingError(f"no incident {incident_id[:80]!r} in this record")
        return found

    def document(self, document_id: str, *, version: int | None = None) -> Row:
        """A document with its text, in its latest or another version. Raises MissingError."""
        found = self.details.document(document_id, version=version)
        if found:
            return found
        there = self.details.document(document_id) if version else None
        if there is None:
            raise MissingError(f"no document {document_id[:80]!r} in this record")
        versions = ", ".join(map(str, there["versions"]))
        raise MissingError(f"document {document_id[:80]!r}: there is no version {version}; there are {versions}")


def opened(options: Options) -> Desk:
    """A desk over the record that the options name; the file is opened with the first question."""
    readings = Readings(options.record)
    keeper = Keeper(readings)
    return Desk(options, readings, keeper, Details(readings, lambda: keeper.generation), DeskCoder(options))
