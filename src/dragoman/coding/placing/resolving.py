"""Resolving place words to a place: country, and a point where the words mean one.

In: the words, the text around them, how often the document names each country. Out: `dragoman.event.Place`. Areas,
seas, countries and parts of them get the country and no point; what cannot be resolved keeps its words alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10

from dragoman.coding.placing.gazetteer import City
from dragoman.coding.placing.mentions import Mention, mentions
from dragoman.coding.placing.names import Area, words
from dragoman.event import Place

# Scores in powers of ten of population. A capital outweighs a namesake ten times its size; the country that the
# document names most outweighs a namesake sixteen times the size (Tripoli, Cordoba, Birmingham; not Paris, London).
_HINT = 1.2
_CONTAINED = 100.0
# Below so many people a place must lie in a country that the document names.
_SMALL = 15_000
_AFTER = re.compile(r"(?:’s|'s)?(?:, | in |, in | \()(?:the )?(?:\w+(?:-\w+)?(?:ern)? )?(?=[A-Z])")
_BEFORE = re.compile(r"[^,.;:“”\"]{0,60}$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What narrows a name: the containers named beside it and the countries of the document."""

    countries: frozenset[str]
    admins: frozenset[tuple[str, str]]
    hints: Mapping[str, float]


def resolve(text: str, start: int, end: int, *, countries: Mapping[str, float] | None = None) -> Place:
    """The place that text[start:end] means. `countries` counts the countries that the document is about."""
    place = Place(text[start:end], start, end)
    found = mentions(text, start=start, end=end)
    if not found:
        return place
    setting = _setting(found, text, start, end, countries or {})
    return _place(_main(found, setting), found, setting, place, text)


def _setting(found: Sequence[Mention], text: str, start: int, end: int, hints: Mapping[str, float]) -> Setting:
    beside = [*found, *_neighbours(text, start, end)]
    countries = {area.country for mention in beside for area in mention.areas if _contains(mention, area)}
    admins = {(area.country, area.admin) for mention in beside for area in mention.areas if area.admin}
    return Setting(frozenset(countries - {""}), frozenset(admins), hints)


def _contains(mention: Mention, area: Area) -> bool:
    return area.kind in {"country", "demonym", "admin"} and (area.kind != "admin" or not mention.cities)


def _neighbours(text: str, start: int, end: int) -> list[Mention]:
    """Names that the text sets beside the words: "…, Texas", "the southern Ukrainian city of …"."""
    near: list[Mention] = []
    after = _AFTER.match(text, end)
    if after:
        near = [
            mention
            for mention in mentions(text, start=after.end(), end=min(len(text), after.end() + 40))[:1]
            if mention.start == after.end() and mention.areas
        ]
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before and re.search(rf"(?:{'|'.join(words().kinds)})(?: of)?,? (?:the )?$", before[0]):
        near += [mention for mention in mentions(text, start=before.start(), end=start) if mention.areas]
    return near


def _main(found: Sequence[Mention], setting: Setting) -> Mention:
    """The name that says where: the first that is no demonym or country, else the first."""
    for mention in found:
        if any(area.kind == "point" for area in mention.areas) or _best(mention, setting) is not None:
            return mention
    for kinds in ({"sea", "area", "admin"}, {"country"}):
        for mention in found:
            if any(area.kind in kinds for area in mention.areas):
                return mention
    return found[0]


def _place(main: Mention, found: Sequence[Mention], setting: Setting, place: Place, text: str) -> Place:
    point = next((area for area in main.areas if area.kind == "point"), None)
    city = None if point else _best(main, setting)
    area = point or (None if city else _area(main, setting))
    country = city.country if city else area.country if area else ""
    named = city.name if city else area.name if area else ""
    if area and area.kind in {"sea", "area"} and not country:
        country = _only(setting.countries)
    fields = Place(place.text, place.start, place.end, named, country)
    if _pointless(main, found, place, text):
        return fields
    at: City | Area | None = city or point
    if at is None:
        return fields
    return Place(
        fields.text, fields.start, fields.end, fields.name, country, at.latitude, at.longitude,
        city.geonames_id if city else None,
    )  # fmt: skip


def _only(countries: frozenset[str]) -> str:
    return next(iter(countries)) if len(countries) == 1 else ""


def _area(main: Mention, setting: Setting) -> Area | None:
    """Among namesakes, the one in a country named beside it, else the one the document is about, else the first."""
    if not main.areas:
        return None
    own = {area.country for area in main.areas}
    beside = [area for area in main.areas if area.country in setting.countries - own]
    if beside:
        return beside[0]
    return max(main.areas, key=lambda area: setting.hints.get(area.country, 0.0) if len(own) > 1 else 0.0)


def _best(mention: Mention, setting: Setting) -> City | None:
    """The likeliest city of that name; None when another reading is likelier or none is likely enough."""
    if any(area.kind in {"country", "demonym", "sea", "area"} for area in mention.areas):
        return None
    if any(area.kind == "admin" for area in mention.areas) and not mention.cities:
        return None
    ranked = sorted(mention.cities, key=lambda city: -_score(city, setting))
    if not ranked:
        return None
    best = ranked[0]
    hinted = best.country in setting.countries or best.country in setting.hints
    return best if best.population >= _SMALL or hinted else None


def _score(city: City, setting: Setting) -> float:
    score = log10(city.population + 10)
    if (city.country, city.admin) in setting.admins:
        score += _CONTAINED
    if city.country in setting.countries:
        score += _CONTAINED / 2
    if setting.hints:
        most = max(setting.hints.values()) or 1.0
        score += _HINT * setting.hints.get(city.country, 0.0) / most
    return score


def _pointless(main: Mention, found: Sequence[Mention], place: Place, text: str) -> bool:
    """Whether the words mean an area around or at sea, or several places, and so no point."""
    before = text[place.start : main.start].lower().split()
    earlier = text[max(0, place.start - 25) : place.start].lower()
    after = text[main.end : place.end].lower().replace("’s", "").replace("'s", "").split()
    lists = words()
    if after and after[0] in lists.areas:
        return True
    if before and (before[0] in lists.offshore or before[-1] in {"province", "region", "state", "between"}):
        return True
    if any(earlier.endswith(f" {word} ") for word in lists.offshore):
        return True
    if re.search(r"(?:province|region|state|oblast|governorate) of (?:the )?$", text[place.start : main.start].lower()):
        return True
    others = [mention for mention in found if mention is not main and mention.cities and not mention.areas]
    return any(re.search(r" and |, ", text[main.end : other.start]) for other in others if other.start > main.end)
