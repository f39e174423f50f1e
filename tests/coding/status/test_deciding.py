"""Which cue decides: the nearest that governs the trigger, together with what governs it."""

import pytest

from dragoman.coding.status.cueing import cues
from dragoman.coding.status.deciding import answered, ruled
from dragoman.coding.words import words


def decided(text: str, trigger: str, event_type: str = "") -> str:
    told = words(text)
    first = [w.text for w in told].index(trigger.split()[0])
    return ruled(told, cues(told), first, first + len(trigger.split()), event_type=event_type)[0]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Chad did not fail to pay the guards.", "pay", "actual"),
        ("Chad has no plans to recall the envoy.", "recall", "negated"),
        ("Chad may be about to recall the envoy.", "recall", "hypothetical"),
        ("If Mali falls, Chad will close the pass.", "close", "hypothetical"),
        ("Chad will confront the attackers.", "attackers", "actual"),
        ("Chad said it would close the pass.", "close", "planned"),
        ("The visit to Chad was cancelled.", "visit", "negated"),
        ("Did Chad close the pass?", "close", "hypothetical"),
        ("Chad almost closed the pass.", "closed", "negated"),
        ("We close the pass on Sunday.", "close", "planned"),
        ("The guards are leaving on Sunday.", "leaving", "planned"),
        ("The guards kept leaving on Sunday.", "leaving", "actual"),
        ("Chad to close pass", "close", "planned"),
        ("Bid to close pass fails", "close", "actual"),
        ("If Chad does not close the pass, Mali may.", "close", "hypothetical"),
        ("Mali will wait if Chad fails to close the pass.", "close", "hypothetical"),
        ("Chad foiled a raid by Mali.", "raid", "negated"),
        ("Chad thwarted an al-Qaeda raid on the pass.", "raid", "negated"),
        ("Chad foiled a plot by rebels to close the pass.", "close", "negated"),
        ("Chad closed the pass to prevent a raid.", "raid", "hypothetical"),
        ("Chad failed to prevent a raid.", "raid", "actual"),
        ("Chad repelled a raid.", "raid", "actual"),
        ("Chad averted a crisis caused by the raid.", "raid", "actual"),
        ("Mali prayed that Chad would close the pass.", "close", "hypothetical"),
    ],
)
def test_together(text: str, trigger: str, status: str) -> None:
    assert decided(text, trigger) == status


def test_an_act_of_speech_is_actual_when_its_own_words_are_the_cue() -> None:
    assert decided("Chad must close the pass, Mali says.", "must close", "REQUEST") == "actual"
    assert decided("Chad will not close the pass.", "will not close", "REJECT") == "actual"
    assert decided("Chad will not close the pass.", "close", "COERCE") == "negated"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad will retaliate for the strike.", True),
        ("Chad would avenge Libya's deadly strike.", True),
        ("Chad acted in response to their last strike.", True),
        ("Chad will retaliate for any strike.", False),
        ("Chad will retaliate for a strike.", False),
        ("Chad will respond to the planned strike.", False),
        ("Chad will respond to the threat of a strike.", False),
        ("Chad will respond if the strike comes.", False),
        ("Chad feared the strike.", False),
    ],
)
def test_a_known_deed_that_is_answered_happened(text: str, wanted: bool) -> None:
    told = words(text)
    assert answered(told, [w.text for w in told].index("strike")) is wanted


def test_a_threat_by_if_is_none_yet_though_its_subject_is_long() -> None:
    text = "If the guards and their many new allies threaten us, we leave."
    assert decided(text, "threaten", "THREATEN") == "hypothetical"
    assert decided("If Mali falls, the guards threaten to leave.", "threaten", "THREATEN") == "actual"
