"""`dragoman events` and the ledgers: tables for people, files for programs, wrong usage in one line."""

import csv
import json
from pathlib import Path

import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.event import Event
from dragoman.record.adding import Coding, add
from dragoman.record.ledgers import LEDGERS
from dragoman.record.record import Record
from fakes import event
from record.samples import Coder, article


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of two events."""
    path = tmp_path_factory.mktemp("cli") / "r.duckdb"
    add(path, [article(1), article(2)], Coding(Coder, jobs=1, coder="test"))
    return str(path)


def asked(*arguments: str) -> str:
    """What a command writes."""
    result = CliRunner().invoke(app, [*arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_events_for_people_and_for_programs(record: str, tmp_path: Path) -> None:
    shown = asked("events", "--record", record, "--actor", "ARV")
    assert "Visit 1\n" in shown
    assert "Ada Rell (ARV GOV)" in shown
    lines = asked("events", "--record", record, "--format", "jsonl", "--limit", "1").splitlines()
    assert [Event.from_dict(json.loads(line)) for line in lines] == [event("a1")]
    asked("events", "--record", record, "-o", str(tmp_path / "e.parquet"))
    assert parquet.read_table(tmp_path / "e.parquet").num_rows == 2


def test_every_ledger_answers_in_every_format(record: str, tmp_path: Path) -> None:
    for name in LEDGERS:
        command = name.replace("_", "-")
        assert asked(command, "--record", record)
        for line in asked(command, "--record", record, "--format", "jsonl").splitlines():
            assert json.loads(line)
        asked(command, "--record", record, "-o", str(tmp_path / f"{name}.csv"))
        assert list(csv.reader((tmp_path / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


def test_every_ledger_tells_of_other_sources(tmp_path: Path) -> None:
    path = tmp_path / "imported.duckdb"
    Record(path).append([event("x0"), event("x1", event_type="ASSAULT", mode="", quad_class=4)], origin="icews")
    for name in LEDGERS:
        if "origin" not in LEDGERS[name].refuses:
            assert asked(name.replace("_", "-"), "--record", str(path), "--origin", "icews", "--format", "table")
    rows = Record(path).incidents(origin="icews").dicts()
    assert {(len(row["disputed"]), len(row["disagreements"])) for row in rows} == {(0, 0)}


def test_ledgers_are_tables_on_80_columns(record: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (80, 110, 127):
        monkeypatch.setenv("COLUMNS", str(width))
        for name in LEDGERS:
            lines = asked(name.replace("_", "-"), "--record", record).splitlines()
            if lines != ["nothing found"]:
                assert set(lines[1]) == {"─"}
                assert max(map(len, lines)) <= width
    assert asked("dyads", "--record", record).splitlines()[2].startswith("ARV → BLM")


def test_nothing_found_is_said(record: str) -> None:
    for name in ("visits", "events", "incidents"):
        assert asked(name, "--record", record, "--actor", "XXX") == "nothing found\n"
    assert asked("events", "--record", record, "--actor", "XXX", "--format", "jsonl") == ""
    assert asked("events", "--record", record, "--actor", "XXX", "--format", "csv").startswith("event_id,")


def test_where_an_origin_has_no_events_the_others_are_named(record: str, tmp_path: Path) -> None:
    path = tmp_path / "imported.duckdb"
    Record(path).append([event("x0")], origin="icews")
    there = "there are those of icews: --origin NAME"
    for name, given, said in (
        ("events", [], f"no events coded here; {there}"),
        ("incidents", ["--origin", "gdlet"], f"no events of origin 'gdlet'; {there}"),
        ("visits", ["--origin", "icews", "--actor", "XXX"], ""),
    ):
        result = CliRunner().invoke(app, [name, *given, "--record", str(path)])
        assert (result.exit_code, result.stdout) == (0, "nothing found\n")
        assert result.stderr == (f"dragoman: the record holds {said}\n" if said else "")
    result = CliRunner().invoke(app, ["events", "--origin", "gdelt", "--record", record])
    assert result.stderr.endswith("no events of origin 'gdelt'; only those coded here\n")


@pytest.mark.parametrize("name", ["events", "statements"])
def test_that_there_are_more_than_shown_is_said(record: str, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def told(*arguments: str) -> str:
        return CliRunner().invoke(app, [name, "--record", record, *arguments]).stderr

    monkeypatch.setattr("dragoman.cli.events._SHOWN", 1)
    assert told() == "dragoman: 1 are shown, there are more: --limit N shows N, -o FILE.csv takes all\n"
    assert told("--limit", "1") == told("--format", "jsonl") == ""
    monkeypatch.setattr("dragoman.cli.events._SHOWN", 2)
    assert told() == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["events", "--quad", "7"], "quad 7"),
        (["events", "--since", "June"], "since 'June'"),
        (["events", "--type", "FOO"], "type 'FOO': choose AGREE, CONSULT"),
        (["incidents", "--type", "AID,FOO"], "type 'FOO'"),
        (["events", "--mode", "foo"], "mode 'foo'"),
        (["dyads", "--since", "2025", "--until", "2024"], "since '2025' is after until '2024'"),
        (["dyads", "--actor", "Ada"], "'Ada' is no country"),
        (["events", "--actor", ""], "actor '': is empty"),
        (["visits", "--format", "parquet"], "-o FILE"),
    ],
)
def test_wrong_usage_is_2_in_one_line(record: str, arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, [*arguments, "--record", record])
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_modes_and_statuses_are_told_in_any_case(record: str) -> None:
    def told(*arguments: str) -> str:
        return CliRunner().invoke(app, [*arguments, "--record", record, "--format", "csv"]).stdout

    assert told("events", "--mode", "Visit", "--status", "Actual") == told("events", "--mode", "visit")


def test_a_filter_that_a_ledger_cannot_answer_is_no_option_of_it(record: str) -> None:
    assert CliRunner().invoke(app, ["dyads", "--text", "x", "--record", record]).exit_code == 2
