"""Between PLOVER and CAMEO: the finest CAMEO code for a coded act, and the PLOVER reading of a CAMEO code.

In: type, mode, status, contexts and the words that express the act; or a CAMEO code. Out: codes of
`cameo.csv`. The decisions are data: `to_cameo.yaml` and `from_cameo.yaml` beside this file.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.errors import KnowledgeError, UsageError
from dragoman.ontology import load, table

# A trigger with its clause is far shorter; more only happens in text that is no sentence.
_WORDS_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of `to_cameo.yaml`: the code it gives and all that must hold for it."""

    code: str
    modes: tuple[str, ...] | None = None
    status: str = ""
    cues: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    family: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A row of a family: the digit it adds to a code, by a list of cues or, failing all, by a context."""

    digit: str
    cue: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Softer:
    """Words that turn a demand into an appeal: codes under `root` move under `appeal_root`."""

    root: str
    appeal_root: str
    cue: str
    unless: str


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """`to_cameo.yaml` made ready: compiled cues, rules by type."""

    cues: Mapping[str, re.Pattern[str]]
    families: Mapping[str, tuple[Member, ...]]
    rules: Mapping[str, tuple[Rule, ...]]
    softer: Mapping[str, Softer]
    shared: Mapping[str, tuple[str, ...]]


def cameo_code(
    event_type: str,
    mode: str,
    *,
    status: str = "actual",
    contexts: Collection[str] = (),
    words: str = "",
) -> str:
    """The finest CAMEO code that the decisions and the words support, else the type's CAMEO root.

    `words` is the trigger with what stands next to it (its clause, or the sentence). A planned act of
    cooperation gets CAMEO's code of intent (03xx), as CAMEO has no status of its own. Raises UsageError for
    an unknown type; an unknown mode counts as none.
    """
    walk, text = rules(), words[:_WORDS_LIMIT].lower()
    if event_type not in walk.rules:
        raise UsageError(f"no event type {event_type!r}; types: {', '.join(walk.rules)}")
    code = load().types[event_type].cameo_root
    for rule in walk.rules[event_type]:
        if _holds(rule, walk, (mode, status, text), contexts):
            code = rule.code + _digit(walk.families.get(rule.family, ()), walk, text, contexts)
            break
    return _softened(code, walk, event_type, text)


def plover(cameo: str) -> tuple[str, str, tuple[str, ...]]:
    """Type, mode and contexts of a CAMEO code; ("", "", ()) for the bare statements that PLOVER dropped.

    A finer code without a reading of its own takes its parent's. Raises UsageError for an unknown code.
    """
    if cameo not in load().cameo:
        raise UsageError(f"no CAMEO code {cameo!r}; codes are 2 to 4 digits and keep their leading zero, as in 042")
    readings = from_cameo()
    while cameo not in readings:
        cameo = cameo[:-1]
    return readings[cameo]


@cache
def from_cameo() -> Mapping[str, tuple[str, str, tuple[str, ...]]]:
    """The lines of `from_cameo.yaml`, read once a process."""
    return {code: _reading(code, row) for code, row in table("from_cameo.yaml").items()}


@cache
def rules() -> Crosswalk:
    """The rules of `to_cameo.yaml`, compiled once a process. Raises KnowledgeError on a wrong table."""
    data = table("to_cameo.yaml")
    return Crosswalk(
        cues={name: _pattern(terms) for name, terms in data["cues"].items()},
        families={name: tuple(Member(**row) for row in rows) for name, rows in data["families"].items()},
        rules={name: tuple(_rule(name, row) for row in rows) for name, rows in data["types"].items()},
        softer={
            name: Softer(root=row["from"], appeal_root=row["to"], cue=row["cue"], unless=row["unless"])
            for name, row in data["softer"].items()
        },
        shared={code: tuple(types) for code, types in data["shared"].items()},
    )


def _reading(code: str, row: list[str]) -> tuple[str, str, tuple[str, ...]]:
    if not row:
        return "", "", ()
    if len(row) < 2:
        raise KnowledgeError(f"ontology/from_cameo.yaml: {code}: expected [type, mode, context, ...], found {row}")
    return row[0], row[1], tuple(row[2:])


def _rule(event_type: str, row: dict[str, Any]) -> Rule:
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    try:
        return Rule(**{**row, **lists})
    except TypeError as error:
        raise KnowledgeError(f"ontology/to_cameo.yaml: {event_type}: {row}: {error}") from error


def _pattern(terms: list[str]) -> re.Pattern[str]:
    """Any of the terms as whole words; * stands for the rest of a word."""
    alternatives = "|".join(re.escape(term).replace(r"\*", r"[\w.,-]*") for term in terms)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _holds(rule: Rule, walk: Crosswalk, said: tuple[str, str, str], contexts: Collection[str]) -> bool:
    mode, status, text = said
    if rule.modes is not None and mode not in rule.modes:
        return False
    if rule.status and status != rule.status:
        return False
    if rule.contexts and not any(context in contexts for context in rule.contexts):
        return False
    return all(walk.cues[cue].search(text) for cue in rule.cues)


def _digit(family: tuple[Member, ...], walk: Crosswalk, text: str, contexts: Collection[str]) -> str:
    for member in family:
        if walk.cues[member.cue].search(text):
            return member.digit
    return next((member.digit for member in family if member.context and member.context in contexts), "")


def _softened(code: str, walk: Crosswalk, event_type: str, text: str) -> str:
    softer = walk.softer.get(event_type)
    if softer is None or not code.startswith(softer.root):
        return code
    if walk.cues[softer.cue].search(text) and not walk.cues[softer.unless].search(text):
        return softer.appeal_root + code[len(softer.root) :]
    return code
