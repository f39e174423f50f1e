"""Arguing: each candidate trigger is marked in its sentence and asked about on its own.

In: candidates of sentences that have been read. Out: `Finding`s: type or none, status, mode, and the words that fill
the roles (actor, recipient, said_by, place, when), each with its probability, as character spans of the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import numpy as np

from dragoman.actors.phrases.naming import closed
from dragoman.coding.triggers.spotting import Candidate
from dragoman.event import Status
from dragoman.models import Argument, Floats, Labels, Look, Network, Question
from dragoman.models.tokens import Tokens

_INSIDE = 2
# The network is too reserved with some roles: what "none" weighs there, swept on a fold that it has not seen. Nearly
# every act has somebody who does it: with the actor at 0.35 the dyad's F1 is 0.4 points above that at 0.5; recipients
# at 0.35 or 0.7 change it by less. The place of right events has an F1 of 0.828 at 0.6, 0.857 at 0.25, 0.840 at 0.15.
_RESERVE = {"actor": 0.35, "recipient": 0.5, "place": 0.25}
# Words between two parts of one role that have this chance to be inside tear no phrase: of 59 such gaps in 180 articles
# 53 are within one phrase, of 65 with less 7.
_HELD = 0.13
# What parts a phrase from the next one all the same.
_PARTING = re.compile(r"[,;:–—]|\b(?:and|or|nor|but|including|such|especially|led by|backed by|supported by)\b")
# The mean chance of a sentence's likeliest trigger over the annotated articles.
USUAL = 0.7
# What ends a written word, dashes between clauses included.
_BREAKS = frozenset(' \t\n\xa0—–…“”"()[]/')
_ARTICLES = ("the", "a", "an")
_LINKS = ("and", "or", "of", "in", "on", "at", "by", "for", "to", "with", "from")
# Words that alone say nobody and nowhere ("front" as in "in front of").
_EMPTY = frozenset({*_ARTICLES, *_LINKS, "front", "s"})
# "D-Vt." behind a name says where somebody sits.
_SEAT = re.compile(r"[DRI]-[A-Z][A-Za-z.]*")
_SIDES = ("actor", "recipient")
# Words that lead to others: at the end of a span they lead nowhere, and at its beginning only articles belong to it,
# and "at least".
_LINK = rf"(?:belonging to|owned by|(?!at (?:least|most)\b)(?:{'|'.join(_LINKS)}))\s+"
_LEADING = re.compile(rf"(?:{_LINK})+", re.IGNORECASE)
# A relative clause of which no more than its opening is marked: "the men who had", "the rebels he".
_RELATIVE = r"(?:who|whom|that|which|had|has|have|is|are|was|were|will|would)|(?<!and\s)(?<!or\s)(?:he|she|they|we)"
_TRAILING = re.compile(rf"(?:\s+(?:{'|'.join(_ARTICLES + _LINKS)}|{_RELATIVE}))+$")
_POSSESSIVE = re.compile(r"[’'](?:s)?$")
# "US-led" with no noun behind it is the US: the annotation cuts all of 31 so, and what is told of the whole word's
# country is told of whom it stands beside.
_JOINED = re.compile(r"(?<![\w-])[A-Z][\w.]*(?P<rest>[-‑](?:led|held|run|made|[a-z]+ed))$")


@dataclass(frozen=True, slots=True)
class Role:
    """Words that fill a role: characters of the sentence, and the chance that they do.

    `rule` says why they do where the network does not ("": it does); two roles are the same whoever found them.
    """

    start: int
    end: int
    chance: float
    rule: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Looks:
    """What each of the two looks at a trigger gave: the chance of an event, and that of the type on which they settled;
    `agree` when each alone would have chosen the same type."""

    spotted: float = 0.5
    argued: float = 0.5
    spotted_type: float = 0.5
    argued_type: float = 0.5
    agree: bool = True


@dataclass(frozen=True, slots=True)
class Rivals:
    """The other triggers of the sentence: how many, the chance of the likeliest, and of the likeliest of its type.

    `around` is the mean of the likeliest triggers' chances in the document's other sentences, drawn to what is usual;
    `inner` when a trigger before it says what it tells ("threatened to attack").
    """

    count: int = 0
    chance: float = 0.0
    same: float = 0.0
    around: float = USUAL
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One trigger read whole. `chance` is that of an event being there; `types` are over all types, none excluded.

    `status` is the network's own, likeliest of `statuses`; `voice_chance` that some word is the report's source.
    """

    sentence: int
    start: int
    end: int
    chance: float
    event_type: str
    type_chance: float
    types: Floats
    status: Status
    status_chance: float
    mode: str
    roles: dict[str, tuple[Role, ...]]
    statuses: dict[Status, float] = field(default_factory=dict)
    voice_chance: float = 0.0
    looks: Looks = Looks()
    rivals: Rivals = Rivals()


