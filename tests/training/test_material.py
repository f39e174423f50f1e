"""What is left when a fold is kept aside: nothing of its articles, nothing of its sentences with pairs."""

from training.corpus import Pair, folds
from training.material import LATEST, OTHERS, OWN, Material, latest, without

SIDES = {"actor": [(0, 4)], "recipient": []}
NEWS = [{"document_id": f"paper-{i // 3}", "text": f"{i}"} for i in range(30)]
PAIRS = [Pair(f"Mali {i}", SIDES, ("AID",)) for i in range(20)]
COARSE = [*PAIRS, Pair("Togo", SIDES, ("AID",))]
CLIPS = [{"document_id": f"clip-{i}", "text": pair.text} for i, pair in enumerate(COARSE)]
MORE = [{"document_id": f"paper-{i}", "text": f"{i}, too"} for i in range(12)]
MATERIAL = Material(news=NEWS, own=[{"document_id": "own"}], pairs=PAIRS, coarse=COARSE, clips=CLIPS, more=MORE)


def test_folds_share_nothing_and_lose_nothing():
    kept = [without(MATERIAL, fold, count=3) for fold in range(3)]
    for fold, material in enumerate(kept):
        aside = {name for name, home in folds((r["document_id"] for r in (*NEWS, *MORE)), 3).items() if home == fold}
        assert aside
        assert not aside & {row["document_id"] for row in (*material.news, *material.more)}
    assert sum(len(NEWS) - len(material.news) for material in kept) == len(NEWS)


def test_sentences_with_pairs_are_kept_aside_in_every_corpus():
    material = without(MATERIAL, 1, count=3)
    assert {p.text for p in material.coarse} == {p.text for p in material.pairs} | {"Togo"}
    assert {row["text"] for row in material.clips} == {p.text for p in material.coarse}
    assert len(material.pairs) < len(PAIRS)
    assert material.own == MATERIAL.own


def test_what_no_teacher_has_told_of_is_shown_beside_news_wires_and_a_draw_of_the_rest():
    new = [{"document_id": f"own-{name}-0001", "text": name} for name in sorted(LATEST)]
    old = [{"document_id": f"own-accord-{n:04d}", "text": f"{n}"} for n in range(OTHERS + 9)]
    everything = Material(news=NEWS, own=[*old, *new], pairs=PAIRS, clips=CLIPS, more=MORE, wires=[{"text": "wire"}])
    shown = latest(everything, seed=3)
    assert len(shown.rows) == len(NEWS) + 1 + len(new) + OTHERS
    assert all(row in shown.own for row in new)
    assert not [*shown.pairs, *shown.more, *shown.clips]
    assert latest(everything, seed=3) == shown != latest(everything, seed=4)


def test_the_latest_sentences_are_there():
    assert {path.stem for path in OWN.glob("*.jsonl")} >= LATEST
