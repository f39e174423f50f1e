"""The documents do not drift: what they name exists, what exists is named."""

import inspect
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import dragoman
from dragoman.cli import app
from dragoman.event import Party, Place, Voice, Words
from dragoman.settings import Settings
from dragoman.writing import FORMATS
from dragoman.writing.csv import COLUMNS
from fakes import event

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def page(name: str) -> str:
    """A document's text."""
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", path.read_text(encoding="utf-8"))
    named = re.findall(r"\b((?:docs|examples|training|benchmarks)/[\w./-]+\.\w+)", path.read_text(encoding="utf-8"))
    missing = [link for link in links if not (path.parent / link).exists()]
    missing += [name for name in named if not (ROOT / name).exists()]
    assert missing == []


def test_the_first_lines_of_the_readme() -> None:
    readme = page("README.md")
    assert "\n    pip install . && dragoman code examples/summit.txt --date 2024-06-21\n" in readme
    assert "\n    pip install -e '.[test]' && pytest\n" in readme


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads(page("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = [re.split(r"[<>=\[]", requirement)[0] for requirement in wanted]
    assert [name for name in names if name not in page("docs/dependencies.md")] == []


def test_every_format_and_column_is_told() -> None:
    text = page("docs/formats.md")
    assert [column for column in COLUMNS if not re.search(rf"\b{column}\b", text)] == []
    assert [format for format in FORMATS if f"--format {format}" not in text and f".{format}" not in text] == []


def test_every_field_of_an_event_is_told() -> None:
    text = page("docs/contract.md")
    told = [*event().to_dict(), *(f.name for kind in (Party, Place, Voice, Words) for f in fields(kind))]
    assert [key for key in told if not re.search(rf"\b{key}\b", text)] == []


def test_every_setting_is_in_the_help_of_code_or_add() -> None:
    both = [c.callback for c in app.registered_commands if c.callback and c.callback.__name__ in ("code", "add")]
    assert {f.name for f in fields(Settings)} <= {name for command in both for name in command.__annotations__}


def test_the_changelog_names_every_command() -> None:
    commands = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]
    assert [c for c in commands if f"dragoman {c}" not in page("CHANGELOG.md")] == []


_OBJECTS = {"coder": dragoman.Coder, "record": dragoman.Record, "event": dragoman.Event, "Event": dragoman.Event}


def test_what_python_has_is_told_and_what_is_told_is_there() -> None:
    text = page("docs/python.md")
    assert [name for name in dragoman.__all__ if not re.search(rf"^\|.*\b{name}\b.*\|", text, re.M)] == []
    for owner, name in re.findall(r"\b(coder|record|event|Event)\.(?!md\b)(\w+)", text):
        assert name in {*dir(_OBJECTS[owner]), *_OBJECTS[owner].__dict__.get("__dataclass_fields__", ())}, name
    for kind, owner in ((dragoman.Coder, "coder"), (dragoman.Record, "record")):
        public = [name for name, value in vars(kind).items() if not name.startswith("_") and callable(value)]
        assert [name for name in public if f"{owner}.{name}(" not in text] == []


def test_the_arguments_told_for_python_are_taken() -> None:
    for owner, name, given in re.findall(r"^\| (coder|record)\.(\w+)\(([^)]*)\)", page("docs/python.md"), re.M):
        taken = inspect.signature(getattr(_OBJECTS[owner], name)).parameters
        told = [one.strip().rstrip("=") for one in given.split(",") if "*" not in one]
        assert set(told) <= set(taken), name
        assert set(taken) - {"self", "filters"} <= {*told, "limit"}, name


def test_the_python_of_the_pages_can_be_read() -> None:
    for name in ("README.md", "docs/python.md"):
        blocks = re.findall(r"```python\n(.*?)```", page(name), re.S)
        assert blocks
        for block in blocks:
            compile(block, name, "exec")
