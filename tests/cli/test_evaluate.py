"""`dragoman evaluate` as a function."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.cli.evaluate import evaluate
from dragoman.document import Document
from dragoman.errors import SourceError
from dragoman.event import Event
from fakes import SENTENCE, event


def code(document: Document) -> list[Event]:
    return [event(document.id)]


def relate(_text: str, **_parties: object) -> list[tuple[str, float]]:
    return [("AID", 1.0)]


def run(path: Path, *, as_json: bool) -> str:
    console = Console(file=io.StringIO(), width=120)
    evaluate(path, code=code, relate=relate, console=console, as_json=as_json)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One sentence with one visit."""
    party = {"actor": [{"text": "Arvania", "country": "ARV"}], "recipient": [{"text": "Belmora", "country": "BLM"}]}
    row = {"id": "d", "text": SENTENCE, "events": [{"type": "CONSULT", "status": "actual", **party}]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


def test_json_is_one_object(gold: Path) -> None:
    row = json.loads(run(gold, as_json=True))
    assert row["levels"]["dyad"]["f1"] == 1.0


def test_tables_are_for_people(gold: Path) -> None:
    text = run(gold, as_json=False)
    assert "gold.jsonl: sentences 1, documents 1" in text
    assert "Layers" in text


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        run(tmp_path / "none.jsonl", as_json=True)
