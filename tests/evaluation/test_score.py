"""A coder, as functions, scored on gold."""

from dragoman.document import Document
from dragoman.evaluation.gold import Gold, GoldEvent, GoldPair, GoldParty, GoldSentence, joined
from dragoman.evaluation.score import evaluate
from dragoman.event import Event
from fakes import SENTENCE, event

VISIT = GoldEvent("CONSULT", (GoldParty("Arvania", "ARV"),), (GoldParty("Belmora", "BLM"),))
SENTENCES = (GoldSentence("s", "d", SENTENCE, (VISIT,)),)
EVENTS = Gold("events", SENTENCES, joined(SENTENCES))


def code(document: Document) -> list[Event]:
    assert document.text == SENTENCE
    return [event(document.id)]


def relate(_text: str, **parties: object) -> list[tuple[str, float]]:
    if parties["recipient"] is None:
        return []
    return [("AID", 0.4), ("CONCEDE", 0.35), ("RETREAT", 0.25)]


def test_events_are_coded_from_the_documents() -> None:
    evaluation = evaluate(EVENTS, code=code, relate=relate)
    assert evaluation.figures.levels["dyad"].f1 == 1
    assert evaluation.misses == ()


def test_a_coder_that_finds_nothing_misses_all() -> None:
    evaluation = evaluate(EVENTS, code=lambda _: [], relate=relate, misses=1)
    assert evaluation.figures.levels["type"].recall == 0
    assert evaluation.misses[0].missed == ("CONSULT: Arvania [ARV] -> Belmora [BLM]",)


def test_the_likeliest_type_of_a_pair_is_taken() -> None:
    gold = Gold("pairs", pairs=(GoldPair("1", SENTENCE, (0, 24), (33, 40), "AID"),))
    evaluation = evaluate(gold, code=code, relate=relate)
    assert evaluation.figures.levels["type"].right == 1
    assert evaluation.figures.calibration.bins[4].events == 1


def test_concede_and_retreat_add_up_to_yield_where_gold_has_it() -> None:
    gold = Gold("pairs", pairs=(GoldPair("1", SENTENCE, (0, 24), (33, 40), "YIELD"),))
    figures = evaluate(gold, code=code, relate=relate).figures
    assert figures.confusion == {("YIELD", "YIELD"): 1}
    assert figures.levels["quad"].right == 1


def test_a_pair_without_an_answer_counts_as_missed() -> None:
    gold = Gold("pairs", pairs=(GoldPair("1", SENTENCE, (0, 24), None, "AID"),))
    evaluation = evaluate(gold, code=code, relate=relate)
    assert evaluation.figures.levels["type"].coded == 0
    assert evaluation.misses[0].spurious[0].startswith("-: ")
