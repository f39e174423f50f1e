"""The file of a record: opened for moments, so that one may write and others read.

In: a path. Out: DuckDB connections, in `reading` or `writing` blocks. DuckDB lets one process write or many read:
both sides hold the file only for one query or one batch and wait for each other for `WAIT` seconds.
"""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile

import duckdb

from dragoman.errors import RecordError
from dragoman.record import schema
from dragoman.record.lock import drop, only_writer
from dragoman.record.undo import held, mend, mend_killed, save, undo_path

# A batch is written in well under a second, also to a large record on a slow disk.
WAIT = 30.0
_PAUSE = 0.02
# The first to pack text with zstd; DuckDB from 1.2 on reads it, for those who look at a record with another version.
_STORAGE = "v1.2.0"
# What was saved before the file was opened undoes one checkpoint, so that has to be the last commit's or the closing's.
_NO_CHECKPOINT = {"wal_autocheckpoint": "1TB"}
_BUSY = ("Could not set lock", "different configuration", "being used by another process")

Connection = duckdb.DuckDBPyConnection


@contextmanager
def reading(path: Path, *, config: dict[str, str] | None = None, wait: float = WAIT) -> Iterator[Connection]:
    """A connection that cannot write. An older record is brought up to date first. Raises RecordError."""
    _must_exist(path)
    # Where nothing may be written nothing is.
    with suppress(OSError):
        mend_killed(path)
    connection = _opened(path, config={"access_mode": "READ_ONLY", **(config or {})}, wait=wait)
    try:
        old = schema.pending(connection, path=str(path))
        if old:
            connection.close()
            _bring_up_to_date(path)
            connection = _opened(path, config={"access_mode": "READ_ONLY", **(config or {})}, wait=wait)
        yield connection
    except (duckdb.IOException, duckdb.FatalException) as error:
        raise RecordError(f"{path}: cannot be read: {first_line(error)}") from error
    finally:
        connection.close()


@contextmanager
def writing(path: Path, *, config: dict[str, str] | None = None, wait: float = WAIT) -> Iterator[Connection]:
    """A connection in one transaction: all that is done in the block is kept, or nothing. Raises RecordError.

    One such block at a time: others wait, also those of other processes and of who holds no `only_writer`.
    """
    _must_exist(path)
    _must_be_writable(path)
    with _undoable(path, wait=wait):
        connection = _opened(path, config=_NO_CHECKPOINT | (config or {}), wait=wait)
        try:
            schema.migrate(connection, schema.pending(connection, path=str(path)))
            connection.begin()
            yield connection
            # A large transaction goes into the file at once, which is faster than through the log.
            connection.execute("RESET wal_autocheckpoint")
            connection.commit()
        except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as error:
            raise RecordError(_unwritten(path, error)) from error
        finally:
            _close(connection, path)


@contextmanager
def _undoable(path: Path, *, wait: float) -> Iterator[None]:
    """What a checkpoint in the block tears is put back: after it, or by the next who opens the record."""
    with ExitStack() as stack:
        with _told(path, wait):
            stack.enter_context(held(path, wait=wait, pause=_PAUSE))
            mend(path)
            save(path)
        try:
            yield
        finally:
            with _told(path, wait):
                mend(path)
                drop(undo_path(path))


@contextmanager
def _told(path: Path, wait: float) -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        what = f"{path}: is being written by others for over {wait:.0f} seconds; try again in a moment"
        raise RecordError(what) from None
    except OSError as error:
        raise RecordError(_unwritten(path, error)) from error


def _bring_up_to_date(path: Path) -> None:
    try:
        with only_writer(path), writing(path):
            pass
    except RecordError as error:
        what = "the record is of an older version and has to be brought up to date first"
        raise RecordError(f"{error}; {what}: copy it to where it can be written") from error


def _close(connection: Connection, path: Path) -> None:
    """Close, which moves what was written from the log into the file; where that fails, the log still holds it."""
    try:
        connection.close()
    except duckdb.Error as error:
        raise RecordError(_unwritten(path, error)) from error


def make(path: Path) -> None:
    """Make an empty record, which appears whole or not at all. The caller holds `only_writer`."""
    # What a killed process has left of an earlier attempt has the same name.
    part = path.with_name(f".{path.name}.part")
    _remove(part)
    try:
        undo_path(path).unlink(missing_ok=True)
        connection = duckdb.connect()
        # A name, not a value, so it cannot be a parameter: quotes are doubled.
        name = str(part).replace("'", "''")
        connection.execute(f"ATTACH '{name}' AS record (STORAGE_VERSION '{_STORAGE}')")
        connection.execute("USE record")
        schema.create(connection)
        # Closing swallows what a full disk refuses.
        connection.execute("CHECKPOINT record")
        connection.close()
        os.replace(part, path)
    except duckdb.Error as error:
        raise RecordError(_unwritten(path, error)) from error
    except OSError as error:
        raise RecordError(f"{path}: cannot be made: {error.strerror}") from None
    finally:
        _remove(part)


def remove_empty(path: Path) -> None:
    """Remove a record that was made for nothing: it holds no document and no event. The caller holds `only_writer`."""
    with suppress(RecordError, duckdb.Error):
        with reading(path) as connection:
            sql = "SELECT 1 FROM documents UNION ALL SELECT 1 FROM events LIMIT 1"
            empty = connection.execute(sql).fetchone() is None
        if empty:
            _remove(path)


def _remove(part: Path) -> None:
    for left in (part, part.with_name(part.name + ".wal")):
        left.unlink(missing_ok=True)


def identity(path: Path) -> tuple[int, int]:
    """Which file this is, to notice that another has taken its name. Raises RecordError when there is none."""
    try:
        found = path.stat()
    except OSError as error:
        raise RecordError(f"{path}: was moved or removed while in use ({error.strerror})") from None
    return found.st_dev, found.st_ino


def first_line(error: Exception) -> str:
    """What DuckDB says, in one line."""
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _must_exist(path: Path) -> None:
    if path.is_dir():
        raise RecordError(f"{path}: is a folder; name the file of a record")
    if not path.exists():
        raise RecordError(f"{path}: no such record; `dragoman add SOURCE --record {path}` makes one")


def _must_be_writable(path: Path) -> None:
    """DuckDB makes a log beside the file, and tells only at the end that it could not."""
    try:
        with TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise RecordError(f"{path}: cannot be written here: {error.strerror} in the folder {path.parent}") from None


def _opened(path: Path, *, config: dict[str, str], wait: float) -> Connection:
    until = time.monotonic() + wait
    while True:
        try:
            return duckdb.connect(str(path), config={**config})
        except (duckdb.IOException, duckdb.ConnectionException) as error:
            message = str(error)
            if not any(sign in message for sign in _BUSY):
                raise RecordError(_unopened(path, message)) from None
            if time.monotonic() > until:
                what = f"{path}: is held open by another program for over {wait:.0f} seconds; close it and try again"
                raise RecordError(what) from None
        except duckdb.Error as error:
            raise RecordError(f"{path}: cannot be opened: {first_line(error)}") from None
        time.sleep(_PAUSE)


def _unopened(path: Path, message: str) -> str:
    if "not a valid DuckDB database" in message:
        return f"{path}: is no record of dragoman (not a DuckDB file); name another file"
    if "Permission denied" in message:
        return f"{path}: may not be opened (permission denied)"
    return f"{path}: cannot be opened: {message.strip().splitlines()[0]}"


def _unwritten(path: Path, error: Exception) -> str:
    return (
        f"{path}: cannot be written: {first_line(error)}; "
        "what was added before is kept: run the same again, after making room if the disk is full"
    )
