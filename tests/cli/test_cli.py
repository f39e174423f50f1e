"""The command: help of every command, light to load."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman import __version__
from dragoman.cli import app

MAIN = "from dragoman.cli import main; main()"
COMMANDS = sorted(info.name or info.callback.__name__ for info in app.registered_commands if info.callback is not None)


def run(command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python command line in a fresh interpreter."""
    return subprocess.run(
        [sys.executable, "-c", command, *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def test_the_commands() -> None:
    assert {"code", "ontology", "settings"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    about = result.stdout.splitlines()[3]
    assert len(about.split()) > 2


# What coding one text has no use for; and what only coding has.
OTHERS = ("spacy", "torch", "ray", "pandas", "polars", "fastapi", "uvicorn", "jinja2", "duckdb", "pyarrow")
OTHERS += ("trafilatura", "htmldate", "lxml", "feedparser", "fastwarc", "httpx", "charset_normalizer", "multiprocess")
CODING = ("onnxruntime", "tokenizers", "numpy", "yaml")


def loaded(names: tuple[str, ...], *arguments: str) -> tuple[list[str], int, str]:
    """Which of these a command loads, how many modules it loads in all, and what it writes."""
    code = f"""
import sys
from dragoman.cli import main
try:
    main()
except SystemExit:
    print(*sorted(set(sys.modules) & set({names!r})), len(sys.modules), file=sys.stderr)
"""
    result = run(code, *arguments)
    *found, count = result.stderr.splitlines()[-1].split()
    return found, int(count), result.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["code", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    found, count, said = loaded(OTHERS + CODING, *arguments)
    assert (found, "Usage" in said) == ([], True)
    assert count < 550


def test_coding_one_article_loads_nothing_that_it_has_no_use_for() -> None:
    found, count, said = loaded(OTHERS, "code", str(Path(__file__).parents[2] / "examples" / "summit.txt"))
    assert (found, "CONSULT" in said) == ([], True)
    assert count < 750


def test_the_version() -> None:
    result = run(MAIN, "--version")
    assert result.stdout == f"dragoman {__version__}\n"


def test_the_entry_point_is_main() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"dragoman": "dragoman.cli:main"}


def test_wrong_commands_are_2() -> None:
    assert run(MAIN, "no-such-command").returncode == 2
    assert run(MAIN, "code", "--no-such-option", "x").returncode == 2


def test_the_ontology_is_shown() -> None:
    result = CliRunner().invoke(app, ["ontology", "consult"])
    assert result.exit_code == 0
    assert "CONSULT" in result.stdout
    assert CliRunner().invoke(app, ["ontology", "no-such-type"]).exit_code == 2


def test_an_actor_is_shown() -> None:
    result = CliRunner().invoke(app, ["actor", "the Russian president", "--on", "1999-05-01", "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["country"] == "RUS"
    assert CliRunner().invoke(app, ["actor", "the president", "--on", "yesterday"]).exit_code == 2


def test_what_libraries_log_is_not_told() -> None:
    code = """
import logging, dragoman.cli as cli
cli.app = lambda **_: [logging.getLogger(f"{name}.part").warning(name) for name in ("trafilatura", "dragoman")]
cli.main()
"""
    assert run(code).stderr == "dragoman: dragoman\n"


def test_flags_take_no_value() -> None:
    for command in ([], ["code"], ["watch"], ["serve"], ["import"], ["actor"], ["evaluate"]):
        lines = CliRunner().invoke(app, [*command, "--help"]).stdout.splitlines()
        # That of --help is the library's own.
        assert not [line for line in lines if "<bool>" in line and "Show this message" not in line]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["actor", " "], "there is no phrase"),
        (["explain", "Le président français a rencontré son homologue allemand hier à Berlin."], "language is fr"),
        (["code", "a.txt", "--address", "auto"], "--engine ray"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert said in result.stderr
