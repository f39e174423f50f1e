"""Finding: how often a text names each country.

In: text. Out: countries with their counts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from dragoman.placing.folding import fold
from dragoman.placing.mentions import Mention, mentions
from dragoman.placing.names import CONTAINERS
from dragoman.placing.scoring import Setting, likeliest

# A city without its country must be at least so large to count: smaller ones are surnames too (Bolton, Jackson).
_KNOWN = 300_000


def countries(text: str) -> Counter[str]:
    """How often the text names each country, by its names, its people, or its large cities (half as much).

    People of two countries ("Dominican") count half for each. The cities are counted when the countries are: a
    Tripoli in an article about Lebanon is no word of Libya.
    """
    counted: Counter[str] = Counter()
    towns: list[Mention] = []
    for mention in mentions(text.replace("-", " ")):  # "Saudi-led", "pro-Russian", "Kyrgyz-Tajik"
        owners = {area.country for area in mention.areas if area.kind in CONTAINERS}
        if len(owners) == 1:
            counted[owners.pop()] += 2
        elif owners and all(area.kind == "demonym" for area in mention.areas):
            counted.update(owners)
        elif not mention.areas and mention.cities and mention.cities[0].population >= _KNOWN:
            towns.append(mention)
    counted.pop("", None)
    setting = Setting(dict(counted))
    meant = [likeliest(town.cities, fold(town.text), setting) for town in towns]
    counted.update(city.country for city in meant if city)
    return counted


class Counted(Mapping[str, int]):
    """The countries of a text, counted when the first is asked for: most places need no other to tell them apart."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _counts(self) -> dict[str, int]:
        return dict(countries(self._text))

    def __getitem__(self, country: str) -> int:
        return self._counts[country]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)
