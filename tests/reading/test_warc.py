"""Pages come out of an archive one by one; a bad record is named while the others go on."""

import gzip
import zlib

import pytest

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading import warc
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import decompressed
from sources import DEFAULTS, STORY, archive_record, drafts_of, page, stream_of

PAGE = page(STORY, STORY + " They left.").encode()
FIRST, LAST = (archive_record(f"https://x.example/{name}", PAGE) for name in ("one", "two"))
HTML = "Content-Type: text/html\r\n"
IMAGE = archive_record("https://x.example/i", bytes(range(60)), headers="Content-Type: image/png\r\n")


def test_pages_with_their_urls_and_ids() -> None:
    first, last = drafts_of(warc, FIRST + LAST)
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)
    assert first.text.startswith(STORY)
    assert (first.source, first.url) == ("source#record 1", "https://x.example/one")
    assert first.id.startswith("urn:uuid:")
    assert last.source == "source#record 2"


def test_gzip_by_record() -> None:
    stream = decompressed(stream_of(gzip.compress(FIRST) + gzip.compress(LAST)), source="s")
    assert len(list(warc.drafts(stream, Origin("s"), DEFAULTS))) == 2


@pytest.mark.parametrize(("name", "packed"), [("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE))])
def test_pages_that_were_sent_compressed(name: str, packed: bytes) -> None:
    (draft,) = drafts_of(
        warc, archive_record("https://x.example/", packed, headers=f"{HTML}Content-Encoding: {name}\r\n")
    )
    assert isinstance(draft, Draft)
    assert draft.text.startswith(STORY)


def test_what_is_no_page_is_passed_over() -> None:
    image = archive_record("https://x.example/i", b"\x89PNG", headers="Content-Type: image/png\r\n")
    gone = FIRST.replace(b"200 OK", b"404 No")
    assert len(drafts_of(warc, image + gone + LAST)) == 1


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (gzip.compress(bytes(10**6)), f"{HTML}Content-Encoding: gzip\r\n", "is larger than"),
        (b"a" * 60_000, HTML, "is larger than"),
        (b"no gzip", f"{HTML}Content-Encoding: gzip\r\n", "damaged"),
        (b"<div>" * 9000, HTML, "nested 9,000 deep"),
        (b"no chunk at all", f"{HTML}Transfer-Encoding: chunked\r\n", "cannot be read"),
    ],
)
def test_a_bad_record_is_named_and_the_others_are_read(body: bytes, headers: str, reason: str) -> None:
    data = FIRST + archive_record("https://x.example/bad", body, headers=headers) + LAST
    found = drafts_of(warc, data, options=ReadingOptions(max_document=50_000))
    assert [type(one) for one in found] == [Draft, Failure, Draft]
    assert isinstance(found[1], Failure)
    assert found[1].source == "source#record 2"
    assert reason in found[1].reason


def test_an_archive_that_is_cut_off() -> None:
    first, failure = drafts_of(warc, FIRST + LAST[:-100])
    assert isinstance(first, Draft)
    assert isinstance(failure, Failure)
    assert "cut off" in failure.reason


@pytest.mark.parametrize("left", range(1, len(IMAGE), 7))
def test_an_archive_that_is_cut_off_in_what_is_no_page(left: int) -> None:
    found = warc.drafts(stream_of(FIRST + IMAGE[:left]), Origin("s"), DEFAULTS)
    assert isinstance(next(found), Draft)
    try:
        (failure,) = found
    except SourceError as error:
        failure = Failure("s", str(error))
    assert isinstance(failure, Failure)
    assert "cut off" in failure.reason or "cannot be read" in failure.reason


def test_an_archive_whose_last_record_is_no_page_is_whole() -> None:
    assert len(drafts_of(warc, FIRST + IMAGE)) == 1


def test_a_compressed_archive_that_is_cut_off() -> None:
    stream = decompressed(stream_of(gzip.compress(FIRST) + gzip.compress(LAST)[:-50]), source="s")
    found = warc.drafts(stream, Origin("s"), DEFAULTS)
    assert isinstance(next(found), Draft)
    with pytest.raises(SourceError, match="s: the gzip data is cut off"):
        list(found)


@pytest.mark.parametrize("data", [b"WARC/1.0", b"WARC/1.0 of nothing", b"WARC/1.0\r\nWARC-Type: request\r\n\r\n"])
def test_no_archive(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"holds no response record|cannot be read: Invalid"):
        drafts_of(warc, data)
