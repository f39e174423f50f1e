"""A table on screens of any width: nothing of a cell is cut off, and no line is wider than the screen."""

import re
from io import StringIO

import pytest
from rich.console import Console
from rich.table import Table

from dragoman.writing.fitting import Fitted, fitted, record, stacked

ROWS = (
    ("2024-06-19", "Ada Rell (ARV GOV)", "The president of Arvania visited Belmora, Wednesday.", "ev-0123456789abcdef"),
    ("2024-06", "[red]Bo Lund[/]", "", "ev-fedcba9876543210"),
)


def table() -> Table:
    """Days, parties, a sentence and an id that must stay whole."""
    made = Table("when", "who", "words of it", title="What [happened]")
    made.add_column("id", no_wrap=True)
    for row in ROWS:
        made.add_row(*row)
    return made


def shown(width: int) -> str:
    """What is printed on a screen of a width."""
    console = Console(file=StringIO(), width=width)
    console.print(Fitted(table()))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [20, 40, 60, 70, 80, 110, 200])
def test_no_word_is_lost_and_no_line_too_wide(width: int) -> None:
    text = shown(width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    letters = re.sub(r"[\s│]", "", text)
    for part in ("2024-06-19", "president", "Wednesday", "ev-0123456789abcdef", "BoLund"):
        assert part in letters


def test_what_has_no_room_stands_below_each_other() -> None:
    text = shown(40)
    assert "when: 2024-06-19\nwho: Ada Rell (ARV GOV)\nwords of it: The president of Arvania" in text
    assert "when: 2024-06\nwho: Bo Lund\nid: ev-fedcba9876543210\n" in text
    assert "when:" not in shown(110)


def test_ids_and_days_stay_whole_in_a_table() -> None:
    assert all(row[0] in shown(80) and row[3] in shown(80) for row in ROWS)


def test_lines_of_a_value_stand_below_its_name() -> None:
    console = Console(file=StringIO(), width=30)
    assert record([("roles", "actor: A\nplace: B"), ("none", "")], console).plain == "roles:\n  actor: A\n  place: B\n"
    assert fitted(Table("a"), console) is not None
    assert stacked(Table("a"), console) is not None
