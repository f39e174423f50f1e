"""Pairs from corpora that annotate less than whole events."""

import json

from training.pairs import annotated, coarse


def test_a_yield_may_be_either_of_its_types(tmp_path):
    path = tmp_path / "pairs.jsonl"
    row = {"text": "Mali freed Togo's men.", "actor": [[0, 4]], "recipient": [[11, 15]], "event_type": "YIELD"}
    path.write_text(json.dumps(row))
    (pair,) = annotated(path)
    assert pair.types == ("CONCEDE", "RETREAT")
    assert pair.sides == {"actor": [(0, 4)], "recipient": [(11, 15)]}


def test_a_quad_class_allows_its_types_and_shared_spans_act(tmp_path):
    row = {"text": "Mali and Togo traded.", "actor": [], "recipient": [], "both": [[0, 4], [9, 13]], "quad_class": 2}
    neutral = {**row, "quad_class": 0}
    (tmp_path / "spans-train.jsonl").write_text("\n".join(map(json.dumps, (row, neutral))))
    (pair,) = coarse(tmp_path)
    assert set(pair.types) == {"COOPERATE", "AID", "RETREAT"}
    assert pair.sides["actor"] == [(0, 4), (9, 13)]


def test_triplets_give_types_by_their_root_where_both_names_stand(tmp_path):
    triplets = [
        {"actor": "Mali", "recipient": "Togo", "cameo_root": "Fight"},
        {"actor": "Mali", "recipient": "Togo", "cameo_root": "Make Public Statement"},
        {"actor": "Mali", "recipient": "Chad", "cameo_root": "Fight"},
    ]
    (tmp_path / "triplets-train.jsonl").write_text(json.dumps({"text": "Mali shelled Togo.", "triplets": triplets}))
    (pair,) = coarse(tmp_path)
    assert pair.types == ("ASSAULT",)
    assert pair.sides["recipient"] == [(13, 17)]


def test_a_folder_without_them_gives_none(tmp_path):
    assert coarse(tmp_path) == []
