"""The worst misses."""

from dragoman.evaluation.gold import GoldEvent, GoldPair, GoldParty, GoldSentence
from dragoman.evaluation.matching import match
from dragoman.evaluation.misses import event_misses, pair_misses
from fakes import SENTENCE, event

VISIT = GoldEvent("CONSULT", (GoldParty("Arvania", "ARV"),), (GoldParty("Belmora", "BLM"),), status="planned")


def test_a_sentence_is_shown_with_what_was_missed_and_what_was_too_much() -> None:
    rows = match(
        [
            GoldSentence("lost", "d1", SENTENCE, (VISIT,)),
            GoldSentence("extra", "d2", SENTENCE, ()),
            GoldSentence("partly", "d3", SENTENCE, (VISIT,)),
            GoldSentence("right", "d4", SENTENCE, ()),
        ],
        [event("d2", confidence=0.8), event("d3")],
    )
    lost, extra, partly = event_misses(rows, most=10)
    assert (lost.id, lost.missed) == ("lost", ("CONSULT: Arvania [ARV] -> Belmora [BLM]",))
    assert extra.spurious == ("CONSULT: The president of Arvania [ARV] -> Belmora [BLM] (0.80)",)
    assert partly.partly == ("CONSULT: The president of Arvania [ARV] -> Belmora [BLM] (0.91): status",)
    assert lost.sentence == SENTENCE
    assert len(event_misses(rows, most=1)) == 1


def test_pairs_that_went_wrong_come_most_confident_first() -> None:
    text = "Arvania fed Belmora."
    pairs = [GoldPair(name, text, (0, 7), None, "AID") for name in ("a", "b", "c")]
    rows = list(zip(pairs, ("AID", "SUPPORT", "COOPERATE"), (0.9, 0.4, 0.7), strict=True))
    first, second = pair_misses(rows, most=5)
    assert (first.id, first.missed, first.spurious) == (
        "c",
        ("AID: Arvania -> -",),
        ("COOPERATE: Arvania -> - (0.70)",),
    )
    assert second.id == "b"
