"""Rivals: a finding knows the other triggers of its sentence, and how likely the document's other sentences are."""

from dataclasses import replace

import pytest

from coding.findings import finding
from dragoman.coding.triggers.arguing import USUAL, Rivals
from dragoman.coding.triggers.rivals import rivalled

SENTENCE = "Chad attacked Niger and condemned Mali, then attacked again."
ATTACK = finding(SENTENCE, "attacked", chance=0.9)
WORDS = finding(SENTENCE, "condemned", kind="ACCUSE", chance=0.6)
AGAIN = replace(ATTACK, chance=0.4, start=44, end=52)
ELSEWHERE = finding(SENTENCE, "attacked", index=1, chance=0.8)


def test_each_knows_the_likeliest_of_the_others_and_of_its_own_type():
    found = rivalled([ATTACK, WORDS, AGAIN, ELSEWHERE])
    first, words, again, alone = (replace(f.rivals, around=USUAL) for f in found)
    assert first == Rivals(2, 0.6, 0.4)
    assert words == Rivals(2, 0.9, 0.0)
    assert again == Rivals(2, 0.9, 0.9)
    assert alone == Rivals()


def test_a_sentence_alone_has_what_is_usual_around_it():
    assert [f.rivals.around for f in rivalled([ATTACK, WORDS])] == pytest.approx([USUAL, USUAL])


def test_likely_sentences_around_count_for_more_the_more_they_are():
    few, many = (
        rivalled([replace(ATTACK, sentence=i, chance=0.95) for i in range(1, count)] + [WORDS]) for count in (3, 9)
    )
    assert USUAL < few[-1].rivals.around < many[-1].rivals.around < 0.95


def test_what_surrounds_a_sentence_is_not_itself():
    found = rivalled([replace(ATTACK, chance=0.1), ELSEWHERE])
    assert found[0].rivals.around > USUAL > found[1].rivals.around


@pytest.mark.parametrize(
    ("kind", "actor", "inner"),
    [("THREATEN", "Chad", True), ("CONSULT", "Chad", False), ("THREATEN", "Mali", False), ("ASSAULT", "Chad", False)],
)
def test_an_act_that_its_own_actor_says_before_is_inner(kind: str, actor: str, inner: bool):
    sentence = "Mali said that Chad threatened to attack Niger."
    saying = finding(sentence, "threatened", kind=kind, actor=actor, recipient="Niger")
    act = finding(sentence, "attack", actor="Chad", recipient="Niger")
    assert [f.rivals.inner for f in rivalled([saying, act])] == [False, inner]


def test_order_and_everything_else_stay():
    found = rivalled([WORDS, ATTACK])
    assert [replace(f, rivals=Rivals()) for f in found] == [WORDS, ATTACK]
