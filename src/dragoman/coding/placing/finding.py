"""Finding place words in text: names with the words that belong to them.

In: text. Out: `PlaceWords`: "eastern Russia", "the Jenin refugee camp", "the town of Didim, south-west Turkey"; and
how often the text names each country.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from dragoman.coding.placing.mentions import Mention, mentions
from dragoman.coding.placing.names import words

# A name without a preposition of place before it must be at least so large to be listed: smaller ones are surnames too
# (Bolton, Jackson).
_KNOWN = 300_000
# A capitalised word or an initial right before: the name is a person's.
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'-]+|\b[A-Z]\.) $")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words that name a place; `preposition` is the one before them, lower case, "" when there is none."""

    text: str
    start: int
    end: int
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class _Shapes:
    before: re.Pattern[str]
    after: re.Pattern[str]
    preposition: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def _shapes() -> _Shapes:
    lists = words()
    held = "|".join(lists.held)
    direction = "|".join(sorted(lists.directions, key=len, reverse=True))
    site = "|".join(sorted(lists.sites | lists.areas, key=len, reverse=True))
    kind = "|".join(lists.kinds)
    prepositions = "|".join(sorted((*lists.locative, *lists.motion, "from"), key=len, reverse=True))
    return _Shapes(
        before=re.compile(
            rf"(?<![\w-])(?:(?:the|a|an) )?(?:[\w-]{{3,20}} ){{0,2}}?(?:{kind}) of (?:the )?(?:(?:{direction}) )?$"
            rf"|(?<![\w-])(?:(?:the|a|an) )?(?:(?:{held}|{direction}) ){{1,2}}$"
            rf"|(?<![\w-])(?:the|a|an) $",
            re.IGNORECASE,
        ),
        after=re.compile(rf"(?:[’']s)? (?:[a-z][\w-]{{2,15}} )?(?:{site})\b"),
        preposition=re.compile(rf"(?<![\w-])({prepositions}) (?:[a-z]+ (?=of ))?$", re.IGNORECASE),
        joined=re.compile(rf"(?:, |, in )(?:the )?(?:(?:{direction}) )?$", re.IGNORECASE),
    )


def places(text: str, *, start: int = 0, end: int | None = None) -> list[PlaceWords]:
    """The place words of text[start:end], in text order; offsets are those of `text`."""
    stop = len(text) if end is None else min(end, len(text))
    found: list[PlaceWords] = []
    open_ended = False
    for mention in mentions(text, start=start, end=stop):
        words_ = _around(mention, text, start, stop)
        if open_ended and _continues(found[-1], mention, text):
            last = found[-1]
            found[-1] = PlaceWords(text[last.start : words_.end], last.start, words_.end, last.preposition)
        elif _likely(mention, words_, text):
            found.append(words_)
            open_ended = not any(area.kind in {"country", "demonym"} for area in mention.areas)
    return found


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


def _around(mention: Mention, text: str, low: int, high: int) -> PlaceWords:
    shapes = _shapes()
    before = shapes.before.search(text, max(low, mention.start - 70), mention.start)
    start = before.start() if before else mention.start
    after = shapes.after.match(text, mention.end, high)
    end = after.end() if after else mention.end
    preposition = shapes.preposition.search(text, max(low, start - 40), start)
    return PlaceWords(text[start:end], start, end, preposition[1].lower() if preposition else "")


def _continues(last: PlaceWords, mention: Mention, text: str) -> bool:
    """ "…, Texas": a country or province after the comma belongs to the place before it."""
    between = text[last.end : mention.start]
    kinds = {area.kind for area in mention.areas}
    return bool(kinds & {"country", "admin"}) and _shapes().joined.fullmatch(between) is not None


def _likely(mention: Mention, found: PlaceWords, text: str) -> bool:
    demonym_only = mention.areas and all(area.kind == "demonym" for area in mention.areas)
    if demonym_only:
        return bool(found.preposition) and found.end > mention.end
    if mention.areas:
        return True
    if not found.preposition and re.search(
        r"(?:[A-Z][\w’'-]+|\b[A-Z]\.) $", text[max(0, mention.start - 25) : mention.start]
    ):
        return False
    if re.match(r"(?:-| [A-Z][\w’'-]+)", text[mention.end : mention.end + 25]):
        return found.end > mention.end
    return found.preposition in words().locative or mention.cities[0].population >= _KNOWN
