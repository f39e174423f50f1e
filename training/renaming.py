"""Renames the countries of an annotated sentence, so that the network learns the act and not who is known for it.

In: a row of the events format. Out: the same row with other countries: "Moscow accused Kyiv" as "Lima accused Accra".
Only words that mean nothing but the state are changed (its name, demonym and capital); persons stay who they are.
"""

import random
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from dragoman.actors.knowledge.states import State, load_states

Row = dict[str, Any]
# What a state is called: name, demonym, people, capital (Kenya, Kenyan, Kenyans, Nairobi).
Words = tuple[str, str, str, str]


def renamed(row: Row, rng: random.Random) -> Row:
    """The row with every state that it names exchanged for another, each for one of its own."""
    owners = _owners()
    named = list(dict.fromkeys(owners[m.group("form")] for m in _pattern().finditer(row["text"])))
    others = rng.sample([words for words in _known() if words not in named], len(named))
    table = {old: new for a, b in zip(named, others, strict=True) for old, new in zip(a, b, strict=True)}
    return {**row, "text": _said(row["text"], table), "events": _exchanged(row["events"], table)}


def _exchanged(value: Any, table: Mapping[str, str]) -> Any:
    """The same exchange in every quoted piece of the annotation."""
    if isinstance(value, str):
        return _said(value, table)
    if isinstance(value, list):
        return [_exchanged(item, table) for item in value]
    return {key: _exchanged(item, table) for key, item in value.items()}


def _said(text: str, table: Mapping[str, str]) -> str:
    """Text with the names exchanged, and the articles before them as they are spoken."""

    def other(match: re.Match[str]) -> str:
        article, new = match.group("article"), table.get(match.group("form"))
        if new is None:
            return match.group()
        return f"{article[0]}{'n' if new[0] in 'AEIO' else ''} {new}" if article else new

    return _pattern().sub(other, text)


@cache
def _known() -> tuple[Words, ...]:
    """States of today that have all four words, none of which another state has too."""
    found = [words for state in load_states() if state.kind == "member" and (words := _words(state))]
    taken = Counter(form for words in found for form in words)
    return tuple(words for words in found if all(taken[form] == 1 for form in words))


def _words(state: State) -> Words | None:
    demonym = next(iter(state.demonyms), "")
    people = next((d for d in state.demonyms if d == f"{demonym}s"), "")
    words = (state.name, demonym, people, state.capital)
    return words if all(re.fullmatch(r"[A-Z]\w+", word) for word in words) else None


@cache
def _owners() -> dict[str, Words]:
    return {form: words for words in _known() for form in words}


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(sorted(_owners(), key=len, reverse=True))
    return re.compile(rf"\b(?P<article>[Aa]n? )?\b(?P<form>{forms})\b")
