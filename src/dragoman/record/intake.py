"""What of the input is new: unchanged articles are left out, changed ones numbered, near-duplicates marked.

In: items as reading yields them, and a record. Out: the items that have to be coded, in order, with an `Entry` for each
that says what it is to the record. Decisions depend on the order of the input alone, never on when something was
committed: an interrupted run that is done again decides the same.
"""

import itertools
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from dragoman.document import Document, Failure, composed, content_id, storable
from dragoman.record.failing import Failing, Told
from dragoman.record.likeness import Bands, bands, likeness, shingles
from dragoman.record.places import places
from dragoman.record.store import Connection

# Agency copy with another headline or last paragraph is above it, two reports of one event are far below.
DUPLICATE = 0.8
# An article found at the same place with this much of its words kept is a new version, else another article.
SAME_ARTICLE = 0.3
# One look into the record serves so many documents; reading ahead stops earlier after a second or so much text.
_ITEMS, _CHARACTERS, _SECONDS = 256, 4_000_000, 1.0

Item = Document | Failure
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item on its way: `item` is what was handed out, `document` what it is of (None: it could not be read).

    `places` are where it was found. `known` is a failure that the record tells of already, or a document that it has,
    as this version.
    """

    item: Item
    document: Document | None = None
    version: int = 1
    content_hash: str = ""
    duplicate_of: str = ""
    bands: Bands = ()
    places: tuple[str, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its shingles and their signature, made once."""

    document: Document
    words: frozenset[int]
    bands: Bands
    places: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document, *, home: Path | None = None) -> "Read":
        """Read a document, with its places where the record's folder is given."""
        words = shingles(document.text)
        return cls(document, words, bands(words), places(document, home) if home else ())


def content_hash(document: Document) -> str:
    """What makes an article another one when it changes: its words and its date, not where it was found."""
    parts = (document.title, document.text, document.pub_date.isoformat() if document.pub_date else "")
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16)
    return digest.hexdigest()


