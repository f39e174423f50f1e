"""`dragoman ontology` as a function."""

import io

import pytest
from rich.console import Console

from dragoman.cli.ontology import ontology
from dragoman.errors import UsageError


def shown(name: str | None) -> str:
    console = Console(file=io.StringIO(), width=120)
    ontology(name, console=console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_without_a_name_all_types_are_shown() -> None:
    text = shown(None)
    assert "AGREE" in text
    assert "ASSAULT" in text


def test_with_a_name_its_type_is_shown() -> None:
    assert "hunger" in shown("protest")


def test_an_unknown_name_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        shown("rain")
