"""An epoch's examples: all that is annotated, and the same again for the same number."""

from training.corpus import Pair
from training.material import Material
from training.sampling import FRAMES, sampler

from dragoman.models.tokens import tokenizer

EVENT = {
    "actor": [{"text": "Mali", "country": "MLI", "name": "Mali"}], "recipient": [], "type": "PROTEST", "mode": "demo",
    "trigger": "marched", "status": "actual", "when": "", "place": "", "said_by": "",
}  # fmt: skip
ROW = {"document_id": "d", "pub_date": None, "text": "Mali marched.", "events": [EVENT]}
PAIR = Pair("Mali fed Togo.", {"actor": [(0, 4)], "recipient": [(9, 13)]}, ("AID",))


def test_an_epoch_shows_every_task_and_is_the_same_again():
    sample = sampler(tokenizer(), Material(news=[ROW], own=[], pairs=[PAIR], coarse=[PAIR]))
    first, again, other = sample(0), sample(0), sample(1)
    assert {e.task for e in first} == {"detect", "argue", "relate"}
    assert [e.ids for e in first] == [e.ids for e in again] != [e.ids for e in other]
    assert sum(e.task == "detect" for e in first) == 1 + FRAMES