def argue(
    network: Network, sentences: Sequence[str], tokens: Sequence[Tokens], *, looks: Sequence[Look],
    found: Sequence[Candidate],
) -> list[Finding]:  # fmt: skip
    """One finding a candidate, in the candidates' order; sentences, tokens, looks are indexed by the candidates."""
    if not found:
        return []
    questions = [Question(looks[c.sentence], {"trigger": [(c.first, c.last)]}) for c in found]
    return [
        _finding(network.labels, (sentences[one.candidate.sentence], tokens[one.candidate.sentence]), one)
        for one in _answers(network.labels.roles, found, network.argue(questions))
    ]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A candidate and what the network says of it: `second` are its types without "none", `types` both looks' product,
    `tags` its roles, `marked` which of them some word is in."""

    candidate: Candidate
    argument: Argument
    second: Floats
    types: Floats
    tags: Floats
    marked: list[bool]


def _answers(roles: Sequence[str], found: Sequence[Candidate], arguments: Sequence[Argument]) -> Iterator[_Answer]:
    """The answers, made ready for all candidates of a document in one step."""
    second = _shares(np.stack([argument.types[1:] for argument in arguments]))
    types = _shares(np.stack([candidate.types for candidate in found]) * second)
    starts = np.cumsum([0, *(len(argument.roles) for argument in arguments)])[:-1]
    tags = one_sided(roles, np.concatenate([argument.roles for argument in arguments]))
    marked = np.logical_or.reduceat(tags.argmax(-1) > 0, starts, axis=0).tolist()
    rows = zip(found, arguments, second, types, np.split(tags, starts[1:]), marked, strict=True)
    return (_Answer(*row) for row in rows)


def _shares(rows: Floats) -> Floats:
    shares: Floats = rows / rows.sum(1, keepdims=True)
    return shares


def _finding(labels: Labels, sentence: tuple[str, Tokens], answer: _Answer) -> Finding:
    """Both looks at the trigger agree on a type by the product of what each gives it."""
    text, tokens = sentence
    candidate, argument, second = answer.candidate, answer.argument, answer.second
    best = int(answer.types.argmax())
    looks = Looks(
        candidate.strength, float(1 - argument.types[0]), float(candidate.types[best]), float(second[best]),
        agree=bool(candidate.types.argmax() == second.argmax()),
    )  # fmt: skip
    event_type = labels.types[best + 1]
    status = int(argument.statuses.argmax())
    start, end = tokens.characters(candidate.first, candidate.last)
    return Finding(
        sentence=candidate.sentence, start=start, end=end,
        chance=float(np.sqrt(candidate.strength * (1 - argument.types[0]))),
        event_type=event_type, type_chance=float(answer.types[best]), types=answer.types,
        status=labels.statuses[status], status_chance=float(argument.statuses[status]),
        mode=_mode(labels, argument.modes, event_type),
        roles=_roles(labels.roles, text, tokens, answer=answer),
        statuses=dict(zip(labels.statuses, argument.statuses.tolist(), strict=True)),
        voice_chance=_highest(tokens, answer.tags[:, labels.roles.index("said_by")]), looks=looks,
    )  # fmt: skip


def _roles(names: Sequence[str], text: str, tokens: Tokens, *, answer: _Answer) -> dict[str, tuple[Role, ...]]:
    """The words that fill each role; most roles of most triggers have none."""
    found = {name: spans(text, tokens, answer.tags[:, k]) if answer.marked[k] else () for k, name in enumerate(names)}
    return found | {side: tuple([trimmed(text, role) for role in found[side]]) for side in _SIDES if found[side]}


def _highest(tokens: Tokens, tags: Floats) -> float:
    """The highest chance of a word to belong to a role."""
    words = [none for none, word in zip(tags[:, 0].tolist(), tokens.words, strict=True) if word is not None]
    return float(1 - np.float32(min(words))) if words else 0.0


def one_sided(roles: Sequence[str], tags: Floats) -> Floats:
    """(tokens, roles, O/B/I), weighed, with no token both actor and recipient: the likelier side keeps it."""
    sides = [roles.index(name) for name in _SIDES]
    kept = tags.copy()
    kept[:, :, 0] *= [_RESERVE.get(name, 1.0) for name in roles]
    given = kept[:, sides, 1:].max(-1)
    both = (kept[:, sides].argmax(-1) > 0).all(-1)
    for side, weaker in zip(sides, (given[:, 0] < given[:, 1], given[:, 0] >= given[:, 1]), strict=True):
        kept[both & weaker, side] = (1.0, 0.0, 0.0)
    return kept


def _mode(labels: Labels, modes: Floats, event_type: str) -> str:
    """The likeliest mode of the type, or "" where none is likelier than having none."""
    own = _modes_of(labels.modes, event_type)
    best = max(own, key=lambda k: modes[k], default=0)
    return labels.modes[best].partition(":")[2] if own and modes[best] > modes[0] else ""


@cache
def _modes_of(modes: tuple[str, ...], event_type: str) -> list[int]:
    return [k for k, mode in enumerate(modes) if mode.startswith(f"{event_type}:")]


def spans(sentence: str, tokens: Tokens, tags: Floats) -> tuple[Role, ...]:
    """Character spans from (tokens, O/B/I) probabilities: whole written words, what stands side by side as one."""
    best: list[int] = tags.argmax(-1).tolist()
    if not any(best):
        return ()
    _mend(best, sentence, tokens, tags)
    found, i, n = [], 0, len(tokens.ids)
    while i < n:
        if not best[i] or tokens.words[i] is None:
            i += 1
            continue
        j = i + 1
        while j < n and tokens.words[j] is not None and (best[j] == _INSIDE or tokens.words[j] == tokens.words[j - 1]):
            j += 1
        start, end = written(sentence, *tokens.characters(i, j))
        words = sentence[start:end]
        if not _EMPTY.issuperset(words.lower().split()) and not _SEAT.fullmatch(words):
            found.append(Role(start, end, float(np.add.reduce(1 - tags[i:j, 0]) / (j - i))))
        i = j
    return tuple(_joined(sentence, found))


def _mend(best: list[int], sentence: str, tokens: Tokens, tags: Floats) -> None:
    """Mends, in the likeliest tags, phrases torn by words that may well be inside: "Movement | for | Change"."""
    tagged = [k for k, tag in enumerate(best) if tag and tokens.words[k] is not None]
    for left, right in pairwise(tagged):
        if right - left == 1 or tags[left + 1 : right, _INSIDE].min() < _HELD:
            continue
        gap = sentence[tokens.characters(left, left + 1)[1] : tokens.characters(right, right + 1)[0]]
        if not _PARTING.search(gap):
            best[left + 1 : right + 1] = [_INSIDE] * (right - left)


def trimmed(sentence: str, role: Role) -> Role:
    """A party's span without what only leads into or out of it: "villages in" is the villages, "US-led" the US."""
    leading = _LEADING.match(sentence, role.start, role.end)
    start = leading.end() if leading else role.start
    trailing = _TRAILING.search(sentence, start, role.end)
    end = trailing.start() if trailing else role.end
    rest = _JOINED.search(sentence, start, end)
    return Role(start, rest.start("rest") if rest else end, role.chance)


