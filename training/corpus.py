"""Annotated sentences as training examples.

In: JSON lines in the events format (sentence, whole events) or the pairs format (sentence, spans, type).
Out: `Example`s: token ids, spans to be marked, and the labels of each head.

Three questions share one encoder:
  detect  a sentence                        -> a type (or none) for every token
  argue   the same with a trigger marked    -> type again (or none: no event), status, mode, role spans
  relate  one with actor, recipient marked  -> type of the pair
"""

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tokenizers import Encoding, Tokenizer

from dragoman.coding import timing
from dragoman.event import Dating
from training.labels import MODES, ROLES, STATUSES, TYPES

CLS, SEP, MASK = 101, 102, 103
MAX_TOKENS = 160
IGNORE = -100
Row = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with the spans of both sides (one may be empty) and the types that the annotation allows."""

    text: str
    sides: dict[str, list[Span]]
    types: tuple[str, ...]

    @property
    def labels(self) -> tuple[int, ...]:
        """Indices into TYPES."""
        return tuple(TYPES.index(name) for name in self.types)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger's token span and what is asked of it; of a word that is none (type 0) nothing else is known."""

    span: Span
    type: int = 0
    status: int = IGNORE
    mode: int = IGNORE
    roles: tuple[list[int], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence's ids with a type for every token and its triggers; or, with `types`, a pair's sides and types."""

    ids: list[int]
    tokens: list[int] = field(default_factory=list)
    triggers: tuple[Trigger, ...] = ()
    sides: dict[str, list[Span]] = field(default_factory=dict)
    types: tuple[int, ...] = ()


def rows(path: Path) -> list[Row]:
    """The JSON lines of a file."""
    return list(packed(path))


def packed(path: Path) -> Iterator[Row]:
    """The JSON lines of a file, gzipped or not, one at a time."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def folds(documents: Iterable[str], count: int, *, seed: int = 7) -> dict[str, int]:
    """Article-disjoint folds: document id -> fold number."""
    names = sorted(set(documents))
    random.Random(seed).shuffle(names)
    return {name: i % count for i, name in enumerate(names)}


def token_span(encoding: Encoding, start: int, end: int) -> Span:
    """First and last-plus-one token of the characters start..end; (0, 0) when none is touched."""
    hit = [i for i, (a, b) in enumerate(encoding.offsets) if a < end and b > start and b > a]
    return (hit[0], hit[-1] + 1) if hit else (0, 0)


def find(text: str, words: str, *, near: int | None = None) -> Span | None:
    """Where words stand in text; the occurrence nearest to `near` when there are several."""
    if not words:
        return None
    starts, at = [], text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    if not starts:
        return None
    whole = [s for s in starts if _is_whole(text, s, s + len(words))] or starts
    best = min(whole, key=lambda s: abs(s - near)) if near is not None else whole[0]
    return best, best + len(words)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum() or not text[start].isalnum()
    after = end == len(text) or not text[end - 1].isalnum() or not text[end].isalnum()
    return before and after


def sentence_example(tokenizer: Tokenizer, row: Row) -> Example:
    """The sentence with the type of every trigger token, and each event that is not cut off."""
    encoding = tokenizer.encode(row["text"])
    labels = [0] * len(encoding.ids)
    triggers = []
    for event in row["events"]:
        place = find(row["text"], event["trigger"])
        first, last = token_span(encoding, *place) if place else (0, 0)
        labels[first:last] = [TYPES.index(event["type"])] * (last - first)
        if place and 0 < last <= MAX_TOKENS:
            triggers.append(_trigger(encoding, row, event=event, place=place))
    return Example(encoding.ids[:MAX_TOKENS], labels[:MAX_TOKENS], tuple(triggers))


def _trigger(encoding: Encoding, row: Row, *, event: Row, place: Span) -> Trigger:
    roles = []
    for role in ROLES:
        spans = _when_spans(row, event, place) if role == "when" else _role_spans(row["text"], event, role, place[0])
        labels = [IGNORE if spans is None else 0] * len(encoding.ids)
        for start, end in spans or []:
            first, last = token_span(encoding, start, end)
            labels[first:last] = [1 if i == first else 2 for i in range(first, last)]
        roles.append(labels[:MAX_TOKENS])
    mode = f"{event['type']}:{event.get('mode', '')}"
    return Trigger(
        token_span(encoding, *place), TYPES.index(event["type"]), STATUSES.index(event["status"]),
        MODES.index(mode) if mode in MODES else 0, tuple(roles),
    )  # fmt: skip


def _role_spans(text: str, event: Row, role: str, near: int) -> list[Span]:
    if role in ("actor", "recipient"):
        words = [party["text"] for party in event[role]]
    else:
        words = [event[role]] if event[role] else []
    found = (find(text, w, near=near) for w in words)
    return [span for span in found if span]


def _when_spans(row: Row, event: Row, trigger: Span) -> list[Span] | None:
    """The date expressions that give the annotated day; None where that cannot be known.

    Annotators wrote the day, not the words: an expression counts when it resolves to that day. Without a
    publication date relative words were left undated by rule, whether or not they date the event.
    """
    expressions = timing.expressions(row["text"])
    pub_date = date.fromisoformat(row["pub_date"]) if row.get("pub_date") else None
    if not event.get("when"):
        relative = any(timing.resolve(e, pub_date=None).date_start is None for e in expressions)
        return None if relative and pub_date is None else []
    future = event["status"] == "planned"
    tense: timing.Tense = "future" if future else timing.tense(row["text"], *trigger)
    found = []
    for expression in expressions:
        dating = timing.resolve(expression, pub_date=pub_date, tense=tense)
        if dating.date_start and _same_day(event["when"], dating):
            found.append((expression.start, expression.end))
    return found or None


def _same_day(when: str, dating: Dating) -> bool:
    start, end = dating.date_start or "", dating.date_end or dating.date_start or ""
    return start[: len(when)] == when or (
        start[: len(when)] <= when <= end[: len(when)] and dating.date_precision != "day"
    )


def false_trigger(tokenizer: Tokenizer, text: str, span: Span) -> Trigger | None:
    """Characters that are no trigger; None where they are cut off."""
    first, last = token_span(tokenizer.encode(text), *span)
    return Trigger((first, last)) if 0 < last <= MAX_TOKENS else None


def pair_example(tokenizer: Tokenizer, pair: Pair) -> Example | None:
    """Actor and recipient marked, with the types of the pair; None when neither is within the limit."""
    encoding = tokenizer.encode(pair.text)
    places = {name: [token_span(encoding, *s) for s in where] for name, where in pair.sides.items()}
    places = {name: [s for s in where if 0 < s[1] <= MAX_TOKENS] for name, where in places.items()}
    if not any(places.values()):
        return None
    return Example(encoding.ids[:MAX_TOKENS], sides=places, types=pair.labels)


def trigger_words(data: Iterable[Row]) -> Counter[str]:
    """How often each single word is (the first word of) a trigger."""
    return Counter(e["trigger"].split()[0].lower() for row in data for e in row["events"])


def false_triggers(row: Row, words: Counter[str], rng: random.Random) -> list[Span]:
    """Words that are triggers elsewhere but not here: at most two a sentence."""
    taken = [s for e in row["events"] if (s := find(row["text"], e["trigger"]))]
    spots, at = [], 0
    for word in row["text"].split():
        start = row["text"].index(word, at)
        at = start + len(word)
        core = word.strip(".,;:!?\"'()“”‘’")
        begin = start + word.find(core) if core else start
        free = all(begin >= b or begin + len(core) <= a for a, b in taken)
        if core and free and words[core.lower()] >= 1:
            spots.append((begin, begin + len(core)))
    rng.shuffle(spots)
    return spots[:2]
