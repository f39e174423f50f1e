"""Lines are numbered and bounded; one that is too long costs no memory."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading.lines import lines
from sources import stream_of


def read(data: bytes, limit: int = 1000) -> list[tuple[int, str | Failure]]:
    return list(lines(stream_of(data), source="s", limit=limit))


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n"))))
def test_all_lines_come_with_their_numbers(texts: list[str]) -> None:
    texts = [text.removeprefix("\ufeff") for text in texts]
    found = read("".join(f"x{text}\n" for text in texts).encode(), limit=10**6)
    assert found == [(number, f"x{text}\n") for number, text in enumerate(texts, 1)]


def test_a_long_line_is_told_and_passed_over() -> None:
    (first, (number, failure), last) = read(b"one\n" + b"x" * 5000 + b"\nthree")
    assert (first, last) == ((1, "one\n"), (3, "three"))
    assert number == 2
    assert isinstance(failure, Failure)
    assert failure.source == "s#line 2"
    assert "longer than 1,000 bytes" in failure.reason


def test_a_line_at_the_limit_is_read() -> None:
    assert read(b"x" * 1000) == [(1, "x" * 1000)]


def test_a_line_of_fifty_megabytes_is_never_held() -> None:
    stream = stream_of(b"x" * 50_000_000 + b"\nlast")
    tracemalloc.start()
    found = list(lines(stream, source="s", limit=100_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found[-1] == (2, "last")
    assert peak < 2_000_000


def test_a_line_in_another_encoding_and_a_binary_one() -> None:
    (_, western), (_, binary) = read("caf\xe9 bar\n".encode("cp1252") + bytes(range(128, 160)) + b"\x00\x01\x02\n")
    assert western == "café bar\n"
    assert isinstance(binary, Failure)


def test_utf16_is_refused_by_name() -> None:
    with pytest.raises(SourceError, match="UTF-16; convert it to UTF-8"):
        read("a\nb\n".encode("utf-16"))
