"""What the words of a match say: numbers, units, shares, pieces, the points of the calendar.

In: the groups that a pattern of data/dates.yaml matched. Out: the fields of a `DateExpression`.
"""

import re
from typing import Any

from dragoman.coding.timing.expression import Piece, Point
from dragoman.coding.timing.grammar import Grammar

# "'91" is of the last century, "'14" of this one.
_CENTURY_TURN = 40


# What the patterns take for these letters, case aside; the tables have the letters alone.
_SAME = str.maketrans("ſıİ\N{KELVIN SIGN}", "siIK")


def groups(match: re.Match[str]) -> dict[str, str]:
    """The words of a match by what they stand for, as the tables spell them."""
    return {name: value.translate(_SAME) for name, value in match.groupdict().items() if value}


def number(tables: dict[str, Any], words: str) -> int | None:
    """The number that a figure or a word of the table says; None where it says none."""
    words = words.lower().strip()
    if words.isdigit():
        return int(words)
    tens, _, ones = words.partition("-")
    found: int | None = tables["numbers"].get(tens)
    return found + tables["numbers"][ones] if found and ones else found


def part(said: dict[str, str]) -> str:
    """The share of a unit that is named: early, end, first half, q1."""
    words = (said.get("part") or said.get("part2") or said.get("quarter") or "").lower()
    return words.removeprefix("the ").removesuffix(" of")


def which(tables: dict[str, Any], said: dict[str, str]) -> str:
    """Last, this, next and their like; what has gone on "for two weeks" lasts up to publication."""
    if "ongoing" in said:
        return "past"
    first, second = said.get("which", "").lower(), said.get("which2", "").lower()
    found: str = tables["which"].get(first or second, second)
    return found


def unit(tables: dict[str, Any], said: dict[str, str]) -> str:
    """The unit of time that is named, in the singular; a quarter that stands alone is one of a year."""
    if "hourunit" in said:
        return "day"
    alone = "quarter" in said and "year" not in said
    return "year" if "yearword" in said or alone else _singular(tables, said.get("unit", said.get("units", "")))


def turn(tables: dict[str, Any], said: dict[str, str]) -> str:
    """How the words turn from another event: later, before, the next."""
    word = said.get("turn", "").lower()
    found: str = tables["turns"].get(word, word) if "other" in said or "units" in said else word
    return found


def piece(tables: dict[str, Any], said: dict[str, str]) -> Piece | None:
    """The piece of a longer unit: the first two weeks, the last Friday."""
    if "piece" not in said:
        return None
    count = number(tables, said["num"]) or 0 if "num" in said else None
    place, day = tables["ordinals"][said["piece"].lower()], _weekday(tables, said, "")
    if "num" not in said and said.get("pieceunit", "").lower().endswith("s"):
        count = 0
    return Piece(place, _singular(tables, said.get("pieceunit", "day")), count, day)


def _singular(tables: dict[str, Any], words: str) -> str:
    words = words.lower()
    units: dict[str, str] = tables["units"]
    return units.get(words.removesuffix("s"), units.get(words.removesuffix("ies") + "y", ""))


def points(rules: Grammar, match: re.Match[str], said: dict[str, str]) -> tuple[Point, Point]:
    """The date that is named, and the second one of a range."""
    tables = rules.tables
    first = Point(
        year=_year(tables, said),
        month=_month(tables, said, "") or _month(tables, said, "3"),
        day=_day(tables, said),
        weekday=_weekday(tables, said, ""),
        season=said.get("season", said.get("clearseason", "")).lower(),
        feast=tables["feasts"].get(said.get("moment", "").lower()),
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
        day=_figure(said.get("day2", "")),
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
    if "yy" in said:
        return int(said["yy"]) + (2000 if int(said["yy"]) < _CENTURY_TURN else 1900)
    if "century" in said:
        words = said["century"].lower()
        return ((tables["ordinals"].get(words) or int(words[:2])) - 1) * 100 + 1
    return tables["decades"].get(said.get("decadeword", "").lower())


def _month(tables: dict[str, list[str]], said: dict[str, str], number: str) -> int | None:
    if "isomonth" in said and not number:
        return int(said["isomonth"])
    for name in ("month", "fullmonth", "clearmonth", "namelike"):
        if name + number in said:
            return tables["months"].index(said[name + number][:3].lower()) + 1
    return None


def _weekday(tables: dict[str, list[str]], said: dict[str, str], number: str) -> int | None:
    word = said.get("fullweekday" + number) or said.get("shortweekday" + number)
    return tables["weekdays"].index(word[:3].lower()) if word else None


def _day(tables: dict[str, dict[str, int]], said: dict[str, str]) -> int | None:
    if "ordinal" in said:
        return tables["ordinals"][said["ordinal"].lower()]
    return _figure(said.get("day") or said.get("day3") or said.get("nthday") or "")


def _figure(words: str) -> int | None:
    return int(words.lower().rstrip("stndrh")) if words else None
