"""Cross-validated figures of the whole coder, and the calibration of its confidence.

In: the folder of the corpora, one network a fold. Out: figures over articles that the networks have not seen; the
weights of the confidence. The articles are coded whole, as they came; only sentences of sample "run" are judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.coder import Coder
from dragoman.coding.triggers.arguing import Finding
from dragoman.coding.triggers.confidence import confidence, features
from dragoman.coding.triggers.selecting import Reading
from dragoman.document import Document
from dragoman.evaluation.figures import Figures, event_figures
from dragoman.evaluation.formats import gold_sentence, read_gold
from dragoman.evaluation.gold import GoldSentence
from dragoman.evaluation.matching import match
from dragoman.evaluation.score import evaluate
from dragoman.event import Event
from dragoman.settings import LEAST_CONFIDENCE
from training.corpus import Row, folds, packed, rows
from training.standoff import annotations

# Far below any threshold in use, so that the curve shows both sides of it.
LOWEST = 0.2
FOLDS = 3
STEPS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, LEAST_CONFIDENCE, 0.34, 0.4, 0.5)
# Pull of the weights towards zero, and article-disjoint parts on which the figures' own confidence is fitted.
RIDGE = 3.0
PARTS = 5
# What a reading of the other annotated sentences weighs in that: three times as many, but chosen, not as they come.
# Of 0, 0.25, 0.5 and 1 it told right from wrong best from 0.25 on, by half a point of the area under the curve.
FURTHER = 0.25
Judged = tuple[Reading, bool]


@dataclass(frozen=True, slots=True)
class Coded:
    """Gold sentences, and every settled reading of them by a network that has not seen their articles.

    `further` are readings of the other annotated sentences of the same articles, and whether they are right.
    """

    sentences: tuple[GoldSentence, ...]
    readings: tuple[Reading, ...]
    further: tuple[Judged, ...] = ()


def out_of_fold(corpora: Path, models: Sequence[Path]) -> Coded:
    """Code each article with the network of its fold."""
    table = rows(corpora / "events-news-train.jsonl")
    homes = folds((row["document_id"] for row in table), FOLDS)
    coders = {number(folder): _coder(next(folder.glob("*.onnx"))) for folder in models}
    run = [row for row in table if row["sample"] == "run" and homes[row["document_id"]] in coders]
    unseen, ids = {row["document_id"] for row in run}, {row["id"] for row in run}
    others = [row for row in [*table, *annotations(corpora / "news.jsonl.gz")] if row["document_id"] in unseen]
    sentences = _gold(run)
    further = _gold([row for row in others if row["id"] not in ids])
    readings: list[Reading] = []
    beside: list[Reading] = []
    for document in articles(corpora, unseen):
        told = coders[homes[document.id]].readings(document)
        readings += _annotated(told, sentences[document.id])
        beside += _annotated(told, further[document.id])
    apart = _judged(_flat(further), beside)
    return Coded(_flat(sentences), tuple(readings), tuple(apart))


def _gold(table: Iterable[Row]) -> dict[str, list[GoldSentence]]:
    """Annotated sentences by their article."""
    found: dict[str, list[GoldSentence]] = defaultdict(list)
    for row in table:
        found[row["document_id"]].append(gold_sentence(row["id"], row))
    return found


def _flat(sentences: Mapping[str, Sequence[GoldSentence]]) -> tuple[GoldSentence, ...]:
    return tuple(sentence for own in sentences.values() for sentence in own)


def _annotated(told: Iterable[Reading], sentences: Sequence[GoldSentence]) -> Iterator[Reading]:
    """Readings of annotated sentences, cut alike or not; what nobody annotated is not judged."""
    for reading in told:
        event = reading.event
        if event and any(event.sentence in own.text or own.text in event.sentence for own in sentences):
            yield reading


def pairs(corpora: Path, models: Sequence[Path]) -> Iterator[str]:
    """How right the type of given pairs is that each fold's network has not seen: macro-F1, levels, types."""
    path = corpora / "relations-train.jsonl"
    gold, homes = read_gold(path), folds((row["text"] for row in rows(path)), FOLDS)
    for folder in models:
        unseen = tuple(pair for pair in gold.pairs if homes[pair.text] == number(folder))
        coder = _coder(next(folder.glob("*.onnx")))
        found = evaluate(replace(gold, pairs=unseen), code=coder.code_document, relate=coder.relate).figures
        yield f"{folder.name}: {len(unseen)} pairs, macro F1 {found.macro_f1:.3f}"
        yield from _scores(found)


def _coder(weights: Path) -> Coder:
    """A coder that tells nearly everything."""
    return Coder(weights=weights, threshold=LOWEST, min_confidence=0.0)


def number(folder: Path) -> int:
    """The fold that a folder's network has not seen."""
    return int(folder.name.partition("-")[2])


