"""Counting what agrees: precision, recall and F1 with intervals, shares by layer, confusion and calibration.

In: sentence matches, or pairs with the types given to them. Out: a `Figures`. Intervals are 95 % bootstrap intervals
over documents, since the sentences of one article stand and fall together; seeds are fixed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dragoman.evaluation.gold import YIELD
from dragoman.evaluation.layers import LAYERS, Tally, tally
from dragoman.evaluation.matching import LEVELS, SentenceMatch, same_side

# A thousand resamples keep the ends of an interval within about a hundredth.
_RESAMPLES = 1000
_SEED = 20240621
_BINS = 10
# The side of the confusion table on which nothing was annotated, or nothing coded.
NONE = "-"

Interval = tuple[float, float]
Counts = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 (0 to 1) of `right` among `coded` and `gold`; `interval` is that of F1."""

    precision: float
    recall: float
    f1: float
    gold: int
    coded: int
    right: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Share:
    """Of `of` pairs that agree otherwise, the share that agrees in one layer; `f1` over the values that are not usual.

    Usual is: actual for status, nothing for mode, place and voice; None where a layer has no usual value.
    """

    accuracy: float
    of: int
    interval: Interval
    f1: float | None = None


@dataclass(frozen=True, slots=True)
class Bin:
    """Coded events of one tenth of the confidence scale: how many, how confident, how often right."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far confidence is from being right: the mean distance over the bins, weighed by their events."""

    error: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one run; `confusion` maps (gold type, coded type) to a count, NONE for no event."""

    unit: str
    units: int
    documents: int
    levels: Mapping[str, Score]
    types: Mapping[str, Score]
    macro_f1: float
    layers: Mapping[str, Share]
    confusion: Mapping[tuple[str, str], int]
    calibration: Calibration


def event_figures(matches: Sequence[SentenceMatch], *, fold_yield: bool = False) -> Figures:
    """Figures of whole events; `fold_yield` counts CONCEDE and RETREAT as YIELD in the figures by type."""
    documents = sorted({row.sentence.document_id for row in matches})
    place = {name: i for i, name in enumerate(documents)}
    levels = {level: np.zeros((len(documents), 3)) for level in LEVELS}
    by_type: dict[str, Counts] = {}
    tallies = {layer: np.zeros((len(documents), len(Tally._fields))) for layer in LAYERS}
    confusion: Counter[tuple[str, str]] = Counter()
    for row in matches:
        i = place[row.sentence.document_id]
        for level in LEVELS:
            levels[level][i] += (len(row.pairs[level]), len(row.sentence.events), len(row.coded))
        told = confused(row, fold_yield=fold_yield)
        confusion.update(told)
        _count_types(by_type, told, i, len(documents))
        for layer in LAYERS:
            tallies[layer][i] += tally(row, layer)
    types = {name: _score(by_type[name]) for name in sorted(by_type)}
    return Figures(
        unit="sentences",
        units=len(matches),
        documents=len(documents),
        levels={level: _score(counts) for level, counts in levels.items()},
        types=types,
        macro_f1=_macro(types),
        layers={name: _share(counts) for name, counts in tallies.items() if counts[:, 1].sum()},
        confusion=confusion,
        calibration=calibration(_judged(matches)),
    )


def pair_figures(answers: Sequence[tuple[str, str, float]], *, quad: Callable[[str], int]) -> Figures:
    """Figures of given pairs, from (gold type, coded type, confidence) each; a pair stands for itself."""
    by_type: dict[str, Counts] = {}
    levels = {level: np.zeros((len(answers), 3)) for level in ("quad", "type")}
    for i, (gold, coded, _) in enumerate(answers):
        _count_types(by_type, [(gold, coded)], i, len(answers))
        found = int(coded != NONE)
        levels["type"][i] = (gold == coded, 1, found)
        levels["quad"][i] = (found and quad(gold) == quad(coded), 1, found)
    types = {name: _score(by_type[name]) for name in sorted(by_type)}
    return Figures(
        unit="pairs",
        units=len(answers),
        documents=len(answers),
        levels={level: _score(counts) for level, counts in levels.items()},
        types=types,
        macro_f1=_macro(types),
        layers={},
        confusion=Counter((gold, coded) for gold, coded, _ in answers),
        calibration=calibration([(sure, gold == coded) for gold, coded, sure in answers]),
    )


def confused(row: SentenceMatch, *, fold_yield: bool) -> list[tuple[str, str]]:
    """(gold type, coded type) of each event of a sentence: pairs of a type, then of a party, then what is alone."""
    gold = [_folded(event.event_type, fold_yield) for event in row.sentence.events]
    coded = [_folded(event.event_type, fold_yield) for event in row.coded]
    pairs = list(row.pairs["type"])
    for i in range(len(gold)):
        for j in range(len(coded)):
            alone = i not in {pair[0] for pair in pairs} and j not in {pair[1] for pair in pairs}
            if alone and _share_a_party(row, i, j):
                pairs.append((i, j))
    told = [(gold[i], coded[j]) for i, j in pairs]
    told += [(gold[i], NONE) for i in range(len(gold)) if i not in {pair[0] for pair in pairs}]
    return told + [(NONE, coded[j]) for j in range(len(coded)) if j not in {pair[1] for pair in pairs}]


def _share_a_party(row: SentenceMatch, i: int, j: int) -> bool:
    wanted, found = row.sentence.events[i], row.coded[j]
    sides = ((wanted.actors, found.actors), (wanted.recipients, found.recipients))
    return any(gold and same_side(gold, coded) for gold, coded in sides)


def calibration(judged: Iterable[tuple[float, bool]]) -> Calibration:
    """Expected calibration error over ten equal bins of confidence, from (confidence, right) each."""
    rows = np.array([(sure, float(right)) for sure, right in judged], dtype=float).reshape(-1, 2)
    slots = np.clip((rows[:, 0] * _BINS).astype(int), 0, _BINS - 1)
    bins = []
    for slot in range(_BINS):
        inside = rows[slots == slot]
        mean = inside.mean(axis=0) if len(inside) else np.zeros(2)
        low, high = slot / _BINS, (slot + 1) / _BINS
        bins.append(Bin(low, high, len(inside), float(mean[0]), float(mean[1])))
    error = sum(row.events * abs(row.confidence - row.right) for row in bins) / max(1, len(rows))
    return Calibration(float(error), tuple(bins))


def _judged(matches: Iterable[SentenceMatch]) -> Iterable[tuple[float, bool]]:
    """Confidence of each coded event, and whether type and both sides of it are right."""
    for row in matches:
        right = {j for _, j in row.pairs["dyad"]}
        for j, event in enumerate(row.coded):
            yield event.confidence, j in right


def _count_types(by_type: dict[str, Counts], told: Iterable[tuple[str, str]], i: int, documents: int) -> None:
    for gold, coded in told:
        for name, column in ((gold, 1), (coded, 2)):
            if name != NONE:
                by_type.setdefault(name, np.zeros((documents, 3)))[i, column] += 1
        if gold == coded:
            by_type[gold][i, 0] += 1


def _folded(name: str, fold: bool) -> str:
    return YIELD if fold and name in ("CONCEDE", "RETREAT") else name


def _macro(types: Mapping[str, Score]) -> float:
    """Mean F1 of the types that gold has."""
    scores = [score.f1 for score in types.values() if score.gold]
    return sum(scores) / max(1, len(scores))


def _score(counts: Counts) -> Score:
    """From (right, gold, coded) a document."""
    right, gold, coded = counts.sum(axis=0)
    precision, recall = right / max(1, coded), right / max(1, gold)
    f1 = 2 * right / max(1, gold + coded)
    interval = _interval(counts, lambda sums: 2 * sums[:, 0] / np.maximum(1, sums[:, 1] + sums[:, 2]))
    return Score(float(precision), float(recall), float(f1), int(gold), int(coded), int(right), interval)


def _share(counts: Counts) -> Share:
    """From a `Tally` a document."""
    right, of, unusual_right, unusual_gold, unusual_coded, has_usual = counts.sum(axis=0)
    # Where gold has none there is nothing to find.
    f1 = 2 * unusual_right / (unusual_gold + unusual_coded) if has_usual and unusual_gold else None
    interval = _interval(counts, lambda sums: sums[:, 0] / np.maximum(1, sums[:, 1]))
    return Share(float(right / of), int(of), interval, None if f1 is None else float(f1))


def _interval(counts: Counts, figure: Callable[[Counts], Counts]) -> Interval:
    """The middle 95 % of a figure when documents are drawn again and again, with replacement."""
    documents = len(counts)
    if documents == 0:
        return (0.0, 0.0)
    low, high = np.percentile(figure(_draws(documents) @ counts), (2.5, 97.5))
    return (float(low), float(high))


@lru_cache(maxsize=1)
def _draws(documents: int) -> Counts:
    """How often each document is drawn in each resample; kept, as all figures of a run use the same draws."""
    shares = np.full(documents, 1 / documents)
    return np.random.default_rng(_SEED).multinomial(documents, shares, size=_RESAMPLES).astype(float)
