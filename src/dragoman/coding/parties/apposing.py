"""Apposing: a description and the name beside it are one party: "The archbishop of Nyeri, X,", "X, the army chief,".

In: the cast of a document and the spans of one side of an event. Out: which of them only describes which other.
A list of two has "and" between them: two that nothing but a comma joins are one, where the list does not go on. As
many names as a number before a noun tells are those of it: "two journalists, X and Y"; and so many as there are
countries before it, each of its own: "his Chadian and Malian counterparts, X and Y".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.kinds import PLACES
from dragoman.actors.names.words import listed

Span = tuple[int, int]
# What ends a description and a name that it is of; behind "and" a list goes on.
_CLOSED = re.compile(r"[,.;:)”\"]|$")
_GOES_ON = re.compile(r", (?:and|or|as well as) ")
# From a name to its description, and from a description to a name with a title of its own.
_ITS = r"(?:(?:the|an?|its|his|her|their) (?:[a-z-]+ ){0,4})?"
_BESIDE = re.compile(rf", (?:(?:[a-z]+ )?known as )?{_ITS}")
# From whose somebody is to who it is: "Kenya" of "Kenya's foreign minister, X".
_WHOSE = re.compile(r"[’']s? (?:[\w-]+ ){0,4}?(?P<head>[\w-]+), ")
# Before what somebody is of: "a spokesperson for the group, X".
_HEAD_OF = re.compile(r"(?P<head>[\w-]+) (?:of|for) (?:the )?$")
# Before the noun of several, and between their names.
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = re.compile(rf"\b(?P<number>{'|'.join(_COUNTED)}) (?:[\w-]+ ){{0,3}}$", re.IGNORECASE)
# From an envoy to who it is: "Sudan's ambassador in Nairobi, X".
_POSTED = re.compile(r" (?:in|to) (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*)?, ")
_NAMES = re.compile(r"(?:, \d\d?)?(?:,|,? and) ")
_LISTED = re.compile(rf",(?: and| or)? {_ITS}")
_TITLES = ("titles", "loose titles", "posts")
_HEADS = (*_TITLES, "aides", "heads of bodies", "told before")
# Nouns for a body that may have a name of its own behind it: "the mission, MONUSCO,".
_BODIES = ("group nouns", "body nouns")
_MISSIONS = frozenset({"mission", "force", "coalition"})
_ALLY, _COUNTERPART = "ally", " counterpart"
# How far before words their number or their head is looked for.
_REACH = 60


def described(cast: Cast, spans: Sequence[Span]) -> dict[Span, Span]:
    """The descriptions among the spans of a side, by the span that each describes."""
    found: dict[Span, Span] = {}
    ordered = sorted(spans)
    for at, (left, right) in enumerate(pairwise(ordered)):
        if left in found:
            continue
        if names := _counted(cast, ordered, at):
            found.update(dict.fromkeys(names, left))
            continue
        if _whose(cast, left, right) or _posted(cast, left, right):
            found[right] = left
            continue
        if not _BESIDE.fullmatch(cast.scene.text, left[1], right[0]):
            continue
        alone = _alone(cast.scene.text, ordered, at)
        able = alone or _introduced(cast, ordered, at)
        if _titled(cast, left, right) or (able and _describes(cast, left, right)):
            found[right] = left
        elif alone and _describes(cast, right, left):
            found[left] = right
    return found


def named(cast: Cast, words: Span) -> Span:
    """The name that ends words for an organisation, where it stands beside whose it is: "Khan's party, the PTI"."""
    start, end = words
    told, beside, behind = cast.scene.text[start:end].rpartition(", ")
    name = end - len(behind.removeprefix("the ")), end
    ours = beside and told.rpartition(" ")[2].casefold() in listed("group nouns")
    return name if ours and _organisation(cast, name) and " and " not in told and ", " not in told else words


def _alone(text: str, spans: Sequence[Span], at: int) -> bool:
    """Whether the span at `at` and the next one are no list; behind "and" a list has but one more."""
    end = spans[at + 1][1]
    before = at > 0 and _BESIDE.fullmatch(text, spans[at - 1][1], spans[at][0])
    after = at + 2 < len(spans) and _LISTED.fullmatch(text, end, spans[at + 2][0])
    return not (before or after or _GOES_ON.match(text, end)) and bool(_CLOSED.match(text, end))


def _counted(cast: Cast, spans: Sequence[Span], at: int) -> Sequence[Span]:
    """The names behind words for several, as many as these tell: "two journalists, X and Y"; () else."""
    text, words = cast.scene.text, spans[at]
    if not text.startswith(", ", words[1]):
        return ()
    number = _number(cast, words)
    names = spans[at + 1 : at + 1 + number]
    apart = [text[left[1] : right[0]] for left, right in pairwise([words, *names])]
    listed_so = apart[:1] == [", "] and all(_NAMES.fullmatch(gap) for gap in apart[1:])
    whole = number > 1 and len(names) == number and all(_a_name(cast, name) for name in names)
    return names if whole and listed_so and " and" in apart[-1] else ()


def _number(cast: Cast, words: Span) -> int:
    """How many somebody is by a number or by one country each: "two bishops", "the Chadian and Malian ambassadors"."""
    text = cast.scene.text
    opening, _, noun = text[: words[1]].rpartition(" ")
    told = _NUMBER.search(text, max(0, len(opening) - _REACH), len(opening) + 1) if noun else None
    if told is not None and cast.mention(*words).many:
        return _COUNTED[told["number"].casefold()]
    each = " and " in text[slice(*words)] and not cast.scene.chain_of(*words)
    return len({party.country for party in cast.parties(*words)}) if each else 0


def _posted(cast: Cast, words: Span, name: Span) -> bool:
    """Whether a name is that of an envoy with his post between: "Sudan's ambassador in Nairobi, X,"."""
    text = cast.scene.text
    between = _POSTED.fullmatch(text, words[1], name[0])
    envoy = text[: words[1]].rpartition(" ")[2].casefold() in listed("sent abroad")
    return envoy and between is not None and bool(_CLOSED.match(text, name[1])) and _a_name(cast, name)


def _a_name(cast: Cast, span: Span) -> bool:
    """Whether a span is the name of somebody."""
    kinds = {clue.name.kind for clue in cast.scene.between(*span) if clue.start == span[0]}
    return cast.scene.text[span[0]].isupper() and cast.mention(*span).kind == "name" and not kinds & PLACES


def _whose(cast: Cast, owner: Span, name: Span) -> bool:
    """Whether somebody is only whose the one behind is: "Kenya" in "Kenya's foreign minister, X,"; "the group" in "a
    spokesperson for the group, X,"."""
    text = cast.scene.text
    if not _CLOSED.match(text, name[1]) or not _a_name(cast, name):
        return False
    beside = text[owner[1] : name[0]] == ", "
    found = _HEAD_OF.search(text, max(0, owner[0] - _REACH), owner[0]) if beside else None
    found = found or _WHOSE.fullmatch(text, owner[1], name[0])
    if found is None:
        return False
    head = found["head"].casefold()
    return _for_one(head) or (head in listed("group nouns") and _organisation(cast, name))


