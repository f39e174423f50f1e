"""The closed word lists that the reading of phrases rests on.

In: knowledge/words.csv. Out: `listed(list name)`, each list a frozen set, read once.
"""

from functools import cache

from dragoman.actors.knowledge.rows import table_rows


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {row["list"]: frozenset(row["words"].split()) for row in table_rows("words.csv")}


@cache
def listed(name: str) -> frozenset[str]:
    """A list by its name in words.csv. Raises KeyError for a name that is not there."""
    return _lists()[name]
