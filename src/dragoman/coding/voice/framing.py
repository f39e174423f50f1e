"""Turns of phrase that give a source: "in the words of X", "X's version is that", "X: …" of a headline.

In: one sentence. Out: `Attribution`s, by the patterns of data/frames.yaml.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dragoman.actors.names.matching import undotted
from dragoman.coding.speech import lexicon
from dragoman.coding.voice.attributing import Attribution
from dragoman.coding.voice.speaking import timeless
from dragoman.coding.words import words

_SPEAKER = r"[^,.;:“”\"]{2,80}"
# The verb's group of a pattern, with one level of groups inside.
_VERB = re.compile(r"\(\?P<verb>(?P<inner>(?:[^()]|\([^()]*\))*)\)")
# A match begins no further before its verb than the longest speaker and a word or two.
_BEFORE = 100
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# A headline's speaker has no more words than this.
_HEADLINE = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern with groups `who` and `verb`; what is `said` stands after it, before it, or around it.

    `key` is the verb alone: where a pattern may begin anywhere, a sentence without it is not searched further.
    `opening`: the pattern stands at the head of its sentence, where its first words rule it out at once.
    """

    pattern: re.Pattern[str]
    key: re.Pattern[str]
    said: str
    headline: bool
    opening: bool


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames in order, those that need no key, and the keys of the others where a word begins."""

    every: tuple[Frame, ...]
    keyless: tuple[Frame, ...]
    keys: re.Pattern[str]


@cache
def frames() -> Frames:
    """The patterns of data/frames.yaml."""
    rows = yaml.safe_load(files("dragoman.coding.data").joinpath("frames.yaml").read_text(encoding="utf-8"))
    every = tuple(_frame(row["pattern"], said=row["said"], headline="headline" in row) for row in rows)
    keyed = [frame for frame in every if not frame.opening]
    # Behind a blank the search is fast: nearly all patterns have one before the verb.
    spaced = "|".join(frame.key.pattern for frame in keyed if " (?P<verb>" in frame.pattern.pattern)
    others = "|".join(frame.key.pattern for frame in keyed if " (?P<verb>" not in frame.pattern.pattern)
    keys = re.compile(rf" (?:{spaced})|\b(?:{others})")
    return Frames(every, tuple(frame for frame in every if frame.opening), keys)


def _frame(pattern: str, *, said: str, headline: bool) -> Frame:
    verb = _VERB.search(pattern)
    key = verb["inner"] if verb else ""
    opening = headline or not key or (pattern.startswith("^") and not pattern.startswith("^(?P<who>NP"))
    return Frame(re.compile(pattern.replace("NP", _SPEAKER)), re.compile(key), said, headline, opening)


def framed(sentence: str, *, offset: int = 0) -> list[Attribution]:
    """The attributions that frames make of a sentence; `offset` is added to their places."""
    found, sentence = [], undotted(sentence)
    headline = not sentence.rstrip("\"”'’ ").endswith((".", "!", "?", "…", ":"))
    known = frames()
    for frame in known.every if known.keys.search(sentence) else known.keyless:  # one search for most sentences
        match = _found(sentence, frame) if headline or not frame.headline else None
        if match and (not frame.headline or _speaks(match["who"])):
            found.append(_attribution(sentence, match, frame, offset))
    return [attribution for attribution in found if attribution.start < attribution.end]


def _found(sentence: str, frame: Frame) -> re.Match[str] | None:
    """The frame's first match, looked for only around its verb."""
    if frame.opening and not frame.headline:
        return frame.pattern.match(sentence)
    key = frame.key.search(sentence)
    if frame.pattern.pattern.startswith("^"):
        return frame.pattern.match(sentence) if key else None
    return frame.pattern.search(sentence, max(0, key.start() - _BEFORE)) if key else None


def _attribution(sentence: str, match: re.Match[str], frame: Frame, offset: int) -> Attribution:
    start, end = match.span("who")
    if not frame.headline:
        start = _clause_start(sentence, start, end)
        told = words(sentence[start:end], offset=start)
        end = told[timeless(told, len(told) - 1)].end if told else end
    said = {"after": (match.end(), len(sentence)), "before": (0, match.start()), "around": (0, len(sentence))}[
        frame.said
    ]
    verb = match.span("verb")
    return Attribution(
        (offset + start, offset + end), (offset + verb[0], offset + verb[1]), offset + said[0], offset + said[1]
    )


def _clause_start(sentence: str, start: int, end: int) -> int:
    """Without what stands before the speaker in its clause: a conjunction and the words up to it."""
    known, told = lexicon(), words(sentence[start:end], offset=start)
    for word in reversed(told):
        if word.low in known.openers and word.low not in ("and", "or", "for"):
            after = next((w for w in told if w.start > word.start), None)
            return after.start if after else start
    return told[0].start if told else start


def _speaks(who: str) -> bool:
    """Whether a headline's words before its colon name somebody who can speak."""
    known = lexicon()
    found = [word.lower() for word in _WORD.findall(who)]
    return 0 < len(found) <= _HEADLINE and not set(found) & (known.finite | known.silent)
