"""The closed word lists that the reading of phrases rests on.

In: words.yaml beside this module. Out: `listed(list name)`, each list a frozen set, read once.
"""

from functools import cache
from importlib.resources import files

import yaml


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("dragoman.actors").joinpath("words.yaml").read_text(encoding="utf-8")
    raw: dict[str, str] = yaml.safe_load(text)
    return {name: frozenset(line.split()) for name, line in raw.items()}


def listed(name: str) -> frozenset[str]:
    """A list by its name in words.yaml. Raises KeyError for a name that is not there."""
    return _lists()[name]
