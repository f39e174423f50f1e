"""The patterns of date expressions, read from data/dates.yaml and compiled once.

In: the data file. Out: a `Grammar` of compiled patterns and word tables. Raises KnowledgeError on a file that is wrong.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.coding.timing.expression import Kind
from dragoman.errors import KnowledgeError

# Words that are dates only as written: "march" and "may" are verbs, "sat" and "sun" are no days.
_AS_WRITTEN = frozenset({"month", "fullmonth", "clearmonth", "namelike", "weekday", "fullweekday", "shortweekday"})
# Every seed begins with a digit, an apostrophe or a word: elsewhere none of them is tried.
_OPENS = r"(?=[\d’']|\b[^\W\d_])"
_SLOT = re.compile(r"\{([a-z]+)(?::(\d))?\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date. `cued` years have a preposition before them; `bare` years have not.

    `needs` is a word, in lower case, without which it cannot match.
    """

    kind: Kind
    regex: re.Pattern[str]
    cued: bool
    bare: bool
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that finding needs. `seeds` maps the name of a seed to its patterns."""

    seed: re.Pattern[str]
    patterns: dict[str, tuple[Pattern, ...]]
    veto: re.Pattern[str]
    counted: re.Pattern[str]
    amount: re.Pattern[str]
    named: tuple[tuple[int, int, int, re.Pattern[str]], ...]
    tables: dict[str, Any]


@cache
def grammar() -> Grammar:
    """The grammar of data/dates.yaml, compiled on first use."""
    return compile_grammar(yaml.safe_load(files("dragoman.coding").joinpath("data/dates.yaml").read_text("utf-8")))


def compile_grammar(rules: dict[str, Any]) -> Grammar:
    """Compile rules as the data file holds them. Raises KnowledgeError naming the pattern that is wrong."""
    words = rules["words"] | rules["inline"]
    patterns: dict[str, list[Pattern]] = {name: [] for name in rules["seeds"]}
    for rule in rules["patterns"]:
        regex = _compile(_fill(rule["regex"], words))
        cued, bare = bool(rule.get("cued")), bool(rule.get("bare"))
        patterns[rule["seed"]].append(Pattern(rule["kind"], regex, cued, bare, rule.get("needs", "")))
    named = tuple(
        (row["year"], row["month"], row["day"], _compile(rules["named_nouns"] + f"(?:{row['nouns']})"))
        for row in rules["named"]
    )
    seeds = "|".join(f"(?P<{name}>{regex})" for name, regex in rules["seeds"].items())
    return Grammar(
        seed=re.compile(f"{_OPENS}(?:{seeds})"),
        patterns={name: tuple(rows) for name, rows in patterns.items()},
        veto=re.compile("|".join(_scoped(veto) for veto in rules["vetoes"])),
        counted=_compile(rf"[- ](?P<between>(?:[\w’'-]{{1,20}} ){{0,2}}?)(?:{rules['counted']})\b"),
        amount=_compile(rf"\b(?:{rules['amounts']}) $"),
        named=named,
        tables=rules,
    )


def _scoped(veto: str) -> str:
    """A flag at the head of one alternative holds for that alternative only."""
    return f"(?i:{veto[4:]})" if veto.startswith("(?i)") else f"(?:{veto})"


def _fill(regex: str, words: dict[str, str]) -> str:
    def slot(found: re.Match[str]) -> str:
        name, number = found[1], found[2] or ""
        if name not in words:
            raise KnowledgeError(f"dates.yaml: pattern names {{{name}}}, which has no words: {regex}")
        flags = "-i:" if name in _AS_WRITTEN else ":"
        return f"(?P<{name}{number}>(?{flags}{words[name]}))"

    return rf"(?<![\w-])(?:{_SLOT.sub(slot, regex)})"


def _compile(regex: str) -> re.Pattern[str]:
    try:
        return re.compile(regex, re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"dates.yaml: pattern does not compile ({error}): {regex}") from error
