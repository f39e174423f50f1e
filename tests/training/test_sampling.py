"""An epoch's examples: all that is annotated, and the same again for the same number."""

from collections import Counter
from dataclasses import replace

import pytest
from training.corpus import Example, Pair, pair_example, sentence_example
from training.items import saying
from training.labels import ROLES, STATUSES, TYPES
from training.material import Material
from training.sampling import PAIRS_SHOWN, Draws, hearing_sampler, pairs_sampler, sampler

from dragoman.models.tokens import tokenizer

EVENT = {
    "actor": [{"text": "Mali", "country": "MLI", "name": "Mali"}], "recipient": [], "type": "PROTEST", "mode": "demo",
    "trigger": "marched", "status": "actual", "when": "", "place": "", "said_by": "",
}  # fmt: skip
ROW = {"document_id": "d", "pub_date": None, "text": "Mali marched.", "events": [EVENT]}
PAIR = Pair("Mali fed Togo.", {"actor": [(0, 4)], "recipient": [(9, 13)]}, ("AID",))


def test_an_epoch_shows_every_question_and_is_the_same_again():
    sample = sampler(tokenizer(), Material(news=[ROW], own=[], pairs=[PAIR], coarse=[PAIR]))
    first, again, other = sample(0), sample(0), sample(1)
    assert [e.ids for e in first] == [e.ids for e in again] != [e.ids for e in other]
    sentences = [e for e in first if not e.types]
    assert len(sentences) == 1 + Draws().frames
    assert sentences[0].triggers[0].type == TYPES.index("PROTEST")
    assert {e.types for e in first if e.types} >= {(TYPES.index("AID"),)}


def test_an_event_is_told_by_the_tokens_of_its_words():
    text = "Troops of Mali marched through Gao."
    row = {**ROW, "text": text, "events": [{**EVENT, "place": "Gao", "status": "planned"}]}
    example = sentence_example(tokenizer(), row)
    words = tokenizer().encode(text).tokens
    (trigger,) = example.triggers
    assert words[slice(*trigger.span)] == ["marched"]
    assert [words[i] for i, label in enumerate(example.tokens) if label] == ["marched"]
    assert STATUSES[trigger.status] == "planned"
    told = {
        role: [words[i] for i, tag in enumerate(tags) if tag > 0]
        for role, tags in zip(ROLES, trigger.roles, strict=True)
    }
    assert told == {"actor": ["mali"], "recipient": [], "said_by": [], "place": ["gao"], "when": []}


def test_words_that_are_triggers_elsewhere_are_asked_about_as_none():
    other = {**ROW, "text": "The band marched past Togo.", "events": []}
    sample = sampler(tokenizer(), Material(news=[ROW, other], own=[], pairs=[]))
    asked = [sample(epoch)[1].triggers for epoch in range(8)]
    assert {trigger.type for triggers in asked for trigger in triggers} == {0}
    assert () in asked


def counted(examples: list[Example]) -> Counter[object]:
    return Counter(saying(example) for example in examples)


def shown(pair: Pair) -> object:
    """A pair as an epoch shows it."""
    example = pair_example(tokenizer(), pair)
    assert example
    return saying(example)


WRITTEN = replace(PAIR, text="Togo paid Mali.", types=("COOPERATE",))


def test_pairs_beside_teachers_are_known_ones_and_fresh_ones_without_a_label(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.sampling.HEARD_PAIRS", 3)
    coarse = [Pair(f"Mali met {n} men.", {"actor": [(0, 4)], "recipient": []}, ("CONSULT", "AGREE")) for n in range(9)]
    material = Material(news=[ROW], own=[], pairs=[PAIR], coarse=coarse, written=[WRITTEN])
    made = Pair(ROW["text"], {"actor": [(0, 4)], "recipient": []}, ("PROTEST",))
    possible = {shown(replace(pair, types=TYPES)) for pair in (*coarse, made)}
    sample = hearing_sampler(tokenizer(), material)
    epochs = [counted(sample(epoch)) for epoch in range(30)]
    drawn = [set(epoch) & possible for epoch in epochs]
    for epoch, further in zip(epochs, drawn, strict=True):
        assert epoch == {shown(PAIR): PAIRS_SHOWN, shown(WRITTEN): 1, **dict.fromkeys(further, 1)}
        assert len(further) == 3
    assert drawn[0] != drawn[1]
    assert set().union(*drawn) == possible
    assert counted(sample(0)) == epochs[0]


def test_pairs_by_labels_alone_are_known_ones() -> None:
    material = Material(news=[ROW], own=[], pairs=[PAIR], coarse=[PAIR], written=[WRITTEN])
    assert counted(pairs_sampler(tokenizer(), material)(0)) == {shown(PAIR): 2, shown(WRITTEN): 1}
