"""Weights of status and voice: how far the rules and how far the network are to be believed.

In: annotated sentences, and networks of folds that have not seen them. Out: data/status_weights.json and
data/voice_weights.json of the package, and figures over articles that the weights have not seen either.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dragoman.coding import status, voicing
from dragoman.coding.arguing import Finding, argue
from dragoman.coding.spotting import Candidate
from dragoman.coding.story import Story
from dragoman.document import Document
from dragoman.evaluation.matching import words as words_of
from dragoman.models import MAX_TOKENS, Network, network
from dragoman.models.tokens import tokenise
from training.corpus import Row, find, folds, rows

# Pull of the weights towards zero, by the number of outcomes: four statuses have few examples each, voices more.
RIDGE = {4: 3.0, 2: 0.5}
# Parts of the articles, each judged by weights fitted on the others.
PARTS = 5
STEPS, PACE = 1500, 0.05
DATA = Path(__file__).parents[1] / "src" / "dragoman" / "coding" / "data"


@dataclass(frozen=True, slots=True)
class Asked:
    """An annotated event, what the network finds for its trigger, and its sentence as a story."""

    document: str
    event: Row
    finding: Finding
    story: Story


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of the features, and for every event the probabilities by weights that have not seen its article."""

    weights: dict[str, list[float]]
    apart: np.ndarray


def asked(corpora: Path, models: Sequence[Path]) -> list[Asked]:
    """Every annotated event of the folds that there are networks for (`fold-0`, `fold-1` …)."""
    table = rows(corpora / "events-news-train.jsonl")
    homes = folds((row["document_id"] for row in table), 3)
    found: list[Asked] = []
    for folder in models:
        own = [r for r in table if homes[r["document_id"]] == int(folder.name.rpartition("-")[2]) and r["events"]]
        found += _of_network(network(next(folder.glob("*.onnx"))), own)
    return found


def _of_network(net: Network, table: Sequence[Row]) -> Iterator[Asked]:
    tokens = tokenise([row["text"] for row in table], limit=MAX_TOKENS)
    candidates, events = [], []
    for i, row in enumerate(table):
        for event in row["events"]:
            place = find(row["text"], event["trigger"])
            span = tokens[i].span(*place) if place else (0, 0)
            if span[1]:
                candidates.append(Candidate(i, *span, 1.0, _sure(net, event["type"])))
                events.append((row, event))
    findings = argue(net, [row["text"] for row in table], tokens, candidates)
    for finding, (row, event) in zip(findings, events, strict=True):
        yield Asked(row["document_id"], event, replace(finding, sentence=0), Story.of(Document(row["id"], row["text"])))


def _sure(net: Network, event_type: str) -> np.ndarray:
    types = net.labels.types[1:]
    return np.array([float(t == event_type) or 1e-6 for t in types], np.float32)


def status_rows(events: Sequence[Asked]) -> tuple[list[dict[str, float]], np.ndarray]:
    """Features and gold status of each event."""
    found = []
    for one in events:
        f = one.finding
        told, cue = status.by_rules(one.story.document.text, f.start, f.end, event_type=f.event_type)
        found.append(status.features(told, cue.kind if cue else "", f.event_type, f.statuses))
    return found, np.array([status.STATUSES.index(one.event["status"]) for one in events])


def voice_rows(events: Sequence[Asked]) -> tuple[list[dict[str, float]], np.ndarray]:
    """Features of each event, and whether gold gives it a voice."""
    found = []
    for one in events:
        f = one.finding
        rule = voicing.heard(one.story, f.start, f.end)
        actors = one.story.parties((r.start, r.end) for r in f.roles["actor"])
        found.append(voicing.features(one.story, f, rule, actors=actors))
    return found, np.array([int(bool(one.event["said_by"])) for one in events])


