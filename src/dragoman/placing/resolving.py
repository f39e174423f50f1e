"""Resolving place words to a place: country, and a point where the words mean one.

In: the words, the text around them, how often the document names each country. Out: `dragoman.event.Place`. Areas,
seas, countries and parts of them get the country and no point; what cannot be resolved keeps its words alone.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.actors.names.matching import undotted
from dragoman.actors.names.words import listed
from dragoman.datelines import datelines
from dragoman.event import Place
from dragoman.placing.folding import fold
from dragoman.placing.gazetteer import City, cities
from dragoman.placing.mentions import Mention, mentions
from dragoman.placing.names import CONTAINERS, Area, capitals, words
from dragoman.placing.scoring import Setting, likeliest

# Below so many people (_LARGE where only a part of its name is said) a place must lie in a country of the document.
_SMALL = 15_000
# Longer place words are no place words; what comes after so many characters is not read.
_LONGEST = 200
# A city so large lends its name to what stands there ("Manchester Arena").
_LARGE = 100_000
_NAME_BEGAN = re.compile(r"(?<!^)\b[A-Z][\w’'-]+ $")
# "Pattani's Nong Chik district" is in Pattani.
_OWN_PART = re.compile(r"[’']s (?:[A-Z][\w’'-]+ ){1,3}(?:sub-?district|district|county|township|municipality|area)\b")
# "St George's Hall"; a day behind a name goes no name on: "in Gori Tuesday".
_NAME_GOES_ON = re.compile(r"(?:[’']s)? (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z]")
# "The Nigerian capital", not "a provincial capital".
_BY = re.compile(r"\bby (?:the )?$")
# Whose border it is not: "its border with Libya" is on this side of it.
_BORDER_WITH = re.compile(r"\b(?:border|frontier)s?(?: \w+)? with (?:the )?(?:[A-Z][\w. -]*(?:, | and )(?:the )?)?$")
# Characters before a name in which the border that it lies behind is looked for.
_BORDER = 40
# "The French embassy" is not in France, nor "the embassy of France".
_ITS_MISSION = re.compile(r"(?:[’']s?)? (?:embass|consulate|high commission|ambassador[’']s)")
# Nor, of the few states that have them abroad, a base.
_ITS_BASE = re.compile(r" (?:military|army|air|naval) base\b")
_MISSION_OF = re.compile(r"\b(?:embassy|consulate|high commission) of (?:the )?$", re.IGNORECASE)
# "Moscow Road" is seldom in Moscow.
_WAY = re.compile(r" (?:Road|Street|Avenue|Boulevard|Square|Lane)\b")
_INSIDE = re.compile(r" in (?:the )?(?:(?:north|south|east|west|central|\w+ern)[\w-]* )?(?=[A-Z])")
_REGION = re.compile(r" (?:region|province|oblast|governorate|district|area|state)\b")
_THERE = re.compile(r"\b(?:in|on|inside|near|outside|across) (?:the )?(?:[\w-]+ern )?$")
_KIND_OF = re.compile(r"\b(?:suburb|district|town|city|village|port|camp|neighbou?rhood|area) of (?:the )?$")
_REGIONS = frozenset({"area", "admin"})
_AND = frozenset({" and ", " or ", ", ", "/", ", and ", " and in ", " and the "})
# "Paris, Texas" is one.
_BOTH = _AND - {", "}
_CAPITAL = re.compile(r"(?:[’']s?|[a-z]) (?:national )?capital$")
_WORD_AFTER = re.compile(r"(?:[’']s)? ([\w-]+)")
_AREA_OF = re.compile(r"\b(?:provinces?|regions?|states?|oblasts?|governorates?|between)(?: of)?(?: the)? $")
_LIST = re.compile(r",? and (?:the )?(?:\w+ern )?|, ")
_AFTER = re.compile(r"(?:’s|'s)?(?:, | in |, in | \()(?:the )?(?:\w+(?:-\w+)?(?:ern)? )?(?=[A-Z])")
_BEFORE = re.compile(r"[^,.;:“”\"]{0,60}$")


def resolve(text: str, start: int, end: int, *, countries: Mapping[str, float] | None = None) -> Place:
    """The place that text[start:end] means. `countries` counts the countries that the document is about."""
    place = Place(text[start:end], start, end)
    lines = datelines(text[:start]) if place.text == "here" else ()
    if lines:
        return replace(resolve(text, *lines[-1].place, countries=countries), text=place.text, start=start, end=end)
    found: list[Mention] = []
    for mention in mentions(text, start=start, end=min(end, start + _LONGEST), loosely=True):
        if not _aside(mention, found, text, start):
            found.append(mention)
    if not found:
        return place
    setting = _setting(found, text, start, end, {} if countries is None else countries)
    if _abroad(found, setting, text):
        return place
    return _place(_main(found, setting, text), found, setting, place, text)


def _aside(mention: Mention, before: Sequence[Mention], text: str, start: int) -> bool:
    """Part of something else: "regions annexed by Russia", "its border with Libya", "St George's Hall"."""
    if _BY.search(text, start, mention.start):
        return True
    if _BORDER_WITH.search(text, max(0, mention.start - _BORDER), mention.start):
        return True
    if _sent(mention, text, start) or _WAY.match(text, mention.end):
        return True
    goes_on = _NAME_GOES_ON.match(text, mention.end) and not _OWN_PART.match(text, mention.end)
    if goes_on and not mention.areas and _KIND_OF.search(text, start, mention.start):
        return True
    if not mention.areas and _titled(text[start : mention.start]):
        return True
    known = mention.areas or (mention.cities[0].population >= _LARGE and not mention.loose)
    began = _NAME_BEGAN.search(text, start, mention.start) and all(one.end != mention.start - 1 for one in before)
    return not known and bool(goes_on or began)


def _titled(before: str) -> bool:
    """Whether a town's name behind these words is another's: "Queen Elizabeth", "Lake Elizabeth"."""
    word = before.rstrip().rpartition(" ")[2]
    return word[:1].isupper() and (word.casefold() in listed("titles") or word.casefold() in listed("thing openers"))


def _sent(mention: Mention, text: str, start: int) -> bool:
    """Whether a country is named as the one that sends a mission: "the French embassy"."""
    if not _kinds(mention) & {"country", "demonym"}:
        return False
    based = {area.country for area in mention.areas} & words().abroad and _ITS_BASE.match(text, mention.end)
    return bool(based or _ITS_MISSION.match(text, mention.end) or _MISSION_OF.search(text, start, mention.start))


def _abroad(found: Sequence[Mention], setting: Setting, text: str) -> bool:
    """ "Iraq and Syria", "Paris and London" are two places: no one country is right."""
    states = [(mention, {area.country for area in mention.areas if area.kind == "country"}) for mention in found]
    towns = [(mention, {city.country for city in [_best(mention, setting)] if city}) for mention in found]
    return any(
        one and other and not one & other and text[left.end : right.start] in joints
        for named, joints in ((states, _AND), (towns, _BOTH))
        for (left, one), (right, other) in pairwise(named)
    )


def _setting(found: Sequence[Mention], text: str, start: int, end: int, hints: Mapping[str, float]) -> Setting:
    beside = [*found, *_neighbours(text, start, end)]
    countries = {area.country for mention in beside for area in mention.areas if area.kind in CONTAINERS}
    countries.update(country for mention in beside if mention is not found[0] for country in _region(mention, text))
    admins = {(area.country, area.admin) for mention in beside for area in mention.areas if area.admin}
    return Setting(hints, frozenset(countries - {""}), frozenset(admins))


def _neighbours(text: str, start: int, end: int) -> list[Mention]:
    """Names that the text sets beside the words: "…, Texas", "the southern Ukrainian city of …"."""
    near: list[Mention] = []
    after = _AFTER.match(text, end)
    if after:
        near = [
            mention
            for mention in mentions(text, start=after.end(), end=min(len(text), after.end() + 40))[:1]
            if mention.start == after.end() and (mention.areas or _region(mention, text))
        ]
    before = _BEFORE.search(undotted(text), max(0, start - 60), start)
    if before and re.search(rf"(?:{'|'.join(words().kinds)})(?: of)?,? (?:the )?$", before[0]):
        near += [mention for mention in mentions(text, start=before.start(), end=start) if mention.areas]
    return near


def _main(found: Sequence[Mention], setting: Setting, text: str) -> Mention:
    """The name that says where: a site, a city, an area; else the first."""
    region = bool(_kinds(found[0]) & _REGIONS)
    if region and text.startswith(", ", found[0].end) and not found[0].cities:
        return found[0]
    sites = [mention for mention in found if "point" in _kinds(mention)]
    likely = sites or [mention for mention in found if _best(mention, setting) is not None]
    if likely:
        named = [mention for mention in likely if _KIND_OF.search(text, found[0].start, mention.start)]
        return (likely if sites else named or likely)[0]
    there = [mention for mention in found if not region and _THERE.search(text, found[0].start, mention.start)]
    wide = [mention for mention in found if _kinds(mention) & {"sea", *_REGIONS}]
    wide.sort(key=lambda mention: _AREA_OF.search(text, found[0].start, mention.start) is None)
    states = [mention for mention in found if "country" in _kinds(mention)]
    return (wide if region else there or wide or states or found)[0]


def _kinds(mention: Mention) -> set[str]:
    return {area.kind for area in mention.areas}


def _place(main: Mention, found: Sequence[Mention], setting: Setting, place: Place, text: str) -> Place:
    points = [area for area in main.areas if area.kind == "point"]
    point = _meant(points, setting) if points else None
    city = None if point else _best(main, setting)
    abroad = _owner(main, found, place, text) if city else ""
    if city and abroad not in {"", city.country}:
        city = next((one for one in main.cities if one.country == abroad), None)
        if city is None:
            return replace(place, name=main.text, country=abroad)
    area = None if city or point else _area(main, setting)
    if area and area.kind != "admin" and _CAPITAL.search(text, place.start, place.end):
        city = _within(capitals().get(area.country, ""), area.country)
    elif area and area.kind == "country" and area.country in words().city_states:
        city = _within(area.name, area.country)
    said = city or point or area
    if said is None:
        return place
    country = said.country or only(setting.countries)
    named = replace(place, name=said.name, country=country)
    if _after(main, place, text) in words().areas:
        return replace(named, name=main.text) if city else named
    at = city or point
    if at is None or _pointless(main, found, place, text):
        return named
    return replace(named, latitude=at.latitude, longitude=at.longitude, geonames_id=city.geonames_id if city else None)


def _owner(main: Mention, found: Sequence[Mention], place: Place, text: str) -> str:
    """The country whose town the words say it is: "the Chadian town of Sido", "Palma in northern Mozambique"; "" when
    they do not."""
    inside = _INSIDE.match(text, main.end)
    # Who fights "for Moscow in Ukraine" is where he fights, and Moscow is not.
    if inside and fold(main.text) not in map(fold, capitals().values()):
        behind = mentions(text, start=inside.end(), end=inside.end() + _BORDER)[:1]
        stated = [area.country for one in behind if one.start == inside.end() for area in one.areas]
        stated += [country for one in behind if one.start == inside.end() for country in _region(one, text)]
        if only(frozenset(stated)):
            return stated[0]
    said = _KIND_OF.search(text, place.start, main.start)
    before = [mention for mention in found if said and mention.end <= said.start()]
    return only(frozenset(area.country for mention in before for area in mention.areas if area.kind in CONTAINERS))


def _region(mention: Mention, text: str) -> frozenset[str]:
    """The country of a region that goes by its city: "in Kharkov region"; none for other words."""
    named = mention.cities and not mention.areas and _REGION.match(text, mention.end)
    return frozenset({mention.cities[0].country} if named else ())


def _within(name: str, country: str) -> City | None:
    """The city of that name in that country; "Djibouti City" is Djibouti too."""
    named = (*cities(name), *cities(name.removesuffix(" City")))
    return next((city for city in named if city.country == country), None)


def _after(main: Mention, place: Place, text: str) -> str:
    """The word right after the name, within the place words."""
    after = _WORD_AFTER.match(text, main.end, place.end)
    return after[1].lower() if after else ""


def only(countries: Collection[str]) -> str:
    """The one country of several mentions; "" where they are of more."""
    return next(iter(countries)) if len(countries) == 1 else ""


def _area(main: Mention, setting: Setting) -> Area | None:
    """Among namesakes, the one in a country named beside it, else the one the document is about, else the first."""
    if not main.areas:
        return None
    own = {area.country for area in main.areas}
    beside = [area for area in main.areas if area.country in setting.countries - own]
    return beside[0] if beside else _meant(main.areas, setting)


def _meant(areas: Sequence[Area], setting: Setting) -> Area:
    """Among namesakes, the one in the country that the document names most."""
    alone = len({area.country for area in areas}) == 1
    return areas[0] if alone else max(areas, key=lambda area: setting.hints.get(area.country, 0.0))


def _best(mention: Mention, setting: Setting) -> City | None:
    """The likeliest city of that name; None when another reading is likelier or none is likely enough."""
    inside = [city for city in mention.cities if (city.country, city.admin) in setting.admins]
    if mention.areas and any(area.kind != "point" for area in mention.areas):
        return inside[0] if inside and len(setting.admins) == 1 and not _own(mention, setting) else None
    key = fold(mention.text)
    best = likeliest(mention.cities, key, setting)
    if best is None or best.country in setting.countries:
        return best
    part = set(key.split()) < set(fold(best.name).split()) - words().articles
    large = best.population >= (_LARGE if part else _SMALL) and not mention.loose
    if large or _unmistakable(mention, best) or best.country in setting.hints:
        return best
    return likeliest([city for city in mention.cities if city.country in setting.hints], key, setting)


def _unmistakable(mention: Mention, best: City) -> bool:
    """Whether a name of several words is of one place alone ("San Vicente del Caguán")."""
    key = fold(mention.text)
    said = len(set(key.split()) - words().articles) > 1
    alone = {city.country for city in mention.cities} == {best.country}
    return said and alone and (best.population >= _SMALL if mention.loose else fold(best.name) == key)


def _own(mention: Mention, setting: Setting) -> bool:
    """Whether the province is the name itself, not one set beside it ("Lebanon, Pennsylvania")."""
    return any((area.country, area.admin) in setting.admins for area in mention.areas)


def _pointless(main: Mention, found: Sequence[Mention], place: Place, text: str) -> bool:
    """Whether the words mean the sea or an area around, or several places, and so no point."""
    before = text[place.start : main.start].lower()
    earlier = text[max(0, place.start - 25) : place.start].lower()
    if any(f" {before}".endswith(f" {word} ") or f" {earlier}".endswith(f" {word} ") for word in words().offshore):
        return True
    if _AREA_OF.search(before):
        return True
    others = [mention for mention in found if mention.start > main.end and mention.cities and not mention.areas]
    return any(_LIST.fullmatch(text, main.end, other.start) for other in others)