def touching(some: Sequence[Role], others: Sequence[Role]) -> bool:
    """Whether two sides share words."""
    return any(a.start < b.end and b.start < a.end for a in some for b in others)


def written(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The span grown to the blanks around it, then without the punctuation and the possessive at its ends, but for
    the bracket that closes one in it."""
    while start > 0 and sentence[start - 1] not in _BREAKS:
        start -= 1
    while end < len(sentence) and sentence[end] not in _BREAKS:
        end += 1
    ending = _POSSESSIVE.search(sentence, start, end)
    end = ending.start() if ending else end
    while start < end and not sentence[start].isalnum():
        start += 1
    while end > start and not sentence[end - 1].isalnum() and not _abbreviated(sentence, start, end):
        end -= 1
    return start, closed(sentence, start, end)


def _abbreviated(sentence: str, start: int, end: int) -> bool:
    """Whether the stop at the end belongs to the last word: "the U.S."."""
    return sentence[end - 1] == "." and "." in sentence[max(start, end - 3) : end - 1]


def _joined(sentence: str, found: Sequence[Role]) -> list[Role]:
    """Spans that touch, or have nothing but a blank between them, are one."""
    joined: list[Role] = []
    for role in found:
        last = joined[-1] if joined else None
        if last and not sentence[last.end : role.start].strip():
            joined[-1] = Role(last.start, max(last.end, role.end), max(last.chance, role.chance))
        else:
            joined.append(role)
    return joined
