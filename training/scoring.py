"""Cross-validated figures of the whole coder, and the calibration of its confidence.

In: the folder of the corpora, one network a fold. Out: figures over articles that the networks have not seen; the
weights of the confidence. The articles are coded whole, as they came; only sentences of sample "run" are judged.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.arguing import Finding
from dragoman.coding.coder import Coder, Reading
from dragoman.coding.confidence import confidence, features
from dragoman.document import Document
from dragoman.evaluation.figures import Figures, event_figures
from dragoman.evaluation.formats import read_gold
from dragoman.evaluation.gold import GoldSentence
from dragoman.evaluation.matching import match
from dragoman.evaluation.score import evaluate
from dragoman.event import Event
from training.corpus import folds, rows

# Far below any threshold in use, so that the curve shows both sides of it.
LOWEST = 0.2
FOLDS = 3
STEPS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
# Pull of the weights towards zero, and article-disjoint parts on which the figures' own confidence is fitted.
RIDGE = 3.0
PARTS = 5


@dataclass(frozen=True, slots=True)
class Coded:
    """Gold sentences, and every settled reading of their articles by a network that has not seen them."""

    sentences: tuple[GoldSentence, ...]
    readings: tuple[Reading, ...]


def out_of_fold(corpora: Path, models: Sequence[Path]) -> Coded:
    """Code each article with the network of its fold."""
    gold = corpora / "events-news-train.jsonl"
    table = rows(gold)
    homes = folds((row["document_id"] for row in table), FOLDS)
    coders = {number(folder): _coder(next(folder.glob("*.onnx"))) for folder in models}
    unseen = {row["document_id"] for row in table if row["sample"] == "run" and homes[row["document_id"]] in coders}
    run = {row["id"] for row in table if row["sample"] == "run" and row["document_id"] in unseen}
    sentences = tuple(s for s in read_gold(gold).sentences if s.id in run)
    readings: list[Reading] = []
    for document in articles(corpora, unseen):
        own = [s.text for s in sentences if s.document_id == document.id]
        told = coders[homes[document.id]].readings(document)
        readings += [r for r in told if r.event and _annotated(r.event.sentence, own)]
    return Coded(sentences, tuple(readings))


def _annotated(sentence: str, own: Sequence[str]) -> bool:
    """Whether a sentence is one of the annotated ones, cut alike or not; what nobody annotated is not judged."""
    return any(sentence in text or text in sentence for text in own)


def pairs(corpora: Path, models: Sequence[Path]) -> Iterator[str]:
    """A line a fold: how right the type of given pairs is that its network has not seen."""
    path = corpora / "relations-train.jsonl"
    gold, homes = read_gold(path), folds((row["text"] for row in rows(path)), FOLDS)
    for folder in models:
        unseen = tuple(pair for pair in gold.pairs if homes[pair.text] == number(folder))
        coder = _coder(next(folder.glob("*.onnx")))
        found = evaluate(replace(gold, pairs=unseen), code=coder.code_document, relate=coder.relate).figures
        kind, quad = found.levels["type"].f1, found.levels["quad"].f1
        yield f"{folder.name}: {len(unseen)} pairs, accuracy {kind:.3f}, macro F1 {found.macro_f1:.3f}, quad {quad:.3f}"


def _coder(weights: Path) -> Coder:
    """A coder that tells nearly everything."""
    return Coder(weights=weights, threshold=LOWEST, min_confidence=0.0)


def number(folder: Path) -> int:
    """The fold that a folder's network has not seen."""
    return int(folder.name.partition("-")[2])


def articles(corpora: Path, wanted: Iterable[str]) -> Iterator[Document]:
    """The whole articles with these ids."""
    names = set(wanted)
    with gzip.open(corpora / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in names:
                day = date.fromisoformat(row["pub_date"]) if row.get("pub_date") else None
                yield Document(row["id"], row["text"], title=row.get("title") or "", pub_date=day)


def calibrate(coded: Coded) -> dict[str, Any]:
    """Weights of a logistic regression from a reading's features to whether the whole event is right."""
    judged = list(_judged(coded))
    weights = _fitted(judged)
    return {"weights": [round(float(w), 4) for w in weights], "events": len(judged)}


def crossed(coded: Coded) -> dict[str, float]:
    """Event id -> its confidence by weights that were fitted without its article."""
    judged = list(_judged(coded))
    homes = folds((reading.event.document_id for reading, _ in judged if reading.event), PARTS)
    sure: dict[str, float] = {}
    for part in range(PARTS):
        kept = [(r, right) for r, right in judged if r.event and homes[r.event.document_id] != part]
        calibration = {"weights": list(_fitted(kept))}
        for event, finding in _told(coded):
            if homes.get(event.document_id, 0) == part:
                sure[event.event_id] = confidence(calibration, finding, event.actors, event.recipients)
    return sure


def _fitted(judged: Sequence[tuple[Reading, bool]]) -> NDArray[np.float64]:
    x = np.array([_features(reading) for reading, _ in judged])
    y = np.array([right for _, right in judged], dtype=float)
    weights = np.zeros(x.shape[1])
    pull = RIDGE * np.eye(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + pull @ weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + pull, gradient)
    return weights


def _told(coded: Coded) -> Iterator[tuple[Event, Finding]]:
    return ((r.event, r.decision.finding) for r in coded.readings if r.event)


def figures(coded: Coded) -> Iterator[str]:
    """Lines to print: the curve over thresholds, then levels, types and layers at the best one."""
    sure = crossed(coded)
    curve = {step: _at(coded, sure, step) for step in STEPS}
    for step, found in curve.items():
        kind, dyad = found.levels["type"], found.levels["dyad"]
        yield f"{step:.2f}  type P {kind.precision:.3f} R {kind.recall:.3f} F1 {kind.f1:.3f}  dyad F1 {dyad.f1:.3f}"
    best = max(curve, key=lambda step: curve[step].levels["type"].f1 + curve[step].levels["dyad"].f1)
    yield f"at {best}:"
    yield from _lines(curve[best])


def _lines(found: Figures) -> Iterator[str]:
    """One line a level, type and layer, with the interval of its F1 or accuracy."""
    scores = {**found.levels, **dict(sorted(found.types.items()))}
    for name, score in scores.items():
        low, high = score.interval
        yield f"{name:10s} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f} [{low:.3f}, {high:.3f}]"
    yield f"macro F1   {found.macro_f1:.3f}"
    for name, share in found.layers.items():
        low, high = share.interval
        f1 = "" if share.f1 is None else f" F1 {share.f1:.3f}"
        yield f"{name:10s} accuracy {share.accuracy:.3f} [{low:.3f}, {high:.3f}] of {share.of}{f1}"
    yield f"expected calibration error {found.calibration.error:.3f}"


def _at(coded: Coded, sure: Mapping[str, float], step: float) -> Figures:
    told = [replace(event, confidence=sure[event.event_id]) for event, _ in _told(coded)]
    return event_figures(match(coded.sentences, [event for event in told if event.confidence >= step]))


def _judged(coded: Coded) -> Iterator[tuple[Reading, bool]]:
    by_event = {r.event.event_id: r for r in coded.readings if r.event}
    for row in match(coded.sentences, [r.event for r in coded.readings if r.event]):
        right = {j for _, j in row.pairs["dyad"]}
        for j, event in enumerate(row.coded):
            yield by_event[event.event_id], j in right


def _features(reading: Reading) -> list[float]:
    event = reading.event
    return features(reading.decision.finding, event.actors, event.recipients) if event else []
