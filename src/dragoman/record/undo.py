"""What a writer may tear is copied beside the record first, so that a killed one can be undone.

In: the path of a record. Out: `r.duckdb.undo` while the record is open for writing, locked by who writes, and a record
whose torn blocks are as they were. At a checkpoint DuckDB writes data where nothing is yet and then changes its
header, but the table of contents ("metadata") it writes over a block in use that has room. A process that is killed
there leaves a block half new, which fails its checksum, and without it no table is found. That block's old state and
the log beside the file are the whole record. No `.undo` is of use once the header is another: the checkpoint was whole.
"""

import os
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

import numpy as np

from dragoman.record.lock import drop, locked

# Three pages: what file this is, and two headers that take turns, of which the one that counts further is in force.
_PAGE = 4096
_BLOCKS = 3 * _PAGE
# Of a header: checksum, count, place of the contents, place of the list of free blocks, number of blocks, their size.
_HEADER = struct.Struct("<6Q")
# A block of contents is its checksum and 64 parts; a place is a block's number and, in the highest byte, a part's.
_PARTS = 64
_NOWHERE = 2**64 - 1
_NUMBER = 2**56 - 1
_DIGEST = 16
_AT = struct.Struct("<QQ")


def undo_path(path: Path) -> Path:
    """Where the copy is."""
    return path.with_name(path.name + ".undo")


@contextmanager
def held(path: Path, *, wait: float, pause: float) -> Iterator[None]:
    """Hold the copy, which is its own lock: a second one would take it away from whom it has to undo.

    Raises OSError, a TimeoutError where another holds it for so many seconds.
    """
    until = time.monotonic() + wait
    while (copy := locked(undo_path(path))) is None:
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(pause)
    with copy:
        yield


def mend_killed(path: Path) -> None:
    """Mend what a killed writer left; a living one, who holds the copy, does so itself. Raises OSError."""
    copy = locked(undo_path(path), mode="r+b")
    if copy is not None:
        with copy:
            mend(path)
            drop(undo_path(path))


def save(path: Path) -> None:
    """Copy what the next checkpoint may write over; done before DuckDB opens the file, for that one checkpoint.

    The caller holds the copy.
    """
    with path.open("rb") as file:
        told = [file.read(_BLOCKS)]
        if len(told[0]) < _BLOCKS or told[0][8:12] != b"DUCK":
            return  # DuckDB will say that this is none of its files.
        size = _in_force(told[0])[1]
        for number in _with_room(file, told[0]):
            file.seek(_BLOCKS + number * size)
            told += [_AT.pack(file.tell(), size), file.read(size)]
    content = b"".join(told)
    with undo_path(path).open("wb") as copy:
        copy.write(blake2b(content, digest_size=_DIGEST).digest() + content)
        copy.flush()
        os.fsync(copy.fileno())


def mend(path: Path) -> None:
    """Put back what a writer tore. The caller holds the copy."""
    try:
        told = undo_path(path).read_bytes()
    except FileNotFoundError:
        return
    content = told[_DIGEST:]
    # A copy that is not whole was still being made: the record was not yet open.
    if told[:_DIGEST] == blake2b(content, digest_size=_DIGEST).digest() and (torn := _torn(path, content)):
        with path.open("r+b") as file:
            for place, block in torn:
                file.seek(place)
                file.write(block)
            file.flush()
            os.fsync(file.fileno())


def _torn(path: Path, content: bytes) -> list[tuple[int, bytes]]:
    """Places of torn blocks, and what stood there. One that is whole may be being read, and serves as well."""
    found, at = [], _BLOCKS
    with path.open("rb") as file:
        if file.read(_BLOCKS) != content[:_BLOCKS]:
            return []
        while at < len(content):
            place, size = _AT.unpack_from(content, at)
            at += _AT.size + size
            file.seek(place)
            if not _is_whole(file.read(size)):
                found.append((place, content[at - size : at]))
    return found


def _is_whole(block: bytes) -> bool:
    """A block is as its checksum, DuckDB's, says."""
    words = np.frombuffer(block, "<u8")
    return int(np.bitwise_xor.reduce(words[1:] * np.uint64(0xBF58476D1CE4E5B9))) ^ 5381 == int(words[0])


def _in_force(head: bytes) -> tuple[int, int]:
    """The place of the list of free blocks, and the size of a block."""
    headers = [_HEADER.unpack_from(head, page * _PAGE) for page in (1, 2)]
    _, _, _, free, _, size = max(headers, key=lambda header: header[1])
    return free, size


def _with_room(file: BinaryIO, head: bytes) -> list[int]:
    """Numbers of the blocks of contents that have room: the last of three lists at the place of free blocks."""
    free, size = _in_force(head)
    listed = b"".join(_parts(file, free, size=size))
    if not listed:
        return []
    at = 0
    for width in (8, 12):
        at += 8 + width * int.from_bytes(listed[at : at + 8], "little")
    count = int.from_bytes(listed[at : at + 8], "little")
    # A bit for each part that is free.
    return [number for number, room in struct.iter_unpack("<QQ", listed[at + 8 : at + 8 + 16 * count]) if room]


def _parts(file: BinaryIO, place: int, *, size: int) -> Iterator[bytes]:
    """What stands in a chain of parts, each of which begins with the place of the next."""
    length = (size - 8) // _PARTS // 8 * 8
    while place != _NOWHERE:
        file.seek(_BLOCKS + (place & _NUMBER) * size + 8 + (place >> 56) * length)
        part = file.read(length)
        if len(part) < length:
            return
        place = int.from_bytes(part[:8], "little")
        yield part[8:]
