"""`dragoman explain TEXT|FILE|EVENT_ID`: why a text, or an article of the record, gives the events it gives.

In: a text, a file or the id of an event, and a coder. Out: for each sentence with candidates a table: the trigger, the
types considered, the words that fill each role with their chances, who they were resolved to, and the verdict; the exit
code.
"""

import os
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dragoman.cli.report import named
from dragoman.coding.arguing import Finding
from dragoman.coding.coder import Coder
from dragoman.coding.reading import Reading
from dragoman.coding.settling import status_of
from dragoman.coding.story import Story
from dragoman.document import Document, Failure, composed
from dragoman.errors import UsageError
from dragoman.event import Event, Party
from dragoman.reading.formats import suffix_format
from dragoman.writing.fitting import fitted

_VERDICTS = {
    "kept": "[green]told[/]",
    "unlikely": "[red]not told: too unlikely to be an event[/]",
    "nobody": "[red]not told: nobody acts or is acted on[/]",
    "double": "[yellow]not told: the same as a likelier one[/]",
    "content": "[yellow]not told: only what another act threatens, promises or asks for[/]",
}
_EVENT = re.compile(r"ev-[0-9a-f]{20}")
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
            _explain(found, coder, console)
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
    told = {name: article[name] for name in ("text", "source", "title", "pub_date")}
    document = Document(event["document_id"], **told)
    readings = [one for one in coder.readings(document) if one.decision.finding.sentence == event["sentence_index"]]
    source = escape(document.source or document.id)
    console.print(f"{source}: {event['event_type']} as {escape(event['coder'])} has it")
    if not any(one.event and one.event.event_id == event_id for one in readings):
        console.print("now it is read otherwise:")
    _show(document, readings, coder, console)


def _explain(document: Document, coder: Coder, console: Console) -> None:
    _show(document, coder.readings(document), coder, console)


def _show(document: Document, readings: Sequence[Reading], coder: Coder, console: Console) -> None:
    story = Story.of(document)
    if not readings:
        console.print("nothing in this text looks like an event")
    for index, group in groupby(readings, key=lambda r: r.decision.finding.sentence):
        console.print(f"\n[bold]{escape(story.sentence(index))}[/]")
        console.print(fitted(_table(story, coder, list(group)), console))


def _found(what: str, date: str | None) -> Iterable[Document | Failure]:
    from dragoman.reading import ReadingOptions, date_argument, scan

    if not what.strip():
        raise UsageError("explain: there is no text; give one in quotes, or a file")
    day = date_argument(date) if date else None
    if os.path.exists(what) or _looks_like_a_path(what):
        return scan([what], ReadingOptions(date=day))
    return [Document("text", composed(what), pub_date=day)]


def _looks_like_a_path(what: str) -> bool:
    """Whether a file is meant that is not there: no text ends like a file's name, or is one word with a slash in it."""
    return suffix_format(what) is not None or (len(what.split()) == 1 and ("/" in what or os.sep in what))


def _table(story: Story, coder: Coder, readings: Sequence[Reading]) -> Table:
    table = Table("trigger", "types", "words of the roles", "who, when, where", "verdict", show_lines=True)
    for reading in readings:
        finding = reading.decision.finding
        trigger = f"{escape(story.words(finding.sentence, finding.start, finding.end))}\n[dim]{finding.chance:.2f}[/]"
        told = "[red]not told: below the asked confidence[/]"
        verdict = _VERDICTS[reading.decision.verdict] if reading.event or reading.decision.verdict != "kept" else told
        table.add_row(trigger, _types(coder, finding), _roles(story, finding), _settled(reading), verdict)
    return table


def _types(coder: Coder, finding: Finding) -> str:
    ranked = sorted(zip(coder.types, finding.types, strict=True), key=lambda pair: -pair[1])[:_RIVALS]
    lines = [f"{name} {chance:.2f}" for name, chance in ranked if chance >= 0.01]
    return "\n".join([*lines, f"[dim]{finding.mode or 'no mode'} · {finding.status} {finding.status_chance:.2f}[/]"])


def _roles(story: Story, finding: Finding) -> str:
    rows = [(name, role) for name, roles in finding.roles.items() for role in roles]
    return "\n".join(
        f"{name}: {escape(story.words(finding.sentence, r.start, r.end))} [dim]{r.chance:.2f}[/]" for name, r in rows
    )


def _settled(reading: Reading) -> str:
    event = reading.event
    if event is None:
        return ""
    sides = (("actor", event.actors), ("recipient", event.recipients))
    lines = [f"{side}: {_who(party)}" for side, parties in sides for party in parties]
    dating = event.dating
    if dating.date_start:
        lines.append(
            f"when: {dating.date_start}–{dating.date_end} ({dating.date_basis}, {dating.date_text or 'no words'})"
        )
    lines.append(f"status: {event.status}{_cue(event, reading.decision.finding)}")
    if event.place:
        lines.append(f"where: {escape(event.place.name or event.place.text)} {event.place.country}")
    if event.said_by:
        lines.append(f"said by: {escape(event.said_by.text)} ({event.said_by.voice})")
    return "\n".join([*lines, f"CAMEO {event.cameo_code}, confidence {event.confidence:.2f}"])


def _cue(event: Event, finding: Finding) -> str:
    """The words that gave the status, where there are any."""
    cue = status_of(event.sentence, finding).cue
    return f" (by “{escape(cue.text)}”)" if cue else ""


def _who(party: Party) -> str:
    return escape(f"{party.name or party.text} {party.country} {party.sector}".strip())
