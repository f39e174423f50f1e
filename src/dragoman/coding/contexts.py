"""What a sentence is about: PLOVER's context tags, from the terms in the ontology's `contexts.yaml`.

In: the text of a sentence (or of a few). Out: the tags in PLOVER's order. Terms are looked up token by
token in a tree of words, so that the cost grows with the sentence and not with the list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman import ontology

# Words with their inner apostrophes; a hyphen parts words, here as in the terms.
_WORD = re.compile(r"\w+(?:['’]\w+)*")
# "crisis" and "gas" end in s and are no plurals: a singular this short is not looked up.
_SHORTEST_SINGULAR = 3


@dataclass(slots=True)
class _Node:
    """A place in the tree of terms; `tags` is None where no term ends."""

    children: dict[str, "_Node"] = field(default_factory=dict)
    tags: tuple[str, ...] | None = None


@lru_cache(maxsize=64)
def contexts(text: str) -> tuple[str, ...]:
    """Context tags of a sentence, each once, in PLOVER's order; () when no term is in it."""
    words = _words(text)
    found: set[str] = set()
    place = 0
    while place < len(words):
        if not _opens(words[place]):  # most words
            place += 1
            continue
        tags, length = _longest(_terms(), words, place)
        found.update(tags)
        place += max(1, length)
    return tuple(name for name in ontology.contexts() if name in found)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def _longest(node: _Node, words: Sequence[str], place: int) -> tuple[tuple[str, ...], int]:
    """Tags of the longest term that starts at `place`, and its length in words; ((), 0) when none does."""
    best: tuple[tuple[str, ...], int] = ((), 0) if node.tags is None else (node.tags, 0)
    if place == len(words):
        return best
    for form in _forms(words[place]):
        child = node.children.get(form)
        if child is None:
            continue
        tags, length = _longest(child, words, place + 1)
        if (child.tags is not None or length) and length + 1 > best[1]:
            best = (tags, length + 1)
    return best


@lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[str, ...]:
    """The word as written, in small letters, and without a plural or genitive s."""
    forms = [word, word.lower()]
    for ending in ("'s", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_SINGULAR:
            forms += [stem, stem.lower()]
            break
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=4096)
def _opens(word: str) -> bool:
    """Whether a term begins with the word."""
    return any(form in _terms().children for form in _forms(word))


@cache
def _terms() -> _Node:
    """The tree of all terms, built once a process."""
    root = _Node()
    for context in ontology.contexts().values():
        for term in context.words:
            _plant(root, term, (context.name,))
    for term in ontology.neutral_terms():
        _plant(root, term, ())
    return root


def _plant(root: _Node, term: str, tags: tuple[str, ...]) -> None:
    node = root
    for word in _words(term):
        node = node.children.setdefault(word, _Node())
    node.tags = (*(node.tags or ()), *tags)
