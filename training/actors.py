"""Fit the weights by which a document's cast finds the country of a mention whose own words do not say it.

In: annotated events (JSON lines with document_id, text, events whose parties have text and country), the whole
articles they stand in (JSON lines, gzipped or not, with id and text), and more events of these articles, by their
characters. Out: src/dragoman/actors/countries/weights.json, and on standard output the accuracy on documents held
out, fold by fold, on the parties of the first: of all, of those with a country, of those with one by the measure of
an event's side (half of the union of countries shared), and of those without one.

    python -m training.actors EVENTS.jsonl ARTICLES.jsonl.gz [--wires BROADCAST WIRE]
        [--more FILE] [--output FILE] [--folds 5] [--ridge 4]

The articles are judged, fold by fold; the wires (elsewhere.py tells of both folders) are only learned from.

The model is a conditional logit: each candidate country of a mention is a set of features, a weight each. People
known only from the document are settled first, so the fit runs twice: names first, then all with the names settled.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import md5
from pathlib import Path

import numpy as np

from dragoman.actors.coreference import Cast
from dragoman.actors.countries.opponents import Deed
from dragoman.actors.countries.ranking import Weights, candidates, crossed, features
from dragoman.actors.mentions.mentions import Act
from dragoman.actors.phrases.resolving import read
from dragoman.coding.voice.utterances import utterances
from training.corpus import Row, Span, packed, rows
from training.elsewhere import WIRES, elsewhere
from training.standoff import FILE, annotations

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’)]*(?=[ \n]|$)|(?=\n)|$)")
_STEPS, _RATE = 400, 0.5
# Chosen by cross-validation: a party that loses its country costs an event its side, one that gets a country too many
# seldom does. From 1.2 to here 17 of the first kind are gained for 23 of the second; beyond, three cost twenty.
_DOUBT = 1.8
# A feature must be seen with so many mentions to get a weight.
_OFTEN = 4
# Weights smaller than this change nothing and only make the file long.
_SMALLEST = 0.02
_SIDES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its sentences, and the parties annotated in it as (start, end, countries).

    `acts` are by span what the first event that names a party says that it does, `deeds` all events.
    """

    id: str
    text: str
    title: str
    pub_date: date | None
    sentences: list[tuple[int, int]]
    parties: list[tuple[int, int, frozenset[str]]]
    acts: dict[Span, Act]
    deeds: list[Deed]


@dataclass(frozen=True, slots=True)
class Choice:
    """One mention to learn from: the features of each candidate, and which candidate is right."""

    candidates: list[list[str]]
    right: int


def articles(events: Iterable[Row], news: Path) -> list[Annotated]:
    """Articles that have annotated sentences, laid out; sentences not found in their article are left out."""
    return _laid(events, {row["id"]: row["text"] for row in packed(news)})


def wires(broadcast: Path, wire: Path) -> list[Annotated]:
    """The articles of older agencies that are there to learn from (elsewhere.py), each of its own day."""
    found = elsewhere(broadcast, wire, path=WIRES)
    days = {one.id: one.pub_date.isoformat() if one.pub_date else None for one in found.documents}
    dated = [{**row, "pub_date": days[row["document_id"]]} for row in found.rows]
    return _laid(dated, {one.id: one.text for one in found.documents})


def _laid(events: Iterable[Row], texts: Mapping[str, str]) -> list[Annotated]:
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in events:
        by_document[row["document_id"]].append(row)
    return [_article(name, texts[name], found) for name, found in by_document.items()]


def _article(name: str, text: str, found: Sequence[Row]) -> Annotated:
    placed = sorted((text.find(row["text"].strip(' "“”')), row["id"], row) for row in found)
    spans: list[tuple[int, int]] = []
    parties: dict[Span, set[str]] = defaultdict(set)
    acts: dict[Span, Act] = {}
    deeds: list[Deed] = []
    at = 0
    for start, _, row in placed:
        end = start + len(row["text"].strip(' "“”'))
        if start < at:
            continue
        spans.extend(_split(text, at, start))
        spans.append((start, end))
        at = end
        for deed, side, named in _told(text[start:end], row["events"], start):
            deeds.extend([deed] if side == "actor" else [])
            for span, country in named:
                parties[span].add(country)
                acts.setdefault(span, deed.of(side))
    spans.extend(_split(text, at, len(text)))
    day = found[0]["pub_date"]
    return Annotated(
        name,
        text,
        found[0]["title"] or "",
        date.fromisoformat(day[:10]) if day else None,
        spans,
        [(*span, frozenset(parties[span])) for span in sorted(parties)],
        acts,
        deeds,
    )


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text, start, end):
        if match.group().strip():
            yield match.start() + len(match.group()) - len(match.group().lstrip()), match.end()


def _told(sentence: str, events: Iterable[Row], offset: int) -> Iterator[tuple[Deed, str, list[tuple[Span, str]]]]:
    """Each event of a sentence twice: for its actors and for its recipients, with these."""
    for event in events:
        named = [_sided(sentence, event[side], offset) for side in _SIDES]
        deed = Deed(event["type"], *(tuple(span for span, _ in own) for own in named))
        yield from ((deed, side, own) for side, own in zip(_SIDES, named, strict=True))


def _sided(sentence: str, parties: Iterable[Row], offset: int) -> list[tuple[Span, str]]:
    """Where the parties of a side stand, with their countries; those whose words are not found are left out."""
    found = ((re.search(rf"(?<!\w){re.escape(p['text'])}(?!\w)", sentence), p["country"]) for p in parties)
    return [((offset + m.start(), offset + m.end()), country) for m, country in found if m]


