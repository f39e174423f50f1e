"""What is to be coded once all of the input is in the record: articles back at an earlier wording, copies left alone.

In: a record, and articles that were met last as an older version than the one that counts. Out: new versions of them,
and of near-duplicates whose original tells their words no more: it has changed, or could not be coded. Which these are
is read off the record, so that a run that was ended before it came to them leaves them to the next.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields

from dragoman.document import Document
from dragoman.record.intake import DUPLICATE, Entry, Intake, Item, Read, content_hash, entry_of, shelf_of
from dragoman.record.likeness import likeness, shingles
from dragoman.record.store import Connection

_STANDING = "(SELECT * FROM documents ANTI JOIN superseded USING (document_id, version) WHERE status = 'coded')"
_LATEST = "(SELECT max(version) FROM documents n WHERE n.document_id = d.document_id)"
_LATER = f"""
SELECT s.document_id, s.source, s.content_hash, {_LATEST.replace("d.", "s.")} FROM {_STANDING} s
WHERE s.document_id IN (SELECT unnest($ids))
"""
# An original with one version alone is what the copy was found to be like. Those of finished runs were looked at then.
_COPIES = f"""
WITH open AS (SELECT run_id FROM runs WHERE finished_at IS NULL)
SELECT s.text, d.version, d.document_id AS id, {{columns}}
FROM documents d ANTI JOIN superseded USING (document_id, version)
LEFT JOIN {_STANDING} s ON s.document_id = d.duplicate_of
WHERE d.status = 'duplicate' AND d.version = {_LATEST} AND (s.version IS NULL OR s.version > 1) AND (
    d.run_id IN (FROM open) OR d.document_id IN (SELECT unnest($met))
    OR d.duplicate_of IN (SELECT document_id FROM documents WHERE run_id IN (FROM open))
) ORDER BY d.rowid
"""


def returned(intake: Intake) -> Iterator[Item]:
    """Articles that read again as before their latest version, at the same place as that."""
    if intake.older:
        with intake.opened() as connection:
            entries = list(_returned(connection, intake.older.values()))
        intake.unchanged -= len(entries)
        yield from intake.handed_out(entries)


def alone(intake: Intake) -> Iterator[Item]:
    """Near-duplicates whose original tells their words no more; of several that are alike the first is to be coded."""
    with intake.opened() as connection:
        entries = list(_alone(connection, intake.copies))
    yield from intake.handed_out(entries)


def _returned(connection: Connection, met: Collection[Document]) -> Iterator[Entry]:
    rows = connection.execute(_LATER, {"ids": [document.id for document in met]}).fetchall()
    later = {row[0]: row[1:] for row in rows}
    for document in met:
        source, digest, latest = later.get(document.id, ("", "", 0))
        told = content_hash(document)
        if source and source == document.source and digest != told:
            bands = Read.of(document).bands
            yield Entry(document, document, version=latest + 1, content_hash=told, bands=bands)


def _alone(connection: Connection, met: Iterable[str]) -> Iterator[Entry]:
    names = [field.name for field in fields(Document) if field.name != "id"]
    asked = _COPIES.format(columns=", ".join(f"d.{name}" for name in names))
    rows = connection.execute(asked, {"met": list(met)}).fetchall()
    copies = [(*row[:2], Read.of(Document(**dict(zip(["id", *names], row[2:], strict=True))))) for row in rows]
    left = [(latest, read) for text, latest, read in copies if not _alike(read, text)]
    shelf = shelf_of(connection, [read for _, read in left])
    keys = {key for found in shelf.banded.values() for key in found}
    asked = f"SELECT document_id, version FROM {_STANDING} WHERE document_id IN (SELECT unnest($ids))"
    standing = set(connection.execute(asked, {"ids": [key[0] for key in keys]}).fetchall())
    for band, found in shelf.banded.items():
        shelf.banded[band] = found & standing
    for latest, read in left:
        digest = content_hash(read.document)
        entry = entry_of(read, shelf, version=latest + 1, digest=digest, changed=False)
        shelf.put(entry)
        yield entry


def _alike(read: Read, text: str | None) -> bool:
    return text is not None and likeness(read.words, shingles(text)) >= DUPLICATE
