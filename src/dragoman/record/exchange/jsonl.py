"""JSON lines: one event a line, the public contract as it stands (docs/contract.md).

In: events, or a file of lines. Out: lines; the same events.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DocumentError
from dragoman.event import Event
from dragoman.reading.jsonl import parsed
from dragoman.record.exchange.contract import contract_row
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, no_documents, sink
from dragoman.record.exchange.lines import Line, lines
from dragoman.writing.jsonl import line as json_line


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One line an event; `documents` is not needed, as the contract has no more of a document than its id."""
    del documents
    written = 0
    with sink(target) as stream:
        for event in events:
            stream.write(json_line(event.to_dict()))
            written += 1
    return Written(written, written)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file, and each problem with its line."""
    for item in lines(path):
        if isinstance(item, Problem):
            yield item
            continue
        notes: list[str] = []
        try:
            row = contract_row(json_value(item), item.number, source=str(path), notes=notes)
        except DocumentError as error:
            yield Problem(item.number, str(error))
            continue
        yield from (Problem(item.number, note, left_out=False) for note in notes)
        yield row


def json_value(line: Line) -> object:
    """The value of a line. Raises DocumentError when it is no JSON."""
    try:
        return parsed(line.text)
    except ValueError as error:
        cut = "" if line.ended else "; the file seems cut off here"
        raise DocumentError(f"is no JSON: {error}{cut}") from error


FORMAT = Format("jsonl", "JSON lines", (".jsonl", ".ndjson"), write, read)
