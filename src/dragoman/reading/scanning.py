"""Sources to documents, one at a time, whatever happens to one of them.

In: paths, folders, URLs, "-" for standard input, and ReadingOptions. Out: Documents and Failures in order. A source
is opened when its turn comes and read no further than asked.
"""

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import cast

from dragoman.document import Document, Failure
from dragoman.errors import DocumentError, SourceError
from dragoman.reading.draft import Draft, Origin, Reader
from dragoman.reading.finishing import finish
from dragoman.reading.folders import files_below
from dragoman.reading.formats import format_of
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import STDIN, opened, peek, standard_input


def scan(sources: Iterable[str | Path], options: ReadingOptions) -> Iterator[Document | Failure]:
    """Every document of every source, a Failure in place of what cannot be read. Never raises for a source."""
    for source in sources:
        for found in _guarded(_drafts(str(source), options), str(source)):
            yield found if isinstance(found, Failure) else finish(found, options)


def _guarded(found: Iterator[Draft | Failure], source: str) -> Iterator[Draft | Failure]:
    """The same, with an error of the source told as its last Failure."""
    try:
        yield from found
    except (SourceError, DocumentError) as error:
        name = STDIN if source == "-" else source
        yield Failure(name, " ".join(str(error).removeprefix(f"{name}: ").split()))


def _drafts(source: str, options: ReadingOptions) -> Iterator[Draft | Failure]:
    if source == "-":
        yield from read_stream(standard_input(), Origin(STDIN), options)
    elif source.lower().startswith(("http://", "https://")):
        from dragoman.reading.url import fetch

        yield from read_stream(*fetch(source, options), options)
    elif os.path.isdir(source):
        yield from _folder(Path(source), options)
    else:
        yield from _file(Path(source), options)


def _folder(folder: Path, options: ReadingOptions) -> Iterator[Draft | Failure]:
    readable = 0
    for entry in files_below(folder):
        if isinstance(entry, Failure):
            yield entry
        else:
            readable += 1
            yield from _guarded(_file(entry, options), str(entry))
    if not readable:
        raise SourceError(f"{folder}: holds no file that can be read (.txt, .html, .jsonl, …)")


def _file(path: Path, options: ReadingOptions) -> Iterator[Draft | Failure]:
    with opened(path) as stream:
        yield from read_stream(stream, Origin(str(path)), options)


def read_stream(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """The drafts of an open stream, by the module that is named as its format."""
    head = peek(stream, source=origin.source)
    name = origin.url.split("?")[0] or origin.source
    found = format_of(name, head, media_type=origin.media_type, text_field=options.fields.get("text", ""))
    module = import_module(f"dragoman.reading.{found}")
    yield from cast(Reader, module.drafts)(stream, origin, options)
