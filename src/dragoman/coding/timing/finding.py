"""Finding date expressions in text.

In: text. Out: `DateExpression`s, longest first among overlapping ones, in text order. Names, quantities and verbs
that look like dates are left out. What counts as one is data/dates.yaml.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.coding.timing.expression import DateExpression, Point
from dragoman.coding.timing.grammar import Grammar, Pattern, grammar

# No pattern reaches farther, in characters, before and after its seed: "in the first three quarters of", "30 September
# 2018 until 2 October 2018".
_BEFORE = 36
_AFTER = 50
# How far around an expression a veto is looked for: "the deadliest attack on the city's airport in three years".
_VETO = 80
# A year without a preposition before it ("the 2015 deal") is believed in this range only.
_BARE_YEARS = range(1900, 2050)


def expressions(text: str, *, start: int = 0, end: int | None = None) -> list[DateExpression]:
    """The date expressions of text[start:end], in text order and not overlapping; offsets are those of `text`."""
    return list(_expressions(text, start, len(text) if end is None else min(end, len(text))))


@lru_cache(maxsize=64)
def _expressions(text: str, start: int, stop: int) -> tuple[DateExpression, ...]:
    """Every event of a sentence asks for those of the sentence, three times over."""
    rules = grammar()
    found: list[DateExpression] = []
    reached = start
    for seed in rules.seed.finditer(text, start, stop):
        if seed.start() < reached:
            continue
        window = (max(reached, seed.start() - _BEFORE), min(stop, seed.end() + _AFTER))
        best = _longest(rules, text, seed, window)
        if best is None:
            continue
        if not _vetoed(rules, text, best, (start, stop)):
            found.append(best)
        reached = best.end
    return tuple(found)


def _vetoed(rules: Grammar, text: str, best: DateExpression, bounds: tuple[int, int]) -> bool:
    """Whether it touches words that only look like a date."""
    around = (max(bounds[0], best.start - _VETO), min(bounds[1], best.end + _VETO))
    return any(veto.start() < best.end and best.start < veto.end() for veto in rules.veto.finditer(text, *around))


def _longest(rules: Grammar, text: str, seed: re.Match[str], window: tuple[int, int]) -> DateExpression | None:
    best: DateExpression | None = None
    for pattern in rules.patterns[seed.lastgroup or ""]:
        for match in _covering(pattern, text, seed, window):
            expression = _read(rules, pattern, match)
            if expression and (best is None or expression.end - expression.start > best.end - best.start):
                best = expression
    return best


def _covering(pattern: Pattern, text: str, seed: re.Match[str], window: tuple[int, int]) -> Iterator[re.Match[str]]:
    """Matches of the pattern that hold the seed."""
    for match in pattern.regex.finditer(text, *window):
        if match.start() > seed.start():
            return
        if match.end() >= seed.end() and not _counts(pattern, match):
            yield match


def _counts(pattern: Pattern, match: re.Match[str]) -> bool:
    """A four-figure number that counts things is no year."""
    if not (pattern.cued or pattern.bare):
        return False
    rules, text = grammar(), match.string
    thing = rules.counted.match(text, match.end())
    if pattern.cued:
        return thing is not None and not thing["between"]
    before = text[max(0, match.start() - 14) : match.start()]
    unlikely = int(match["year"]) not in _BARE_YEARS
    return unlikely or thing is not None or rules.amount.search(before) is not None


def _read(rules: Grammar, pattern: Pattern, match: re.Match[str]) -> DateExpression | None:
    said = {name: value for name, value in match.groupdict().items() if value}
    tables = rules.tables
    start, end = match.span("words") if "words" in said else match.span()
    start += len(match.string[start:end]) - len(match.string[start:end].lstrip())
    number = 1 if "single" in said else _number(tables, said.get("num", ""))
    if "num" in said and number is None and said["num"].lower().strip() not in _VAGUE:
        return None
    day_offset = tables["deictics"].get(said.get("deictic", "").lower())
    point, until = _points(rules, match, said)
    return DateExpression(
        text=match.string[start:end],
        start=start,
        end=end,
        kind=pattern.kind,
        point=point,
        until=until if pattern.kind in {"range", "slashes"} else None,
        relation=said.get("relation", "").lower(),
        part=_part(said),
        which=tables["which"].get(said.get("which", said.get("which2", "")).lower(), said.get("which2", "").lower()),
        unit=_unit(tables, said),
        number=number,
        turn=said.get("turn", "").lower(),
        side=said.get("side", "").lower(),
        week=said.get("week", "").lower(),
        offset=tuple(day_offset) if day_offset else None,
        name=said.get("moment", "").lower().replace("’", "'"),
        about=_ABOUT.get(said.get("about", "").lower(), ""),
        loose="other" in said
        or (pattern.bare and _ATTRIBUTE.search(match.string[: match.start("words")][-14:]) is not None),
    )


_ABOUT = {
    **dict.fromkeys(("more than", "over", "at least"), "more"),
    **dict.fromkeys(("less than", "nearly", "almost", "barely"), "less"),
}
_VAGUE = frozenset({"a few", "few", "several", "many", "some", "half a"})
_ATTRIBUTE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|failed|disputed|since)|[’']s?) $")


def _number(tables: dict[str, dict[str, int]], words: str) -> int | None:
    words = words.lower().strip()
    return int(words) if words.isdigit() else tables["numbers"].get(words)


def _part(said: dict[str, str]) -> str:
    words = (said.get("part") or said.get("part2") or "").lower()
    return words.removeprefix("the ").removesuffix(" of")


def _unit(tables: dict[str, dict[str, str]], said: dict[str, str]) -> str:
    if "hourunit" in said or "yearword" in said:
        return "day" if "hourunit" in said else "year"
    words = said.get("unit", said.get("units", "")).lower()
    return tables["units"].get(words.removesuffix("s"), tables["units"].get(words.removesuffix("ies") + "y", ""))


def _points(rules: Grammar, match: re.Match[str], said: dict[str, str]) -> tuple[Point, Point]:
    tables = rules.tables
    first = Point(
        year=_year(tables, said),
        month=_month(tables, said, "") or _month(tables, said, "3"),
        day=_day(said.get("day", said.get("day3", ""))),
        weekday=_weekday(tables, said, ""),
        season=said.get("season", said.get("clearseason", "")).lower(),
    )
    if "day" in said and first.month and first.day and first.year is None:
        for year, month, day, nouns in rules.named:
            if (month, day) == (first.month, first.day) and nouns.match(match.string, match.end()):
                first = Point(year=year, month=month, day=day)
    if "one" in said:
        return Point(year=int(said["year"]), day=int(said["one"])), Point(day=int(said["two"]))
    second = Point(
        year=_second_year(first, said),
        month=_month(tables, said, "2"),
        day=_day(said.get("day2", "")),
        weekday=_weekday(tables, said, "2"),
    )
    return first, second


def _second_year(first: Point, said: dict[str, str]) -> int | None:
    if "shortyear" in said and first.year:
        return first.year // 100 * 100 + int(said["shortyear"])
    return int(said["year2"]) if "year2" in said else None


def _year(tables: dict[str, dict[str, int]], said: dict[str, str]) -> int | None:
    if "year" in said:
        return int(said["year"])
    if "decade" in said:
        return int(said["decade"])
    if "short" in said:
        return 1900 + int(said["short"])
    return tables["decades"].get(said.get("decadeword", "").lower())


def _month(tables: dict[str, list[str]], said: dict[str, str], number: str) -> int | None:
    if "isomonth" in said and not number:
        return int(said["isomonth"])
    for name in ("month", "fullmonth", "clearmonth", "namelike"):
        if name + number in said:
            return tables["months"].index(said[name + number][:3].lower()) + 1
    return None


def _weekday(tables: dict[str, list[str]], said: dict[str, str], number: str) -> int | None:
    word = said.get("fullweekday" + number)
    return tables["weekdays"].index(word[:3].lower()) if word else None


def _day(words: str) -> int | None:
    return int(words.rstrip("stndrh")) if words else None
