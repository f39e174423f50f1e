"""Bounds: which clauses between a trigger and the date behind it keep the date (more in attached.csv)."""

import pytest

from coding.dates import asked
from dragoman.coding.timing import expressions
from dragoman.coding.timing.bounds import beyond, of_accused, of_charge


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Chad condemned the general, who seized power in 2021.", "condemned", True),
        ("Chad condemned the coup in 2021.", "condemned", False),
        ("Chad denied that it had shelled the port last month.", "denied", True),
        ("The raid that killed ten men in 2021 was denied.", "raid", False),
        ("Chad held the general, who had fled, on Friday.", "held", False),
        ("Rebels hit a depot that fuels the front, the army said on Friday.", "hit", False),
        ("Chad had trained them, but last year co-opted them.", "trained", True),
        ("Police shot him while patrolling the port last month.", "shot", False),
        ("Police shot men, women and children last month.", "shot", False),
        ("Police shot men, women, and children last month.", "shot", False),
        ("Police shot men, and the army shelled the port last month.", "shot", True),
        ("Police shot him after the vote last month.", "shot", False),
        ("Police shot him after he fled last month.", "shot", True),
        ("Police shot him after he fled on 3 May.", "shot", False),
        ("Kenya charged him with stealing a boat last month.", "charged", False),
        ("Police shot him after gunmen on Friday attacked the port.", "shot", True),
        ("Police shot him after the court yesterday banned the rally.", "shot", True),
        ("Police shot him after the vote yesterday.", "shot", False),
        ("Angered by the killing of a soldier, Chad on Friday expelled two envoys.", "killing", True),
        ("Responding to the recent raid, Kenya today closed its border.", "raid", True),
        ("Chad closed its border in response to a raid on Friday.", "raid", False),
        ("After the killing of a soldier, Chad on Friday expelled two envoys.", "killing", False),
        ("Kenya suspected him of stealing a boat last month.", "suspected", True),
    ],
)
def test_a_clause_keeps_its_date(text: str, trigger: str, wanted: bool) -> None:
    (expression,) = expressions(text)
    start = text.index(trigger)
    assert beyond(expression, text, trigger=(start, start + len(trigger))) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("A court found the mayor guilty of taking bribes between 2009 and 2011.", "found", True),
        ("Prosecutors charged the mayor with taking bribes in 2011.", "charged", True),
        ("The mayor has been sentenced to nine years for taking bribes in 2011.", "sentenced", True),
        ("The mayor was sentenced to nine years for taking bribes in 2011.", "sentenced", False),
        ("Prosecutors charged the mayor with taking bribes last month.", "charged", False),
        ("Prosecutors charged the mayor in 2011 with taking bribes.", "charged", False),
        ("Prosecutors charged the mayor with fraud in 2011.", "charged", False),
        ("Police arrested two suspected rebels for shelling the port in 2011.", "arrested", False),
        ("Police arrested a mayor for taking bribes on Monday.", "arrested", False),
        ("Prosecutors say that the mayor took bribes in 2011.", "say", True),
        ("Prosecutors said in 2011 that the mayor took bribes.", "said", False),
        ("Prosecutors said that the mayor took bribes on Monday.", "said", False),
    ],
)
def test_a_year_behind_a_charge_is_that_of_the_deed(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_charge, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Chad blamed Togo for poisoning an envoy in Lima on March 4.", "blamed", True),
        ("Kenya charged him with stealing a boat on March 4.", "charged", True),
        ("Kenya charged him with stealing a boat last month.", "charged", False),
        ("Kenya charged him on March 4 with stealing a boat.", "charged", False),
        ("Kenya jailed him for stealing a boat on March 4.", "jailed", False),
    ],
)
def test_the_day_of_what_somebody_is_accused_of(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_accused, text, trigger) is wanted
