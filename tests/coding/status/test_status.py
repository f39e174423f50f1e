"""Status of the table's cases by rules alone, and of rules and network together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.status.status import STATUSES, read_status
from dragoman.event import Status
from tables import cases

FLOOR = 0.95


def place(sentence: str, words: str) -> tuple[int, int]:
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)
    assert found
    return found.span()


def test_the_table_of_cases() -> None:
    table = cases("status_cases.csv")
    right = [read_status(r["sentence"], *place(r["sentence"], r["trigger"])).status == r["status"] for r in table]
    assert sum(right) / len(table) >= FLOOR


def test_the_cue_shares_words_with_the_table_s() -> None:
    table = [r for r in cases("status_cases.csv") if r["cue"]]
    shared = 0
    for row in table:
        found = read_status(row["sentence"], *place(row["sentence"], row["trigger"]))
        words = set(found.cue.text.lower().split()) if found.cue else set()
        shared += bool(words & set(row["cue"].lower().split()))
    assert shared / len(table) >= 0.85


def test_offsets_of_the_cue_are_the_sentence_s() -> None:
    text = "Peru has not visited Bolivia."
    found = read_status(text, 13, 20)
    assert found.status == "negated"
    assert found.cue is not None
    assert text[found.cue.start : found.cue.end] == found.cue.text == "not"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad averted an attack on the market.", "negated"),
        ("Chad closed roads to prevent an attack on the market.", "hypothetical"),
        ("Chad repelled an attack on the market.", "actual"),
    ],
)
def test_what_was_foiled_did_not_happen_however_sure_the_network_is(text: str, status: str) -> None:
    sure = dict.fromkeys(STATUSES, 0.01) | {"actual": 0.97}
    assert read_status(text, *place(text, "attack"), event_type="ASSAULT", chances=sure).status == status


def test_an_aside_does_not_part_a_cue_from_its_clause() -> None:
    text = "It is not true, Mali said, that Chad fired."
    found = read_status(text, 36, 41)
    assert found.status == "negated"
    assert found.cue is not None
    assert text[found.cue.start : found.cue.end] == found.cue.text


def test_plain_words_right_before_a_verb_leave_nothing_to_weigh() -> None:
    chances = {"actual": 0.997, "planned": 0.001, "hypothetical": 0.001, "negated": 0.001}
    for text, status in (("Peru may threaten Chile.", "hypothetical"), ("Peru did not yet threaten Chile.", "negated")):
        start = text.index("threaten")
        found = read_status(text, start, start + 8, event_type="THREATEN", chances=chances)
        assert (found.status, found.chance) == (status, 1.0)
    text = "Peru is to threaten Chile."
    assert read_status(text, 11, 19, event_type="THREATEN", chances=chances).chance < 1


def test_a_threat_of_ifs_is_one_and_one_that_is_supposed_is_not() -> None:
    told = "If Peru fires, Chile warned, it will answer."
    start = told.index("warned")
    assert read_status(told, start, start + 6, event_type="THREATEN").status == "actual"
    supposed = "Chile would answer if Peru threatened it."
    start = supposed.index("threatened")
    assert read_status(supposed, start, start + 10, event_type="THREATEN").status == "hypothetical"


def test_a_sure_network_is_heard_where_no_cue_speaks() -> None:
    chances = {"actual": 0.001, "planned": 0.001, "hypothetical": 0.997, "negated": 0.001}
    found = read_status("Peru sends tanks.", 5, 10, event_type="MOBILIZE", chances=chances)
    assert (found.status, found.cue) == ("hypothetical", None)
    assert 0.25 <= found.chance <= 1


def test_rules_and_network_that_agree_are_surer() -> None:
    text, span = "Peru will send tanks.", (10, 14)
    even = dict.fromkeys(STATUSES, 0.25)
    sure = {"actual": 0.05, "planned": 0.85, "hypothetical": 0.05, "negated": 0.05}
    assert read_status(text, *span, chances=sure).status == "planned"
    assert read_status(text, *span, chances=sure).chance > read_status(text, *span, chances=even).chance


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 20))
def test_any_text_gives_a_status_with_its_words(text: str, start: int, length: int) -> None:
    found = read_status(text, start, start + length)
    assert found.status in STATUSES
    if found.cue:
        assert text[found.cue.start : found.cue.end] == found.cue.text


SWAYED: dict[Status, float] = {"actual": 0.97, "negated": 0.01, "planned": 0.01, "hypothetical": 0.01}


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The council fails to adopt a resolution demanding a truce.", "demanding", "negated"),
        ("The council failed to pass a motion calling for sanctions.", "calling for", "negated"),
        ("The council did not adopt a resolution condemning Chad.", "condemning", "negated"),
        ("The council adopted a resolution demanding a truce.", "demanding", "actual"),
        ("The council failed to stop a crowd demanding bread.", "demanding", "actual"),
    ],
)
def test_what_was_not_adopted_says_nothing_whatever_the_network_thinks(
    sentence: str, trigger: str, status: Status
) -> None:
    read = read_status(sentence, *place(sentence, trigger), event_type="REQUEST", chances=SWAYED)
    assert read.status == status


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Mali described as fake news reports that guards had shot a monk.", "shot", "negated"),
        ("Mali labelled as propaganda claims that guards had shot a monk.", "shot", "negated"),
        ("Mali called untrue reports that guards had shot a monk.", "shot", "negated"),
        ("Mali called reports that guards had shot a monk timely.", "shot", "actual"),
        ("Mali described as reliable reports that guards had shot a monk.", "shot", "actual"),
    ],
)
def test_what_somebody_calls_false_did_not_happen(sentence: str, trigger: str, status: Status) -> None:
    assert read_status(sentence, *place(sentence, trigger)).status == status
    assert read_status(sentence, *place(sentence, trigger), event_type="ASSAULT", chances=SWAYED).status == status


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "status"),
    [
        ("Chad and Togo nearly went to war over an islet.", "went to war", "ASSAULT", "negated"),
        ("Guards nearly killed a monk.", "killed", "ASSAULT", "negated"),
        ("Chad came close to shelling Togo.", "shelling", "ASSAULT", "negated"),
        ("Shells nearly destroyed the port.", "destroyed", "ASSAULT", "actual"),
        ("Chad almost begged the council.", "begged", "REQUEST", "actual"),
        ("Chad nearly succeeded in killing the king.", "killing", "ASSAULT", "actual"),
        ("Chad almost certainly shelled the port.", "shelled", "ASSAULT", "actual"),
        ("Nearly forty monks were killed.", "killed", "ASSAULT", "actual"),
    ],
)
def test_what_nearly_happened_did_not_whatever_the_network_thinks(
    sentence: str, trigger: str, kind: str, status: Status
) -> None:
    assert read_status(sentence, *place(sentence, trigger), event_type=kind, chances=SWAYED).status == status
