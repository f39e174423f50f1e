"""The words by which the rules of status see clauses and nouns, as data/status_words.yaml holds them.

In: nothing. Out: a `Vocabulary` of lower-case words, loaded on first use.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of lower-case words; what each is for stands in data/status_words.yaml."""

    subordinate: frozenset[str]
    contrast: frozenset[str]
    aside: frozenset[str]
    finite: frozenset[str]
    inverted: frozenset[str]
    be: frozenset[str]
    noun_marks: frozenset[str]
    support: frozenset[str]
    past_telling: frozenset[str]
    past_forms: frozenset[str]
    adverbs: frozenset[str]
    namesakes: frozenset[str]
    subjects: frozenset[str]
    going: frozenset[str]
    unchanged: frozenset[str]
    towards: frozenset[str]
    plain: frozenset[str]
    passing: frozenset[str]
    forestalling: frozenset[str]
    desisting: frozenset[str]
    threatening: frozenset[str]
    answering: frozenset[str]
    definite: frozenset[str]
    unsure: frozenset[str]
    gradual: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The words of data/status_words.yaml."""
    table = yaml.safe_load(files("dragoman.coding.data").joinpath("status_words.yaml").read_text(encoding="utf-8"))
    return Vocabulary(**{name: frozenset(map(str, table[name])) for name in Vocabulary.__dataclass_fields__})
