"""Neighbours: which dates are those of a clause beside the trigger's."""

import pytest

from coding.dates import asked
from dragoman.coding.timing.neighbours import of_later, of_next, of_past, of_what_comes


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Envoys will arrive in Lome on Wednesday after Togo brokered a deal.", "brokered", True),
        (
            "The king is expected to hold tense talks on Tuesday, after he condemned Togo.",
            "condemned",
            True,
        ),
        ("Envoys want to meet in Lome in October, but Togo says it is time to talk.", "says", True),
        ("The vote is on hold until February after Togo objected.", "objected", True),
        ("Envoys will meet on Monday to discuss the sanctions that Chad imposed.", "imposed", True),
        ("Envoys will leave on Monday, it said, accusing Chad.", "accusing", True),
        ("Envoys met in Lome on Wednesday after Togo brokered a deal.", "brokered", False),
        ("Envoys said on Sunday they would not attend, blaming Chad.", "blaming", False),
        ("The king said he would go on Sunday, accusing Chad.", "accusing", False),
        ("Envoys will arrive in Lome on Wednesday and meet the king.", "meet", False),
        ("The envoys on Wednesday met the king, as Togo had asked.", "met", False),
    ],
)
def test_the_day_of_what_is_to_come_is_not_that_of_what_is_done(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_what_comes, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Chad and Togo fought a war in 2006 and officials have warned of another.", "warned", True),
        ("Koffi was killed by a drone in 2015, while Ama is in prison.", "in prison", True),
        ("He went to Togo in 2014 and is now held by rebels.", "held", True),
        ("He went to Togo in 2014 and was held by rebels.", "held", False),
        ("He went to Togo in 2014 and the army, which is feared, was told.", "told", False),
        ("Rebels fled, and for the past two nights jets and helicopters have attacked.", "attacked", False),
        ("Rebels have been at war with Chad since 2014 and have killed hundreds.", "killed", False),
        ("On Monday rebels have struck and have fled.", "fled", False),
        ("Chad has jailed ten men since the vote in 2014.", "jailed", False),
    ],
)
def test_the_date_of_a_past_clause_is_not_that_of_how_things_stand(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_past, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Chad has for years threatened the Ewe, and in 2018 invaded Togo.", "threatened", True),
        ("Chad fined the singer and in August jailed her.", "fined", True),
        ("Chad called it murder and said it would raise it this month.", "called", True),
        ("Chad called it murder, and the king, who would not stay, left this month.", "called", False),
        ("Chad fined the singer and the poet in August.", "fined", False),
        ("Chad fined the singer and jailed her in August.", "fined", False),
        ("Chad fined the singer and in August jailed her.", "jailed", False),
    ],
)
def test_a_date_that_opens_or_ends_another_deed_is_that_deeds(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_next, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("They clashed on Friday over a man who had been shot by guards.", "shot", True),
        ("They fired on Friday on a town that had already fallen.", "fallen", True),
        ("The envoy met the king on Friday, who had urged him to stay.", "urged", False),
        ("Police said on Friday that they had shot a man.", "shot", False),
        ("They will free ten men before talks with Chad start on May 3.", "free", True),
        ("Gunmen shot ten men before the army arrived on Friday.", "shot", False),
        ("They shelled the port before dawn on Friday.", "shelled", False),
        ("They stormed the port before declaring a coup on Friday.", "stormed", False),
        ("They will strike before the end of May.", "strike", False),
    ],
)
def test_a_day_of_what_the_trigger_came_before(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_later, text, trigger) is wanted