def articles(corpora: Path, wanted: Iterable[str]) -> Iterator[Document]:
    """The whole articles with these ids."""
    names = set(wanted)
    for row in packed(corpora / "news.jsonl.gz"):
        if row["id"] in names:
            day = date.fromisoformat(row["pub_date"]) if row.get("pub_date") else None
            yield Document(row["id"], row["text"], title=row.get("title") or "", pub_date=day)


def calibrate(coded: Coded) -> dict[str, Any]:
    """Weights of a logistic regression from a reading's features to whether the whole event is right."""
    judged = list(_judged(coded.sentences, coded.readings))
    weights = _fitted(judged, coded.further)
    return {"weights": [round(float(w), 4) for w in weights], "events": len(judged) + len(coded.further)}


def crossed(coded: Coded) -> dict[str, float]:
    """Event id -> its confidence by weights that were fitted without its article."""
    judged = list(_judged(coded.sentences, coded.readings))
    homes = folds((document for reading in coded.readings if (document := _article(reading))), PARTS)
    sure: dict[str, float] = {}
    for part in range(PARTS):
        kept = [one for one in judged if homes[_article(one[0])] != part]
        further = [one for one in coded.further if homes.get(_article(one[0]), part) != part]
        calibration = {"weights": list(_fitted(kept, further))}
        for event, finding in _told(coded):
            if homes[event.document_id] == part:
                sure[event.event_id] = confidence(calibration, finding, event.actors, event.recipients)
    return sure


def _article(reading: Reading) -> str:
    return reading.event.document_id if reading.event else ""


def _fitted(judged: Sequence[Judged], further: Sequence[Judged]) -> NDArray[np.float64]:
    """The `further` ones have a bias of their own, which is not given out."""
    x = np.array([[*_features(r), 0.0] for r, _ in judged] + [[*_features(r), 1.0] for r, _ in further])
    y = np.array([right for _, right in (*judged, *further)], dtype=float)
    share = np.array([1.0] * len(judged) + [FURTHER] * len(further))
    weights = np.zeros(x.shape[1])
    pull = RIDGE * np.eye(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (share * (p - y)) + pull @ weights
        weights -= np.linalg.solve((x * (share * p * (1 - p))[:, None]).T @ x + pull, gradient)
    return np.asarray(weights[:-1])


def _told(coded: Coded) -> Iterator[tuple[Event, Finding]]:
    return ((r.event, r.decision.finding) for r in coded.readings if r.event)


def figures(coded: Coded) -> Iterator[str]:
    """Lines to print: the curve over thresholds, then levels, types and layers at the default one."""
    sure = crossed(coded)
    curve = {step: _at(coded, sure, step) for step in STEPS}
    for step, found in curve.items():
        kind, dyad = found.levels["type"], found.levels["dyad"]
        yield f"{step:.2f}  type P {kind.precision:.3f} R {kind.recall:.3f} F1 {kind.f1:.3f}  dyad F1 {dyad.f1:.3f}"
    yield f"at {LEAST_CONFIDENCE}, the default:"
    yield from lines(curve[LEAST_CONFIDENCE])


def lines(found: Figures) -> Iterator[str]:
    """One line a level, type and layer, with the interval of its F1 or accuracy."""
    yield from _scores(found)
    yield f"macro F1   {found.macro_f1:.3f}"
    for name, share in found.layers.items():
        low, high = share.interval
        f1 = "" if share.f1 is None else f" F1 {share.f1:.3f}"
        yield f"{name:10s} accuracy {share.accuracy:.3f} [{low:.3f}, {high:.3f}] of {share.of}{f1}"
    yield f"expected calibration error {found.calibration.error:.3f}"


def _scores(found: Figures) -> Iterator[str]:
    for name, score in {**found.levels, **dict(sorted(found.types.items()))}.items():
        low, high = score.interval
        yield f"{name:10s} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f} [{low:.3f}, {high:.3f}]"


def _at(coded: Coded, sure: Mapping[str, float], step: float) -> Figures:
    told = [replace(event, confidence=sure[event.event_id]) for event, _ in _told(coded)]
    return event_figures(match(coded.sentences, [event for event in told if event.confidence >= step]))


def _judged(sentences: Sequence[GoldSentence], readings: Sequence[Reading]) -> Iterator[Judged]:
    by_event = {r.event.event_id: r for r in readings if r.event}
    for row in match(sentences, [r.event for r in readings if r.event]):
        right = {j for _, j in row.pairs["dyad"]}
        for j, event in enumerate(row.coded):
            yield by_event[event.event_id], j in right


def _features(reading: Reading) -> list[float]:
    event = reading.event
    return features(reading.decision.finding, event.actors, event.recipients) if event else []
