"""Pairing what was coded with what was annotated."""

import pytest

from dragoman.evaluation.gold import GoldEvent, GoldParty, GoldSentence
from dragoman.evaluation.matching import match, same_side, same_type
from dragoman.event import Event, Party
from fakes import event

TEXT = "Arvania and Belmora held talks in the old harbour on Monday."


def gold(kind: str = "CONSULT", actors: str = "ARV", recipients: str = "BLM") -> GoldEvent:
    return GoldEvent(kind, parties(actors), parties(recipients))


def parties(countries: str) -> tuple[GoldParty, ...]:
    return tuple(GoldParty(f"party of {country}", country) for country in countries.split())


def coded(kind: str = "CONSULT", actors: str = "ARV", recipients: str = "BLM", text: str = TEXT) -> Event:
    sides = {"actors": actors, "recipients": recipients}
    spans = {k: tuple(Party(f"party of {c}", 0, 1, country=c) for c in v.split()) for k, v in sides.items()}
    return event("d", text=text, event_type=kind, **spans)


def levels(wanted: list[GoldEvent], found: list[Event]) -> dict[str, int]:
    (row,) = match([GoldSentence("s", "d", TEXT, tuple(wanted))], found)
    return {level: len(pairs) for level, pairs in row.pairs.items()}


def test_an_event_that_is_right_agrees_at_all_levels() -> None:
    assert levels([gold()], [coded()]) == {"quad": 1, "type": 1, "actor": 1, "recipient": 1, "dyad": 1}


def test_swapped_parties_agree_in_type_only() -> None:
    assert levels([gold("ACCUSE")], [coded("ACCUSE", "BLM", "ARV")]) == {
        "quad": 1,
        "type": 1,
        "actor": 0,
        "recipient": 0,
        "dyad": 0,
    }


def test_another_type_of_the_same_quad_class() -> None:
    found = levels([gold("ACCUSE")], [coded("REJECT")])
    assert (found["quad"], found["type"], found["dyad"]) == (1, 0, 0)


def test_a_meeting_may_be_told_together_or_apart() -> None:
    assert levels([gold("CONSULT", "ARV BLM", "")], [coded()])["dyad"] == 1
    assert levels([gold("CONSULT")], [coded("CONSULT", "BLM ARV", "")])["dyad"] == 1
    assert levels([gold("ACCUSE", "ARV BLM", "")], [coded("ACCUSE")])["dyad"] == 0


def test_one_gold_event_is_met_once() -> None:
    (row,) = match([GoldSentence("s", "d", TEXT, (gold(),))], [coded(actors=""), coded()])
    assert row.pairs["type"] == ((0, 1),)


def test_two_gold_events_take_the_best_pairs() -> None:
    wanted = [gold("ACCUSE", "ARV", "BLM"), gold("ACCUSE", "CRD", "DLT")]
    (row,) = match([GoldSentence("s", "d", TEXT, tuple(wanted))], [coded("ACCUSE", "CRD", "DLT"), coded("ACCUSE")])
    assert set(row.pairs["type"]) == {(0, 1), (1, 0)}


def test_an_event_goes_to_the_sentence_that_shares_most_words() -> None:
    other = GoldSentence("t", "d", "Rain fell on the old harbour all Monday.", ())
    rows = match([other, GoldSentence("s", "d", TEXT, (gold(),))], [coded(text=f"Caption {TEXT}")])
    assert [len(row.coded) for row in rows] == [0, 1]


def test_events_of_other_sentences_and_documents_are_not_judged() -> None:
    rows = match(
        [GoldSentence("s", "d", TEXT, ())],
        [coded(text="Nothing like it was said anywhere."), event("elsewhere", text=TEXT)],
    )
    assert rows[0].coded == ()


@pytest.mark.parametrize(
    ("wanted", "found", "agrees"),
    [
        ([], [], True),
        ([GoldParty("x")], [], False),
        ([], [Party("x", 0, 1)], False),
        ([GoldParty("the army", "ARV")], [Party("soldiers", 0, 1, country="ARV")], True),
        ([GoldParty("allies", "ARV"), GoldParty("b", "BLM")], [Party("a", 0, 1, country="ARV")], True),
        ([GoldParty("a", "ARV")], [Party(c, 0, 1, country=c) for c in ("ARV", "BLM", "CRD")], False),
        ([GoldParty("the army", "ARV")], [Party("the army", 0, 1)], False),
        ([GoldParty("the harbour guild")], [Party("guild members", 0, 1)], True),
        ([GoldParty("the president")], [Party("the former president", 0, 1)], False),
        ([GoldParty("him", name="Ada Rell")], [Party("she", 0, 1, name="Rell")], True),
    ],
)
def test_when_sides_agree(wanted: list[GoldParty], found: list[Party], agrees: bool) -> None:
    assert same_side(wanted, found) is agrees


def test_yield_stands_for_both_halves() -> None:
    assert same_type("YIELD", "CONCEDE")
    assert same_type("YIELD", "RETREAT")
    assert not same_type("YIELD", "AID")
    assert levels([gold("YIELD")], [coded("RETREAT")])["dyad"] == 1
    assert levels([gold("YIELD")], [coded("AID")])["quad"] == 0
