"""One writer: a lock that a process holds beside the record for as long as it adds.

In: the record's path. Out: a held lock, or a RecordError that says who holds it. Where there is no record in the end,
its lock goes too. The system frees the lock when the process ends, however it ends. DuckDB's own lock is held for
moments only, so that others can read in between. `locked` is any such lock.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.errors import RecordError
from dragoman.writing.destination import is_duckdb

# A byte that nobody writes to: Windows locks a range, and a locked one cannot be read.
_FAR = 1 << 30


def lock_path(path: Path) -> Path:
    """The lock file of a record: it stays there, empty but for the number of the last writer's process."""
    return path.with_name(path.name + ".lock")


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the lock. Raises RecordError at once when another process writes, or the folder cannot be written.

    So it does where the file is no record, as an article given by mistake: nothing is left beside that.
    """
    _refuse_other(path)
    with _held(path) as stream:
        stream.truncate(0)
        stream.write(str(os.getpid()).encode("ascii"))
        stream.flush()
        try:
            yield
        finally:
            if not path.exists():
                drop(lock_path(path))


def _refuse_other(path: Path) -> None:
    # An empty file may be one that was made to become a record.
    if path.is_file() and path.stat().st_size and not is_duckdb(path):
        raise RecordError(f"{path}: is no record of dragoman (not a DuckDB file); name another file")


@contextmanager
def _held(path: Path) -> Iterator[BinaryIO]:
    lock = lock_path(path)
    try:
        stream = locked(lock)
    except FileNotFoundError:
        raise RecordError(f"{path}: the folder does not exist; make it first") from None
    except OSError as error:
        raise RecordError(f"{path}: cannot be written here: {error.strerror}") from None
    if stream is None:
        raise RecordError(f"{path}: is being written by another process{_who(lock)}; try again when it has finished")
    with stream:
        yield stream


def _who(lock: Path) -> str:
    try:
        return f" ({lock.read_bytes()[:20].decode('ascii', 'replace').strip()})"
    except OSError:
        return ""


def locked(file: Path, *, mode: str = "a+b") -> BinaryIO | None:
    """The file, open and locked until it is closed; None where another has locked it. Raises OSError."""
    while True:
        stream = cast(BinaryIO, file.open(mode))
        if not _taken(stream):
            stream.close()
            return None
        # Another may have dropped the file between its opening and its locking: a lock without a name holds nobody.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(stream.fileno()), file.stat()):
                return stream
        stream.close()


def drop(file: Path) -> None:
    """Remove a file that this process has locked. Windows removes no open file: there it stays."""
    with suppress(PermissionError):
        file.unlink(missing_ok=True)


def _taken(stream: BinaryIO) -> bool:
    try:
        _take(stream)
    except OSError:
        return False
    return True


if sys.platform == "win32":

    def _take(stream: BinaryIO) -> None:
        import msvcrt

        stream.seek(_FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _take(stream: BinaryIO) -> None:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
