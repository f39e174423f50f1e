"""The words by which a text gives its source, as data/speech.yaml holds them.

In: nothing. Out: a `Lexicon` of lower-case words, loaded on first use.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of lower-case words; what each is for stands in data/speech.yaml."""

    plain: frozenset[str]
    clausal: frozenset[str]
    bare: frozenset[str]
    doubtful: frozenset[str]
    telling: frozenset[str]
    addressing: frozenset[str]
    speaking: frozenset[str]
    prepositions: frozenset[str]
    quantified: frozenset[str]
    objective: frozenset[str]
    silent: frozenset[str]
    modals: frozenset[str]
    denial: frozenset[str]
    documents: frozenset[str]
    between: frozenset[str]
    hearsay: frozenset[str]
    rumoured: frozenset[str]
    openers: frozenset[str]
    adverbial: frozenset[str]
    finite: frozenset[str]
    hearers: frozenset[str]
    passive: frozenset[str]
    nouns_in_ly: frozenset[str]
    nominal: frozenset[str]
    tail: frozenset[str]
    contrast: frozenset[str]
    who: frozenset[str]
    determiners: frozenset[str]
    behind: frozenset[str]
    times: frozenset[str]
    timing: frozenset[str]
    units: frozenset[str]
    pronouns: frozenset[str]
    particles: frozenset[str]
    unspeaking: frozenset[str]
    unfinished: frozenset[str]
    disowning: frozenset[str]
    judging: frozenset[str]
    disowned: frozenset[str]
    qualifying: frozenset[str]
    claiming: frozenset[str]
    claimed: frozenset[str]
    recalling: frozenset[str]
    recalled: frozenset[str]
    ranking: frozenset[str]
    citing: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The words of data/speech.yaml."""
    table = yaml.safe_load(files("dragoman.coding.data").joinpath("speech.yaml").read_text(encoding="utf-8"))
    return Lexicon(**{name: frozenset(map(str, table[name])) for name in Lexicon.__dataclass_fields__})


@cache
def verbs() -> frozenset[str]:
    """Every form of every verb of saying."""
    return lexicon().plain | lexicon().clausal
