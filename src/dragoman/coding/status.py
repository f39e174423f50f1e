"""Status: whether what a trigger reports happened, is planned, might be, or did not happen.

In: a sentence, the trigger's place, and the network's chances where there are any. Out: a `StatusReading` with the
words that gave it. Cues and what they govern come from data/status.yaml; here it is settled which of them counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.coding.cueing import Cue, cues
from dragoman.coding.words import Word, words
from dragoman.event import Status, Words

_INVERTED = frozenset(
    {
        "will", "did", "has", "have", "are", "is", "can", "should", "could", "might", "may", "were", "was", "would", "isn't", "do", "does", "had",
    }
)  # fmt: skip
# A cue that governs another one makes of both: (outer kind, inner kind) -> status; None: the inner one stands.
_TOGETHER: dict[tuple[str, str], Status] = {
    ("negation", "failure"): "actual",
    ("negation", "denial"): "actual",
    ("negation", "hesitation"): "actual",
    ("failure", "failure"): "actual",
    ("negation", "plan"): "negated",
    ("negation", "modal"): "negated",
    ("modal", "plan"): "hypothetical",
    ("negation", "would"): "negated",
    ("conditional", "would"): "hypothetical",
    ("conditional", "plan"): "hypothetical",
    ("demand", "negation"): "hypothetical",
    ("unreal", "negation"): "actual",
    ("wish", "plan"): "hypothetical",
    ("fear", "plan"): "hypothetical",
    ("demand", "failure"): "hypothetical",
    ("modal", "failure"): "hypothetical",
    ("wish", "failure"): "hypothetical",
    ("denial", "plan"): "negated",
    ("denial", "modal"): "negated",
}
# A cue behind its subject stands no further from it.
_SUBJECT = 8
# Types that are acts of speech: "should" is the demand itself, "will not" the refusal.
_ACTS = {
    "REQUEST": frozenset({"demand"}),
    "REJECT": frozenset({"negation", "failure", "denial", "would", "plan", "modal"}),
    "THREATEN": frozenset({"fear", "demand", "conditional", "plan"}),
    "AGREE": frozenset({"plan"}),
    "CONCEDE": frozenset({"plan"}),
}
# Their verb stands in the infinitive: a past tense behind them is another clause's.
_INFINITIVE = frozenset({"plan", "would", "modal", "demand", "wish"})
_BE = frozenset({"be", "been", "being", "get", "gets", "was", "were", "is", "are", "have", "has", "had", "that", "not"})
_NOUN_MARKS = frozenset(
    {
        "the", "a", "an", "its", "his", "her", "their", "of", "against", "on", "in", "into", "for", "from", "during", "at", "this",
        "these", "those", "by", "over", "with", "about", "towards", "between",
    }
)  # fmt: skip
# Verbs that make an event of the noun behind them.
_SUPPORT = frozenset(
    {
        "hold", "attend", "conduct", "launch", "carry", "begin", "start", "resume", "continue", "host", "take", "make", "give", "send",
        "provide", "impose", "stage", "join", "have", "face", "see", "open", "pay", "deliver", "receive", "lead", "visit", "organise",
        "organize", "sign", "mount", "risk", "suffer", "do", "get", "be", "implement", "announce", "issue", "offer", "enter", "go",
        "order", "seek", "deploy", "build", "file", "bring", "undertake", "discuss", "step", "cut", "holding", "launching", "making",
        "imposing", "sending", "carrying", "giving", "taking", "conducting", "staging", "providing", "witness", "stop", "end",
    }
)  # fmt: skip
_OPEN = frozenset({"plan", "modal", "would"})
# These govern what they open, however far the inner cue stands; the others only from close by.
_FAR = frozenset({"conditional", "wish", "fear", "demand", "unreal", "denial"})
# After these, earlier in the sentence, "would" is the future of the past.
_PAST_TELLING = frozenset(
    {
        "said", "announced", "told", "added", "promised", "pledged", "vowed", "confirmed", "declared", "insisted", "warned", "indicated",
        "wrote", "agreed", "decided", "claimed", "meant", "knew", "that",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status, the words of the sentence that gave it (None: none did), and its probability."""

    status: Status
    cue: Words | None
    chance: float


def read_status(
    sentence: str, start: int, end: int, *, event_type: str = "", chances: Mapping[Status, float] | None = None
) -> StatusReading:
    """The status of what characters start..end-1 of a sentence report; offsets of the cue are the sentence's."""
    told = words(sentence)
    first = next((i for i, w in enumerate(told) if w.end > start), len(told))
    last = next((i for i, w in enumerate(told) if w.start >= end), len(told))
    status, cue = ruled(told, first, last, event_type=event_type)
    span = (told[cue.first].start, told[cue.last - 1].end) if cue else None
    return StatusReading(status, Words(sentence[slice(*span)], *span) if span else None, 1.0)


def ruled(told: Sequence[Word], first: int, last: int, *, event_type: str = "") -> tuple[Status, Cue | None]:
    """The status of words first..last-1 by the rules alone, and the cue that decides."""
    everything = cues(told)
    before = [c for c in everything if _governs(c, first, last) and not _is_act(c, first, event_type)]
    forward = sorted((c for c in before if c.scope not in ("back", "both")), key=lambda c: (c.last, c.first))
    while forward and not _reaches(told, forward[-1], first):
        forward.pop()
    status, cue = _settled(forward)
    behind = next((c for c in before if c.scope == "back" and c.kind != "plan"), None)
    if behind and (cue is None or cue.kind in ("plan", "modal", "implicative") and cue.scope != "clause"):
        return behind.status, behind
    if cue and cue.kind in _OPEN:
        return _open(told, everything, first, cue, status)
    if cue and cue.kind not in ("implicative", "hesitation"):
        return status, cue
    return _otherwise(told, before, everything, first, last, cue)


