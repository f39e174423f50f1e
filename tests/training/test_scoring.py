"""Figures over articles that a fold's network has not seen, and the confidence that is fitted on them."""

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from training.corpus import Row, folds
from training.scoring import FOLDS, Coded, articles, calibrate, crossed, figures, lines, number, out_of_fold

from dragoman.coding.coder import Coder
from dragoman.coding.triggers.confidence import FEATURES
from dragoman.document import Document
from dragoman.evaluation.figures import event_figures
from dragoman.evaluation.formats import gold_sentence
from dragoman.evaluation.matching import match
from dragoman.event import Party
from dragoman.models import weights
from training import scoring

LANDS = ("Kenya", "Uganda", "Chad", "Mali", "Peru", "Togo", "Ghana", "Niger", "Cuba", "Yemen")
BOMBED, MET = "{} bombed Somalia on Monday.", "The president of {} met the president of Gabon in Oslo."


def party(one: Party) -> Row:
    return {"text": one.text, "country": one.country, "name": one.name}


@pytest.fixture(scope="module")
def coded() -> Coded:
    """Articles of two sentences, of which gold has every attack as it was coded, and none of the meetings."""
    coder = Coder(threshold=0.2, min_confidence=0.0)
    readings, sentences = [], []
    for land in LANDS:
        text = f"{BOMBED.format(land)} {MET.format(land)}"
        told = [one for one in coder.readings(Document(land, text, pub_date=date(2020, 5, 7))) if one.event]
        readings += told
        for index in (0, 1):
            events = [one.event for one in told if one.event and one.event.sentence_index == index]
            gold = [
                {"type": e.event_type, "actor": [*map(party, e.actors)], "recipient": [*map(party, e.recipients)]}
                for e in events
                if e.event_type == "ASSAULT"
            ]
            row = {"document_id": land, "text": (BOMBED, MET)[index].format(land), "events": gold}
            sentences.append(gold_sentence(land, {**row, "id": f"{land}{index}"}))
    return Coded(tuple(sentences), tuple(readings))


def test_the_fold_of_a_folder() -> None:
    assert number(Path("models/fold-2")) == 2


def test_the_confidence_has_a_weight_a_feature_and_tells_right_from_wrong(coded: Coded) -> None:
    found = calibrate(coded)
    assert len(found["weights"]) == len(FEATURES)
    assert found["events"] == len(coded.readings) >= 2 * len(LANDS) - 2
    weight = dict(zip(FEATURES, found["weights"], strict=True))
    assert weight["ASSAULT"] > 0 > weight["CONSULT"]


def test_further_readings_count_less_and_have_no_weight_of_their_own(coded: Coded) -> None:
    wrong = tuple((one, False) for one in coded.readings)
    found = calibrate(Coded(coded.sentences, coded.readings, wrong))
    assert len(found["weights"]) == len(FEATURES)
    assert found["events"] == 2 * len(coded.readings)
    assert found["weights"] != calibrate(coded)["weights"]


def test_each_event_s_confidence_is_fitted_without_its_article(coded: Coded) -> None:
    sure = crossed(coded)
    events = {one.event.event_id: one.event for one in coded.readings if one.event}
    assert set(sure) == set(events)
    attacks = [chance for name, chance in sure.items() if events[name].event_type == "ASSAULT"]
    others = [chance for name, chance in sure.items() if events[name].event_type == "CONSULT"]
    assert min(attacks) > 0.5 > max(others)


def test_its_own_article_has_no_say_in_an_event_s_confidence(coded: Coded) -> None:
    denied = tuple(replace(one, events=()) if one.document_id == "Mali" else one for one in coded.sentences)
    before, after = crossed(coded), crossed(replace(coded, sentences=denied))
    own = {one.event.event_id for one in coded.readings if one.event and one.event.document_id == "Mali"}
    assert {name: before[name] for name in own} == {name: after[name] for name in own}
    assert before != after


def test_figures_are_told_over_thresholds_and_at_the_default(coded: Coded) -> None:
    told = list(figures(coded))
    steps = [line for line in told if line[:1].isdigit()]
    assert [float(line.split()[0]) for line in steps] == list(scoring.STEPS)
    assert "type P 1.000 R 1.000" in steps[-1]
    assert any(line.startswith("at ") for line in told)


def test_a_level_is_told_with_its_interval(coded: Coded) -> None:
    found = event_figures(match(coded.sentences, [one.event for one in coded.readings if one.event]))
    (line,) = (line for line in lines(found) if line.startswith("dyad"))
    score = found.levels["dyad"]
    assert line.split()[1:7] == ["P", f"{score.precision:.3f}", "R", f"{score.recall:.3f}", "F1", f"{score.f1:.3f}"]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Articles of a sentence each, all annotated."""
    table = [
        {"id": land, "document_id": land, "sample": "run", "text": BOMBED.format(land), "events": []} for land in LANDS
    ]
    (tmp_path / "events-news-train.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in table), "utf-8")
    news = "".join(f"{json.dumps({'id': row['id'], 'text': row['text'], 'pub_date': '2020-05-07'})}\n" for row in table)
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress(news.encode()))
    return tmp_path


def test_articles_are_read_whole_with_their_day(corpora: Path) -> None:
    (found,) = articles(corpora, ["Mali"])
    assert (found.id, found.text, found.pub_date) == ("Mali", BOMBED.format("Mali"), date(2020, 5, 7))


def test_only_articles_that_a_network_has_not_seen_are_coded(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "annotations", lambda _: [])
    (corpora / "fold-1").mkdir()
    (corpora / "fold-1" / weights().name).symlink_to(weights())
    found = out_of_fold(corpora, [corpora / "fold-1"])
    homes = folds(LANDS, FOLDS)
    unseen = {land for land in LANDS if homes[land] == 1}
    assert {sentence.document_id for sentence in found.sentences} == unseen
    assert {one.event.document_id for one in found.readings if one.event} == unseen
    assert found.further == ()
