"""Deciding: which cue of a sentence tells the status of a trigger, by rules alone.

In: the words of a sentence and the trigger's place among them. Out: a status and the cue that gave it.
"""

from collections.abc import Sequence

from dragoman.coding.status.cueing import Cue
from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.words import Word
from dragoman.event import Status

# A cue that governs another one makes of both: (outer kind, inner kind) -> status; None: the inner one stands.
_TOGETHER: dict[tuple[str, str], Status] = {
    ("negation", "failure"): "actual",
    ("negation", "denial"): "actual",
    ("negation", "hesitation"): "actual",
    ("failure", "failure"): "actual",
    ("conditional", "negation"): "hypothetical",
    ("conditional", "failure"): "hypothetical",
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
    ("wish", "would"): "hypothetical",
    ("fear", "would"): "hypothetical",
    ("modal", "would"): "hypothetical",
    ("would", "failure"): "hypothetical",
    ("would", "plan"): "hypothetical",
    ("denial", "plan"): "negated",
    ("denial", "modal"): "negated",
}
# Words of a subject between "if" and its verb: with four the status tables, the gate and the gold stay the same, but
# "if the army and its many new allies threaten us" is then no condition.
_IF_TO_VERB = 8
# A cue behind its subject stands no further from it.
_SUBJECT = 8
# Words from "foiled" to the noun that it foils.
_PHRASE = 5
# Types that are acts of speech: "should" is the demand itself, "will not" the refusal.
_ACTS = {
    "REQUEST": frozenset({"demand"}),
    "REJECT": frozenset({"negation", "failure", "denial", "would", "plan", "modal"}),
    "THREATEN": frozenset({"fear", "demand", "conditional", "plan", "modal"}),
    "AGREE": frozenset({"plan"}),
    "CONCEDE": frozenset({"plan"}),
}
# Their verb stands in the infinitive: a past tense behind them is another clause's.
_INFINITIVE = frozenset({"plan", "would", "modal", "demand", "wish"})
_OPEN = frozenset({"plan", "modal", "would"})
# Words from "retaliate for" to the deed that is answered.
_ANSWERED = 5
# A headline's subject and "to" have no more words than this; with a stop at its end it is none.
_HEADLINE = 8
_ENDS = frozenset('.?!"”')
# These govern what they open, however far the inner cue stands; the others only from close by.
_FAR = frozenset({"conditional", "wish", "fear", "demand", "unreal", "denial"})


def ruled(
    told: Sequence[Word],
    everything: Sequence[Cue],
    first: int,
    last: int,
    *,
    event_type: str = "",
    told_by: bool = False,
) -> tuple[Status, Cue | None]:
    """The status of words first..last-1 by the rules alone, of all cues of the sentence, and the cue that decides.

    `told_by`: an aside that has been taken out of the sentence gives a source.
    """
    if answered(told, first):
        return "actual", None
    before = [c for c in everything if _governs(c, first, last) and not _is_act(told, c, first, event_type)]
    forward = sorted((c for c in before if c.scope not in ("back", "both")), key=lambda c: (c.last, c.first))
    while forward and not _reaches(told, forward[-1], first):
        forward.pop()
    status, cue = _settled(forward)
    behind = next((c for c in before if c.scope == "back" and c.kind != "plan"), None)
    weak = cue is None or (cue.kind in ("plan", "modal", "implicative") and cue.scope != "clause")
    if behind and weak:
        return behind.status, behind
    if cue and cue.kind in _OPEN:
        return _open(told, everything, first, cue, status, told_by=told_by)
    if cue and cue.kind not in ("implicative", "hesitation"):
        return status, cue
    return _otherwise(told, before, everything, first, last, cue)


def _open(
    told: Sequence[Word], everything: Sequence[Cue], first: int, cue: Cue, status: Status, *, told_by: bool
) -> tuple[Status, Cue | None]:
    """A "will", "may" or "would": what it says hangs on a question, a condition or the telling."""
    if status != "negated":
        if _asks(told):
            return "hypothetical", cue
        condition = _condition(everything, first)
        if condition:
            return "hypothetical", condition
    if cue.kind == "would" and (told_by or any(w.low in vocabulary().past_telling for w in told[: cue.first])):
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
    time = next((c for c in before if c.kind == "future"), None)
    if time and not _past(told, first, last, time):
        return "planned", time
    day = next((c for c in before if c.kind == "futurate"), None)
    if day and _present(told, first, day):
        return "planned", day
    to = _headline(told, first)
    if to:
        return "planned", to
    conditions = (c for c in everything if c.kind == "conditional" and c.first > last and c.last - c.first > 1)
    condition = next(conditions, None)
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


