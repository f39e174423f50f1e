"""People a document names that no table knows: a full name once, then the surname.

In: a document's items. Out: `Chain`s, each with every place where the person is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.actors.matching import Item, key
from dragoman.actors.words import listed

_LONGEST = 5


@dataclass(slots=True)
class Chain:
    """One person or body known only from this document: the fullest name, and the spans that name it."""

    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)


def chains(text: str, found: Sequence[Item], starts: Sequence[int]) -> dict[str, Chain]:
    """Chains by the look-up key of their last word ("bates" for John Bates and Mr Bates)."""
    heads = set(starts)
    opening = {i.key for i in found if i.start in heads}
    again = [i for i in found if i.key in opening]  # only of these it is asked how they are written elsewhere
    lower = {i.key for i in again if text[i.start].islower()}
    inner = {i.key for i in again if text[i.start].isupper() and i.start not in heads}
    made: dict[str, Chain] = {}
    for run in _runs(text, found, lower, heads):
        last = run[-1].key
        if len(run) == 1 and run[0].start in heads and last not in inner:
            continue
        span = (run[0].start, run[-1].end)
        chain = made.get(last)
        if chain is None:
            chain = made[last] = Chain(text[slice(*span)])
        elif len(chain.name) < span[1] - span[0]:
            chain.name = text[slice(*span)]
        chain.spans.append(span)
    return _familiar(made)


def _familiar(made: dict[str, Chain]) -> dict[str, Chain]:
    """With a given name alone ("Jac") joined to the one longer name that begins with it ("Jac Holmes")."""
    longer: dict[str, list[Chain]] = {}
    for chain in made.values():
        if " " in chain.name:
            longer.setdefault(key(chain.name).partition(" ")[0], []).append(chain)
    out: dict[str, Chain] = {}
    for last, chain in made.items():
        found = longer.get(last, ())
        if " " in chain.name or len(found) != 1:
            out[last] = chain
        else:
            found[0].spans = sorted([*found[0].spans, *chain.spans])
    return out


def _runs(text: str, found: Sequence[Item], lower: set[str], heads: set[int]) -> list[list[Item]]:
    runs: list[list[Item]] = []
    current: list[Item] = []
    particles = listed("particles")
    for at, item in enumerate(found):
        if not current and not text[item.start].isupper():  # most words
            continue
        if current and not _continues(text, found[at - 1], item, heads):
            runs.append(current)
            current = []
        if _named(text, item, lower, heads) or (current and item.key in particles and not item.names):
            current.append(item)
        elif current:
            runs.append(current)
            current = []
    if current:
        runs.append(current)
    trimmed = [_trim(run) for run in runs]
    return [run for run in trimmed if run and len(run) <= _LONGEST]


def _continues(text: str, left: Item, right: Item, heads: set[int]) -> bool:
    gap = text[left.end : right.start]
    if gap == ". ":
        return left.key in listed("honorifics") or left.end - left.start == 1
    if left.start in heads and right.first("surname"):
        return False
    return gap in (" ", "-", "’", "'", "\u00a0")


def _named(text: str, item: Item, lower: set[str], heads: set[int]) -> bool:
    if not text[item.start].isupper() or item.key in listed("not names") or item.key in listed("honorifics"):
        return False
    if item.names and item.first("surname", "city", "region") is None:
        return False
    return not (item.start in heads and item.key in lower)


def _trim(run: list[Item]) -> list[Item]:
    while run and run[-1].key in listed("particles"):
        run = run[:-1]
    while run and run[0].key in listed("titles"):
        run = run[1:]
    if len(run) == 1 and (run[0].names or run[0].end - run[0].start < 3):
        return []
    return run