def _open(
    told: Sequence[Word], everything: Sequence[Cue], first: int, cue: Cue, status: Status
) -> tuple[Status, Cue | None]:
    """A "will", "may" or "would": what it says hangs on a question, a condition or the telling."""
    if status != "negated":
        if _asks(told):
            return "hypothetical", cue
        condition = _condition(everything, first)
        if condition:
            return "hypothetical", condition
    if cue.kind == "would" and any(w.low in _PAST_TELLING for w in told[: cue.first]):
        return "planned", cue
    return status, cue


def _otherwise(
    told: Sequence[Word], before: Sequence[Cue], everything: Sequence[Cue], first: int, last: int, cue: Cue | None
) -> tuple[Status, Cue | None]:
    """Without a cue before the trigger: one behind it, a time to come, a question; else it is actual."""
    behind = [c for c in before if c.scope == "back"]
    if behind:
        return behind[0].status, behind[0]
    if cue:
        return "actual", cue
    if _asks(told):
        return "hypothetical", Cue(0, 1, 1, len(told), "question", "hypothetical", "clause")
    time = next((c for c in before if c.scope == "both"), None)
    if time and not _past(told, first, last, time):
        return "planned", time
    condition = next((c for c in everything if c.kind == "conditional" and c.first > last and c.last - c.first > 1), None)
    return ("hypothetical", condition) if condition else ("actual", None)


def _governs(cue: Cue, first: int, last: int) -> bool:
    """Whether the trigger, words first..last-1, is governed; a cue may open the trigger but not fill it."""
    if cue.scope == "back":
        if cue.kind != "object" and cue.first - last > _SUBJECT:
            return False
        return cue.begin <= first and last <= cue.stop and (cue.kind != "object" or cue.first - last <= 1)
    if cue.scope == "both":
        return cue.begin <= first < cue.stop
    if cue.first >= first:
        return (
            cue.last < last
            and cue.kind in ("negation", "plan", "modal")
            and cue.last - cue.first <= 2
            and cue.first == first
        )
    return cue.last <= first < cue.stop


def _is_act(cue: Cue, first: int, event_type: str) -> bool:
    """Whether the cue is the act itself and no word on whether it happened."""
    kinds = _ACTS.get(event_type, frozenset())
    if cue.kind == "conditional" and event_type == "THREATEN":
        return True
    return cue.kind in kinds and (cue.first >= first or (cue.last >= first - 1 and event_type != "REJECT"))


def _reaches(told: Sequence[Word], cue: Cue, first: int) -> bool:
    """Whether the cue's force reaches the trigger: not into what its complement takes as given.

    "will confront the attackers": the attack is given; "will hold talks" and "fear an attack": it is not.
    """
    if cue.scope in ("back", "both", "noun", "near") or cue.first >= first:
        return True
    if cue.kind == "nearly":
        return cue.last == first
    gap = [w.low for w in told[cue.last : first]]
    finite = cue.kind in _INFINITIVE and cue.scope == "verb" and told[cue.last - 1].low != "that"
    if gap and finite and told[first].low.endswith("ed") and not _BE & set(gap):
        return False
    if not _nominal(gap) or (cue.kind in ("negation", "conditional") and len(gap) <= 3) or told[-1].low == "?":
        return True
    lexical = [w for w in gap if w not in _NOUN_MARKS and w not in _BE]
    given = [w for w in gap[1:] if w in _NOUN_MARKS]
    if lexical and lexical[0] in _SUPPORT:
        return len(given) <= 2
    if cue.scope == "clause" or told[cue.last - 1].low in _NOUN_MARKS | {"to", "that"}:
        return len(gap) <= 4 and len(given) <= 1
    return len(gap) <= 1


def _nominal(gap: Sequence[str]) -> bool:
    """Whether a trigger behind these words is a noun, as far as they show."""
    if not gap or gap[-1] in _BE or gap[-1] in ("to", "and", "or"):
        return False
    return gap[-1] in _NOUN_MARKS or (len(gap) > 1 and bool(_NOUN_MARKS & set(gap[-3:-1])))


def _settled(governing: Sequence[Cue]) -> tuple[Status, Cue | None]:
    """The nearest cue decides, together with the one that governs it; implicatives are looked through."""
    if not governing:
        return "actual", None
    inner, rest = governing[-1], list(governing[:-1])
    outer = next((c for c in reversed(rest) if c.last <= inner.first < c.stop), None)
    if inner.kind == "implicative" and outer is not None:
        return _settled(rest)
    if outer is not None:
        close = inner.first - outer.last <= 3 or outer.kind in _FAR
        together = _TOGETHER.get((outer.kind, inner.kind)) if close else None
        if together:
            return together, outer if together != "actual" else inner
    return inner.status, inner


def _condition(everything: Sequence[Cue], first: int) -> Cue | None:
    """A conditional elsewhere in the sentence on which a "will" or "would" hangs."""
    return next((c for c in everything if c.kind == "conditional" and not c.first <= first < c.stop), None)


def _asks(told: Sequence[Word]) -> bool:
    """Whether the sentence asks whether, rather than who or why."""
    if not told or told[-1].low not in ("?", '"', "”"):
        return False
    opening = next((w.low for w in told if w.is_word), "")
    return any(w.low == "?" for w in told[-2:]) and opening in _INVERTED


def _past(told: Sequence[Word], first: int, last: int, time: Cue) -> bool:
    """Whether the trigger, or the words right before it where no time stands right behind it, are in the past."""
    near = told[first:last] if 0 <= time.first - last <= 4 else told[max(0, first - 4) : last]
    return any(w.low in ("was", "were", "had", "did") or (w.low.endswith("ed") and not w.capital) for w in near)
