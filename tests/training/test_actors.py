"""The fit of the actors' ranker learns what tells candidates apart, from articles laid out as they were annotated."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

TEXT = "The herders of Kenya met on Monday. They signed a pact with Uganda."


def program() -> ModuleType:
    path = Path(__file__).parents[2] / "training" / "actors.py"
    spec = importlib.util.spec_from_file_location("training_actors", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ACTORS = program()


def corpus(folder: Path) -> tuple[Path, Path]:
    side = {"text": "The herders of Kenya", "country": "KEN"}
    other = {"text": "Uganda", "country": "UGA"}
    row = {
        "id": "d1-1", "document_id": "d1", "pub_date": "2020-01-06", "title": "A pact",
        "text": TEXT.split(". ")[0] + ".", "events": [{"actor": [side], "recipient": []}],
    }  # fmt: skip
    last = {**row, "id": "d1-2", "text": TEXT.split(". ")[1], "events": [{"actor": [], "recipient": [other]}]}
    events, news = folder / "events.jsonl", folder / "news.jsonl"
    events.write_text("\n".join(json.dumps(r) for r in (row, last)), encoding="utf-8")
    news.write_text(json.dumps({"id": "d1", "text": TEXT}), encoding="utf-8")
    return events, news


def test_parties_stand_where_they_are_in_the_article(tmp_path: Path) -> None:
    (article,) = ACTORS.articles(*corpus(tmp_path))
    assert [TEXT[start:end] for start, end in article.sentences] == [
        "The herders of Kenya met on Monday.",
        "They signed a pact with Uganda.",
    ]
    found = [(TEXT[start:end], *countries) for start, end, countries in article.parties]
    assert found == [("The herders of Kenya", "KEN"), ("Uganda", "UGA")]
    counts = ACTORS.accuracy([article], {})
    assert [counts[name] for name in ("all", "all right", "home right", "side right", "without")] == [2, 2, 2, 2, 0]


def test_the_fit_weighs_what_the_right_candidate_has() -> None:
    taught = [ACTORS.Choice([["near"], ["far"]], 0), ACTORS.Choice([["far"], ["near"]], 1)] * 10
    weights = ACTORS.fit(taught, ridge=1.0)
    assert weights["near"] > 0 > weights["far"]


def test_a_document_is_always_in_the_same_fold(tmp_path: Path) -> None:
    (article,) = ACTORS.articles(*corpus(tmp_path))
    assert ACTORS.fold_of(article, 5) == ACTORS.fold_of(article, 5)
    assert 0 <= ACTORS.fold_of(article, 5) < 5
