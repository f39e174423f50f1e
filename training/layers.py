"""Weights of status and voice: how far the rules, the wording and the network are to be believed.

In: annotated sentences, and networks of folds that have not seen them. Out: the package's data/status_wording.json and
data/voice_wording.json (fitted on every annotated event, no network needed), data/status_weights.json and
data/voice_weights.json (fitted on the events of the folds, where wording and network are both new to the articles), and
figures over articles that none of them has seen.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dragoman.coding.status import status
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding, Role, argue
from dragoman.coding.triggers.spotting import Candidate
from dragoman.coding.voice import voicing
from dragoman.document import Document
from dragoman.evaluation.matching import words as words_of
from dragoman.event import Party
from dragoman.models import MAX_TOKENS, Network, network
from dragoman.models.tokens import tokenise
from training.corpus import Row, find, folds, rows
from training.scoring import FOLDS, number
from training.weighing import Fitted, Recipe, fitted

# Wording has thousands of features, the weighing of it few. Chosen on the parts (docs/status.md).
STATUS_WORDING, VOICE_WORDING = Recipe(1.5, often=4, least=0.03), Recipe(1.5, often=4, least=0.03)
STATUS, VOICE = Recipe(3.0), Recipe(3.0)
DATA = Path(__file__).parents[1] / "src" / "dragoman" / "coding" / "data"
# Chances from which on a voice is told, compared.
LEVELS = (0.3, 0.35, 0.4, 0.45, 0.5)
OWN = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class Asked:
    """An annotated event, what is found for its trigger, and its sentence as a story; no two have one `key`."""

    key: tuple[str, int]
    document: str
    event: Row
    finding: Finding
    story: Story


@dataclass(frozen=True, slots=True)
class Worded:
    """The weights of the wording, and for every event (by key) what they say that were fitted on other articles."""

    weights: dict[str, list[float]]
    apart: dict[tuple[str, int], list[float]]


def annotated(table: Sequence[Row]) -> list[Asked]:
    """Every annotated event with its own words as finding: no network has been asked."""
    return [
        Asked((row["id"], k), row["document_id"], event, _given(row, event, place), story)
        for row, story in zip(table, _stories(table), strict=True)
        for k, event in enumerate(row["events"])
        if (place := find(row["text"], event["trigger"]))
    ]


def _stories(table: Sequence[Row]) -> list[Story]:
    """Each annotated sentence as a story of its own: annotators went by what it says itself."""
    return [Story.of(Document(row["id"], row["text"])) for row in table]


def _given(row: Row, event: Row, place: tuple[int, int]) -> Finding:
    """The finding that a faultless network would make, as far as the wording asks for it."""
    actors = [span for party in event["actor"] if (span := find(row["text"], party["text"], near=place[0]))]
    roles = {"actor": tuple(Role(*span, 1.0) for span in actors)}
    return Finding(
        sentence=0, start=place[0], end=place[1], chance=1.0, event_type=event["type"], type_chance=1.0,
        types=np.zeros(0, np.float32), status=event["status"], status_chance=1.0, mode="", roles=roles,
    )  # fmt: skip


def asked(corpora: Path, models: Sequence[Path]) -> list[Asked]:
    """Every annotated event of the folds that there are networks for (`fold-0`, `fold-1` …)."""
    table = rows(corpora / "events-news-train.jsonl")
    homes = folds((row["document_id"] for row in table), FOLDS)
    found: list[Asked] = []
    for folder in models:
        own = [r for r in table if homes[r["document_id"]] == number(folder) and r["events"]]
        found += _of_network(network(next(folder.glob("*.onnx"))), own)
    return found


def _of_network(net: Network, table: Sequence[Row]) -> Iterator[Asked]:
    tokens = tokenise([row["text"] for row in table], limit=MAX_TOKENS)
    candidates, events = [], []
    for i, row in enumerate(table):
        for k, event in enumerate(row["events"]):
            place = find(row["text"], event["trigger"])
            span = tokens[i].span(*place) if place else (0, 0)
            if span[1]:
                candidates.append(Candidate(i, *span, 1.0, _sure(net, event["type"])))
                events.append((row, k))
    looks = net.detect([own.ids for own in tokens])
    findings = argue(net, [row["text"] for row in table], tokens, looks=looks, found=candidates)
    stories = _stories(table)
    for found, (row, k) in zip(findings, events, strict=True):
        story = stories[found.sentence]
        yield Asked((row["id"], k), row["document_id"], row["events"][k], replace(found, sentence=0), story)


def _sure(net: Network, event_type: str) -> np.ndarray:
    types = net.labels.types[1:]
    return np.array([float(t == event_type) or 1e-6 for t in types], np.float32)


def statuses(events: Sequence[Asked]) -> np.ndarray:
    """Gold status of each event."""
    return np.array([status.STATUSES.index(one.event["status"]) for one in events])


def voices(events: Sequence[Asked]) -> np.ndarray:
    """Whether gold gives each event a voice."""
    return np.array([int(bool(one.event["said_by"])) for one in events])


def ruling(one: Asked) -> status.Ruling:
    """What the rules of status say."""
    found = one.finding
    return status.rule(one.story.document.text, found.start, found.end, event_type=found.event_type)


def status_phrasing(one: Asked) -> dict[str, float]:
    """The wording of an event as features of its status."""
    span = (one.finding.start, one.finding.end)
    return dict.fromkeys(status.phrasing(ruling(one), one.story.document.text, span), 1.0)


def voice_phrasing(one: Asked) -> dict[str, float]:
    """The wording of an event as features of its voice."""
    heard = voicing.heard(one.story, one.finding.start, one.finding.end)
    return dict.fromkeys(voicing.phrasing(one.story, one.finding, heard, actors=_actors(one)), 1.0)


def _actors(one: Asked) -> tuple[Party, ...]:
    return one.story.parties((role.start, role.end) for role in one.finding.roles["actor"])


def worded(news: Sequence[Asked], own: Sequence[Asked]) -> tuple[Worded, Worded]:
    """The wording of status and of voice, weighed on all annotated events and the sentences written for training."""
    found = []
    for phrasing, outcome, recipe in (
        (status_phrasing, statuses, STATUS_WORDING),
        (voice_phrasing, voices, VOICE_WORDING),
    ):
        further = ([phrasing(one) for one in own], outcome(own))
        documents = [one.document for one in news]
        made = fitted([phrasing(one) for one in news], outcome(news), documents, recipe=recipe, further=further)
        apart = {one.key: row.tolist() for one, row in zip(news, made.apart, strict=True)}
        found.append(Worded(made.weights, apart))
    return found[0], found[1]


def status_rows(events: Sequence[Asked], wording: Worded) -> list[dict[str, float]]:
    """Features of each event's status."""
    return [status.features(ruling(one), wording.apart[one.key], one.finding.statuses) for one in events]


