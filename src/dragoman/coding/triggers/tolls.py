"""Tolls: the dead of earthquakes, floods and wrecks are nobody's victims.

In: decisions of a document. Out: the same, with those dropped that tell but how many died, where the sentences before
tell of a disaster and nothing there, nor in the sentence, of violence. The network reads a sentence with little around
it; where the disaster stands in the sentence itself it seldom takes the toll for an assault.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding
from dragoman.coding.triggers.selecting import Decision

_DIED = re.compile(r"(?:(?:was|were|is|are|been|be|being) )?(?:killed|dead|died|deaths?|injured|wounded|hurt)")
# Characters before a sentence in which its disaster is looked for: three sentences or four.
_REACH = 500


def without_tolls(decisions: Iterable[Decision], story: Story) -> Iterator[Decision]:
    """The decisions in order; a disaster's toll becomes an "accident"."""
    for decision in decisions:
        toll = decision.verdict == "kept" and _is_toll(decision.finding, story)
        yield replace(decision, verdict="accident") if toll else decision


def _is_toll(finding: Finding, story: Story) -> bool:
    if finding.event_type != "ASSAULT" or finding.mode or finding.roles["actor"]:
        return False
    if not _DIED.fullmatch(story.words(finding.sentence, finding.start, finding.end)):
        return False
    opening, close = story.spans[finding.sentence]
    around = story.document.text[max(0, opening - _REACH) : close]
    return bool(_said("disasters").search(around)) and not _said("violence").search(around)


@cache
def _said(sort: str) -> re.Pattern[str]:
    text = files("dragoman.coding.data").joinpath("tolls.yaml").read_text(encoding="utf-8")
    beginnings = (re.escape(word).replace("=", r"\b") for word in yaml.safe_load(text)[sort])
    return re.compile(rf"\b(?:{'|'.join(beginnings)})", re.IGNORECASE)
