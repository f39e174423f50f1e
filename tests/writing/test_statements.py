"""Statements go to a file of their own, one JSON line each, or nowhere."""

import json
from pathlib import Path

from dragoman.writing.statements import open_statements


def test_one_line_a_statement(tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    with open_statements(path) as write:
        write([{"said_by": "the ministry"}, {"said_by": "Ada Rell"}])
        write([])
    assert [json.loads(line)["said_by"] for line in path.read_text().splitlines()] == [
        "the ministry",
        "Ada Rell",
    ]


def test_without_a_path_nothing_is_written(tmp_path: Path) -> None:
    with open_statements(None) as write:
        write([{"said_by": "the ministry"}])
    assert not list(tmp_path.iterdir())
