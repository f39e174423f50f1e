"""Names that also mean something else: Turkey the bird, Jordan the player, us the pronoun.

In: the table of ambiguous names, a match and its text. Out: whether the match counts as the actor.
"""

import re
from dataclasses import dataclass

from dragoman.actors.knowledge import Knowledge
from dragoman.actors.knowledge.agents import Rule
from dragoman.actors.names.matching import Match, fold, key
from dragoman.actors.names.words import listed

_WORD_AFTER = re.compile(r"[ \t\u00a0]{1,2}([^\W_]+)")
_WORD_BEFORE = re.compile(r"([^\W_]+)(\.?)[ \t\u00a0]{1,2}\Z")
_REACH = 30
_NAME, _CAPITALS = "<name>", "<capitals>"


@dataclass(frozen=True, slots=True)
class Trap:
    """When a name counts: rule and forbidden neighbours as in ambiguous.csv, keys folded."""

    reads_as: tuple[str, ...]
    rule: Rule
    not_before: frozenset[str]
    not_after: frozenset[str]


def traps_of(knowledge: Knowledge) -> dict[str, Trap]:
    """The traps by the look-up key of the name."""
    return {
        key(row.name): Trap(row.reads_as, row.rule, frozenset(row.not_before), frozenset(row.not_after))
        for row in knowledge.ambiguities
    }


def kept(text: str, match: Match, traps: dict[str, Trap]) -> bool:
    """Whether a match counts where it stands; a surname that is also a word may (the reader asks for more)."""
    trap = traps.get(key(match.names[0].text))
    if trap is None:
        return True
    written = text[match.start : match.end]
    if trap.rule == "never":
        return any(name.kind == "surname" for name in match.names)
    if (trap.rule == "upper" and not written.isupper()) or (trap.rule == "capital" and not written[:1].isupper()):
        return False
    return not (_forbids_after(text, match, trap) or _forbids_before(text, match, trap))


def _forbids_after(text: str, match: Match, trap: Trap) -> bool:
    after = _WORD_AFTER.match(text, match.end, match.end + _REACH) if trap.not_before else None
    if after is None:
        return False
    if fold(after.group(1)) in trap.not_before:
        return True
    if _CAPITALS in trap.not_before and _shouted(after.group(1)):
        return True
    # "Chad President Deby" is no person called Chad.
    named = after.group(1)[0].isupper() and after.group(1)[1:].islower()
    return _NAME in trap.not_before and named and fold(after.group(1)) not in listed("titles")


def _forbids_before(text: str, match: Match, trap: Trap) -> bool:
    before = _WORD_BEFORE.search(text[max(0, match.start - _REACH) : match.start]) if trap.not_after else None
    if before is None:
        return False
    word = before.group(1)
    if fold(word) in trap.not_after:
        return True
    if _CAPITALS in trap.not_after and _shouted(word):
        return True
    return _NAME in trap.not_after and word[0].isupper() and (word[1:].islower() or bool(before.group(2)))


def _shouted(word: str) -> bool:
    """Whether a word stands in capitals, as all words of some headlines do; "I" and "A" always do."""
    return len(word) > 1 and word.isupper()