def cast_of(article: Annotated, weights: Weights) -> Cast:
    """The cast of an article, with who says what."""
    said = utterances(article.text, article.sentences)
    cast = Cast(
        article.text, article.sentences, pub_date=article.pub_date, title=article.title, weights=weights,
        voices=[(told.start, told.end, told.speaker) for told in said if told.speaker],
    )  # fmt: skip
    cast.learn(article.deeds)
    return cast


def choices(article: Annotated, weights: Weights) -> Iterator[tuple[str, Choice]]:
    """What the article teaches: (kind of mention, choice) for each party whose words do not say the country."""
    cast = cast_of(article, weights)
    for start, end, countries in article.parties:
        if len(countries) > 1 or any(
            not reading.bare for _, reading in read(article.text[start:end], replace(cast.scene.view, lenient=True))
        ):
            continue
        mention = cast.mention(start, end, act=article.acts[start, end])
        able = candidates(cast.scene, mention)
        (country,) = countries
        if country in able and not mention.mixed:
            seen = cast.sightings(mention)
            found = [crossed(mention, features(cast.scene, mention, c, seen)) for c in able]
            yield mention.kind, Choice(found, able.index(country))


def fit(taught: Sequence[Choice], *, ridge: float) -> Weights:
    """Weights that make the right candidates likely, kept small by `ridge`; plain gradient steps with own rates."""
    often = Counter(f for choice in taught for f in {f for found in choice.candidates for f in found})
    names = sorted(name for name, count in often.items() if count >= _OFTEN)
    number = {name: at for at, name in enumerate(names)}
    columns: list[int] = []
    line: list[int] = []
    group: list[int] = []
    right: list[bool] = []
    for at, choice in enumerate(taught):
        for which, found in enumerate(choice.candidates):
            kept = [number[f] for f in found if f in number]
            columns.extend(kept)
            line.extend([len(group)] * len(kept))
            group.append(at)
            right.append(which == choice.right)
    column, where = np.array(columns), np.array(line)
    groups, target = np.array(group), np.array(right, dtype=float)
    weight, squares = np.zeros(len(names)), np.full(len(names), 1e-8)
    for _ in range(_STEPS):
        score = np.bincount(where, weight[column], minlength=len(groups))
        power = np.exp(score - np.maximum.reduceat(score, np.unique(groups, return_index=True)[1])[groups])
        share = power / np.bincount(groups, power)[groups]
        slope = np.bincount(column, (share - target)[where], minlength=len(names)) + ridge * weight
        squares += slope**2
        weight -= _RATE * slope / np.sqrt(squares)
    return {name: round(float(w), 3) for name, w in zip(names, weight, strict=True) if abs(w) >= _SMALLEST}


def learned(train: Sequence[Annotated], *, ridge: float) -> Weights:
    """The fit in two rounds: with people unsettled, then with people settled by the first round's weights.

    Then "none" loses a little: a party left without its country costs an event both its sides, while a country given
    to a party that has none is often the one it acts in.
    """
    first = fit([choice for article in train for _, choice in choices(article, {})], ridge=ridge)
    weights = fit([choice for article in train for _, choice in choices(article, first)], ridge=ridge)
    return {**weights, "none": round(weights.get("none", 0.0) - _DOUBT, 3)}


def accuracy(test: Sequence[Annotated], weights: Weights) -> Counter[str]:
    """Parties of the articles and how many are right: "all", of which with a country ("home") and "without" one.

    "side" counts those of the first whose country an event's side would agree by: at least half of the union shared.
    """
    counts: Counter[str] = Counter()
    for article in test:
        cast = cast_of(article, weights)
        for start, end, countries in article.parties:
            found = {p.country for p in cast.parties(start, end, act=article.acts[start, end])}
            named, given = countries - {""}, found - {""}
            sort = "home" if named else "without"
            counts.update(["all", sort])
            if found == countries:
                counts.update(["all right", f"{sort} right"])
            counts["side right"] += bool(named) and len(named & given) * 2 >= len(named | given)
    return counts


def told(counts: Counter[str]) -> str:
    """The counts in a line."""
    pairs = (("all", "all"), ("home", "home"), ("side", "home"), ("without", "without"))
    shares = (f"{name} {counts[f'{name} right'] / max(1, counts[of]):.4f} of {counts[of]}" for name, of in pairs)
    return ", ".join(shares)


def fold_of(article: Annotated, folds: int) -> int:
    """A fold that depends on the document's id alone."""
    return int(md5(article.id.encode(), usedforsecurity=False).hexdigest(), 16) // 2 % folds


def main() -> None:
    """Cross-validate, then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--wires", type=Path, nargs=2, metavar=("BROADCAST", "WIRE"))
    parser.add_argument("--more", type=Path, default=FILE)
    parser.add_argument("--output", type=Path, default=Path("src/dragoman/actors/countries/weights.json"))
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--ridge", type=float, default=4.0)
    asked = parser.parse_args()
    events = rows(asked.events)
    laid = articles([*events, *annotations(asked.articles, path=asked.more)], asked.articles)
    laid += wires(*asked.wires) if asked.wires else []
    judged = articles(events, asked.articles)
    total: Counter[str] = Counter()
    for fold in range(asked.folds):
        train = [a for a in laid if fold_of(a, asked.folds) != fold]
        score = accuracy([a for a in judged if fold_of(a, asked.folds) == fold], learned(train, ridge=asked.ridge))
        print(f"fold {fold}: {told(score)}", flush=True)
        total.update(score)
    print(f"all folds: {told(total)}")
    weights = learned(laid, ridge=asked.ridge)
    asked.output.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights -> {asked.output}")


if __name__ == "__main__":
    main()