def _is_act(told: Sequence[Word], cue: Cue, first: int, event_type: str) -> bool:
    """Whether the cue is the act itself and no word on whether it happened."""
    kinds = _ACTS.get(event_type, frozenset())
    if event_type == "THREATEN" and told[first].low in vocabulary().threatening:
        # "If they come, we shoot" is a threat; "if they threatened us" and "may threaten us" are none yet.
        return cue.kind == "conditional" and not 0 <= first - cue.last <= _IF_TO_VERB
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
    if gap and finite and told[first].low.endswith("ed") and not vocabulary().be & set(gap):
        return False
    if forestalls(told, cue) and len(gap) <= _PHRASE and not vocabulary().noun_marks & set(gap[1:]):
        return True
    if not _nominal(gap) or (cue.kind in ("negation", "conditional") and len(gap) <= 3) or told[-1].low == "?":
        return True
    lexical = [w for w in gap if w not in vocabulary().noun_marks | vocabulary().be | {"to"}]
    given = [w for w in gap[1:] if w in vocabulary().noun_marks]
    if lexical and lexical[0] in vocabulary().support:
        return len(given) <= 2
    if cue.scope == "clause" or told[cue.last - 1].low in vocabulary().noun_marks | {"to", "that"}:
        return len(gap) <= 4 and len(given) <= 1
    return len(gap) <= 1


def forestalls(told: Sequence[Word], cue: Cue) -> bool:
    """Whether a cue is a verb that keeps what it governs from happening, or is to: "foiled", "to prevent"."""
    return told[cue.last - 1].low in vocabulary().forestalling


def answered(told: Sequence[Word], first: int) -> bool:
    """Whether the trigger is a known deed that is answered: "will retaliate for the US strike", no "any strike"."""
    known = vocabulary()
    for at in range(first - 2, max(first - 3 - _ANSWERED, -1), -1):
        if told[at].low in known.answering:
            phrase = [w.low for w in told[at + 1 + (told[at + 1].low in ("for", "to")) : first]]
            definite = bool(phrase) and (phrase[0] in known.definite or any(w.endswith("'s") for w in phrase))
            return definite and not known.unsure.intersection(phrase) and all(w[0].isalnum() for w in phrase)
    return False


def _nominal(gap: Sequence[str]) -> bool:
    """Whether a trigger behind these words is a noun, as far as they show."""
    if not gap or gap[-1] in vocabulary().be or gap[-1] in ("to", "and", "or"):
        return False
    return gap[-1] in vocabulary().noun_marks or (len(gap) > 1 and bool(vocabulary().noun_marks & set(gap[-3:-1])))


def _settled(governing: Sequence[Cue]) -> tuple[Status, Cue | None]:
    """The nearest cue decides, together with the one that governs it; implicatives are looked through."""
    if not governing:
        return "actual", None
    inner, rest = governing[-1], list(governing[:-1])
    outers = [c for c in reversed(rest) if c.last <= inner.first < c.stop]
    if inner.kind == "implicative" and outers:
        return _settled(rest)
    for outer in outers:
        close = inner.first - outer.last <= 3 or outer.kind in _FAR
        together = _TOGETHER.get((outer.kind, inner.kind)) if close else None
        if together:
            return together, outer if together != "actual" else inner
        if outer.kind not in _OPEN:
            break
    return inner.status, inner


def _condition(everything: Sequence[Cue], first: int) -> Cue | None:
    """A conditional elsewhere in the sentence on which a "will" or "would" hangs."""
    return next((c for c in everything if c.kind == "conditional" and not c.first <= first < c.stop), None)


def _asks(told: Sequence[Word]) -> bool:
    """Whether the sentence asks whether, rather than who or why."""
    if not told or told[-1].low not in ("?", '"', "”"):
        return False
    opening = next((w.low for w in told if w.is_word), "")
    return any(w.low == "?" for w in told[-2:]) and opening in vocabulary().inverted


def _past(told: Sequence[Word], first: int, last: int, time: Cue) -> bool:
    """Whether the trigger, or the words right before it where no time stands right behind it, are in the past."""
    near = told[first:last] if 0 <= time.first - last <= 4 else told[max(0, first - 4) : last]
    return any(w.low in ("was", "were", "had", "did") or (w.low.endswith("ed") and not w.capital) for w in near)


def _present(told: Sequence[Word], first: int, day: Cue) -> bool:
    """Whether the trigger is surely a verb in the present, told of the day behind it: "we leave on Sunday"."""
    if first == 0 or not 0 < day.first - first <= _SUBJECT:
        return False
    trigger, previous = told[first].low, told[first - 1].low
    if trigger.endswith("ing"):
        return previous in vocabulary().going
    if previous not in vocabulary().subjects | {"which", "who"} or trigger in vocabulary().finite:
        return False
    return not trigger.endswith("ed") and trigger not in vocabulary().past_forms | vocabulary().unchanged


def _headline(told: Sequence[Word], first: int) -> Cue | None:
    """The "to" of a headline that tells what is to come: "Germany to send tanks"."""
    if not told or told[-1].low in _ENDS or not 2 <= first <= _HEADLINE or told[first - 1].low != "to":
        return None
    if not all(_nameable(word) for word in told[: first - 1]):
        return None
    return Cue(first - 1, first, first, len(told), "headline", "planned", "verb")


def _nameable(word: Word) -> bool:
    """Whether a word can stand in a headline's subject, no verb and no noun that an infinitive belongs to."""
    known = vocabulary()
    if not word.is_word or word.low in known.finite | known.be | known.subordinate | known.towards | known.past_forms:
        return word.low in "'’"
    return word.capital or not word.low.endswith("ed")