def voice_rows(events: Sequence[Asked], wording: Worded) -> list[dict[str, float]]:
    """Features of whether each event has a voice."""
    found = []
    for one in events:
        heard = voicing.heard(one.story, one.finding.start, one.finding.end)
        worded = wording.apart[one.key][1]
        found.append(voicing.features(one.story, one.finding, heard, actors=_actors(one), worded=worded))
    return found


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


def report(corpora: Path, models: Sequence[Path], *, keep: bool) -> Iterator[str]:
    """Fit all four tables, keep them if asked, and tell the figures of the parts and of all together."""
    news = annotated([row for row in rows(corpora / "events-news-train.jsonl") if row["events"]])
    own = annotated([row for path in sorted(OWN.glob("*.jsonl")) for row in rows(path)])
    wordings = worded(news, own)
    yield f"wording alone, all {len(news)} events:"
    yield from _alone(news, wordings)
    events = asked(corpora, models)
    if not events:
        return
    yield f"with the network, {len(events)} events of {len(models)} folds:"
    documents = [one.document for one in events]
    weighed = fitted(status_rows(events, wordings[0]), statuses(events), documents, recipe=STATUS)
    heard = fitted(voice_rows(events, wordings[1]), voices(events), documents, recipe=VOICE)
    yield from _statuses(events, wordings[0], weighed)
    yield from _voices(events, heard)
    if keep:
        for name, table, count in (
            ("status_wording", wordings[0].weights, news), ("voice_wording", wordings[1].weights, news),
            ("status_weights", weighed.weights, events), ("voice_weights", heard.weights, events),
        ):  # fmt: skip
            write(f"{name}.json", table, events=len(count))


def _alone(news: Sequence[Asked], wordings: tuple[Worded, Worded]) -> Iterator[str]:
    gold = statuses(news)
    yield status_line("rules", [status.STATUSES.index(ruling(one).status) for one in news], gold)
    yield status_line("wording", _likeliest(news, wordings[0]), gold)
    said = [str(one.event["said_by"]) for one in news]
    rules = [_heard(one) for one in news]
    yield voice_line("rules", rules, said)
    for least in LEVELS:
        told = [r if wordings[1].apart[one.key][1] >= least else "" for one, r in zip(news, rules, strict=True)]
        yield voice_line(f"wording {least}", told, said)


def _likeliest(events: Sequence[Asked], wording: Worded) -> list[int]:
    return [int(np.argmax(wording.apart[one.key])) for one in events]


def _heard(one: Asked) -> str:
    """The words of the source by the rules."""
    rule = voicing.heard(one.story, one.finding.start, one.finding.end)
    return rule.text if rule else ""


def _statuses(events: Sequence[Asked], wording: Worded, weighed: Fitted) -> Iterator[str]:
    gold = statuses(events)
    for name, told in (
        ("rules", [status.STATUSES.index(ruling(one).status) for one in events]),
        ("wording", _likeliest(events, wording)),
        ("network", [status.STATUSES.index(one.finding.status) for one in events]),
        ("all", weighed.apart.argmax(1).tolist()),
    ):
        yield status_line(name, told, gold)


def _voices(events: Sequence[Asked], heard: Fitted) -> Iterator[str]:
    said = [str(one.event["said_by"]) for one in events]
    rules = [_heard(one) for one in events]
    net = []
    for one in events:
        role = max(one.finding.roles["said_by"], key=lambda r: r.chance, default=None)
        net.append(one.story.document.text[role.start : role.end] if role else "")
    yield voice_line("rules", rules, said)
    yield voice_line("network", net, said)
    both = [n or r for r, n in zip(rules, net, strict=True)]
    for least in LEVELS:
        told = [words if p >= least else "" for words, p in zip(both, heard.apart[:, 1], strict=True)]
        yield voice_line(f"all {least}", told, said)