@dataclass(slots=True)
class Shelf:
    """Articles that may matter for those at hand: versions by id, keys by place and band, texts by key, and which are
    near-duplicates of others."""

    versions: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    banded: dict[int, set[Key]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[Key, str] = field(default_factory=dict)
    # Those that another coder failed on, and those that are copies of others.
    failed: set[Key] = field(default_factory=set)
    copies: set[Key] = field(default_factory=set)

    def put(self, entry: Entry) -> None:
        """Add what is on its way to the record."""
        document = entry.document
        if document is None:
            return
        key = (document.id, entry.version)
        self.versions[document.id][entry.content_hash] = entry.version
        self.texts[key] = document.text
        if entry.duplicate_of:
            self.copies.add(key)
        for place in entry.places:
            self.places[place].add(key)
        for band in entry.bands:
            self.banded[band].add(key)

    def closest(self, keys: Iterable[Key], found: frozenset[int], *, least: float) -> str:
        """The id of the article most like these shingles, "" where none is like enough; the lower id of equals."""
        ranked = [(-likeness(found, shingles(self.texts[key])), key[0]) for key in keys if key in self.texts]
        best = min(ranked, default=(0.0, ""))
        return best[1] if best[0] <= -least else ""


@dataclass(slots=True)
class Intake:
    """Decides on items chunk by chunk; `opened` gives a connection to look into the record, `home` is its folder.

    `coder` names who codes: what another one failed on is tried again.
    """

    opened: Callable[[], AbstractContextManager[Connection]]
    home: Path = Path()
    coder: str = ""
    unchanged: int = 0
    # Articles that were met last as an older version than their latest; ids of near-duplicates that were met again.
    older: dict[str, Document] = field(default_factory=dict)
    copies: set[str] = field(default_factory=set)
    # Whether something was handed out that changes what counts of others: a copy, or a later version.
    changing: bool = False
    _failing: Failing | None = None
    _waiting: deque[Entry] = field(default_factory=deque)
    _flying: deque[Entry] = field(default_factory=deque)

    def fresh(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items that the record does not have, and every failure: that it was told before makes it no success."""
        source = iter(items)
        while chunk := list(_chunk(source)):
            with self.opened() as connection:
                entries = self._decided(chunk, connection)
            yield from self.handed_out(entries)

    def handed_out(self, entries: Iterable[Entry]) -> Iterator[Item]:
        """The items of entries, which come out as `taken` does."""
        for entry in entries:
            self.changing |= bool(entry.duplicate_of) or entry.version > 1
            self._waiting.append(entry)
            self._flying.append(entry)
            yield entry.item

    def taken(self, item: Item | None) -> Entry | None:
        """The entry of the next item that comes out, None where it is not the next: something before it is missing."""
        if not self._waiting or self._waiting[0].item is not item:
            return None
        return self._waiting.popleft()

    def committed(self) -> None:
        """All that was taken is in the record."""
        while len(self._flying) > len(self._waiting):
            self._flying.popleft()

    def mended(self) -> list[Told]:
        """Failures that the record tells of and that are no more, once all of the input was read."""
        return self._failing.mended() if self._failing else []

    def _decided(self, chunk: list[Item], connection: Connection) -> list[Entry]:
        read = [Read.of(item, home=self.home) if isinstance(item, Document) else item for item in chunk]
        shelf = shelf_of(connection, [item for item in read if isinstance(item, Read)], coder=self.coder)
        failing = self._failing = self._failing or Failing.of(connection)
        for entry in self._flying:
            shelf.put(entry)
        entries: list[Entry] = []
        for item, given in zip(read, chunk, strict=True):
            failing.read(given)
            if not isinstance(item, Read):
                entries.append(Entry(item, known=not failing.is_new(item)))
                continue
            made = _entry(item, shelf)
            self._note(made, shelf)
            if made.known:
                self.unchanged += 1
            else:
                shelf.put(made)
                entries.append(made)
        return entries

    def _note(self, entry: Entry, shelf: Shelf) -> None:
        """Note what has to be looked at when all of the input was met."""
        document = entry.document
        assert document is not None
        self.older.pop(document.id, None)
        if entry.known and entry.version < max(shelf.versions[document.id].values()):
            self.older[document.id] = document
        elif entry.known and (document.id, entry.version) in shelf.copies:
            self.copies.add(document.id)


def _entry(read: Read, shelf: Shelf) -> Entry:
    """What a document is to the record."""
    document = _named(read, shelf)
    digest = content_hash(document)
    versions = shelf.versions.get(document.id, {})
    latest = max(versions.values(), default=0)
    if digest in versions and (versions[digest] < latest or (document.id, latest) not in shelf.failed):
        return Entry(document, document, version=versions[digest], known=True)
    read = replace(read, document=document)
    return entry_of(read, shelf, version=latest + 1, digest=digest, changed=latest > 0)


def entry_of(read: Read, shelf: Shelf, *, version: int, digest: str, changed: bool) -> Entry:
    """A version of a document, as a near-duplicate where it is one."""
    document, signature = read.document, read.bands
    rivals = {key for band in signature for key in shelf.banded.get(band, ()) if key[0] != document.id}
    # A changed article is coded again however little has changed.
    twin = "" if changed else shelf.closest(rivals, read.words, least=DUPLICATE)
    if twin:
        reason = f"a near-duplicate of {twin}; kept, not coded again"
        item = Failure(document.source or document.id, reason, "skipped")
        return Entry(item, document, version, digest, duplicate_of=twin, places=read.places)
    return Entry(document, document, version, digest, bands=signature, places=read.places)


def _named(read: Read, shelf: Shelf) -> Document:
    """The document under the id of the article that stood at its place before, where its own is only derived."""
    document = read.document
    if document.id in shelf.versions or document.id != content_id(document.text, title=document.title):
        return document
    keys = {key for place in read.places for key in shelf.places.get(place, ())}
    before = shelf.closest(keys, read.words, least=SAME_ARTICLE)
    return replace(document, id=before) if before else document


def _chunk(items: Iterator[Item]) -> Iterator[Item]:
    until, characters = time.monotonic() + _SECONDS, 0
    for item in itertools.islice(items, _ITEMS):
        yield storable(_composed(item))
        characters += len(item.text) if isinstance(item, Document) else 0
        if characters > _CHARACTERS or time.monotonic() > until:
            return


def _composed(item: Item) -> Item:
    """The item as reading gives it also where a caller made it: what is coded is what is kept."""
    if isinstance(item, Failure):
        return item
    text, title = composed(item.text), composed(item.title)
    return item if (text, title) == (item.text, item.title) else replace(item, text=text, title=title)


def shelf_of(connection: Connection, found: list[Read], *, coder: str = "") -> Shelf:
    """What the record has that may matter for these documents."""
    shelf = Shelf()
    if not found:
        return shelf
    asked = [place for read in found for place in read.places]
    signs = [band for read in found for band in read.bands]
    keys: set[Key] = set()
    for place, document_id, version in connection.execute(_AT_PLACES, {"places": asked}).fetchall():
        shelf.places[place].add((document_id, version))
        keys.add((document_id, version))
    sql = "SELECT band, document_id, version FROM signatures SEMI JOIN (SELECT unnest($bands) AS band) USING (band)"
    for band, document_id, version in connection.execute(sql, {"bands": signs}).fetchall():
        shelf.banded[band].add((document_id, version))
        keys.add((document_id, version))
    ids = {read.document.id for read in found} | {key[0] for key in keys}
    of_ids = connection.execute(_VERSIONS, {"ids": list(ids), "coder": coder}).fetchall()
    for document_id, version, digest, failed, copy in of_ids:
        shelf.versions[document_id][digest] = version
        if failed:
            shelf.failed.add((document_id, version))
        if copy:
            shelf.copies.add((document_id, version))
    rows = connection.execute(_TEXTS, {"ids": list({key[0] for key in keys})}).fetchall()
    shelf.texts = {(row[0], row[1]): row[2] for row in rows if (row[0], row[1]) in keys}
    return shelf


_AT_PLACES = """
SELECT place, document_id, version FROM (
    SELECT unnest([url, coalesce(p.place, source)]) AS place, document_id, version
    FROM documents LEFT JOIN places p USING (document_id, source)
    WHERE url IN (SELECT unnest($places)) OR coalesce(p.place, source) IN (SELECT unnest($places))
) WHERE place IN (SELECT unnest($places))
"""
_VERSIONS = """
SELECT document_id, version, content_hash, status = 'failed' AND coder <> $coder, status = 'duplicate' FROM documents
WHERE document_id IN (SELECT unnest($ids)) ORDER BY version
"""
_TEXTS = "SELECT document_id, version, text FROM documents WHERE document_id IN (SELECT unnest($ids))"
