"""Where bytes go: standard output, or a file that appears only when it is whole.

In: a path or None. Out: a binary stream; on a clean end the file is renamed into its place, else removed. A record
is never written over.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from dragoman.errors import DragomanError, UsageError

# What a DuckDB file has after its checksum.
_DUCKDB, _DUCKDB_AT = b"DUCK", 8


def _always() -> bool:
    return True


@contextmanager
def destination(path: Path | None, *, wanted: Callable[[], bool] = _always) -> Iterator[BinaryIO]:
    """A stream to write to. Where `wanted` says no at the end, the file stays as it was before.

    Raises UsageError when the file cannot be created or is a record.
    """
    if path is None:
        yield from _standard_output()
        return
    target = path.resolve()
    if target.is_dir():
        raise UsageError(f"{path}: is a folder; name a file")
    _refuse_record(target, name=path)
    # A device or a named pipe has no "beside": it is written straight.
    straight = target.exists() and not target.is_file()
    part = target if straight else target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        with _created(part, name=path) as stream:
            yield stream
            stream.flush()
            if not straight:
                os.fsync(stream.fileno())
        if not straight and wanted():
            os.replace(part, target)
    except BrokenPipeError:
        # Of another output of the same run, whose reader went away.
        raise
    except OSError as error:
        raise DragomanError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        if not straight:
            part.unlink(missing_ok=True)


def is_duckdb(path: Path) -> bool:
    """Whether a file is a DuckDB database, as records are; also where it cannot be read, False."""
    try:
        with path.open("rb") as stream:
            return stream.read(_DUCKDB_AT + len(_DUCKDB))[_DUCKDB_AT:] == _DUCKDB
    except OSError:
        return False


def _refuse_record(target: Path, *, name: Path) -> None:
    """A record, or what stands beside one: its lock, its log, the memory of its watch."""
    beside = (target.with_name(target.name.removesuffix(end)) for end in (".lock", ".wal", ".watch.json"))
    for record in (target, *(other for other in beside if other != target)):
        if record.is_file() and is_duckdb(record):
            what = "a record" if record == target else f"kept for the record {record.name}"
            raise UsageError(f"{name}: is {what} and would be lost; write to another file")


def _standard_output() -> Iterator[BinaryIO]:
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is still in the buffer must go somewhere when the interpreter closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise DragomanError(f"standard output: cannot be written: {error.strerror or error}") from error


def _created(part: Path, *, name: Path) -> BinaryIO:
    try:
        return part.open("wb")
    except OSError as error:
        raise UsageError(f"{name}: cannot be written: {error.strerror}") from None