def fitted(table: Sequence[dict[str, float]], gold: np.ndarray, documents: Sequence[str]) -> Fitted:
    """Weights of a logistic regression over all events, and probabilities across parts of the articles."""
    names = sorted({name for row in table for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row in table])
    homes = folds(documents, PARTS, seed=3)
    part = np.array([homes[document] for document in documents])
    apart = np.zeros((len(x), gold.max() + 1))
    for k in range(PARTS):
        apart[part == k] = _chances(x[part == k], _descend(x[part != k], gold[part != k]))
    whole = _descend(x, gold).round(3)
    return Fitted({name: row.tolist() for name, row in zip(names, whole, strict=True)}, apart)


def _descend(x: np.ndarray, gold: np.ndarray) -> np.ndarray:
    """Weights by gradient descent with momentum and scaled steps (Adam)."""
    target = np.eye(gold.max() + 1)[gold]
    weights, mean, square = (np.zeros((x.shape[1], target.shape[1])) for _ in range(3))
    for step in range(1, STEPS + 1):
        gradient = (x.T @ (_chances(x, weights) - target) + 2 * RIDGE[target.shape[1]] * weights) / len(x)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        weights = weights - PACE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _chances(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    powers = np.exp(x @ weights - (x @ weights).max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))


def write(name: str, weights: dict[str, list[float]], *, events: int) -> None:
    """Keep weights in the package's data."""
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(row)}" for key, row in weights.items())
    (DATA / name).write_text(f'{{"events": {events}, "weights": {{\n{lines}\n}}}}\n', encoding="utf-8")


def status_line(name: str, told: Sequence[int], gold: np.ndarray) -> str:
    """Accuracy, and F1 over what is not actual."""
    guess = np.array(told)
    hits = int(((guess == gold) & (gold > 0)).sum())
    f1 = 2 * hits / max(1, int((guess > 0).sum()) + int((gold > 0).sum()))
    return f"status {name:8s} accuracy {(guess == gold).mean():.3f}  F1 over not actual {f1:.3f}  of {len(gold)} events"


def voice_line(name: str, told: Sequence[str], gold: Sequence[str]) -> str:
    """F1 over the events that have a voice; a voice is right when it shares a word with gold's."""
    hits = sum(bool(words_of(a) & words_of(b)) for a, b in zip(told, gold, strict=True))
    total, wanted = sum(map(bool, told)), sum(map(bool, gold))
    precision, recall = hits / max(1, total), hits / max(1, wanted)
    f1 = 2 * hits / max(1, total + wanted)
    return f"voice  {name:8s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {wanted} voices"


def report(events: Sequence[Asked], *, keep: bool) -> Iterator[str]:
    """Fit both, keep the weights if asked, and tell the figures of rules, network and both."""
    documents = [one.document for one in events]
    table, gold = status_rows(events)
    both = fitted(table, gold, documents)
    order = [status.STATUSES.index(one.finding.status) for one in events]
    rules = [next(k for k, s in enumerate(status.STATUSES) if f"rules {s}" in row) for row in table]
    for name, told in (("rules", rules), ("network", order), ("both", both.apart.argmax(1).tolist())):
        yield status_line(name, told, gold)
    table, voiced = voice_rows(events)
    heard = fitted(table, voiced, documents)
    said = [str(one.event["said_by"]) for one in events]
    for name, words in _voices(events, heard.apart[:, 1]):
        yield voice_line(name, words, said)
    if keep:
        write("status_weights.json", both.weights, events=len(events))
        write("voice_weights.json", {n: [row[1] - row[0]] for n, row in heard.weights.items()}, events=len(events))


def _voices(events: Sequence[Asked], chances: np.ndarray) -> Iterator[tuple[str, list[str]]]:
    rules, net = [], []
    for one in events:
        rule = voicing.heard(one.story, one.finding.start, one.finding.end)
        role = max(one.finding.roles["said_by"], key=lambda r: r.chance, default=None)
        rules.append(rule.text if rule else "")
        net.append(one.story.document.text[role.start : role.end] if role else "")
    yield "rules", rules
    yield "network", net
    for least in (0.3, 0.35, 0.4, 0.45, 0.5):
        yield f"both {least}", [n or r if p >= least else "" for r, n, p in zip(rules, net, chances, strict=True)]
