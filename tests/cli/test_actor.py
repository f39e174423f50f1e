"""`dragoman actor`: a table for people, one JSON object for programs."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.cli.actor import FIELDS, actor
from dragoman.errors import UsageError


def printed(phrase: str, *, on: str | None = None, own: Path | None = None, as_json: bool = False) -> str:
    stream = io.StringIO()
    actor(phrase, console=Console(file=stream, width=160), on=on, own=own, as_json=as_json)
    return stream.getvalue()


def test_json_has_the_first_party_and_all() -> None:
    found = json.loads(printed("senior Hungarian and Romanian officials", as_json=True))
    assert found["country"] == "HUN"
    assert [party["country"] for party in found["parties"]] == ["HUN", "ROU"]
    assert list(found) == [*FIELDS, "parties"]


def test_json_of_nobody_is_empty() -> None:
    assert json.loads(printed("a bridge", as_json=True)) == {**dict.fromkeys(FIELDS, ""), "parties": []}


def test_a_table_for_people() -> None:
    shown = printed("the Russian president", on="1999-05-01")
    assert "Boris Yeltsin" in shown
    assert "RUSGOV" in shown
    assert "nobody" in printed("[a] bridge")


def test_own_actors_count(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    path.write_text("name,country\nIron Pact,GEO\n", encoding="utf-8")
    assert json.loads(printed("the Iron Pact", own=path, as_json=True))["country"] == "GEO"


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError):
        printed("Iran", on="soon")
