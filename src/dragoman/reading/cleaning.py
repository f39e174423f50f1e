"""The article without what the page and the scraper put around it.

In: text of any source. Out: text with a paragraph a line, plain characters, leftovers removed by the rules,
glued sentences apart. What a sentence says is never changed. Cleaning a cleaned text changes nothing.
"""

import re

from dragoman.reading.characters import plain
from dragoman.reading.gluing import unglue
from dragoman.reading.rules import apply_rules, rules

# Taking one leftover out may lay another one bare. News needs two rounds, only
# a text made to resist needs more.
ROUNDS = 8

# Blanks are tried from the first of a run alone: a page of a million of them would take an hour from each.
_EDGES = re.compile(r"(?<! ) *+\n\s*")
_SPACES = re.compile(r"  +")


def clean(text: str) -> str:
    """The cleaned text: paragraphs are separated by one newline, nothing at either end."""
    text = _spaced(plain(text))
    for _ in range(ROUNDS):
        cleaned = _spaced(plain(unglue(apply_rules(text, rules()))))
        if cleaned == text:
            break
        text = cleaned
    return text


def clean_field(text: str) -> str:
    """A title or name on one line, with plain characters and spaces."""
    return " ".join(plain(text).split())


def _spaced(text: str) -> str:
    text = _EDGES.sub("\n", text.strip())
    return _SPACES.sub(" ", text) if "  " in text else text
