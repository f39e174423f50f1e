"""Tables on any screen: columns wide enough for their longest word, or records below each other where that cannot be.

In: a rich table and the console that is to show it. Out: the table with widths for its columns, or its rows as lines
of "name: value". Nothing of a cell is ever cut off.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

# A column of words is no narrower than this, if there are as many; what has no blank for longer is broken.
_LEAST, _WORD = 12, 24
# So wide is a console on which a table takes all the room it wants.
_WIDE = 100_000


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table that fits itself to the console it is printed on, for those who have none yet."""

    table: Table

    def __rich_console__(self, console: Console, _options: ConsoleOptions) -> RenderResult:
        yield fitted(self.table, console)


def fitted(table: Table, console: Console) -> RenderableType:
    """The table as this console can show it."""
    columns, room = _room(table, console)
    if room < sum(column.least for column in columns):
        return stacked(table, console)
    for column, width in zip(table.columns, _shared(columns, room), strict=True):
        column.width, column.no_wrap, column.overflow = width, False, "fold"
    return table


def fits(table: Table, console: Console) -> bool:
    """Whether this console can show the table as a table."""
    columns, room = _room(table, console)
    return room >= sum(column.least for column in columns)


def stacked(table: Table, console: Console) -> RenderableType:
    """The rows below each other, their cells as "name: value", those without a value left out."""
    names = [_text(column.header, console).plain for column in table.columns]
    rows = zip(*(list(column.cells) for column in table.columns), strict=True)
    shown: list[RenderableType] = [_text(table.title, console)] if table.title else []
    return Group(*shown, *(record(zip(names, row, strict=True), console) for row in rows))


def record(cells: Iterable[tuple[str, RenderableType]], console: Console) -> Text:
    """One row as lines, and an empty line after it."""
    lines = [(name, _text(cell, console)) for name, cell in cells]
    parts = [Text.assemble((f"{name}:", "dim"), _indented(value)) for name, value in lines if value.plain.strip()]
    return Text("\n", overflow="fold").join([*parts, Text("")])


def _indented(value: Text) -> Text:
    """A value of several lines below its name."""
    lines = value.split()
    if len(lines) < 2:
        return Text.assemble(" ", value)
    return Text.assemble(*(part for line in lines for part in ("\n  ", line)))


@dataclass(frozen=True, slots=True)
class _Needs:
    """Characters that a column needs at least, and those with which it breaks no line."""

    least: int
    all: int


def _room(table: Table, console: Console) -> tuple[list["_Needs"], int]:
    """What the columns need, and the characters that there are for them."""
    columns = [_needs(table, console, number) for number in range(len(table.columns))]
    measured = console.measure(table, options=console.options.update(max_width=_WIDE, width=_WIDE))
    return columns, console.width - max(0, measured.maximum - sum(column.all for column in columns))


def _needs(table: Table, console: Console, number: int) -> _Needs:
    column = table.columns[number]
    options = console.options.update(max_width=_WIDE)
    cells = [_text(cell, console) for cell in (column.header, *column.cells)]
    measured = [Measurement.get(console, options, cell) for cell in cells]
    most = max(one.maximum for one in measured)
    word = most if column.no_wrap else min(_WORD, max(one.minimum for one in measured))
    return _Needs(max(word, min(most, _LEAST)), most)


def _shared(columns: Sequence[_Needs], room: int) -> list[int]:
    """The width of each column: what it needs, and of what is left a share by how much more it could use."""
    wanted = [column.all - column.least for column in columns]
    left = min(room - sum(column.least for column in columns), sum(wanted))
    return [
        column.least + (left * want // sum(wanted) if want else 0) for column, want in zip(columns, wanted, strict=True)
    ]


def _text(cell: RenderableType, console: Console) -> Text:
    if isinstance(cell, Text):
        return cell
    return console.render_str(cell, emoji=False) if isinstance(cell, str) else Text(str(cell))
