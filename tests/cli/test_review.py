"""`dragoman review`: a verdict on one event."""

from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record.adding import Coding, add
from dragoman.record.record import Record
from fakes import event
from record.samples import Coder, article


def test_a_verdict_a_correction_and_nonsense(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    codes = {
        verdict: CliRunner().invoke(app, ["review", event("a1").event_id, verdict, "--record", str(path), "--by", "a"])
        for verdict in ("reject", "cameo_code=190", "correct", "quad_class=two")
    }
    assert [found.exit_code for found in codes.values()] == [0, 0, 2, 2]
    rows = Record(path).sql("SELECT verdict, field, value FROM reviews ORDER BY reviewed_at").dicts()
    assert [tuple(row.values()) for row in rows] == [("reject", "", None), ("correct", "cameo_code", '"190"')]


def test_a_corrected_type_leaves_the_id_in_all_that_is_written(tmp_path: Path) -> None:
    path, made = tmp_path / "r.duckdb", event("a1").event_id
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    run = CliRunner().invoke
    assert run(app, ["review", made, "event_type=AID", "--record", str(path), "--by", "a"]).exit_code == 0
    for command, name in (
        ("events", "e.jsonl"),
        ("events", "e.csv"),
        ("export", "x.jsonl"),
        ("export", "x.prodigy.jsonl"),
    ):
        out = tmp_path / name
        asked = [command, "--record", str(path), "--reviewed", "only", "-o", str(out)]
        assert run(app, asked).exit_code == 0
        assert made in out.read_text(encoding="utf-8")
        assert "AID" in out.read_text(encoding="utf-8")
