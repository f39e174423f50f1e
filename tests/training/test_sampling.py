"""An epoch's examples: all that is annotated, and the same again for the same number."""

from training.corpus import Pair, sentence_example
from training.labels import ROLES, STATUSES, TYPES
from training.material import Material
from training.sampling import Draws, sampler

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
