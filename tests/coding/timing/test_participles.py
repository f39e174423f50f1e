"""Participles: which of them keep the date behind them from a trigger before their noun (more in test_coder)."""

import pytest

from coding.dates import asked
from dragoman.coding.timing import expressions
from dragoman.coding.timing.participles import of_fronted, of_participle


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Protesters demanded the return of land seized in 1967.", "demanded", True),
        ("Chad bombed a school built by the EU in 2012.", "bombed", True),
        ("The army killed a commander jailed in 2016.", "killed", True),
        ("Rebels killed a man first arrested on Monday.", "killed", True),
        ("Chad criticised the law passed by the Polish parliament last month.", "criticised", True),
        ("Police arrested a man wanted since 2015.", "arrested", True),
        ("Chad hacked journalists using software made by a firm as recently as 2021.", "hacked", False),
        ("The army shelled positions held by rebels in March.", "shelled", False),
        ("The army shelled a town taken by rebels on Monday.", "shelled", False),
        ("He was killed in a raid ordered last month.", "killed", False),
        ("Chad condemned the raid in a statement issued on Monday.", "condemned", False),
        ("Envoys met for talks hosted by Qatar in May.", "met", False),
        ("Chad signed a truce brokered by Qatar in May.", "signed", False),
        ("The truce agreed on Friday took effect.", "truce", False),
        ("The raid on a base mounted in May failed.", "raid", False),
        ("He was arrested and jailed in March.", "arrested", False),
        ("Police killed two men and wounded four in March.", "killed", False),
        ("Police killed a man when a crowd attacked in March.", "killed", False),
        ("Rebels killed a soldier, the army confirmed in March.", "killed", False),
        ("Martial law was last imposed in 1979.", "law", False),
        ("The property was seized in 1967.", "property", False),
    ],
)
def test_a_participle_keeps_its_date(text: str, trigger: str, wanted: bool) -> None:
    (expression,) = expressions(text)
    start = text.index(trigger)
    assert of_participle(expression, text, trigger=(start, start + len(trigger))) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Elected in 2016, the mayor was arrested in Lima.", "arrested", True),
        ("Born in Lima, Peru, in 1960, Koffi attacked the king.", "attacked", True),
        ("First jailed by the junta in May 1960, Koffi attacked the king.", "attacked", True),
        ("Arrested on Monday, the mayor was charged.", "charged", False),
        ("Asked in May about the raid, the king condemned it.", "condemned", False),
        ("Jailed for life, the mayor fled in 2016 and attacked the king.", "attacked", False),
        ("Elected in 2016, the mayor was arrested in Lima.", "Elected", False),
    ],
)
def test_a_turn_of_life_at_the_head_keeps_its_date(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_fronted, text, trigger) is wanted
