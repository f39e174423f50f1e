"""`dragoman explain TEXT|FILE|EVENT_ID`: why a text, or an article of the record, gives the events it gives.

In: a text, a file or the id of an event, and a coder. Out: for each sentence with candidates a table: the trigger, the
types considered, the words that fill each role with their chances, who they were resolved to and why, and the verdict;
the exit code.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dragoman.cli.report import named
from dragoman.coding.coder import Coder
from dragoman.coding.explaining import CHOSEN, VERDICTS, Explanation, When
from dragoman.document import Document, Failure, composed
from dragoman.errors import UsageError
from dragoman.event import Event, Party
from dragoman.reading.formats import suffix_format
from dragoman.writing.fitting import fitted

# What is not told is red where it was found too unlikely, yellow where something else tells it.
_COLOURS = {"kept": "green", "double": "yellow", "content": "yellow", "accident": "yellow"}
_EVENT = re.compile(r"ev-\S+")
# Types shown for a trigger: the chosen one and its rivals.
_RIVALS = 3


def explain(
    what: str, *, coder: Coder, console: Console, date: str | None = None, record: Path = Path("record.duckdb")
) -> int:
    """Print the coder's readings of a text, of the documents of a file, or of the sentence that tells an event of the
    record; 1 where some or all could not be read.

    Raises UsageError for a text that is none and an event there is none of.
    """
    if _EVENT.fullmatch(what.strip()) and not os.path.exists(what):
        if date:
            raise UsageError("explain: an event is dated by its article; leave --date out")
        _explain_kept(what.strip(), record, coder, console)
        return 0
    shown, failed = False, False
    for found in _found(what, date):
        if isinstance(found, Failure):
            failed |= found.kind == "failed"
            typer.echo(f"dragoman: {found.kind} {named(found)}", err=True)
        else:
            shown = True
            _show(coder.explain(found), console)
    return int(failed or not shown)


def _explain_kept(event_id: str, path: Path, coder: Coder, console: Console) -> None:
    """An event of a record, by the sentence of its article that tells it, as it is read now."""
    from dragoman.record.record import Record

    event = Record(path).event(event_id)
    if event is None:
        raise UsageError(f"explain: there is no event {event_id} in {path}")
    article = event["document"] or {}
    if not article.get("text"):
        raise UsageError(f"explain: {event_id} comes from {event['origin']}, without a text that could be read")
    fields = {name: article[name] for name in ("text", "source", "title", "pub_date")}
    document = Document(event["document_id"], **fields)
    told = [one for one in coder.explain(document) if one.sentence_index == event["sentence_index"]]
    source = escape(document.source or document.id)
    console.print(f"{source}: {event['event_type']} as {escape(event['coder'])} has it")
    if not any(one.event and one.event.event_id == event_id for one in told):
        console.print("now it is read otherwise:")
    _show(told, console)


def _show(told: Sequence[Explanation], console: Console) -> None:
    if not told:
        console.print("nothing in this text looks like an event")
    for _, group in groupby(told, key=lambda one: one.sentence_index):
        shown = list(group)
        console.print(f"\n[bold]{escape(shown[0].sentence)}[/]")
        console.print(fitted(_table(shown), console))


def _found(what: str, date: str | None) -> Iterable[Document | Failure]:
    from dragoman.reading import ReadingOptions, date_argument, scan
    from dragoman.reading.language import ENGLISH, language_of

    if not what.strip():
        raise UsageError("explain: there is no text; give one in quotes, or a file")
    day = date_argument(date) if date else None
    if os.path.exists(what) or _looks_like_a_path(what):
        return scan([what], ReadingOptions(date=day))
    language = language_of(what)
    if language not in ("", ENGLISH):
        raise UsageError(f"explain: the text's language is {language}, not English; only English is coded")
    return [Document("text", composed(what), pub_date=day)]


def _looks_like_a_path(what: str) -> bool:
    """Whether a file is meant that is not there: no text ends like a file's name, or is one word with a slash in it."""
    return suffix_format(what) is not None or (len(what.split()) == 1 and ("/" in what or os.sep in what))


def _table(shown: Sequence[Explanation]) -> Table:
    table = Table("trigger", "types", "words of the roles", "who, when, where", "verdict", show_lines=True)
    for one in shown:
        trigger = f"{escape(one.trigger.text)}\n[dim]{one.chance:.2f}[/]"
        verdict = f"[{_COLOURS.get(one.verdict, 'red')}]{VERDICTS[one.verdict]}[/]"
        table.add_row(trigger, _types(one), _roles(one), _settled(one), verdict)
    return table


def _types(one: Explanation) -> str:
    lines = [f"{kind.name} {kind.chance:.2f}" for kind in one.types[:_RIVALS] if kind.chance >= 0.01]
    return "\n".join([*lines, f"[dim]{one.mode or 'no mode'} · {one.status.name} {one.status.chance:.2f}[/]"])


def _roles(one: Explanation) -> str:
    return "\n".join(
        f"{role.role}: {escape(role.words.text)} [dim]{role.rule or f'{role.chance:.2f}'}[/]" for role in one.roles
    )


def _settled(one: Explanation) -> str:
    if one.event is None:
        return ""
    last = f"CAMEO {one.event.cameo_code}, confidence {one.event.confidence:.2f}"
    return "\n".join([*_fields(one, one.event), last])


def _fields(one: Explanation, event: Event) -> Iterator[str]:
    """Each settled field, and below it, dim, why it is so."""
    for who in one.parties:
        yield f"{who.side}: {_who(who.party)}"
        yield _dim(who.why.told)
    if one.when and event.date_start:
        days = event.date_start if event.date_start == event.date_end else f"{event.date_start}–{event.date_end}"
        yield f"when: {days} ({', '.join([str(event.date_basis), *_dated(one.when)])})"
    yield f"status: {event.status}"
    if one.whether and (one.whether.cue or event.status != one.whether.ruled):
        yield _dim(one.whether.told)
    if one.where and event.place:
        yield f"where: {escape(event.place.name or event.place.text)} {event.place.country} ({CHOSEN[one.where.by]})"
    if one.voiced and event.said_by:
        yield f"said by: {escape(event.said_by.text)} {event.said_by.country} ({event.said_by.voice})".replace(
            "  ", " "
        )
        yield _dim(one.voiced.told)
        if one.voiced.why:
            yield _dim(one.voiced.why.told)


def _dated(when: When) -> list[str]:
    """The words that give the day, and who chose them."""
    return [escape(when.dating.date_text), CHOSEN[when.by]] if when.dating.date_text else ["no words"]


def _dim(why: str) -> str:
    return f"  [dim]{escape(why)}[/]"


def _who(party: Party) -> str:
    return escape(f"{party.name or party.text} {party.country} {party.sector}".strip())
