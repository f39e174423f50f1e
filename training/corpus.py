"""Annotated sentences as training examples.

In: JSON lines in the events format (sentence, whole events) or the pairs format (sentence, spans, type).
Out: `Example`s: token ids, with markers where a task needs them, and the labels of each head.

Three tasks share one encoder:
  detect  the plain sentence            -> a type (or none) for every token
  argue   one trigger marked            -> type again (or none: no event), status, mode, role spans
  relate  actor and recipient marked    -> type of the pair
"""

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Encoding, Tokenizer

from dragoman.coding import timing
from dragoman.event import Dating
from dragoman.models.tokens import marked
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


@dataclass(slots=True)
class Example:
    """Token ids and labels; `tokens` per token type (detect), `roles` (R, n) of O/B/I, others per example.

    `types` are those that may be meant (relate); every other task knows its one `type`.
    """

    task: str
    ids: list[int]
    tokens: list[int] = field(default_factory=list)
    roles: list[list[int]] = field(default_factory=list)
    head: int = 0
    type: int = IGNORE
    status: int = IGNORE
    mode: int = IGNORE
    types: tuple[int, ...] = ()
    pools: tuple[Span, Span] = ((0, 1), (0, 1))


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


def detect_example(tokenizer: Tokenizer, row: Row) -> Example:
    """The plain sentence with the type of every trigger token."""
    encoding = tokenizer.encode(row["text"])
    labels = [0] * len(encoding.ids)
    for event in row["events"]:
        span = find(row["text"], event["trigger"])
        if span:
            first, last = token_span(encoding, *span)
            labels[first:last] = [TYPES.index(event["type"])] * (last - first)
    return Example("detect", encoding.ids[:MAX_TOKENS], tokens=labels[:MAX_TOKENS])


def argue_example(tokenizer: Tokenizer, row: Row, event: Row) -> Example | None:
    """One trigger marked, with its type, status, mode and role spans; None when the trigger is cut off."""
    encoding = tokenizer.encode(row["text"])
    span = find(row["text"], event["trigger"])
    if not span:
        return None
    first, last = token_span(encoding, *span)
    if last == 0 or last > MAX_TOKENS - 4:
        return None
    ids, moved = marked(encoding.ids, {"trigger": [(first, last)]})
    roles = [[0] * len(ids) for _ in ROLES]
    for r, role in enumerate(ROLES):
        places = _when_spans(row, event, span) if role == "when" else _role_spans(row["text"], event, role, span[0])
        if places is None:
            roles[r] = [IGNORE] * len(ids)
            continue
        for start, end in places:
            a, b = token_span(encoding, start, end)
            for i in range(a, b):
                roles[r][moved[i]] = 1 if i == a else 2
    mode = f"{event['type']}:{event.get('mode', '')}"
    return Example(
        "argue", ids[:MAX_TOKENS], roles=[r[:MAX_TOKENS] for r in roles], head=moved[first] - 1,
        type=TYPES.index(event["type"]), status=STATUSES.index(event["status"]),
        mode=MODES.index(mode) if mode in MODES else 0,
        pools=((moved[first], moved[last - 1] + 1), (0, 1)),
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


def false_example(tokenizer: Tokenizer, row: Row, span: Span) -> Example | None:
    """A word marked as a trigger which is none: type 0, no other label."""
    encoding = tokenizer.encode(row["text"])
    first, last = token_span(encoding, *span)
    if last == 0 or last > MAX_TOKENS - 4:
        return None
    ids, moved = marked(encoding.ids, {"trigger": [(first, last)]})
    roles = [[IGNORE] * len(ids[:MAX_TOKENS]) for _ in ROLES]
    return Example(
        "argue", ids[:MAX_TOKENS], roles=roles, head=moved[first] - 1, type=0,
        pools=((moved[first], moved[last - 1] + 1), (0, 1)),
    )  # fmt: skip


def pair_example(tokenizer: Tokenizer, pair: Pair) -> Example | None:
    """Actor and recipient marked, with the types of the pair; None when neither is within the limit."""
    encoding = tokenizer.encode(pair.text)
    places = {name: [token_span(encoding, *s) for s in where] for name, where in pair.sides.items()}
    places = {n: [s for s in where if 0 < s[1] <= MAX_TOKENS - 8] for n, where in places.items()}
    if not any(places.values()):
        return None
    ids, moved = marked(encoding.ids, places)
    pools = tuple(
        (moved[where[0][0]] - 1, moved[where[0][1] - 1] + 1) if (where := places.get(n)) else (0, 1)
        for n in ("actor", "recipient")
    )
    return Example("relate", ids[:MAX_TOKENS], types=pair.labels, pools=(pools[0], pools[1]))


def trigger_words(data: Iterable[Row]) -> Counter[str]:
    """How often each single word is (the first word of) a trigger."""
    return Counter(e["trigger"].split()[0].lower() for row in data for e in row["events"])


def false_triggers(data: Iterable[Row], words: Counter[str], rng: random.Random) -> Iterator[tuple[Row, Span]]:
    """Words that are triggers elsewhere but not here: at most two a sentence."""
    for row in data:
        taken = [s for e in row["events"] if (s := find(row["text"], e["trigger"]))]
        spots, at = [], 0
        for word in row["text"].split():
            start = row["text"].index(word, at)
            at = start + len(word)
            core = word.strip(".,;:!?\"'()“”‘’")
            begin = start + word.find(core) if core else start
            free = all(begin >= b or begin + len(core) <= a for a, b in taken)
            if core and free and words[core.lower()] >= 1:
                spots.append((words[core.lower()], (begin, begin + len(core))))
        rng.shuffle(spots)
        for _, span in spots[:2]:
            yield row, span


def batches(examples: list[Example], tokens: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of one task and one padded width, about `tokens` tokens each, in random order.

    Few distinct shapes: the matrix kernels are compiled anew for each one.
    """
    buckets: dict[tuple[str, int], list[Example]] = defaultdict(list)
    for example in examples:
        buckets[example.task, _width(len(example.ids))].append(example)
    groups = []
    for (_, width), mine in sorted(buckets.items()):
        rng.shuffle(mine)
        size = max(2, tokens // width)
        groups += [mine[i : i + size] for i in range(0, len(mine), size)]
    rng.shuffle(groups)
    yield from groups


def _width(length: int) -> int:
    """The padded width for a length: the next multiple of eight."""
    return -(-length // 8) * 8


def masked(ids: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    """Ids with a share of the words replaced by [MASK]: the network must not hang on single words."""
    hit = (rng.random(ids.shape) < share) & (ids > SEP)
    return np.where(hit, MASK, ids)


def padded(lists: list[list[int]], fill: int) -> np.ndarray:
    """Lists as one (B, n) int64 array."""
    width = _width(max(map(len, lists)))
    return np.array([row + [fill] * (width - len(row)) for row in lists], dtype=np.int64)
