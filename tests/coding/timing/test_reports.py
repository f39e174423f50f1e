"""Reports: the day on which something is told, bidden or judged is not that of what is told."""

import pytest

from coding.dates import asked
from dragoman.coding.timing import before_aim, before_judging, before_telling, behind_telling, of_decree


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Togo will send nurses to Benin, the treasury said on Thursday.", "send", True),
        ("Togo will send nurses to Benin, an aide told the radio late on Thursday.", "send", True),
        ("The treasury said Thursday that it would send nurses.", "send", True),
        ("Togo vowed on Thursday to send nurses.", "send", True),
        ("The king ordered the guards on Thursday to leave.", "leave", True),
        ("The king said in Lomé on Thursday that Togo would send nurses.", "send", True),
        ("Togo will send nurses, the king said in a speech on Thursday.", "send", True),
        ("The king told the envoy, Ama Sossou, in Lomé on Thursday that Togo would send nurses.", "send", True),
        ("The guards were told to leave on Thursday.", "leave", False),
        ("The king told the guards in Lomé to leave on Thursday.", "leave", False),
        ("The king said in Lomé that Togo would send nurses on Thursday.", "send", False),
        ("The king asked for talks on Thursday.", "talks", False),
        ("The winner will be announced on Thursday.", "announced", False),
        ("A truce is likely to be declared on Thursday.", "truce", False),
        ("The treasury said Thursday's talks would go on.", "talks", False),
        ("The treasury said next week it would send nurses.", "send", False),
        ("Togo was told by Thursday to send nurses.", "send", False),
    ],
)
def test_a_day_right_behind_a_verb_of_telling(text: str, trigger: str, wanted: bool) -> None:
    assert asked(behind_telling, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("On Thursday the treasury, run by Ama Sossou, said Togo would send nurses.", "send", True),
        ("On Thursday the king ordered the guards to leave.", "leave", True),
        ("On Thursday, the treasury said, Togo will send nurses.", "send", False),
        ("On Thursday Togo will send nurses, the treasury said.", "send", False),
        ("From Thursday the guards whom the king ordered to leave will leave.", "ordered", False),
        ("On Thursday the agreed truce will begin.", "begin", False),
        ("Next week the treasury said Togo would send nurses.", "send", False),
    ],
)
def test_a_day_before_a_verb_of_telling(text: str, trigger: str, wanted: bool) -> None:
    assert asked(before_telling, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The front claimed responsibility on Thursday for the shelling of a market.", "shelling", True),
        ("The front on Thursday claimed responsibility for a raid.", "raid", True),
        ("On Thursday Togo accused Benin of shelling a market.", "shelling", True),
        ("Togo denounced on Thursday the shelling of a market.", "shelling", True),
        ("Togo expelled an envoy on Thursday, linking her to the murder of a poet.", "murder", True),
        ("A court on Thursday jailed her for mocking the king.", "mocking", True),
        ("The front claimed responsibility for Thursday's raid.", "raid", False),
        ("The front claimed responsibility for an ambush on Thursday and a raid.", "raid", False),
        ("The front claimed responsibility for a raid on Thursday.", "raid", False),
        ("Togo denounced Thursday's raid.", "raid", False),
        ("On Thursday the man blamed for the raid shot two guards.", "shot", False),
        ("On Thursday the condemned man's murder shook Togo.", "murder", False),
        ("On Thursday Togo welcomed the king for talks.", "talks", False),
        ("On Thursday Togo denounced the raid and the army began a siege.", "siege", False),
        ("In May 2012 Togo accused Benin of shelling a market.", "shelling", False),
    ],
)
def test_a_day_of_judging(text: str, trigger: str, wanted: bool) -> None:
    assert asked(before_judging, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The king promised an answer by Thursday on how to meet the raid on Lomé.", "raid", True),
        ("By Thursday the raid on Lomé was over.", "raid", False),
        ("The rebels had by Thursday taken the port.", "taken", False),
        ("The rebels had by Thursday begun a raid.", "raid", False),
        ("The king promised an answer on Thursday about the raid.", "raid", False),
    ],
)
def test_a_day_by_which_something_else_is_to_be_done(text: str, trigger: str, wanted: bool) -> None:
    assert asked(before_aim, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Under a decree issued on Thursday, beggars will be deported.", "deported", True),
        ("The law, passed on Thursday, will ban beggars.", "ban", True),
        ("Under the bill, introduced by the treasurer on Thursday, beggars will be jailed.", "jailed", True),
        ("The vote, scheduled for Thursday, will be boycotted.", "boycotted", False),
        ("Under a decree on Thursday, beggars will be deported.", "deported", False),
        ("A decree to be issued on Thursday, will ban beggars.", "ban", False),
        ("On Thursday, beggars will be deported.", "deported", False),
        ("Beggars will be deported under a decree issued on Thursday.", "deported", False),
    ],
)
def test_a_day_on_which_was_passed_what_provides_for_a_deed(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_decree, text, trigger) is wanted
