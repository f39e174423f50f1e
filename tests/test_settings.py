"""A flag outdoes the environment, that outdoes the folder's file, that the user's; wrong values are named."""

from dataclasses import fields
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.settings import FILE_NAME, Settings, default_files, explain, resolve


def write(path: Path, text: str) -> Path:
    """A settings file."""
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults() -> None:
    assert resolve({"jobs": None}, env={}, files=[]) == Settings()


def test_each_source_outdoes_the_one_before(tmp_path: Path) -> None:
    user = write(tmp_path / "user.toml", 'jobs = 1\nmin_confidence = 0.1\nactors = "a.csv"\nformat = "csv"')
    folder = write(tmp_path / "folder.toml", 'jobs = 2\nmin_confidence = 0.2\nactors = "b.csv"')
    env = {"DRAGOMAN_JOBS": "3", "DRAGOMAN_MIN_CONFIDENCE": "0.3", "HOME": "/nowhere"}
    rows = {row.name: row for row in explain({"jobs": 4, "actors": None}, env=env, files=[user, folder])}
    assert {name: row.value for name, row in rows.items()} == {
        "format": "csv",
        "jobs": 4,
        "min_confidence": 0.3,
        "actors": "b.csv",
        "engine": "local",
        "address": "",
        "record": "record.duckdb",
    }
    origins = {name: row.origin for name, row in rows.items()}
    assert origins["jobs"] == "flag"
    assert origins["min_confidence"] == "DRAGOMAN_MIN_CONFIDENCE"
    assert origins["actors"] == str(folder)
    assert origins["format"] == str(user)


def test_an_empty_variable_is_the_default() -> None:
    assert resolve({}, env={"DRAGOMAN_JOBS": ""}, files=[]).jobs == 0


@pytest.mark.parametrize(
    ("flags", "env", "said"),
    [
        ({"jobs": -1}, {}, "--jobs -1"),
        ({"format": "xlsx"}, {}, "--format 'xlsx': not one of table, jsonl, csv, parquet, sheet"),
        ({"min_confidence": 1.5}, {}, "--min-confidence 1.5"),
        ({}, {"DRAGOMAN_JOBS": "many"}, "DRAGOMAN_JOBS: jobs 'many'"),
        ({}, {"DRAGOMAN_MIN_CONFIDENCE": "high"}, "DRAGOMAN_MIN_CONFIDENCE: min_confidence 'high'"),
        ({}, {"DRAGOMAN_MIN_CONFIDENCE": "nan"}, "DRAGOMAN_MIN_CONFIDENCE"),
    ],
)
def test_a_wrong_value_is_named_with_its_source(flags: dict[str, object], env: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said.replace(".", r"\.")):
        resolve(flags, env=env, files=[])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("job = 2", "no setting 'job'; there are: format, jobs"),
        ("jobs = true", "jobs True: not a whole number"),
        ("jobs = [1]", "not a whole number"),
        ("actors = 5", "actors 5: not a path"),
        ("jobs = ", "cannot be read as TOML"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path / FILE_NAME, text)
    with pytest.raises(UsageError) as error:
        resolve({}, env={}, files=[path])
    assert str(error.value).startswith(str(path))
    assert said.replace("\\", "") in str(error.value)


def test_the_folder_s_file_comes_after_the_user_s() -> None:
    assert default_files({"XDG_CONFIG_HOME": "/x"}) == (Path("/x/dragoman/dragoman.toml"), Path(FILE_NAME))


def test_every_setting_has_help_and_a_default_that_is_allowed() -> None:
    for row, declared in zip(explain({}, env={}, files=[]), fields(Settings), strict=True):
        assert row.help
        assert row.value == "" or declared.metadata["parse"](row.value) == row.value
