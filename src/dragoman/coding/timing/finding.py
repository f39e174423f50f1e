"""Finding date expressions in text.

In: text. Out: `DateExpression`s, longest first among overlapping ones, in text order. Names, quantities and verbs
that look like dates are left out. What counts as one is data/dates.yaml.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.coding.timing import wording
from dragoman.coding.timing.expression import DateExpression
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
    near = text[window[0] : window[1]].lower()
    for pattern in rules.patterns[seed.lastgroup or ""]:
        if pattern.needs not in near:
            continue
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
    said = wording.groups(match)
    tables = rules.tables
    start, end = match.span("words") if "words" in said else match.span()
    start += len(match.string[start:end]) - len(match.string[start:end].lstrip())
    count = 1 if "single" in said else wording.number(tables, said.get("num", ""))
    if "num" in said and count is None and said["num"].lower().strip() not in _VAGUE:
        return None
    day_offset = tables["deictics"].get(said.get("deictic", "").lower())
    first, until = wording.points(rules, match, said)
    return DateExpression(
        text=match.string[start:end],
        start=start,
        end=end,
        kind=pattern.kind,
        point=first,
        until=until if pattern.kind in {"range", "slashes"} else None,
        relation=said.get("relation", "").lower(),
        part=wording.part(said),
        which=wording.which(tables, said),
        unit=wording.unit(tables, said),
        number=None if "piece" in said else count,
        turn=wording.turn(tables, said),
        side="so far" if "ongoing" in said else said.get("side", "").lower(),
        week=said.get("week", "").lower(),
        offset=tuple(day_offset) if day_offset else None,
        name=said.get("moment", "").lower().replace("’", "'").replace(".", ""),
        about="half" if "half" in said else _ABOUT.get(said.get("about", "").lower(), ""),
        piece=wording.piece(tables, said),
        tail=said.get("tail", "").lower(),
        loose="other" in said
        or (pattern.bare and _ATTRIBUTE.search(match.string[: match.start("words")][-14:]) is not None),
    )


_ABOUT = {
    **dict.fromkeys(("more than", "over", "at least"), "more"),
    **dict.fromkeys(("less than", "nearly", "almost", "barely"), "less"),
}
_VAGUE = frozenset({"a few", "few", "several", "many", "some", "half a"})
_ATTRIBUTE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|failed|disputed|since)|[’']s?) $")
