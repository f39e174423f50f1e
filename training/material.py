"""All that a network is fitted on, and what is left of it when a fold of the articles is kept aside.

In: the folder of the corpora, the project's own sentences and annotations. Out: `Material`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from dragoman.coding.sentences import sentences
from training.corpus import Pair, Row, folds, packed, rows
from training.pairs import annotated, coarse
from training.standoff import annotations, clips

OWN = Path(__file__).parent / "sentences"
# Of each made-up story so many sentences are read: more of the same change little and take time. Set by hand.
_OPENING = 1


@dataclass(frozen=True, slots=True)
class Material:
    """What is fitted on.

    Whole events: of `news` (articles), of the project's `own` sentences, of `clips` (single sentences of the news).
    `pairs` of known type and `coarse` ones whose type is only narrowed.
    """

    news: Sequence[Row]
    own: Sequence[Row]
    pairs: Sequence[Pair]
    coarse: Sequence[Pair] = ()
    clips: Sequence[Row] = ()

    @property
    def rows(self) -> list[Row]:
        """Every annotated sentence."""
        return [*self.news, *self.own, *self.clips]


def gathered(corpora: Path) -> Material:
    """Everything there is; the codebook's dev set stands in the corpus of spans too, and is left out there."""
    dev = corpora / "events-gsr-dev.jsonl"
    unseen = {row["text"] for row in rows(dev)} if dev.exists() else set()
    return Material(
        news=[*rows(corpora / "events-news-train.jsonl"), *annotations(corpora / "news.jsonl.gz")],
        own=[row for path in sorted(OWN.glob("*.jsonl")) for row in rows(path)],
        pairs=annotated(corpora / "relations-train.jsonl"),
        coarse=[pair for pair in coarse(corpora) if pair.text not in unseen],
        clips=list(clips(corpora)),
    )


def without(material: Material, fold: int, *, count: int) -> Material:
    """Material with nothing of one fold's articles, nor of one fold's sentences with pairs."""
    homes = folds((row["document_id"] for row in material.news), count)
    sides = folds((pair.text for pair in material.pairs), count)
    return replace(
        material,
        news=[row for row in material.news if homes[row["document_id"]] != fold],
        pairs=[p for p in material.pairs if sides[p.text] != fold],
        coarse=[p for p in material.coarse if sides.get(p.text) != fold],
        clips=[row for row in material.clips if sides.get(row["text"]) != fold],
    )


def plain(corpora: Path, material: Material) -> Iterator[str]:
    """Sentences that nobody annotated, of the articles of `material`, and the first ones of made-up stories."""
    known, homes = {row["text"] for row in material.news}, {row["document_id"] for row in material.news}
    for article in packed(corpora / "news.jsonl.gz"):
        text = article["text"]
        found = (text[start:end] for start, end in (sentences(text) if article["id"] in homes else ()))
        yield from (sentence for sentence in found if sentence not in known)
    stories = corpora / "synthetic-documents.jsonl.gz"
    for story in packed(stories) if stories.exists() else ():
        text = story["text"]
        yield from (text[start:end] for start, end in islice(sentences(text), _OPENING))
