"""Files of Dragoman's own are told from articles, by their fields alone."""

import json
from pathlib import Path

import pytest

from dragoman.document import Failure
from dragoman.reading.coded import coded, coded_file, coded_lines, coded_table
from dragoman.reading.options import ReadingOptions
from dragoman.writing import open_writer
from fakes import document, event
from sources import scan_file


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet", "table"])
def test_what_the_writers_write_is_told_and_skipped_with_one_remark(tmp_path: Path, format: str) -> None:
    path = tmp_path / f"e.{'txt' if format == 'table' else format}"
    with open_writer(path, format=format) as write:
        write(document(), (event(), event("doc-2")))
    assert coded_file(path)
    (skipped,) = scan_file(tmp_path, path.name, path.read_bytes())
    assert isinstance(skipped, Failure)
    assert (skipped.kind, skipped.reason) == ("skipped", "holds what dragoman has coded, no articles")


def test_statements_are_told() -> None:
    assert coded({"statement_id", "document_id", "speaker", "words", "about"})


def test_rows_with_a_text_are_articles() -> None:
    row = event().to_dict()
    assert coded_lines(json.dumps(row).encode())
    assert not coded_lines(json.dumps(row | {"text": "Words."}).encode())
    assert not coded(row, text_field="sentence")
    assert not coded_lines(b"no json")
    assert not coded_lines(b"[1]")
    assert not coded_table(b"Words.")


def test_events_are_read_where_their_sentence_is_asked_for(tmp_path: Path) -> None:
    data = json.dumps(event().to_dict()).encode()
    (found,) = scan_file(tmp_path, "e.jsonl", data, options=ReadingOptions(fields={"text": "sentence"}))
    assert not isinstance(found, Failure)


def test_an_empty_file_holds_no_article(tmp_path: Path) -> None:
    (tmp_path / "e.jsonl").touch()
    assert coded_file(tmp_path / "e.jsonl")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing")
    assert not coded_file(tmp_path / "a.parquet")
