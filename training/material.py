"""All that a network is fitted on, and what is left of it when a fold of the articles is kept aside.

In: the folder of the corpora, the project's own sentences and annotations. Out: `Material`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpus import Pair, Row, folds, rows
from training.pairs import annotated, coarse
from training.standoff import annotations

OWN = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class Material:
    """Whole events of news, of the project's own sentences, pairs of known type, pairs whose type is only narrowed."""

    news: Sequence[Row]
    own: Sequence[Row]
    pairs: Sequence[Pair]
    coarse: Sequence[Pair] = ()

    @property
    def rows(self) -> list[Row]:
        """Every annotated sentence."""
        return [*self.news, *self.own]


def gathered(corpora: Path) -> Material:
    """Everything there is."""
    return Material(
        news=[*rows(corpora / "events-news-train.jsonl"), *annotations(corpora)],
        own=[row for path in sorted(OWN.glob("*.jsonl")) for row in rows(path)],
        pairs=annotated(corpora / "relations-train.jsonl"),
        coarse=coarse(corpora),
    )


def without(material: Material, fold: int, *, count: int) -> Material:
    """Material with nothing of one fold's articles, nor of one fold's sentences with pairs."""
    homes = folds((row["document_id"] for row in material.news), count)
    sides = folds((pair.text for pair in material.pairs), count)
    kept = [row for row in material.news if homes[row["document_id"]] != fold]
    return replace(
        material,
        news=kept,
        pairs=[p for p in material.pairs if sides[p.text] != fold],
        coarse=[p for p in material.coarse if sides.get(p.text) != fold],
    )
