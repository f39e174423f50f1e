"""What a sentence says beside its parties: terms weighted by their rarity, and the numbers it tells.

In: the words of a report. Out: sets of stems and of numbers. How much a shared stem weighs comes from a shipped table
of how common words are in news, never from the reports at hand: two reports are as alike today as they will be when a
million others stand beside them, so adding reports changes no earlier comparison.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from dragoman.errors import KnowledgeError

# A sentence longer than this is a page that was not split; what follows tells nothing more about the happening.
LONGEST = 1000
# Stems are the first letters, so that "sanction", "sanctions" and "sanctioned" are one.
_STEM = 6
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_YEARS = range(1900, 2050)


@cache
def rarity() -> dict[str, int]:
    """Weight of each common stem: ten times the logarithm of sentences per sentence that has it; 0 is not counted."""
    text = files("dragoman.record.linking").joinpath("words.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    try:
        return {stem: int(weight) for stem, weight in rows}
    except ValueError as error:
        raise KnowledgeError(f"words.csv: {error}; every line is a stem and a whole number") from None


@cache
def _numerals() -> dict[str, str]:
    text = files("dragoman.record.linking").joinpath("numbers.yaml").read_text(encoding="utf-8")
    return {str(word): str(number) for word, number in yaml.safe_load(text)["numerals"].items()}


@cache
def _months() -> frozenset[str]:
    text = files("dragoman.record.linking").joinpath("numbers.yaml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text)["months"])


@cache
def rarest() -> int:
    """Weight of a stem that the table does not have: as rare as the rarest that it has."""
    return max(rarity().values())


@lru_cache(maxsize=8_192)
def stem(token: str) -> str:
    """The stem of a lower-case word; "" for one that is too common to tell anything, or a number."""
    if len(token) < 2 or not token[0].isalpha() or token in _numerals():
        return ""
    bare = token[:-1] if token[-1] == "s" and len(token) > 3 else token
    short = bare[:_STEM]
    return short if rarity().get(short, 1) else ""


def read(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of `text` that tell something, and the numbers that it tells."""
    tokens = _TOKEN.findall(text[:LONGEST].lower())
    distinct = set(tokens)
    stems = set(map(stem, distinct))
    stems.discard("")
    figures = {token for token in distinct if token[0] <= "9"} | (distinct & _numerals().keys())
    return frozenset(stems), (_numbers(tokens, figures) if figures else frozenset())


def weight(stems: Iterable[str]) -> int:
    """Sum of the stems' weights: whole numbers, so that it does not hang on their order."""
    return sum(map(_weigh, stems))


@lru_cache(maxsize=4_096)
def _weigh(one: str) -> int:
    return rarity().get(one, rarest())


def _numbers(tokens: list[str], figures: set[str]) -> frozenset[str]:
    """The figures among `tokens`, spelt out or not, as figures; days of a month and years are none."""
    numerals, months = _numerals(), _months()
    found = set()
    for place, token in enumerate(tokens):
        if token not in figures:
            continue
        number = numerals.get(token) or token.replace(",", "")
        if number.isdigit() and len(number) == 4 and int(number) in _YEARS:
            continue
        if months.isdisjoint(tokens[max(0, place - 1) : place + 2]):
            found.add(number)
    return frozenset(found)
