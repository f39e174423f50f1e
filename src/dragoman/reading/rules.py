"""The rules that take a scraper's and a page's leftovers out of an article: loading and applying them.

In: the YAML files in rules/, each rule with a pattern, what it is for, and examples. Out: `Rule`s, and text
without what they match. A rule is only tried where one of its `near` words occurs.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of leftover.

    `near`: lower-case strings of which one is in every match. `pattern` is matched with ^ and $ at line ends;
    what it matches is replaced by `replacement`. `removes` are (before, after) pairs and `keeps` texts that
    must come out unchanged; the tests run them.
    """

    name: str
    why: str
    near: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: str
    removes: tuple[tuple[str, str], ...]
    keeps: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their files and in them. Raises KnowledgeError for a wrong one."""
    folder = files("dragoman.reading") / "rules"
    named = sorted((entry.name, entry) for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return tuple(_rule(row, file=name) for name, entry in named for row in yaml.safe_load(entry.read_bytes()))


def apply_rules(text: str, chosen: Iterable[Rule]) -> str:
    """The text after each rule in turn."""
    lowered = text.lower()
    for rule in chosen:
        if any(word in lowered for word in rule.near):
            changed = rule.pattern.sub(rule.replacement, text)
            if changed != text:
                text, lowered = changed, changed.lower()
    return text


def _rule(row: dict[str, Any], *, file: str) -> Rule:
    try:
        return Rule(
            name=row["name"],
            why=row["why"],
            near=tuple(row["near"]),
            pattern=re.compile(row["pattern"], re.M),
            replacement=row.get("replacement", " "),
            removes=tuple((example["before"], example["after"]) for example in row["removes"]),
            keeps=tuple(row["keeps"]),
        )
    except (KeyError, TypeError, re.error) as error:
        raise KnowledgeError(f"rules/{file}: rule {row!r:.80} is wrong: {error}") from error
