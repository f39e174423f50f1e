"""The shipped network: one weights file, probabilities that sum to one, the same ones in any batch."""

from pathlib import Path

import numpy as np
import pytest
from onnxruntime import InferenceSession

from dragoman.errors import ModelError
from dragoman.models import BATCH_TOKENS, MARKS, Network, Question, grouped, network, sigmoid, weights
from dragoman.models.tokens import tokenise
from dragoman.ontology import load

SENTENCES = [
    "Laos expelled two envoys.",
    "The fair opened in the rain on Sunday, and nobody came to see the old boats.",
]


def test_one_small_file_named_by_its_content() -> None:
    path = weights()
    assert path.suffix == ".onnx"
    assert path.stat().st_size < 40_000_000
    assert network().version == path.stem


def test_its_labels_are_the_ontologys() -> None:
    labels = network().labels
    book = load()
    assert set(labels.types[1:]) == set(book.types)
    for mode in filter(None, labels.modes):
        kind, name = mode.split(":")
        assert name in book.modes(kind)


def test_probabilities_sum_to_one() -> None:
    tokens = tokenise(SENTENCES, limit=64)
    for look, own in zip(network().detect([t.ids for t in tokens]), tokens, strict=True):
        assert look.types.shape == (len(own.ids), len(network().labels.types))
        assert look.types.sum(-1) == pytest.approx(1, abs=1e-4)


def test_a_sentence_is_read_alike_alone_and_in_company() -> None:
    ids = [t.ids for t in tokenise([SENTENCES[0], "Chad sent two hundred tonnes of rice to Niger by rail."], limit=64)]
    assert len(ids[0]) != len(ids[1])
    alone, together = network().detect(ids[:1])[0], network().detect(ids)[0]
    assert np.abs(alone.types - together.types).max() < 0.1
    questions = [Question(look, {"trigger": [(2, 3)]}) for look in network().detect(ids)]
    apart, joined = network().argue(questions[:1])[0], network().argue(questions)[0]
    assert np.abs(apart.types - joined.types).max() < 0.1
    assert apart.roles.shape == joined.roles.shape == (len(ids[0]), len(network().labels.roles), 3)


def test_batches_hold_everything_once_and_stay_small() -> None:
    lengths = [5, 300, 7, 900, 5000, 12] * 40
    groups = list(grouped(lengths))
    assert sorted(i for group in groups for i in group) == list(range(len(lengths)))
    assert all(len(g) == 1 or max(lengths[i] for i in g) * len(g) <= BATCH_TOKENS for g in groups)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("detecting", {"detect", "hidden"}),
        ("arguing", {"type", "status", "mode", "roles"}),
        ("relating", {"relate"}),
    ],
)
def test_a_look_computes_its_own_layers_and_no_more(asked: str, told: set[str]) -> None:
    session = InferenceSession(str(weights()))
    width = network().detect([[101, 2001, 102]])[0].hidden.shape[-1]
    feed = {
        "ids": np.array([[101, 2001, 102]]), "given": np.zeros((1, 3, width), np.float32),
        "marks": np.ones((1, len(MARKS), 3), np.float32),
        **{name: np.array(name == asked) for name in ("detecting", "arguing", "relating")},
    }  # fmt: skip
    names = [output.name for output in session.get_outputs()]
    answers = dict(zip(names, session.run(names, feed), strict=True))
    assert {name for name, answer in answers.items() if answer.size} == told


def test_what_is_marked_is_what_is_asked_about() -> None:
    text = "Laos expelled two envoys and praised the monks of Hanoi."
    tokens = tokenise([text], limit=64)[0]
    look = network().detect([tokens.ids])[0]
    verbs = [tokens.span(text.index(verb), text.index(verb) + len(verb)) for verb in ("expelled", "praised")]
    answers = network().argue([Question(look, {"trigger": [verb]}) for verb in verbs])
    assert [network().labels.types[answer.types.argmax()] for answer in answers] == ["SANCTION", "SUPPORT"]


def test_nothing_asked_nothing_answered() -> None:
    assert network().argue([]) == []
    assert network().relate([]) == []


def test_a_file_that_is_no_model_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"no model at all")
    with pytest.raises(ModelError, match="reinstall dragoman"):
        Network(path)


def test_a_question_about_a_pair_has_an_answer_a_type() -> None:
    look = network().detect([tokenise(SENTENCES[:1], limit=64)[0].ids])[0]
    answer = network().relate([Question(look, {"actor": [(1, 2)], "recipient": [(3, 5)]})])[0]
    assert answer.shape == (len(network().labels.types),)


def test_the_logistic_function() -> None:
    assert (sigmoid(0.0), sigmoid(-1000.0), round(sigmoid(1000.0), 3)) == (0.5, 0.0, 1.0)
