"""All that a network is fitted on, and what is left of it when a fold of the articles is kept aside.

In: the folder of the corpora, the project's own sentences and annotations. Out: `Material`.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpus import Pair, Row, folds, rows
from training.elsewhere import WIRES, elsewhere
from training.pairs import annotated, coarse
from training.standoff import annotations, clips

OWN = Path(__file__).parent / "sentences"
WRITTEN = Path(__file__).parent / "relations.jsonl"
# Files of our own sentences that were written after the last teachers had told of all others.
LATEST = frozenset({
    "articles-courts", "articles-firms", "articles-local", "articles-pastimes", "borders", "bridges", "clauses",
    "exchanges", "ordinary", "papers", "talks", "threats",
})  # fmt: skip
# How many of the older ones are shown beside them, so that little of these is forgotten.
OTHERS = 3000


@dataclass(frozen=True, slots=True)
class Material:
    """What is fitted on.

    Whole events: of `news` (articles), of `more` sentences of the same articles, of the project's `own` sentences, of
    `clips` (single sentences of the news) and older `wires`. `pairs` of known type, those `written` for this project,
    and `coarse` whose type is narrowed only.
    """

    news: Sequence[Row]
    own: Sequence[Row]
    pairs: Sequence[Pair]
    coarse: Sequence[Pair] = ()
    written: Sequence[Pair] = ()
    clips: Sequence[Row] = ()
    more: Sequence[Row] = ()
    wires: Sequence[Row] = ()

    @property
    def rows(self) -> list[Row]:
        """Every annotated sentence."""
        return [*self.news, *self.more, *self.own, *self.clips, *self.wires]


def gathered(corpora: Path) -> Material:
    """Everything there is; the codebook's dev set stands in the corpus of spans too, and is left out there."""
    dev = corpora / "events-gsr-dev.jsonl"
    unseen = {row["text"] for row in rows(dev)} if dev.exists() else set()
    return Material(
        news=rows(corpora / "events-news-train.jsonl"),
        more=list(annotations(corpora / "news.jsonl.gz")),
        own=[row for path in sorted(OWN.glob("*.jsonl")) for row in rows(path)],
        pairs=annotated(corpora / "relations-train.jsonl"),
        coarse=[pair for pair in coarse(corpora) if pair.text not in unseen],
        written=annotated(WRITTEN),
        clips=list(clips(corpora)),
        wires=_wires(corpora / "elsewhere"),
    )


def _wires(folder: Path) -> tuple[Row, ...]:
    """Older wires, where `folder` holds the files that `training.elsewhere` reads."""
    return elsewhere(folder, folder, path=WIRES).rows if folder.is_dir() else ()


def without(material: Material, fold: int, *, count: int) -> Material:
    """Material with nothing of one fold's articles, nor of one fold's sentences with pairs."""
    homes = folds((row["document_id"] for row in (*material.news, *material.more)), count)
    sides = folds((pair.text for pair in material.pairs), count)
    return replace(
        material,
        news=[row for row in material.news if homes[row["document_id"]] != fold],
        more=[row for row in material.more if homes[row["document_id"]] != fold],
        pairs=[p for p in material.pairs if sides[p.text] != fold],
        coarse=[p for p in material.coarse if sides.get(p.text) != fold],
        clips=[row for row in material.clips if sides.get(row["text"]) != fold],
    )


def latest(material: Material, *, seed: int) -> Material:
    """What a network goes on with that teachers have taught all the rest: annotated news, wires, the latest of our own
    sentences, and a draw of the others."""
    new = [row for row in material.own if _file(row) in LATEST]
    old = [row for row in material.own if _file(row) not in LATEST]
    drawn = random.Random(seed).sample(old, min(OTHERS, len(old)))
    return Material(news=material.news, own=[*new, *drawn], pairs=(), wires=material.wires)


def _file(row: Row) -> str:
    """Where a sentence of our own stands: its document is numbered within its file."""
    name: str = row["document_id"]
    return name.removeprefix("own-").rpartition("-")[0]
