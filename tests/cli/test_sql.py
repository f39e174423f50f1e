"""`dragoman sql`: any question, no change, no way out."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record.adding import Coding, add
from record.samples import Coder, article


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of one event."""
    path = tmp_path_factory.mktemp("sql") / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    return str(path)


def test_a_question(record: str) -> None:
    query = "SELECT event_type, count(*) AS n FROM current_events GROUP BY ALL"
    result = CliRunner().invoke(app, ["sql", query, "--record", record, "--format", "jsonl"])
    assert json.loads(result.stdout) == {"event_type": "CONSULT", "n": 1}


def test_columns_of_one_name_are_told_apart(record: str) -> None:
    query = "SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS a, 'NaN'::DOUBLE AS n"
    result = CliRunner().invoke(app, ["sql", query, "--record", record, "--format", "jsonl"])
    assert result.stdout == '{"a": 1, "a_2": 2, "a_1": 3, "a_3": 4, "n": null}\n'


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM events", "CREATE TABLE t (i INTEGER)", "FROM read_csv('/etc/passwd')", "FROM '/etc/passwd'",
        "COPY events TO '/tmp/out.csv'", "ATTACH '/tmp/other.duckdb'", "SET enable_external_access = true",
        "INSTALL httpfs", "SELECT nothing", "SELEC", "SELECT 1; SELECT 2",
    ],
)  # fmt: skip
def test_no_change_and_no_way_out(record: str, query: str) -> None:
    before = Path(record).read_bytes()
    result = CliRunner().invoke(app, ["sql", query, "--record", record])
    assert result.exit_code == 2
    assert result.stderr.startswith("dragoman: SQL: ")
    assert result.stderr.count("\n") == 1
    assert Path(record).read_bytes() == before
