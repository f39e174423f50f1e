"""What `dragoman ontology` prints."""

import io

import pytest
from rich.console import Console

from dragoman.errors import UsageError
from dragoman.ontology import load, show


def printed(renderable: object) -> str:
    console = Console(file=io.StringIO(), width=120, record=True)
    console.print(renderable)
    return console.export_text()


def test_the_overview_names_every_type_and_quad_class() -> None:
    text = printed(show.overview())
    assert all(name in text for name in load().types)
    assert "4 material conflict" in text


@pytest.mark.parametrize("name", ["SANCTION", "sanction"])
def test_a_type_shows_meaning_near_misses_modes_and_codes(name: str) -> None:
    text = printed(show.detail(name))
    for part in ("material conflict", "It is not", "discontinue", "1662", "contradicts itself"):
        assert part in text


def test_a_cameo_code_shows_those_under_it() -> None:
    text = printed(show.detail("087"))
    assert "0874" in text
    assert "RETREAT" in text


def test_contexts_are_listed() -> None:
    assert "peacekeeping" in printed(show.detail("contexts"))


def test_an_unknown_name_says_what_is_known() -> None:
    with pytest.raises(UsageError, match="types: AGREE, CONSULT"):
        show.detail("WEATHER")
