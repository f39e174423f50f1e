"""A table for people: a document's title over its events; when, what, who to whom, where, in which words.

In: documents with their events. Out: text for a terminal, coloured when it is one; below 72 columns, where the words of
a table would have no room, lines of "name: value".
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.document import Document
from dragoman.event import Dating, Event, Party
from dragoman.writing.fitting import record
from dragoman.writing.plain import plain

if TYPE_CHECKING:
    from dragoman.writing import Write

# Wide enough for most sentences on two lines, narrow enough for mail and wikis.
_FILE_WIDTH = 110
# Columns of a terminal below which events are not shown as a table.
_LEAST_WIDTH = 72
# Words kept on each side of the trigger, in characters: about two lines of evidence on 100 columns.
_AROUND = 90
# Parties shown of one side: a summit may have forty.
_PARTIES = 6
_QUAD_STYLES = {1: "green", 2: "bold green", 3: "yellow", 4: "bold red"}


@contextmanager
def opened(stream: BinaryIO) -> Iterator["Write"]:
    """A function that prints one document's events; a document without events is not shown."""
    text = TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace")
    console = _console(text)

    def write(document: Document, events: tuple[Event, ...]) -> None:
        if events:
            # Captured: rich itself would end the program where the pipe is closed.
            with console.capture() as capture:
                console.print(_heading(document))
                console.print(_shown(events, console))
            text.write(capture.get())
            text.flush()

    try:
        yield write
        text.flush()
    finally:
        text.detach()


def _console(text: TextIOWrapper) -> Console:
    terminal = text.isatty() and sys.stdout.isatty()
    width = None if terminal or "COLUMNS" in os.environ else _FILE_WIDTH
    return Console(file=text, width=width, highlight=False, markup=False, emoji=False)


def _heading(document: Document) -> Text:
    published = f"published {document.pub_date}" if document.pub_date else "publication date unknown"
    title = plain(document.title) or plain(document.source) or document.id
    parts = [plain(document.publisher), plain(document.source), published]
    rest = " · ".join(part for part in parts if part and part != title)
    return Text.assemble((title, "bold"), "\n", (rest, "dim"))


def _shown(events: tuple[Event, ...], console: Console) -> RenderableType:
    marked = console.color_system is None
    if console.width >= _LEAST_WIDTH:
        return _table(events, marked=marked)
    return Group(*(record(_cells(event, marked=marked), console) for event in events))


def _cells(event: Event, *, marked: bool) -> Iterator[tuple[str, RenderableType]]:
    what = Text(" ").join(_what(event).split("\n"))
    yield from (("when", _when(event.dating)), ("what", what))
    yield from (("who → whom", _who(event)), ("words", _evidence(event, marked=marked)))


def _table(events: tuple[Event, ...], *, marked: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True, expand=True, show_edge=False)
    table.add_column("when", width=11)
    table.add_column("what", width=22)
    table.add_column("who → whom, where, in which words", ratio=1)
    for event in events:
        words = _evidence(event, marked=marked)
        who = Text("\n").join([_who(event), words]) if words else _who(event)
        table.add_row(_when(event.dating), _what(event), who)
    return table


def _when(dating: Dating) -> Text:
    start, end = dating.date_start, dating.date_end
    if not start:
        return Text("undated", style="dim")
    shortened = {"month": start[:7], "year": start[:4], "decade": f"{start[:3]}0s"}
    known = shortened.get(dating.date_precision or "")
    if known:
        return Text(known)
    return Text(start if end in (None, start) else f"{start}\n–{end}")


def _what(event: Event) -> Text:
    text = Text(event.event_type, style=_QUAD_STYLES.get(event.quad_class, ""))
    if event.mode:
        text.append(f" · {event.mode}")
    second: list[str] = [event.status] if event.status != "actual" else []
    second += ["history"] if event.historical else []
    # Of imported events nobody claims how likely they are.
    chance = f"{event.confidence:.2f}" if event.confidence else "–"
    text.append("\n" + " ".join([chance, *second]), style="dim not bold")
    return text


def _who(event: Event) -> Text:
    text = Text(_parties(event.actors), style="bold")
    text.append(f" → {_parties(event.recipients)}" if event.recipients else "", style="bold")
    if event.place:
        where = plain(event.place.name or event.place.text)
        # Words that resolve to no place may bring their own preposition.
        text.append(f" · {'' if where.startswith('near ') else 'in '}{where}", style="not bold cyan")
        text.append(_of(event.place.country), style="not bold cyan")
    if event.said_by:
        said_by = plain(event.said_by.name or event.said_by.text)
        text.append(f" · says {said_by}{_of(event.said_by.country)}", style="not bold magenta")
    return text


def _of(country: str) -> str:
    return f" ({country})" if country else ""


def _parties(parties: tuple[Party, ...]) -> str:
    shown = [_party(party) for party in parties[:_PARTIES]]
    more = [f"{len(parties) - _PARTIES} more"] if len(parties) > _PARTIES else []
    return ", ".join([*shown, *more]) or "?"


def _party(party: Party) -> str:
    codes = " ".join(code for code in (party.country, party.sector) if code)
    name = plain(party.name or party.text)
    return f"{name} ({codes})" if codes else name


def _evidence(event: Event, *, marked: bool) -> Text:
    """The words; none for events of other sources, which come without."""
    if not event.sentence:
        return Text()
    start = max(0, event.trigger.start - event.sentence_start)
    end = max(start, event.trigger.end - event.sentence_start)
    before, after = event.sentence[:start], event.sentence[end:]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    trigger = plain(event.sentence[start:end])
    shown = f"[{trigger}]" if marked else trigger
    gaps = (" " if before[-1:].isspace() else "", " " if after[:1].isspace() else "")
    return Text.assemble(
        (f"“{plain(before)}{gaps[0]}", "not bold"),
        (shown, "underline not bold"),
        (f"{gaps[1]}{plain(after)}”", "not bold"),
    )
