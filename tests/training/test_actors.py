"""The fit of the actors' ranker learns what tells candidates apart, from articles laid out as they were annotated."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from training.actors import Choice, accuracy, articles, fit, fold_of, wires
from training.elsewhere import Elsewhere

from dragoman.actors.mentions.mentions import Act
from dragoman.document import Document

TEXT = "The herders of Kenya met on Monday. They signed a pact with Uganda."


def corpus(folder: Path) -> tuple[list[dict[str, Any]], Path]:
    side = {"text": "The herders of Kenya", "country": "KEN"}
    other = {"text": "Uganda", "country": "UGA"}
    row = {
        "id": "d1-1", "document_id": "d1", "pub_date": "2020-01-06", "title": "A pact",
        "text": TEXT.split(". ")[0] + ".", "events": [{"type": "AGREE", "actor": [side], "recipient": []}],
    }  # fmt: skip
    last = {
        **row,
        "id": "d1-2",
        "text": TEXT.split(". ")[1],
        "events": [{"type": "AGREE", "actor": [], "recipient": [other]}],
    }
    news = folder / "news.jsonl"
    news.write_text(json.dumps({"id": "d1", "text": TEXT}), encoding="utf-8")
    return [row, last], news


def test_parties_stand_where_they_are_in_the_article(tmp_path: Path) -> None:
    (article,) = articles(*corpus(tmp_path))
    assert [TEXT[start:end] for start, end in article.sentences] == [
        "The herders of Kenya met on Monday.",
        "They signed a pact with Uganda.",
    ]
    found = [(TEXT[start:end], *countries) for start, end, countries in article.parties]
    assert found == [("The herders of Kenya", "KEN"), ("Uganda", "UGA")]
    assert article.acts[0, 20] == Act("AGREE", "actor", ())
    assert [deed.recipients for deed in article.deeds] == [(), ((60, 66),)]
    counts = accuracy([article], {})
    assert [counts[name] for name in ("all", "all right", "home right", "side right", "without")] == [2, 2, 2, 2, 0]


def test_the_fit_weighs_what_the_right_candidate_has() -> None:
    taught = [Choice([["near"], ["far"]], 0), Choice([["far"], ["near"]], 1)] * 10
    weights = fit(taught, ridge=1.0)
    assert weights["near"] > 0 > weights["far"]


def test_a_document_is_always_in_the_same_fold(tmp_path: Path) -> None:
    (article,) = articles(*corpus(tmp_path))
    assert fold_of(article, 5) == fold_of(article, 5)
    assert 0 <= fold_of(article, 5) < 5


def test_wires_are_of_their_own_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (event,) = corpus(tmp_path)[0][0]["events"]
    row = {"id": "w@0", "document_id": "w", "pub_date": None, "title": "", "text": TEXT, "events": [event]}
    story = Document("w", TEXT, pub_date=date(1987, 3, 5))
    monkeypatch.setattr("training.actors.elsewhere", lambda *_, **__: Elsewhere((story,), (row,)))
    (article,) = wires(tmp_path, tmp_path)
    assert (article.pub_date, article.text) == (date(1987, 3, 5), TEXT)
    assert [countries for *_, countries in article.parties] == [{"KEN"}]
