"""Status: whether what a trigger reports happened, is planned, might be, or did not happen.

In: a sentence, the trigger's place, and the network's chances where there are any. Out: a `StatusReading` with the
words that gave it. Rules (cueing, deciding), the wording around the trigger and the network are weighed together, by
data/status_wording.json and data/status_weights.json.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding import timing
from dragoman.coding.speech import lexicon
from dragoman.coding.status.asides import without
from dragoman.coding.status.cueing import Cue, cues
from dragoman.coding.status.deciding import answered, forestalls, ruled
from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.weighing import SUREST, table, weigh
from dragoman.coding.wording import form, place, wording
from dragoman.coding.words import Word, words
from dragoman.event import Status, Words
from dragoman.ontology import speech_acts

STATUSES: tuple[Status, ...] = ("actual", "planned", "hypothetical", "negated")
# Words between a cue and its trigger beyond which it makes no difference.
_FAR = 6
# An article and an adjective: "from a planned attack".
_NEXT = 2
# Words from "adopt" to what the resolution says.
_CONTENT = 4


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status, the words of the sentence that gave it (None: none did), and its probability.

    `ruled` is what the rules alone say; `weighed`: wording and network were asked, too.
    """

    status: Status
    cue: Words | None
    chance: float
    ruled: Status = "actual"
    weighed: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules say of words first..last-1 of a sentence without its asides, and the cue that decides."""

    told: Sequence[Word]
    first: int
    last: int
    event_type: str
    status: Status
    cue: Cue | None


def read_status(
    sentence: str, start: int, end: int, *, event_type: str = "", chances: Mapping[Status, float] | None = None
) -> StatusReading:
    """The status of what characters start..end-1 of a sentence report; offsets of the cue are the sentence's.

    Without `chances` the rules decide alone, and the probability is 1.
    """
    ruling = rule(sentence, start, end, event_type=event_type)
    status, cue, sure = ruling.status, ruling.cue, 1.0
    asked = bool(chances) and not _plain(ruling)
    if chances and asked:
        worded = weigh(dict.fromkeys(phrasing(ruling, sentence, (start, end)), 1.0), table("status_wording"))
        weighed = weigh(features(ruling, worded, chances), table("status_weights"))
        best = max(range(len(STATUSES)), key=lambda k: weighed[k])
        sure = weighed[best]
        if STATUSES[best] != status:
            status, cue = STATUSES[best], None
    if cue is None:
        return StatusReading(status, None, sure, ruling.status, asked)
    first, last = ruling.told[cue.first].start, ruling.told[cue.last - 1].end
    return StatusReading(status, Words(sentence[first:last], first, last), sure, ruling.status, asked)


def _plain(ruling: Ruling) -> bool:
    """Whether the trigger is a verb right behind "may", "never", "did not", "nearly", or is foiled, or is what a
    resolution that was not adopted or a report called false says, or is answered by another deed: nothing is left to
    weigh."""
    cue = ruling.cue
    if answered(ruling.told, ruling.first):
        return True
    if cue is not None and (forestalls(ruling.told, cue) or _unpassed(ruling, cue) or _false(ruling, cue)):
        return True
    if cue is not None and (_desists(ruling, cue) or _nearly(ruling, cue)):
        return True
    if cue is None or cue.scope != "verb" or ruling.told[cue.last - 1].low not in vocabulary().plain:
        return False
    between = [word.low for word in ruling.told[cue.last : ruling.first]]
    adverbs = all(word in vocabulary().adverbs or word.endswith("ly") or word == "yet" for word in between)
    return cue.last <= ruling.first and len(between) <= 1 and adverbs


def _desists(ruling: Ruling, cue: Cue) -> bool:
    """Whether the trigger is right behind "held off from", "back away from"."""
    if cue.kind != "failure" or not 0 <= ruling.first - cue.last <= _NEXT:
        return False
    off, word = (ruling.told[cue.last - back].low for back in (_NEXT, 1))
    deed = ruling.told[ruling.first].low
    return off in vocabulary().desisting and word in ("from", "on") and not deed.endswith("ed")


def _nearly(ruling: Ruling, cue: Cue) -> bool:
    """Whether the trigger is a deed right behind "nearly", "came close to": not speech, for who "almost begged" has
    spoken, nor what is done by degrees ("nearly destroyed the town")."""
    close = cue.kind == "unreal" and ruling.told[cue.last - 2].low in ("close", "near")
    if not (close or cue.kind == "nearly") or cue.last != ruling.first:
        return False
    return ruling.event_type not in speech_acts() and ruling.told[ruling.first].low not in vocabulary().gradual


def _unpassed(ruling: Ruling, cue: Cue) -> bool:
    """Whether the trigger is the content of what "failed to adopt a resolution demanding …" tells of."""
    if cue.kind not in ("failure", "negation") or not 0 < ruling.first - cue.last <= _CONTENT:
        return False
    return ruling.told[cue.last].low in vocabulary().passing


def _false(ruling: Ruling, cue: Cue) -> bool:
    """Whether the trigger is the content of "described as lies reports that …"."""
    called = any(word.low in lexicon().disowned for word in ruling.told[cue.first : cue.last])
    return cue.kind == "denial" and called and 0 <= ruling.first - cue.last <= _FAR


def rule(sentence: str, start: int, end: int, *, event_type: str) -> Ruling:
    """The status by the rules alone, and the cue that decides."""
    told, everything = _read(sentence)
    first, last = place(told, start, end)
    plain, begin, stop = without(told, first, last)
    interrupted = len(plain) < len(told)
    known = cues(plain) if interrupted else everything
    verdict = ruled(plain, known, begin, stop, event_type=event_type, told_by=interrupted)
    return Ruling(plain, begin, stop, event_type, *verdict)


@lru_cache(maxsize=64)
def _read(sentence: str) -> tuple[tuple[Word, ...], tuple[Cue, ...]]:
    """The words and cues of a sentence, kept for its next event."""
    told = tuple(words(sentence))
    return told, tuple(cues(told))


def phrasing(ruling: Ruling, sentence: str, span: tuple[int, int]) -> Iterator[str]:
    """The wording around the trigger, its tense, and how the deciding cue stands to it."""
    yield from wording(ruling.told, ruling.first, ruling.last)
    kind = ruling.cue.kind if ruling.cue else ""
    ending = form(ruling.told[ruling.first].low) if ruling.first < len(ruling.told) else ""
    tense = timing.tense(sentence, *span)
    yield from ("bias", f"rules {ruling.status}", f"cue {kind}", f"type {ruling.event_type}")
    yield from (f"cue {kind}, type {ruling.event_type}", f"cue {kind}, form {ending}")
    yield from (f"tense {tense}", f"tense {tense}, form {ending}")
    if ruling.cue:
        yield from _cued(ruling, ruling.cue)


def _cued(ruling: Ruling, cue: Cue) -> Iterator[str]:
    """Which cue it is, how far it stands from the trigger, and what stands between."""
    between = [word.low for word in ruling.told[cue.last : ruling.first]]
    gap = ruling.first - cue.last if cue.last <= ruling.first else max(cue.first - ruling.last, -1)
    yield from (f"gap {min(gap, _FAR)}, cue {cue.kind}", f"gap {min(gap, _FAR)}, rules {ruling.status}")
    yield f"words {' '.join(word.low for word in ruling.told[cue.first : cue.last])}"
    yield f"scope {cue.scope}, cue {cue.kind}"
    if {"was", "were", "had", "did", *vocabulary().past_telling}.intersection(between):
        yield f"past between, cue {cue.kind}"
    if "," in between:
        yield f"comma between, cue {cue.kind}"


def features(ruling: Ruling, worded: Sequence[float], chances: Mapping[Status, float]) -> dict[str, float]:
    """What is weighed: log chances by the network and by the wording, what the rules say, and the type."""
    network = {f"network {name}": math.log(max(chances.get(name, 0.0), SUREST)) for name in STATUSES}
    own = {f"wording {name}": math.log(max(p, SUREST)) for name, p in zip(STATUSES, worded, strict=True)}
    said = {"bias": 1.0, f"rules {ruling.status}": 1.0, f"type {ruling.event_type}": 1.0}
    return {**network, **own, **said, f"cue {ruling.cue.kind if ruling.cue else ''}": 1.0}
