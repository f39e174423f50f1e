"""Rivals: a finding knows the other triggers of its sentence and nothing of other sentences."""

from dataclasses import replace

from findings import finding

from dragoman.coding.arguing import Rivals
from dragoman.coding.rivals import rivalled

SENTENCE = "Chad attacked Niger and condemned Mali, then attacked again."
ATTACK = finding(SENTENCE, "attacked", chance=0.9)
WORDS = finding(SENTENCE, "condemned", kind="ACCUSE", chance=0.6)
AGAIN = replace(ATTACK, chance=0.4, start=44, end=52)
ELSEWHERE = finding(SENTENCE, "attacked", index=1, chance=0.8)


def test_each_knows_the_likeliest_of_the_others_and_of_its_own_type():
    first, words, again, alone = rivalled([ATTACK, WORDS, AGAIN, ELSEWHERE])
    assert first.rivals == Rivals(2, 0.6, 0.4)
    assert words.rivals == Rivals(2, 0.9, 0.0)
    assert again.rivals == Rivals(2, 0.9, 0.9)
    assert alone.rivals == Rivals()


def test_order_and_everything_else_stay():
    found = rivalled([WORDS, ATTACK])
    assert [replace(f, rivals=Rivals()) for f in found] == [WORDS, ATTACK]
