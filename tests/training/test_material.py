"""What is left when a fold is kept aside: nothing of its articles, nothing of its sentences with pairs."""

import gzip
import json

from training.corpus import Pair, folds
from training.material import Material, plain, without

SIDES = {"actor": [(0, 4)], "recipient": []}
NEWS = [{"document_id": f"paper-{i // 3}", "text": f"{i}"} for i in range(30)]
PAIRS = [Pair(f"Mali {i}", SIDES, ("AID",)) for i in range(20)]
COARSE = [*PAIRS, Pair("Togo", SIDES, ("AID",))]
CLIPS = [{"document_id": f"clip-{i}", "text": pair.text} for i, pair in enumerate(COARSE)]
MATERIAL = Material(news=NEWS, own=[{"document_id": "own"}], pairs=PAIRS, coarse=COARSE, clips=CLIPS)


def test_folds_share_nothing_and_lose_nothing():
    kept = [without(MATERIAL, fold, count=3) for fold in range(3)]
    for fold, material in enumerate(kept):
        aside = {name for name, home in folds((r["document_id"] for r in NEWS), 3).items() if home == fold}
        assert aside
        assert not aside & {row["document_id"] for row in material.news}
    assert sum(len(NEWS) - len(material.news) for material in kept) == len(NEWS)


def test_sentences_with_pairs_are_kept_aside_in_every_corpus():
    material = without(MATERIAL, 1, count=3)
    assert {p.text for p in material.coarse} == {p.text for p in material.pairs} | {"Togo"}
    assert {row["text"] for row in material.clips} == {p.text for p in material.coarse}
    assert len(material.pairs) < len(PAIRS)
    assert material.own == MATERIAL.own


def test_plain_sentences_are_of_the_same_articles_and_annotated_by_nobody(tmp_path):
    articles = [
        {"id": "paper-1", "text": "Rain fell on Kayes all day. Police arrested two miners there."},
        {"id": "paper-2", "text": "The roads stayed closed until noon."},
    ]
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write("\n".join(map(json.dumps, articles)))
    known = {"document_id": "paper-1", "text": "Police arrested two miners there."}
    material = Material(news=[known], own=[], pairs=[])
    assert list(plain(tmp_path, material)) == ["Rain fell on Kayes all day."]
