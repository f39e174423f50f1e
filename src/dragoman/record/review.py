"""Review: what people say of an event, kept as claims beside what the machine said, which stays as it is.

In: an event's id and a verdict. Out: rows of `reviews`, the latest of which holds for its field. What follows from a
claim is kept with it, the same for the command line, the API and the pages.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from itertools import count, groupby
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.event import Party, Place, Voice
from dragoman.ontology import load
from dragoman.ontology.crosswalk import cameo_code
from dragoman.record.exchange.contract import flaws, misfit
from dragoman.record.keys import found
from dragoman.record.result import Result
from dragoman.record.standing import FIXED, Claim, Row, Standing, standing, unfit
from dragoman.record.store import Connection, writing
from dragoman.record.writer import NOW

# Withdraw: earlier claims on the field with all that followed from them, or without a field all, stand no more; the
# field "verdict" is the word on the whole event.
VERDICTS = ("accept", "reject", "correct", "withdraw")
# The note of a claim that nobody made of its own.
FOLLOWS = "follows from "
_SHOWN = 60
_PARTS: dict[str, type[Party] | type[Place] | type[Voice]] = {
    "actors": Party, "recipients": Party, "place": Place, "said_by": Voice,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One claim: `verdict` of VERDICTS; `field` and `value` (its form in the contract) only where it corrects."""

    event_id: str
    verdict: str
    reviewer: str
    field: str = ""
    value: Any = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise UsageError(f"verdict {self.verdict[:_SHOWN]!r}: choose {', '.join(VERDICTS)}")
        if not self.reviewer:
            raise UsageError("reviewer: say who reviews")
        for name in ("event_id", "reviewer", "field", "note", "value"):
            if why := unfit(getattr(self, name)):
                shown = "" if "deeper" in why else f" {getattr(self, name)!r:.{_SHOWN}}"
                raise UsageError(f"{(self.field if name == 'value' else '') or name}{shown}: {why}")
        if self.verdict != "withdraw" and bool(self.field) != (self.verdict == "correct"):
            raise UsageError("a field is named where it is corrected, and only there")


def keep(path: Path, *reviews: Review) -> None:
    """Keep claims with what follows from them, all or none; those on one event are tried together.

    Raises UsageError when there is no such event or field, or the event would be none of the contract; RecordError.
    """
    # No `only_writer`, which adding holds for hours: a claim is one row and changes nothing that adding decides by, so
    # it goes in between batches.
    with writing(path) as connection:
        for event_id, given in groupby(reviews, key=lambda one: one.event_id):
            _keep(connection, event_id, list(given))


def _keep(connection: Connection, event_id: str, given: list[Review]) -> None:
    machine, text = _event(connection, event_id)
    sql = "SELECT rowid, * FROM reviews WHERE event_id = ? ORDER BY reviewed_at, rowid"
    said = [Claim(*row) for row in connection.execute(sql, [event_id]).fetchall()]
    ((now,),) = connection.execute(f"SELECT {NOW}").fetchall()
    # A clock that was set back does not make the latest word an earlier one.
    now = max([now, *(claim.reviewed_at + timedelta(microseconds=1) for claim in said[-1:])])
    before = stands = standing(machine, said)
    new: list[Claim] = []
    numbers = count(max((claim.n for claim in said), default=0) + 1)
    for one in given:
        _named(one, machine)
        _said_before(one, said)
        for review in list(_with_what_follows(one, stands, said + new)):
            new.append(_claim(review, n=next(numbers), now=now))
        stands = standing(machine, said + new)
    if any(one.verdict == "correct" for one in given):
        _check(given, new, before, stands, text)
    connection.executemany("INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?)", [list(claim[1:]) for claim in new])


def _event(connection: Connection, event_id: str) -> tuple[Row, str]:
    """The event as the machine coded it, and its document's text, "" where it has none. Raises UsageError."""
    latest = "SELECT * EXCLUDE (key) FROM found WHERE event_id = ? ORDER BY origin, version DESC LIMIT 1"
    sql = f"{found(connection, 'events', event_id)} {latest}"
    rows = Result(connection.sql(sql, params=[event_id]).to_arrow_table()).dicts()
    if not rows:
        raise UsageError(f"event {event_id[:_SHOWN]!r}: the record has none of this id")
    (row,) = rows
    version, origin, document = row.pop("version"), row.pop("origin"), row["document_id"]
    if origin:
        return row, ""
    sql = f"{found(connection, 'documents', document)} SELECT text FROM found WHERE document_id = ? AND version = ?"
    texts = connection.execute(sql, [document, version]).fetchall()
    return row, texts[0][0] if texts else ""


def _named(review: Review, machine: Row) -> None:
    if review.verdict == "correct" and (review.field in FIXED or review.field not in machine):
        there = ", ".join(name for name in machine if name not in FIXED)
        raise UsageError(f"field {review.field[:_SHOWN]!r} cannot be corrected; there are {there}")


