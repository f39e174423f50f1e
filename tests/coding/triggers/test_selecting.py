"""Selecting: what is too unlikely, without anybody, or told twice is not told, and the reason is kept."""

import numpy as np

from dragoman.coding.triggers.arguing import Finding, Role
from dragoman.coding.triggers.selecting import decide

WHO = (Role(0, 6, 0.9),)
WHOM = (Role(16, 23, 0.9),)


def finding(
    *, start: int = 7, chance: float = 0.9, kind: str = "ASSAULT", actor: tuple[Role, ...] = WHO,
    recipient: tuple[Role, ...] = WHOM, sentence: int = 0, place: tuple[Role, ...] = (), when: tuple[Role, ...] = (),
) -> Finding:  # fmt: skip
    roles = {"actor": actor, "recipient": recipient, "said_by": (), "place": place, "when": when}
    return Finding(
        sentence=sentence, start=start, end=start + 4, chance=chance, event_type=kind, type_chance=0.9,
        types=np.full(16, 1 / 16, np.float32), status="actual", status_chance=0.9, mode="", roles=roles,
    )  # fmt: skip


def test_verdicts() -> None:
    findings = [finding(chance=0.2, start=1), finding(actor=(), recipient=(), start=12), finding(), finding(start=30)]
    verdicts = {d.finding.start: d.verdict for d in decide(findings, threshold=0.5)}
    assert verdicts == {1: "unlikely", 12: "nobody", 7: "kept", 30: "double"}


def test_of_doubles_the_likelier_is_kept() -> None:
    decided = decide([finding(chance=0.6, start=3), finding(chance=0.8, start=40)], threshold=0.5)
    assert [(d.finding.start, d.verdict) for d in decided] == [(3, "double"), (40, "kept")]


def test_other_parties_types_and_sentences_are_no_doubles() -> None:
    others = finding(recipient=(Role(40, 45, 0.9),), start=30)
    findings = [finding(), finding(kind="COERCE", start=20), others, finding(sentence=1)]
    assert all(d.verdict == "kept" for d in decide(findings, threshold=0.5))


def test_the_same_act_with_a_side_less_or_fewer_words_is_a_double() -> None:
    fewer = finding(start=30, chance=0.8, actor=(Role(2, 6, 0.9),))
    less = finding(start=50, chance=0.7, recipient=())
    decided = decide([finding(), fewer, less], threshold=0.5)
    assert [d.verdict for d in decided] == ["kept", "double", "double"]


def test_one_who_acts_and_one_who_suffers_are_two_events() -> None:
    decided = decide([finding(recipient=()), finding(actor=(), start=30)], threshold=0.5)
    assert [d.verdict for d in decided] == ["kept", "kept"]


def test_acts_of_two_places_or_of_two_times_are_two_events() -> None:
    here, there = (Role(50, 55, 0.9),), (Role(60, 65, 0.9),)
    for first, second, verdict in (
        (finding(place=here), finding(start=30, place=there), "kept"),
        (finding(when=here), finding(start=30, when=there), "kept"),
        (finding(place=here), finding(start=30, place=here), "double"),
        (finding(place=here), finding(start=30, when=there), "double"),
    ):
        assert [d.verdict for d in decide([first, second], threshold=0.5)] == ["kept", verdict]


def test_decisions_stand_in_the_order_of_the_text() -> None:
    decided = decide([finding(sentence=2), finding(sentence=0, start=9), finding(sentence=0, start=1)], threshold=0.5)
    assert [(d.finding.sentence, d.finding.start) for d in decided] == [(0, 1), (0, 9), (2, 7)]