def _organisation(cast: Cast, span: Span) -> bool:
    clues = cast.scene.between(*span)
    return any(clue.name.kind == "organisation" for clue in clues if (clue.start, clue.end) == span)


def _for_one(word: str) -> bool:
    return any(word in listed(sort) for sort in _HEADS) and not any(word in listed(sort) for sort in _BODIES)


def _introduced(cast: Cast, spans: Sequence[Span], at: int) -> bool:
    """Whether the second is a stranger, whom only a description introduces, or somebody's counterpart of the country
    told, even where a list goes on behind: "his lawyer, X, and a friend"."""
    text, (start, end) = cast.scene.text, spans[at + 1]
    chain = cast.scene.chain_of(start, end)
    first = at == 0 or not _BESIDE.fullmatch(text, spans[at - 1][1], spans[at][0])
    stranger = chain is not None and " " in chain.name
    return first and bool(_GOES_ON.match(text, end)) and (stranger or _counterpart(cast, spans[at], spans[at + 1]))


def _counterpart(cast: Cast, words: Span, name: Span) -> bool:
    """Whether words for a counterpart and a name are of one country."""
    if not cast.scene.text.endswith(_COUNTERPART, 0, words[1]) or not _a_name(cast, name):
        return False
    return {one.country for one in cast.parties(*words)} == {one.country for one in cast.parties(*name)}


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
    by_name = _a_body(what) or what.kind.endswith(_ALLY)
    if by_name and " of " not in cast.scene.text[slice(*words)] and _called(cast, name):
        return True
    if not cast.scene.text[name[0]].isupper() or cast.mention(*name).kind != "name" or what.kind == "name":
        return False
    kinds = {clue.name.kind for clue in cast.scene.between(*name) if clue.start == name[0]}
    if kinds & PLACES:
        return what.kind.endswith(_ALLY)
    if "organisation" in kinds or cast.scene.text[name[0] : name[1]].isupper():
        return _a_body(what) and " of " not in cast.scene.text[slice(*words)]
    return bool(what.sector) and not what.many and (not _a_body(what) or _headed(cast, words))


def _headed(cast: Cast, words: Span) -> bool:
    """Whether words for a body are but whose somebody is: "the leader of the opposition Hope Party"."""
    head, of, _ = cast.scene.text[slice(*words)].partition(" of ")
    return bool(of) and _for_one(head.rpartition(" ")[2].casefold())


def _called(cast: Cast, name: Span) -> bool:
    """Whether words are the name of a body, of the tables or a capital to each: "the Kenya Kwanza Alliance"."""
    written = cast.scene.text[slice(*name)]
    words = written.removeprefix("the ").split()
    if written.startswith("the ") and _organisation(cast, (name[1] - len(written.removeprefix("the ")), name[1])):
        return True
    return len(words) > 1 and all(word[0].isupper() for word in words) and _a_body(cast.mention(*name))


def _a_body(what: Mention) -> bool:
    noun = what.noun.rpartition(" ")[2]
    return noun in _MISSIONS or any(noun in listed(sort) for sort in _BODIES)
