"""Sources are opened, decompressed and bounded, and every way they break has its line."""

import gzip
import io
import os
from pathlib import Path

import pytest

from dragoman.errors import DocumentError, SourceError
from dragoman.reading.stream import (
    chunks,
    decompressed,
    line_too_long,
    opened,
    peek,
    read_all,
    standard_input,
    too_large,
    too_long,
)
from sources import stream_of

DATA = os.urandom(200_000)


def test_gzip_is_looked_through() -> None:
    stream = decompressed(stream_of(gzip.compress(DATA)), source="s")
    assert DATA.startswith(peek(stream, source="s"))
    assert read_all(stream, source="s", limit=len(DATA)) == DATA


def test_peeking_leaves_the_bytes() -> None:
    stream = stream_of(b"abc")
    assert peek(stream, source="s") == peek(stream, source="s") == stream.read()


def test_a_bomb_is_stopped_at_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(DocumentError, match="larger than 1,000 bytes"):
        read_all(decompressed(stream_of(bomb), source="s"), source="s", limit=1000)


def test_gzip_that_is_cut_off() -> None:
    stream = decompressed(stream_of(gzip.compress(DATA)[:-1000]), source="s")
    with pytest.raises(SourceError, match="s: the gzip data is cut off"):
        read_all(stream, source="s", limit=10**9)


@pytest.mark.parametrize("at", [5, 12, 100_000])
def test_gzip_that_is_damaged(at: int) -> None:
    broken = bytearray(gzip.compress(DATA))
    broken[2:4] = b"\xff\xff" if at == 5 else broken[2:4]
    broken[at : at + 200] = bytes(200)
    stream = decompressed(stream_of(bytes(broken)), source="s")
    with pytest.raises(SourceError, match="gzip data is"):
        list(chunks(stream, source="s"))


def test_standard_input_without_a_file_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    assert standard_input().read() == b"abc"


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="standard input: is closed"):
        standard_input()


def test_missing_empty_and_closed_files(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"), opened(tmp_path / "none"):
        pass
    (tmp_path / "empty").touch()
    with pytest.raises(SourceError, match="is empty"), opened(tmp_path / "empty"):
        pass
    with pytest.raises(SourceError, match="cannot be opened: Is a directory"), opened(tmp_path):
        pass


def test_what_can_be_done_about_a_limit_is_said() -> None:
    for reason in (too_large(5), too_long(7, 5), line_too_long(5)):
        assert "split it, or code it from Python: dragoman.read takes a higher max_" in reason
