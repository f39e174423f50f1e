"""Cues of status in a sentence, and what each of them governs.

In: the words of a sentence. Out: `Cue`s with the stretch of words that they govern, by data/status.yaml.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.words import Word
from dragoman.event import Status

Scope = Literal["verb", "clause", "noun", "near", "back", "both"]

# Words that ".." of a phrase may stand for, at most.
_GAP = 4
# The same with marks of quotation among them.
_WIDEST = 8
# A noun phrase reaches no further than this behind its cue.
_PHRASE = 7
# What governs from behind stands within so many words.
_BEHIND = 14
# Words of fewer letters are small in a headline too.
_LONG = 4
# An adverb reaches so many words.
_NEAR = 4
_SENTENCE = frozenset(";:.?!")
# Marks that may stand within a gap.
_QUOTING = frozenset("'\"“”‘’")


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase of the lexicon: alternatives word by word; an empty set stands for a gap, "#" for a number."""

    words: tuple[frozenset[str], ...]
    kind: str
    status: Status
    scope: Scope


@dataclass(frozen=True, slots=True)
class Cue:
    """Words first..last-1 of a sentence, which govern words begin..stop-1."""

    first: int
    last: int
    begin: int
    stop: int
    kind: str
    status: Status
    scope: Scope


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of data/status.yaml by each word that can open them, longest first."""
    table = yaml.safe_load(files("dragoman.coding.data").joinpath("status.yaml").read_text(encoding="utf-8"))
    found: dict[str, list[Rule]] = {}
    for row in table:
        for phrase in row["words"].split(","):
            steps = tuple(frozenset() if w == ".." else frozenset(w.split("|")) for w in phrase.split())
            rule = Rule(steps, row["kind"], row["status"], row["scope"])
            for word in steps[0]:
                found.setdefault(word, []).append(rule)
    return {word: tuple(sorted(own, key=lambda r: -len(r.words))) for word, own in found.items()}


def cues(sentence: Sequence[Word]) -> list[Cue]:
    """The cues of a sentence in order; of two that overlap, the one that begins first, the longer one."""
    opened = _opened(sentence)
    found: list[Cue] = []
    for backward in (False, True):
        last = 0
        for i, able in opened:
            cue = _at(sentence, i, able, backward=backward) if i >= last else None
            if cue:
                found.append(cue)
                last = cue.last
    return found


def _opened(sentence: Sequence[Word]) -> list[tuple[int, Sequence[Rule]]]:
    """The words that can open a cue, each with the rules of it."""
    known = rules()
    found: list[tuple[int, Sequence[Rule]]] = []
    head = next((i for i, word in enumerate(sentence) if word.is_word), len(sentence))
    titled = _titled(sentence)
    for i, word in enumerate(sentence):
        able: Sequence[Rule]
        if i > head and word.capital and ((not titled and sentence[i - 1].is_word) or is_name(sentence, i)):
            continue  # part of a name: "the Defense Forces", "in May"
        if i > head and "'" not in word.low:  # nearly always it has one spelling
            able = known.get(word.low, ())
        else:
            able = [rule for spelling in _spellings(word.low, head=i <= head) for rule in known.get(spelling, ())]
        if able:
            found.append((i, able))
    return found


def is_name(sentence: Sequence[Word], i: int) -> bool:
    """Whether word `i` is no auxiliary but the name it is spelled as: "Theresa May met"; not "Trump May Meet Kim"."""
    word, behind = sentence[i], sentence[i + 1 : i + 2]
    return word.low in vocabulary().namesakes and word.capital and not any(one.capital for one in behind)


def _titled(sentence: Sequence[Word]) -> bool:
    """Whether most longer words are capitalised, as in some headlines: then a capital tells no name."""
    longer = [word for word in sentence if len(word.low) >= _LONG]
    return sum(word.capital for word in longer) * 3 > len(longer) * 2


def _at(sentence: Sequence[Word], i: int, able: Sequence[Rule], *, backward: bool) -> Cue | None:
    """The longest cue that begins with word `i`, of those that govern what stands before or behind them."""
    best: tuple[int, Rule] | None = None
    for rule in able:
        if (rule.scope == "back") != backward:
            continue
        last = _match(sentence, i, rule.words)
        if backward and rule.kind == "modal" and last < len(sentence) and sentence[last].low == "to":
            continue  # "the raid is likely to anger them" tells nothing of the raid
        if last and (best is None or last > best[0]):
            best = (last, rule)
    if best is None:
        return None
    last, rule = best
    begin, stop = _governed(sentence, i, last, rule)
    return Cue(i, last, begin, stop, rule.kind, rule.status, rule.scope)


def _spellings(low: str, *, head: bool) -> Iterator[str]:
    """A word as the first of a sentence ("^"), as it stands, and the negation or auxiliary contracted with it."""
    if head:
        yield f"^{low}"
    yield low
    if "'" in low:
        yield from (tail for tail in ("n't", "'ll", "'d", "'re", "'s") if low.endswith(tail) and low != tail)


def _match(sentence: Sequence[Word], i: int, steps: tuple[frozenset[str], ...]) -> int:
    """Index behind the last word of the phrase that begins at word `i`; 0 where it does not stand there."""
    k = i + 1
    for n, step in enumerate(steps[1:], start=1):
        if step:
            if k >= len(sentence) or not _fits(sentence[k], step):
                return 0
            k += 1
            continue
        if n == len(steps) - 1:
            return k
        found = next(
            (j for j in range(k, min(k + _WIDEST, len(sentence))) if _lands(sentence, k, j, steps[n + 1])), None
        )
        if found is None:
            return 0
        k = found
    return k


def _fits(word: Word, step: frozenset[str]) -> bool:
    return word.low in step or ("#" in step and word.low[0].isdigit())


def _lands(sentence: Sequence[Word], begin: int, j: int, step: frozenset[str]) -> bool:
    """Whether the gap from `begin` can end before word `j`: one to so many words, and no stop within it."""
    if j == begin or sentence[j].low not in step:
        return False
    marks = [w.low for w in sentence[begin:j] if not w.is_word]
    return j - begin - len(marks) <= _GAP and _QUOTING.issuperset(marks)


def _governed(sentence: Sequence[Word], first: int, last: int, rule: Rule) -> tuple[int, int]:
    if rule.scope == "back":
        return _back(sentence, first), first
    if rule.scope == "noun":
        return last, _noun(sentence, last)
    if rule.scope == "near":
        return last, min(last + _NEAR, _verb(sentence, last))
    if rule.scope == "clause":
        opening = not any(w.is_word for w in sentence[:first])
        return last, _clause(sentence, last, fronted=opening or rule.kind == "conditional")
    if rule.scope == "both":
        return _back(sentence, first), _verb(sentence, last)
    return last, _verb(sentence, last)


def _back(sentence: Sequence[Word], first: int) -> int:
    """Where the clause begins whose end the cue is."""
    for k in range(first - 1, max(-1, first - _BEHIND), -1):
        word = sentence[k].low
        if word in _SENTENCE or (word == "," and k + 1 < first and sentence[k + 1].low in vocabulary().contrast):
            return k + 1
    return max(0, first - _BEHIND)


def _noun(sentence: Sequence[Word], last: int) -> int:
    for k in range(last, min(last + _PHRASE, len(sentence))):
        if not sentence[k].is_word and sentence[k].low not in "-\"“”'":
            return k
        if k > last and sentence[k].low in vocabulary().subordinate | {
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "will",
            "would",
        }:
            return k
    return min(last + _PHRASE, len(sentence))


def _clause(sentence: Sequence[Word], last: int, *, fronted: bool) -> int:
    for k in range(last, len(sentence)):
        word = sentence[k].low
        if word in _SENTENCE or word == "”" or (k > last and _coordinate(sentence, k)):
            return k
        if word == "," and (fronted or (k + 1 < len(sentence) and sentence[k + 1].low in vocabulary().contrast)):
            return k
        if (word in vocabulary().aside and k > last + 1) or (word == "that" and k > last + 3):
            return k
    return len(sentence)


def _verb(sentence: Sequence[Word], last: int) -> int:
    for k in range(last, len(sentence)):
        word = sentence[k].low
        if word in _SENTENCE or word == "”" or (word in vocabulary().subordinate and (k > last or word == "but")):
            return k
        if k > last + 1 and _bare_relative(sentence, k):
            return k
        if (word == "," and not _listing(sentence, k)) or (k > last and _coordinate(sentence, k)):
            return k
    return len(sentence)


def _bare_relative(sentence: Sequence[Word], k: int) -> bool:
    """Whether a relative clause without its pronoun begins with word `k`: "the aid it promised"."""
    if sentence[k].low not in vocabulary().subjects or k + 1 >= len(sentence):
        return False
    return sentence[k - 2].low in vocabulary().noun_marks and _past(sentence[k + 1].low)


def _past(low: str) -> bool:
    """Whether a word is a verb in the past tense, as far as its form tells."""
    return low.endswith("ed") or low in vocabulary().past_forms


def _coordinate(sentence: Sequence[Word], k: int) -> bool:
    """Whether word `k` joins a clause with a finite verb of its own: "and has", "and called", "and again sent"."""
    if sentence[k].low not in ("and", "or") or k + 1 >= len(sentence):
        return False
    first = k + 1
    while first + 1 < len(sentence) and sentence[first].low in vocabulary().adverbs:
        first += 1
    following, previous = sentence[first].low, sentence[k - 1].low
    return following in vocabulary().finite or (
        _past(following) and not previous.endswith(("ed", "en")) and previous not in vocabulary().past_forms
    )


def _listing(sentence: Sequence[Word], comma: int) -> bool:
    """Whether the comma stands in a list of verbs or nouns: another one and an "and" follow soon, no new subject."""
    ahead = [w.low for w in sentence[comma + 1 : comma + 6]]
    return "and" in ahead[1:] or "or" in ahead[1:]
