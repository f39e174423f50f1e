"""Sources to documents, one at a time, whatever happens to one of them.

In: paths, folders, URLs, "-" for standard input, and ReadingOptions. Out: Documents and Failures in order. A source
is opened when its turn comes and read no further than asked, and a file that sources share is read once.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import cast

from dragoman.document import Document, Failure
from dragoman.errors import DocumentError, SourceError
from dragoman.reading.coded import REASON, coded_lines, coded_table
from dragoman.reading.draft import Draft, Origin, Reader
from dragoman.reading.faults import of_source
from dragoman.reading.finishing import finish
from dragoman.reading.folders import files_below
from dragoman.reading.formats import format_of
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import STDIN, opened, peek, standard_input

_AGAIN = "was read before in this run; it is read once"


def scan(
    sources: Iterable[str | Path], options: ReadingOptions, *, without: Collection[Path] = ()
) -> Iterator[Document | Failure]:
    """Every document of every source, a Failure in place of what cannot be read. Never raises for a source.

    Files of `without` are passed over in folders: what a run writes is no source of it.
    """
    walk = _Walk(options, frozenset(os.path.realpath(path) for path in without))
    for source in sources:
        for found in _guarded(walk.drafts(str(source)), str(source)):
            yield found if isinstance(found, Failure) else finish(found, options)


def _guarded(found: Iterator[Draft | Failure], source: str) -> Iterator[Draft | Failure]:
    """The same, with an error of the source told as its last Failure."""
    name = STDIN if source == "-" else source
    try:
        with of_source(name):
            yield from found
    except (SourceError, DocumentError) as error:
        yield Failure(name, " ".join(str(error).removeprefix(f"{name}: ").split()))


@dataclass(slots=True)
class _Walk:
    """One way through the sources, which remembers where it has been."""

    options: ReadingOptions
    without: frozenset[str]
    _read: set[tuple[int, int] | str] = field(default_factory=set)

    def drafts(self, source: str) -> Iterator[Draft | Failure]:
        if source == "-":
            yield from read_stream(standard_input(), Origin(STDIN), self.options)
        elif source.lower().startswith(("http://", "https://")):
            yield from self._page(source)
        elif os.path.isdir(source):
            yield from self._folder(Path(source))
        else:
            yield from self._file(Path(source))

    def _page(self, url: str) -> Iterator[Draft | Failure]:
        from dragoman.reading.url import fetch

        if not self._first_visit(url):
            yield Failure(url, _AGAIN, "skipped")
            return
        yield from read_stream(*fetch(url, self.options), self.options)

    def _folder(self, folder: Path) -> Iterator[Draft | Failure]:
        readable = 0
        for entry in files_below(folder):
            if isinstance(entry, Failure):
                yield entry
            elif not self.without or os.path.realpath(entry) not in self.without:
                readable += 1
                yield from _guarded(self._file(entry), str(entry))
        if not readable:
            raise SourceError(f"{folder}: holds no file that can be read (.txt, .html, .jsonl, …)")

    def _file(self, path: Path) -> Iterator[Draft | Failure]:
        with opened(path) as stream:
            status = path.stat()
            if path.is_file() and not self._first_visit((status.st_dev, status.st_ino)):
                yield Failure(str(path), _AGAIN, "skipped")
                return
            yield from read_stream(stream, Origin(str(path)), self.options)

    def _first_visit(self, place: tuple[int, int] | str) -> bool:
        new = place not in self._read
        self._read.add(place)
        return new


def read_stream(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """The drafts of an open stream, by the module that is named as its format."""
    head = peek(stream, source=origin.source)
    name = origin.url.split("?")[0] or origin.source
    text_field = options.fields.get("text", "")
    found = format_of(name, head, media_type=origin.media_type, text_field=text_field)
    if (found == "jsonl" and coded_lines(head, text_field=text_field)) or (found == "text" and coded_table(head)):
        yield Failure(origin.source, REASON, "skipped")
        return
    module = import_module(f"dragoman.reading.{found}")
    yield from cast(Reader, module.drafts)(stream, origin, options)
