"""The weights of status and voice: what is asked of each annotated event, and how the answers are scored and kept."""

import json
from pathlib import Path

import numpy as np
import pytest
from training.corpus import Row, folds
from training.layers import (
    annotated,
    asked,
    ruling,
    status_line,
    status_rows,
    statuses,
    voice_line,
    voice_rows,
    voices,
    worded,
    write,
)
from training.scoring import FOLDS

from dragoman.coding.status import status
from dragoman.coding.weighing import table
from dragoman.models import weights
from training import layers

LANDS = ("Kenya", "Uganda", "Chad", "Mali", "Peru", "Togo", "Ghana", "Niger", "Cuba", "Yemen")
SENTENCES = (
    ("{} attacked Somalia.", "actual", ""),
    ("{} did not attack Somalia.", "negated", ""),
    ("{} will attack Somalia next week.", "planned", ""),
    ("{} attacked Somalia, the minister said.", "actual", "the minister"),
)


def row(land: str, number: int) -> Row:
    text, told, said_by = SENTENCES[number]
    trigger = "attacked" if "attacked" in text else "attack"
    sides = {"actor": [{"text": land, "country": "", "name": land}], "recipient": [{"text": "Somalia"}]}
    event = {"type": "ASSAULT", "trigger": trigger, "status": told, "said_by": said_by, **sides}
    return {"id": f"{land}{number}", "document_id": land, "text": text.format(land), "events": [event]}


TABLE = [row(land, number) for land in LANDS for number in range(len(SENTENCES))]
OWN = [row("Fiji", number) for number in range(len(SENTENCES))]


def test_every_annotated_event_is_asked_with_its_own_words() -> None:
    twice = {**TABLE[0], "events": [*TABLE[0]["events"], {**TABLE[0]["events"][0], "trigger": "absent"}]}
    one, other = annotated([twice, TABLE[1]])
    assert (one.key, one.document, one.finding.status) == (("Kenya0", 0), "Kenya", "actual")
    text = one.story.document.text
    assert text[one.finding.start : one.finding.end] == "attacked"
    assert [text[role.start : role.end] for role in one.finding.roles["actor"]] == ["Kenya"]
    assert other.key == ("Kenya1", 0)


def test_gold_is_told_in_the_order_of_the_labels() -> None:
    events = annotated(TABLE[:4])
    assert [status.STATUSES[at] for at in statuses(events)] == ["actual", "negated", "planned", "actual"]
    assert voices(events).tolist() == [0, 0, 0, 1]
    assert ruling(events[1]).status == "negated"


def test_wording_that_decides_gets_its_weight_and_judges_other_articles() -> None:
    events = annotated(TABLE)
    for found, gold in zip(worded(events, annotated(OWN)), (statuses(events), voices(events)), strict=True):
        assert found.weights
        assert set(found.apart) == {one.key for one in events}
        assert [int(np.argmax(found.apart[one.key])) for one in events] == gold.tolist()


@pytest.fixture(scope="module")
def of_network(tmp_path_factory: pytest.TempPathFactory) -> list[layers.Asked]:
    """What the shipped network finds, as if it had not seen one fold of these articles."""
    corpora = tmp_path_factory.mktemp("corpora")
    (corpora / "events-news-train.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in TABLE), "utf-8")
    (corpora / "fold-1").mkdir()
    (corpora / "fold-1" / weights().name).symlink_to(weights())
    return asked(corpora, [corpora / "fold-1"])


def test_the_network_of_a_fold_is_asked_of_its_articles_alone(of_network: list[layers.Asked]) -> None:
    homes = folds(LANDS, FOLDS)
    wanted = [one for one in TABLE if homes[one["document_id"]] == 1]
    assert [one.key for one in of_network] == [(one["id"], 0) for one in wanted]
    assert {one.finding.event_type for one in of_network} == {"ASSAULT"}
    assert all(sum(one.finding.statuses.values()) == pytest.approx(1, abs=1e-3) for one in of_network)


def test_features_of_the_weighing_are_those_that_the_package_asks_for(of_network: list[layers.Asked]) -> None:
    wordings = worded(annotated(TABLE), annotated(OWN))
    for name, found in (
        ("status_weights", status_rows(of_network, wordings[0])),
        ("voice_weights", voice_rows(of_network, wordings[1])),
    ):
        known = set(table(name))
        assert len(found) == len(of_network)
        assert all(len(set(row) & known) >= 3 for row in found)


def test_weights_are_kept_as_the_package_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "DATA", tmp_path)
    write("made.json", {"bias": [0.5, -0.5], 'said "no"': [1.0, 2.0]}, events=7)
    kept = json.loads((tmp_path / "made.json").read_text("utf-8"))
    assert kept == {"events": 7, "weights": {"bias": [0.5, -0.5], 'said "no"': [1.0, 2.0]}}


def test_the_score_of_a_status_is_over_what_is_not_actual() -> None:
    line = status_line("rules", [0, 1, 1, 2], np.array([0, 1, 2, 0]))
    assert line == "status rules    accuracy 0.500  F1 over not actual 0.400  of 4 events"


def test_a_voice_is_right_when_it_shares_a_word() -> None:
    line = voice_line("all 0.5", ["the minister", "", "Kenya", "priests"], ["minister", "Mali", "", "nuns"])
    assert line.split()[3:9] == ["P", "0.333", "R", "0.333", "F1", "0.333"]
    assert line.endswith("of 3 voices")
