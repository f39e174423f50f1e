"""Clauses: a side clause that ends between two spans keeps them apart."""

import pytest

from dragoman.coding.timing.clauses import apart


def told(text: str, expression: str, trigger: str) -> str:
    """The side clause that keeps the two words apart."""
    spans = [(text.index(words), text.index(words) + len(words)) for words in (expression, trigger)]
    return apart(text, 0, spans[0], spans[1])


@pytest.mark.parametrize(
    ("text", "expression", "trigger", "clause"),
    [
        ("The envoy, who left in May, denied it.", "May", "denied", "relative"),
        ("The envoy, who left in May, denied it.", "May", "left", ""),
        ("The officers who rebelled on Sunday have freed the king.", "Sunday", "freed", "relative"),
        ("The raid that began on Sunday has ended.", "Sunday", "ended", "relative"),
        ("The raid in which police on Sunday arrested and beat him went on.", "Sunday", "beat", ""),
        ("The king, driven out last year, came back.", "last year", "came back", "participle"),
        ("The king – who fled in May – came back.", "May", "came back", "relative"),
        ("The king, who fled in May 2011 with 2,000 men and later died.", "May 2011", "died", ""),
        ("The court, which jailed him, rose for the day on Friday.", "Friday", "jailed", "relative"),
        ("The king, who met the envoy in Riyadh, Saudi Arabia, on Friday.", "Friday", "met", ""),
        ("The king, who left Togo in May, met the envoy and wept.", "May", "wept", "relative"),
        ("The king, who ruled until May, said the men had lied and wept.", "May", "wept", "relative"),
        ("The king, who in May met generals, envoys and bishops.", "May", "bishops", ""),
        ("The truce agreed last Friday collapsed again.", "last Friday", "collapsed", "participle"),
        ("Troops who entered the town on Friday shot the mayor.", "Friday", "shot", "relative"),
        ("The raid that began on Friday spread north.", "Friday", "spread", "relative"),
        ("Troops who on Friday entered the town left.", "Friday", "entered", ""),
        ("On Friday, police arrested the mayor.", "Friday", "arrested", ""),
        ("He said that the raid on Friday was a crime.", "Friday", "crime", ""),
    ],
)
def test_what_a_side_clause_keeps_to_itself(text: str, expression: str, trigger: str, clause: str) -> None:
    assert told(text, expression, trigger) == clause
