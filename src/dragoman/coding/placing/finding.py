"""Finding: how often a text names each country.

In: text. Out: countries with their counts.
"""

from collections import Counter

from dragoman.coding.placing.mentions import mentions

# A city without its country must be at least so large to count: smaller ones are surnames too (Bolton, Jackson).
_KNOWN = 300_000


def countries(text: str) -> Counter[str]:
    """How often the text names each country, by its names, its people, or its large cities (half as much)."""
    counted: Counter[str] = Counter()
    for mention in mentions(text):
        owners = {area.country for area in mention.areas if area.kind in {"country", "demonym", "admin"}}
        if len(owners) == 1:
            counted[owners.pop()] += 2
        elif not mention.areas and mention.cities and mention.cities[0].population >= _KNOWN:
            counted[mention.cities[0].country] += 1
    counted.pop("", None)
    return counted
