"""Quantities: numbers and nouns that the network parts are put together: "four" and "soldiers", "both" and "countries".

In: a story, a finding of it and the roles of one side. Out: the roles whole, without those that are nobody by
themselves: "million", the "its" of "its chief, X".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.mentions.mentions import pair_of
from dragoman.actors.names.words import listed
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding, Role

_FIGURE = re.compile(r"\d[\d,.]*")
# Of "a city of 2 million" nobody is left by these alone.
_MEASURES = frozenset({"million", "billion"})
_WHOSE = frozenset({"its", "his", "her", "their"})
# From whose somebody is to the name that tells who: "its chief, General X".
_DESCRIBED = re.compile(r" (?:[a-z-]+ ){0,3}[a-z-]+,? ")
_OF, _IN = " of ", " in "


def whole(story: Story, finding: Finding, roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles with the nouns that they count, unless the trigger or another role stands there."""
    sentence = story.sentence(finding.sentence)
    grown = []
    for role in roles:
        span = _counted(story, finding, sentence, role)
        grown.append(replace(role, start=span[0], end=span[1]) if span and _free(finding, roles, role, span) else role)
    return tuple([role for role in grown if not _of_another(sentence, finding, role, grown)])


def _free(finding: Finding, roles: Sequence[Role], role: Role, span: tuple[int, int]) -> bool:
    taken = (finding.start, finding.end), *[(one.start, one.end) for one in roles if one is not role]
    return not any(start < span[1] and span[0] < end for start, end in taken)


def _counted(story: Story, finding: Finding, sentence: str, role: Role) -> tuple[int, int] | None:
    """The words of a role with the noun that they count, or with the number before them; None where they are whole."""
    words = sentence[role.start : role.end].casefold().split()
    number, noun = _number(words), len(words) == 1 and sentence[role.start].islower()
    if not number and not noun:
        return None
    offset = story.spans[finding.sentence][0]
    for phrase in story.cast.scene.phrases(*story.spans[finding.sentence]):
        start, end = phrase.start - offset, phrase.end - offset
        if number and end > role.end and (start <= role.start < end or sentence[role.end : start] == _OF):
            where = sentence.find(_IN, role.end, end)
            return role.start, end if where < 0 else where
        counted = noun and phrase.many and start < role.start < end == role.end
        if counted and pair_of(tuple(sentence[start:end].casefold().split())):
            return start, end  # whom "both countries" means hangs on the number
    return None


def _number(words: Sequence[str]) -> bool:
    if words and words[0] not in listed("numerals") and not words[0][0].isdigit():
        return False
    return not [word for word in words if word not in listed("numerals") and not _FIGURE.fullmatch(word)]


def _of_another(sentence: str, finding: Finding, role: Role, roles: Sequence[Role]) -> bool:
    """Whether words are nobody but by others: a measure, or whose somebody is who is named right behind."""
    written = sentence[role.start : role.end].casefold()
    if written in _MEASURES:
        return True
    if written not in _WHOSE:
        return False
    behind = min([one.start for one in roles if one.start > role.end], default=0)
    if role.end <= finding.start < behind or not _DESCRIBED.fullmatch(sentence, role.end, behind):
        return False
    return listed("prepositions").isdisjoint(sentence[role.end : behind].split())
