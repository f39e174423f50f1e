"""Precision, recall, F1, intervals, confusion and calibration."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.figures import NONE, calibration, confused, event_figures, pair_figures
from dragoman.evaluation.gold import GoldEvent, GoldParty, GoldSentence
from dragoman.evaluation.matching import SentenceMatch, match
from dragoman.event import Party
from fakes import event

VISIT = GoldEvent("CONSULT", (GoldParty("Arvania", "ARV"),), (GoldParty("Belmora", "BLM"),), status="actual")
TEXTS = ["Arvania visited Belmora first.", "Arvania visited Belmora twice more.", "Rain fell over the whole bay."]


def matches() -> list[SentenceMatch]:
    """Three documents: a visit found, a visit missed and called AID, an event where none is."""
    rows = [
        GoldSentence("1", "d1", TEXTS[0], (VISIT,)),
        GoldSentence("2", "d2", TEXTS[1], (VISIT,)),
        GoldSentence("3", "d3", TEXTS[2], ()),
    ]
    actors, recipients = (Party("Arvania", 0, 7, country="ARV"),), (Party("Belmora", 16, 23, country="BLM"),)
    sides = {"actors": actors, "recipients": recipients}
    found = [
        event("d1", text=TEXTS[0], confidence=0.95, **sides),
        event("d2", text=TEXTS[1], event_type="AID", confidence=0.55, **sides),
        event("d3", text=TEXTS[2], event_type="PROTEST", confidence=0.35, **sides),
    ]
    return match(rows, found)


def test_levels_and_types() -> None:
    figures = event_figures(matches())
    kind = figures.levels["type"]
    assert (kind.gold, kind.coded, kind.right) == (2, 3, 1)
    assert (kind.precision, kind.recall, kind.f1) == (1 / 3, 1 / 2, pytest.approx(0.4))
    assert figures.levels["dyad"].right == figures.levels["actor"].right == 1
    assert figures.types["CONSULT"].recall == 0.5
    assert figures.types["AID"].gold == 0
    assert figures.macro_f1 == pytest.approx(2 / 3)
    assert (figures.units, figures.documents) == (3, 3)


def test_confusion_tells_type_from_no_event() -> None:
    confusion = event_figures(matches()).confusion
    assert confusion == {("CONSULT", "CONSULT"): 1, ("CONSULT", "AID"): 1, (NONE, "PROTEST"): 1}


def test_a_type_is_confused_only_where_a_party_is_shared() -> None:
    row = GoldSentence("1", "d1", TEXTS[0], (VISIT,))
    cordia = (Party("Cordia", 0, 6, country="CRD"),)
    (shared,) = match([row], [event("d1", text=TEXTS[0], event_type="AID", actors=cordia)])
    assert confused(shared, fold_yield=False) == [("CONSULT", "AID")]
    (apart,) = match([row], [event("d1", text=TEXTS[0], event_type="AID", actors=cordia, recipients=())])
    assert confused(apart, fold_yield=False) == [("CONSULT", NONE), (NONE, "AID")]


def test_layers_without_gold_are_left_out() -> None:
    layers = event_figures(matches()).layers
    assert set(layers) == {"status"}
    assert (layers["status"].accuracy, layers["status"].of, layers["status"].f1) == (1.0, 1, None)


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    first, second = event_figures(matches()), event_figures(matches())
    assert first == second
    low, high = first.levels["type"].interval
    assert 0 <= low <= first.levels["type"].f1 <= high <= 1
    assert low < high


def test_pairs_of_a_given_type() -> None:
    answers = [("AID", "AID", 0.9), ("AID", "COOPERATE", 0.6), ("ACCUSE", NONE, 0.0), ("ACCUSE", "ACCUSE", 0.8)]
    figures = pair_figures(answers, quad={"AID": 2, "COOPERATE": 2, "ACCUSE": 3}.__getitem__)
    assert figures.levels["quad"].right == 3
    assert figures.levels["type"].right == 2
    assert figures.levels["type"].coded == 3
    assert figures.types["AID"].f1 == pytest.approx(2 / 3)
    assert figures.unit == "pairs"


def test_calibration_error_is_the_mean_distance() -> None:
    perfect = calibration([(1.0, True), (1.0, True), (0.0, False)])
    assert perfect.error == 0
    assert (perfect.bins[9].events, perfect.bins[0].events) == (2, 1)
    assert calibration([(0.9, True), (0.9, False)]).error == pytest.approx(0.4)
    assert calibration([]).error == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_calibration_counts_every_event_once(judged: list[tuple[float, bool]]) -> None:
    found = calibration(judged)
    assert sum(row.events for row in found.bins) == len(judged)
    assert 0 <= found.error <= 1


def test_an_empty_run_has_figures_of_zero() -> None:
    figures = event_figures([])
    assert figures.levels["dyad"].f1 == 0
    assert figures.types == {}
