"""Sources to documents, one at a time, whatever happens to one of them.

In: paths, folders, URLs, "-" for standard input, and ReadingOptions. Out: Documents and Failures in order.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.document import Document, Failure
from dragoman.errors import DocumentError, SourceError
from dragoman.reading.decoding import decode
from dragoman.reading.finishing import finish
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import STDIN, opened, read_all, standard_input
from dragoman.reading.text import read_text


def scan(sources: Iterable[str | Path], options: ReadingOptions) -> Iterator[Document | Failure]:
    """Every document of every source; a Failure in place of what cannot be read. Never raises for a source."""
    for source in sources:
        try:
            yield from _one(str(source), options)
        except (SourceError, DocumentError) as error:
            yield Failure(str(source), str(error).removeprefix(f"{source}: "))


def _one(source: str, options: ReadingOptions) -> Iterator[Document | Failure]:
    if source == "-":
        data = read_all(standard_input(), source=STDIN, limit=options.max_document)
    else:
        with opened(Path(source)) as stream:
            data = read_all(stream, source=source, limit=options.max_document)
    for draft in read_text(decode(data, source=source), source=source):
        yield finish(draft, options)
