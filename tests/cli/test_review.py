"""`dragoman review`: a verdict on one event."""

from pathlib import Path
from typing import Any

from click.testing import Result
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record.adding import Coding, add
from dragoman.record.record import Record
from fakes import event
from record.samples import Coder, article


def of_one_article(folder: Path) -> Path:
    """A record of one event."""
    path = folder / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    return path


def say(path: Path, *words: str) -> Result:
    """What comes of a verdict."""
    return CliRunner().invoke(app, ["review", event("a1").event_id, *words, "--record", str(path), "--by", "a"])


def told(path: Path, *names: str) -> tuple[Any, ...]:
    """Fields of the event as it stands."""
    (row,) = Record(path).events(reviewed="prefer").dicts()
    return tuple(row[name] for name in names)


def test_a_verdict_a_correction_and_nonsense(tmp_path: Path) -> None:
    path = of_one_article(tmp_path)
    verdicts = ("reject", "cameo_code=190", "correct", "quad_class=two", "mode=beat", "cameo_code=\udcff")
    codes = [say(path, verdict).exit_code for verdict in verdicts]
    assert codes == [0, 0, 2, 2, 2, 2]
    rows = Record(path).sql("SELECT verdict, field, value FROM reviews ORDER BY reviewed_at").dicts()
    assert [tuple(row.values()) for row in rows] == [("reject", "", None), ("correct", "cameo_code", '"190"')]


def test_a_type_takes_mode_and_codes_with_it_and_gives_them_back(tmp_path: Path) -> None:
    path, names = of_one_article(tmp_path), ("event_type", "mode", "cameo_code", "quad_class")
    assert say(path, "event_type=AID").exit_code == 0
    assert told(path, *names) == ("AID", "", "071", 2)
    assert say(path, "withdraw", "--field", "event_type").exit_code == 0
    assert told(path, *names) == ("CONSULT", "visit", "042", 1)


def test_several_corrections_are_kept_together_and_all_is_taken_back(tmp_path: Path) -> None:
    path = of_one_article(tmp_path)
    assert say(path, "date_end=null").exit_code == 2
    assert say(path, "date_start=null", "date_end=null", "status=planned").exit_code == 0
    assert told(path, "date_start", "date_end", "status") == (None, None, "planned")
    say(path, "reject")
    assert say(path, "withdraw", "--field", "verdict").exit_code == 0
    assert told(path, "status") == ("planned",)
    assert say(path, "withdraw").exit_code == 0
    assert told(path, "date_start", "date_end", "status") == ("2024-06-19", "2024-06-19", "actual")


def test_what_does_not_go_together(tmp_path: Path) -> None:
    path = of_one_article(tmp_path)
    for words in (("accept", "reject"), ("accept", "--field", "mode"), ("accept", "mode=phone")):
        assert say(path, *words).exit_code == 2
    assert len(Record(path).sql("SELECT * FROM reviews")) == 0


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


def test_what_stands_is_said(tmp_path: Path) -> None:
    path = of_one_article(tmp_path)
    begin = f"dragoman: {event('a1').event_id}: stands as"
    assert say(path, "accept").stderr == f"{begin} accept\n"
    assert say(path, "status=planned", "date_end=null", "date_start=null").stderr == (
        f"{begin} accept, date_end=null, date_start=null, status=planned\n"
    )
    assert say(path, "withdraw").stderr == f"{begin} the machine coded it\n"


def test_nobody_reviews_under_an_empty_name(tmp_path: Path) -> None:
    asked = ["review", event("a1").event_id, "accept", "--record", str(of_one_article(tmp_path)), "--by", " "]
    result = CliRunner().invoke(app, asked)
    assert result.exit_code == 2
    assert "--by" in result.stderr