def _said_before(review: Review, said: list[Claim]) -> None:
    """Raises UsageError where there is nothing to take back: a field misspelt would look done."""
    if review.verdict != "withdraw":
        return
    latest = {claim.field: claim.verdict for claim in said}
    stand = [field or "verdict" for field, verdict in latest.items() if verdict != "withdraw"]
    if not stand or (review.field and review.field not in stand):
        what = f"field {review.field[:_SHOWN]!r}" if review.field else f"event {review.event_id[:_SHOWN]!r}"
        there = f"; there is {', '.join(stand)}" if stand else ""
        raise UsageError(f"{what}: nothing was said of it that could be withdrawn{there}")


def _claim(review: Review, *, n: int, now: datetime) -> Claim:
    value = json.dumps(_whole(review.field, review.value)) if review.verdict == "correct" else None
    return Claim(n, review.event_id, review.verdict, review.field, value, review.reviewer, review.note, now)


def _whole(name: str, value: Any) -> Any:
    """The value with what a part of it may leave out."""
    if name not in _PARTS:
        return value
    empty = {one.name: one.default for one in fields(_PARTS[name]) if one.name not in ("text", "start", "end")}
    if isinstance(value, list):
        return [empty | one if isinstance(one, dict) else one for one in value]
    return empty | value if isinstance(value, dict) else value


def _check(given: list[Review], new: list[Claim], before: Standing, after: Standing, text: str) -> None:
    """Raises UsageError where what is given makes no event of the contract."""
    wrong = [why for claim in new if (why := after.left_out.get(claim.n))]
    told = {*flaws(before.row, text=text), *misfit(before.row)}
    wrong += [why for why in (*flaws(after.row, text=text), *misfit(after.row)) if why not in told]
    if wrong:
        said = [f"{one.field} {one.value!r:.{_SHOWN}}" for one in given if one.verdict == "correct"]
        raise UsageError(wrong[0] if any(one in wrong[0] for one in said) else f"{', '.join(said)}: {wrong[0]}")


def _with_what_follows(given: Review, stands: Standing, said: list[Claim]) -> Iterator[Review]:
    """A claim and what follows from it: another type has no mode yet, and type and mode have their codes."""
    if given.verdict == "withdraw" and given.field == "verdict":
        yield replace(given, field="")
        return
    yield given
    if given.verdict == "withdraw":
        yield from _withdrawn(given, stands, said)
    elif given.field == "event_type" and given.value != stands.row["event_type"]:
        yield from _of_type(given, given.value, stands.row)
    elif given.field == "mode":
        yield from _of_mode(given, stands.row["event_type"], given.value, stands.row)


def _of_type(given: Review, kind: Any, row: Row) -> Iterator[Review]:
    types = load().types
    if not isinstance(kind, str) or kind not in types:
        raise UsageError(f"event_type {kind!r:.{_SHOWN}} is unknown; there are {', '.join(types)}")
    yield _following(given, "mode", "", cause="event_type")
    yield _following(given, "quad_class", types[kind].quad_class, cause="event_type")
    yield from _codes(given, (kind, ""), row, cause="event_type")


def _of_mode(given: Review, kind: str, mode: Any, row: Row) -> Iterator[Review]:
    known = load().types.get(kind)
    modes = known.modes if known else {}
    if not isinstance(mode, str) or (mode and mode not in modes):
        raise UsageError(f"mode {mode!r:.{_SHOWN}}: {kind} has {', '.join(modes) or 'none'}")
    yield from _codes(given, (kind, mode), row, cause="mode")


def _codes(given: Review, told: tuple[str, str], row: Row, *, cause: str) -> Iterator[Review]:
    code = cameo_code(*told, status=row["status"], contexts=row["contexts"], words=row["sentence"])
    yield _following(given, "cameo_code", code, cause=cause)
    yield _following(given, "goldstein", load().goldstein(code), cause=cause)


def _following(given: Review, name: str, value: Any, *, cause: str) -> Review:
    return replace(given, verdict="correct", field=name, value=value, note=f"{FOLLOWS}{cause}")


def _withdrawn(given: Review, stands: Standing, said: list[Claim]) -> Iterator[Review]:
    """What goes with a claim that is taken back."""
    if not given.field:
        # Also what is left out, which would else come back with a later claim.
        last = {claim.field: claim.verdict for claim in said if claim.field}
        yield from (replace(given, field=name) for name, verdict in last.items() if verdict == "correct")
        return
    if given.field not in stands.claims or given.field not in ("event_type", "mode"):
        return
    claims = stands.claims
    if given.field == "mode" and "event_type" in claims:
        # The machine's mode is one of the machine's type.
        yield _following(given, "mode", "", cause="event_type")
        yield from _codes(given, (stands.row["event_type"], ""), stands.row, cause="event_type")
        return
    names = {name for name, claim in claims.items() if claim.note.startswith(FOLLOWS)}
    gone = names | ({"mode"} & claims.keys() if given.field == "event_type" else set())
    yield from (replace(given, field=name) for name in sorted(gone - {given.field}))
