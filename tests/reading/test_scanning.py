"""Whatever a source is, it gives documents or one clear line, and the other sources go on."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.document import Document, Failure
from dragoman.reading.formats import SUFFIXES
from dragoman.reading.options import ReadingOptions
from dragoman.reading.scanning import scan
from sources import DEFAULTS, FRENCH, STORY, one_document, one_failure, page, scan_file

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(STORY)
    return path


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("image.txt", b"\x89PNG\r\n", "is a PNG image"),
        ("noise.txt", bytes(range(256)) * 20, "is a binary file"),
        ("cut.txt.gz", gzip.compress(os.urandom(5000).hex().encode())[:-100], "is cut off"),
        ("bomb.txt.gz", gzip.compress(bytes(30_000_000)), "is larger than|is a binary file"),
        ("words.txt.gz", gzip.compress(b"a " * 20_000_000), "is larger than 16,777,216 bytes"),
        ("line.jsonl", b"{" * 50_000_000, "line is longer than 16,777,216 bytes"),
        ("broken.jsonl", b'{"text": ', "is no JSON"),
        ("deep.html", b"<html><body>" + b"<div>" * 100_000, "nested 100,000 deep"),
        ("other.xml", b'<?xml version="1.0"?><nitf/>', "neither RSS, Atom nor XHTML"),
        ("nothing.csv", b"a,b\n1,2\n", "has no field for the text"),
        ("damaged.parquet", b"PAR1....", "is damaged Parquet"),
        ("empty.warc", b"WARC/1.0", "holds no response record"),
        ("french.txt", FRENCH.encode(), "language is fr, not English"),
    ],
)
def test_bad_input_is_one_line_and_the_next_source_is_read(
    tmp_path: Path, good: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    bad, document = scan([tmp_path / name, good], DEFAULTS)
    failure = one_failure([bad])
    assert failure.source.startswith(str(tmp_path / name))
    assert any(part in failure.reason for part in reason.split("|"))
    assert not failure.reason.startswith(str(tmp_path))
    assert one_document([document]).text == STORY


def test_a_missing_file_and_a_wrong_address_are_failures(good: Path) -> None:
    wrong = ["nowhere.txt", "", "n\0n", "n" * 5000, "http://127.0.0.1:9/"]
    *failed, document = scan([*wrong, good], ReadingOptions(connect_timeout=2))
    assert [one_failure([one]).source for one in failed] == wrong
    assert one_document([document]).text == STORY


def test_a_folder_is_read_whole_and_what_fails_is_named(tmp_path: Path, good: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"%PDF-")
    (tmp_path / "table.csv").write_text(f'id,text\n7,"{STORY}"\n')
    (tmp_path / "image.png").touch()
    results = {Path(one.source).name: one for one in scan([tmp_path], DEFAULTS)}
    assert set(results) == {"bad.txt", "good.txt", "image.png", "table.csv#line 2"}
    assert isinstance(results["table.csv#line 2"], Document)
    assert results["good.txt"].source == str(good)


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "image.png").touch()
    skipped, failed = scan([tmp_path], DEFAULTS)
    assert isinstance(skipped, Failure)
    assert skipped.kind == "skipped"
    assert "holds no file that can be read" in one_failure([failed]).reason


def test_what_came_before_a_cut_is_read(tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"text": f"{STORY} {os.urandom(30).hex()}"}).encode() + b"\n" for _ in range(500))
    *documents, last = scan_file(tmp_path, "rows.jsonl.gz", gzip.compress(rows)[:-2000])
    assert len(documents) > 100
    assert "cut off" in one_failure([last]).reason


def test_the_same_article_in_any_format_has_the_same_text(tmp_path: Path) -> None:
    files = {
        "a.txt": STORY.encode(),
        "a.txt.gz": gzip.compress(STORY.encode()),
        "a.html": page(STORY).encode(),
        "a.jsonl": json.dumps({"text": STORY}).encode(),
        "a.csv": f'id,text\n1,"{STORY}"\n'.encode(),
        "a.xml": f"<rss><channel><item><description>{STORY}</description></item></channel></rss>".encode(),
    }
    texts = {one_document(scan_file(tmp_path, name, data)).text for name, data in files.items()}
    assert texts == {STORY}


def test_sources_are_opened_when_their_turn_comes(good: Path) -> None:
    def sources() -> Iterator[Path]:
        yield good
        raise AssertionError("asked for too early")

    assert one_document([next(scan(sources(), DEFAULTS))]).source == str(good)


def test_our_examples_are_all_read() -> None:
    results = list(scan([EXAMPLES], DEFAULTS))
    failed = [one.source for one in results if isinstance(one, Failure)]
    assert failed == [str(EXAMPLES / "README.md")]
    documents = [one for one in results if isinstance(one, Document)]
    assert {Path(one.source.split("#")[0]).suffix for one in documents} >= {
        ".txt",
        ".html",
        ".xml",
        ".jsonl",
        ".csv",
        ".gz",
        ".parquet",
    }
    undated = [Path(one.source).name for one in documents if one.pub_date is None]
    assert undated == ["summit.txt"]


def test_the_first_example_comes_out_without_its_wrapper() -> None:
    text = one_document(list(scan([EXAMPLES / "summit.txt"], DEFAULTS))).text
    assert text.startswith("TASHKENT, June 20")
    assert "by September. Uzbekistan" in text
    assert not any(word in text for word in ("ad_1", "ad_2", "Source link", "Read more", "Share"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SUFFIXES)), st.binary(max_size=300), st.booleans())
def test_no_bytes_under_any_name_escape(tmp_path: Path, suffix: str, data: bytes, packed: bool) -> None:
    name = f"any{suffix}.gz" if packed else f"any{suffix}"
    for result in scan_file(tmp_path, name, gzip.compress(data) if packed else data):
        assert isinstance(result, Document | Failure)


def test_what_sources_share_is_read_once_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    found = list(scan([path, tmp_path, path], DEFAULTS))
    one_document(found[:1])
    assert [(f.kind, f.reason) for f in found[1:] if isinstance(f, Failure)] == [
        ("skipped", "was read before in this run; it is read once")
    ] * 2


def test_what_a_run_writes_is_passed_over_in_folders(tmp_path: Path) -> None:
    for name in ("a.txt", "out.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (found,) = scan([tmp_path], DEFAULTS, without=[tmp_path / "x" / ".." / "out.txt"])
    assert Path(found.source).name == "a.txt"


def test_a_fault_of_the_code_costs_one_document(tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(text: str) -> str:
        if "fault" in text:
            raise KeyError("spans")
        return text

    monkeypatch.setattr("dragoman.reading.finishing.clean", faulty)
    monkeypatch.setattr("dragoman.reading.html.depth", faulty)
    (tmp_path / "row.jsonl").write_text(json.dumps({"text": "a fault"}) + "\n" + json.dumps({"text": STORY}) + "\n")
    (tmp_path / "page.html").write_text(page("a fault"))
    row, after, whole, last = scan([tmp_path / "row.jsonl", tmp_path / "page.html", good], DEFAULTS)
    assert one_failure([row]).source == f"{tmp_path / 'row.jsonl'}#line 1"
    assert one_failure([row]).reason == "cannot be read (KeyError: 'spans')"
    assert one_failure([whole]).reason == "cannot be read (KeyError: 'spans')"
    assert one_document([after]).text == one_document([last]).text == STORY
