"""Which names that a document alone knows are a person's: "he" is no newspaper, no law and no sea.

In: a text and its `Chain`s. Out: the spans of those that nothing shows to be somebody's.
"""

import re
from collections.abc import Collection, Iterable

from dragoman.actors.names.matching import key, word_between
from dragoman.actors.names.words import listed
from dragoman.actors.scene.people import Chain

# How far before and behind a name the words beside it are looked for.
_NEAR = 20
# "Zhina Amini, 22," and "Hanke, who".
_TOLD = re.compile(r",? (?:who|whose)\b|, (?:then )?\d\d,| \(\d\d\)|, aged? ")
_DIGIT = re.compile(r"\d")
# Words before what is no person, beside those of place: "on Telegram", "the Guardian".
_BEFORE_THINGS = frozenset({"the", "on"})
# Words of place that people stand behind too: "spoke to Amini".
_TOWARDS = frozenset({"to", "from", "near", "towards", "toward", "around"})


def things(text: str, chains: Iterable[Chain], *, given: Collection[str]) -> frozenset[tuple[int, int]]:
    """The spans of chains that bear no sign of a person."""
    return frozenset([span for chain in chains if not _person(text, chain, given) for span in chain.spans])


def _person(text: str, chain: Chain, given: Collection[str]) -> bool:
    """Whether a name is a person's: with a given name, or of two words that no article makes a thing's, or by the words
    beside it wherever it stands."""
    words = [key(word) for word in chain.name.split()]
    ends = listed("capital things") | listed("impersonal")
    if _DIGIT.search(chain.name) or words[-1] in ends or words[0] in listed("thing openers"):
        return False
    if words[0] in given or any(_TOLD.match(text, end) for _, end in chain.spans):
        return True
    before = _before(text, chain.spans)
    if any(not before.isdisjoint(listed(name)) for name in ("honorifics", "titles", "kin")):
        return True
    if len(words) > 1:  # "the Skripal case" makes Sergei Skripal no thing
        before = _before(text, [span for span in chain.spans if text[slice(*span)] == chain.name])
    if not before.isdisjoint(_BEFORE_THINGS) or not before.isdisjoint(listed("place prepositions") - _TOWARDS):
        return False
    return len(words) > 1 or any(_says(text, end) for _, end in chain.spans)


def _before(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    """The words right before spans, without a full stop; behind a comma, family alone: "his daughter, Reera"."""
    words = [word for start, _ in spans for word in text[max(0, start - _NEAR) : start].split()[-1:]]
    folded = [word.casefold().removesuffix(".") for word in words]
    return frozenset([*folded, *[w[:-1] for w in folded if w.endswith(",") and w[:-1] in listed("kin")]])


def _says(text: str, end: int) -> bool:
    """Whether the word behind a name says that its bearer speaks."""
    return text.startswith(" ", end) and word_between(text, end, end + _NEAR)[0] in listed("sayings")
