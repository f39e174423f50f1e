"""All that a network is fitted on, and what is left of it when a fold of the articles is kept aside.

In: the folder of the corpora, the project's own sentences and annotations. Out: `Material`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpus import Pair, Row, folds, rows
from training.elsewhere import WIRES, elsewhere
from training.pairs import annotated, coarse
from training.standoff import annotations, clips

OWN = Path(__file__).parent / "sentences"
WRITTEN = Path(__file__).parent / "relations.jsonl"


@dataclass(frozen=True, slots=True)
class Material:
    """What is fitted on.

    Whole events: of `news` (articles), of the project's `own` sentences, of `clips` (single sentences of the news,
    older wires). `pairs` of known type, those `written` for this project, and `coarse` whose type is narrowed only.
    """

    news: Sequence[Row]
    own: Sequence[Row]
    pairs: Sequence[Pair]
    coarse: Sequence[Pair] = ()
    written: Sequence[Pair] = ()
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
        written=annotated(WRITTEN),
        clips=[*clips(corpora), *_wires(corpora / "elsewhere")],
    )


def _wires(folder: Path) -> tuple[Row, ...]:
    """Older wires, where `folder` holds the files that `training.elsewhere` reads."""
    return elsewhere(folder, folder, path=WIRES).rows if folder.is_dir() else ()


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
