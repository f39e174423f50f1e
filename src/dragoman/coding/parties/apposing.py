"""Apposing: a description and the name beside it are one party: "The archbishop of Nyeri, X,", "X, the army chief,".

In: the cast of a document and the spans of one side of an event. Out: which of them only describes which other.
A list of two has "and" between them: two that nothing but a comma joins are one, where the list does not go on.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.words import listed
from dragoman.actors.scene.clues import PLACES

Span = tuple[int, int]
# What ends a description and a name that it is of; behind "and" a list goes on.
_CLOSED = re.compile(r"[,.;:)”\"]|$")
_GOES_ON = re.compile(r", (?:and|or|as well as) ")
# From a name to its description, and from a description to a name with a title of its own.
_ITS = r"(?:(?:the|an?|its|his|her|their) (?:[a-z-]+ ){0,4})?"
_BESIDE = re.compile(rf", {_ITS}")
_LISTED = re.compile(rf",(?: and| or)? {_ITS}")
_TITLES = ("titles", "loose titles", "posts")
# Nouns for a body that may have a name of its own behind it: "the mission, MONUSCO,".
_BODIES = ("group nouns", "body nouns")
_MISSIONS = frozenset({"mission", "force", "coalition"})
_ALLY = "ally"


def described(cast: Cast, spans: Sequence[Span]) -> dict[Span, Span]:
    """The descriptions among the spans of a side, by the span that each describes."""
    found: dict[Span, Span] = {}
    ordered = sorted(spans)
    for at, (left, right) in enumerate(pairwise(ordered)):
        if left in found or not _BESIDE.fullmatch(cast.scene.text, left[1], right[0]):
            continue
        alone = _alone(cast.scene.text, ordered, at)
        able = alone or _introduced(cast, ordered, at)
        if _titled(cast, left, right) or (able and _describes(cast, left, right)):
            found[right] = left
        elif alone and _describes(cast, right, left):
            found[left] = right
    return found


def _alone(text: str, spans: Sequence[Span], at: int) -> bool:
    """Whether the span at `at` and the next one are no list; behind "and" a list has but one more."""
    end = spans[at + 1][1]
    before = at > 0 and _BESIDE.fullmatch(text, spans[at - 1][1], spans[at][0])
    after = at + 2 < len(spans) and _LISTED.fullmatch(text, end, spans[at + 2][0])
    return not (before or after or _GOES_ON.match(text, end)) and bool(_CLOSED.match(text, end))


def _introduced(cast: Cast, spans: Sequence[Span], at: int) -> bool:
    """Whether the second is a stranger, whom only a description introduces, even where a list goes on behind: "his
    lawyer, X, and a friend"."""
    text, (start, end) = cast.scene.text, spans[at + 1]
    chain = cast.scene.chain_of(start, end)
    first = at == 0 or not _BESIDE.fullmatch(text, spans[at - 1][1], spans[at][0])
    return first and chain is not None and " " in chain.name and bool(_GOES_ON.match(text, end))


def _titled(cast: Cast, words: Span, name: Span) -> bool:
    """Whether a description ends in a title, and a name alone follows: "Kenya's trade minister, X,"."""
    text = cast.scene.text
    if text[words[1] : name[0]] != ", " or not _CLOSED.match(text, name[1]) or not text[name[0]].isupper():
        return False
    title = text[: words[1]].rpartition(" ")[2].casefold()
    return any(title in listed(sort) for sort in _TITLES) and cast.mention(*name).kind == "name"


def _describes(cast: Cast, words: Span, name: Span) -> bool:
    """Whether words for one person, body or neighbour may be of a name."""
    what = cast.mention(*words)
    if not cast.scene.text[name[0]].isupper() or cast.mention(*name).kind != "name" or what.kind == "name":
        return False
    kinds = {clue.name.kind for clue in cast.scene.between(*name) if clue.start == name[0]}
    if kinds & {*PLACES, "state"}:
        return what.kind.endswith(_ALLY)
    if "organisation" in kinds or cast.scene.text[name[0] : name[1]].isupper():
        return _a_body(what) and " of " not in cast.scene.text[slice(*words)]
    return bool(what.sector) and not what.many and not _a_body(what)


def _a_body(what: Mention) -> bool:
    return what.noun in _MISSIONS or any(what.noun in listed(sort) for sort in _BODIES)
