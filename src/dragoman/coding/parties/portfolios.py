"""Portfolios: who has two of them is one party: "Trade and Industry Minister X", "Minister for Europe and Trade, X".

In: a sentence and the roles of one side of an event, in which the network may part such a post at its "and". Out: the
roles with the post in one piece.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.names.words import listed
from dragoman.coding.triggers.arguing import Role

_AND = frozenset({" and ", " & "})
# The office of a portfolio is among so many words: "Human Rights Minister".
_LONGEST = 4
# "The Minister for Europe", "South Africa's Secretary of State for Health".
_MINISTER = re.compile(r"\b(?P<office>[A-Z]\w+) (?:of|for) (?:the )?[A-Z]")
_CAPITALS = re.compile(r"(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+")
# A half before its "and" is short, but for whose it is: "South Africa's Trade".
_HALF = re.compile(r"(?:.*[’']s? |(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) )?(?:[A-Z][\w-]+ )?[A-Z][\w-]+")


def undivided(sentence: str, roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles with both halves of a post in one."""
    if len(roles) == 1:
        return tuple(roles)
    kept: list[Role] = []
    for role in sorted(roles, key=lambda one: one.start):
        left = kept[-1] if kept else None
        if left is not None and sentence[left.end : role.start] in _AND and _one_post(sentence, left, role):
            kept[-1] = replace(left, end=role.end, chance=max(left.chance, role.chance), rule="both portfolios")
        else:
            kept.append(role)
    return tuple(kept)


def _one_post(sentence: str, left: Role, right: Role) -> bool:
    before, behind = sentence[left.start : left.end], sentence[right.start : right.end]
    words = behind.split()
    if words[0].istitle() and any(_office(word) for word in words[1:_LONGEST]):
        return _HALF.fullmatch(before) is not None and _portfolio(before)
    minister = _MINISTER.search(before)
    if minister is None or not _office(minister["office"]):
        return False
    return _CAPITALS.fullmatch(behind) is not None and _portfolio(behind)


def _portfolio(words: str) -> bool:
    return words.rpartition(" ")[2].casefold() in listed("joint portfolios")


def _office(word: str) -> bool:
    return word.casefold() in listed("offices of portfolios")
