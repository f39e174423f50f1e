"""Filling: names are whole, and a possessive before the trigger says who acts where nobody else does."""

from datetime import date

import pytest

from coding.findings import finding
from dragoman.coding.parties.filling import fill, possessor
from dragoman.coding.story import Story
from dragoman.document import Document


def words(
    sentence: str, trigger: str, role: str, *, kind: str = "ASSAULT", mode: str = "", **roles: str | list[str]
) -> list[str]:
    story = Story.of(Document("d", sentence, pub_date=date(2020, 1, 1)))
    filled = fill(story, finding(sentence, trigger, kind=kind, mode=mode, **roles))
    return [sentence[r.start : r.end] for r in filled.roles[role]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "given", "whole"),
    [
        ("Japan accused North Korea of lying.", "accused", "Korea", "North Korea"),
        ("Rebels attacked South Sudan on Monday.", "attacked", "South", "South Sudan"),
        ("Police beat the driver.", "beat", "the driver", "the driver"),
    ],
)
def test_names_are_whole(sentence: str, trigger: str, given: str, whole: str) -> None:
    assert words(sentence, trigger, "recipient", recipient=given) == [whole]


@pytest.mark.parametrize(
    ("sentence", "given", "left"),
    [
        ("The army, led by Ann Lee, attacked Kano.", ["The army", "Ann Lee"], ["The army"]),
        ("The army, commanded by General Ann Lee, attacked Kano.", ["The army", "Ann Lee"], ["The army"]),
        ("China, backed by Russia, attacked Kano.", ["China", "Russia"], ["China"]),
        # who leads alone, who fights beside them, and who does something himself
        ("A force, led by Ann Lee, attacked Kano.", ["Ann Lee"], ["Ann Lee"]),
        ("Guards backed by miners attacked Kano.", ["Guards", "miners"], ["Guards", "miners"]),
        ("The army, led by Ann Lee who attacked Kano, fled.", ["The army", "Ann Lee"], ["The army", "Ann Lee"]),
    ],
)
def test_who_leads_the_actor_is_no_other_one(sentence: str, given: list[str], left: list[str]) -> None:
    assert words(sentence, "attacked", "actor", actor=given) == left


@pytest.mark.parametrize(
    ("sentence", "given", "left"),
    [
        ("Gunmen killed a man, aged 50, in Lagos.", ["a man", "50"], ["a man"]),
        ("Gunmen killed a man and his son, 12, in Lagos.", ["a man", "his son", "12"], ["a man", "his son"]),
        ("Gunmen killed a girl aged 7 in Lagos.", ["a girl", "7"], ["a girl"]),
        ("Gunmen killed 15 in Lagos.", ["15"], ["15"]),
        ("Gunmen killed 21, including a teacher.", ["21", "a teacher"], ["21", "a teacher"]),
        ("Gunmen killed ten in Lagos, 12 in Kano.", ["ten", "12"], ["ten", "12"]),
    ],
)
def test_an_age_is_no_party(sentence: str, given: list[str], left: list[str]) -> None:
    assert words(sentence, "killed", "recipient", recipient=given) == left


@pytest.mark.parametrize(
    ("sentence", "actor", "actors", "recipients"),
    [
        ("An anti-UN protest broke out in Goma.", "anti-UN", [], ["UN"]),
        ("An anti-government protest broke out.", "anti-government", [], ["government"]),
        ("An anti-war protest broke out in Goma.", "anti-war", ["anti-war"], []),
        ("Anti-UN students held a protest.", "Anti-UN students", ["Anti-UN students"], []),
    ],
)
def test_a_protest_against_somebody_is_not_theirs(
    sentence: str, actor: str, actors: list[str], recipients: list[str]
) -> None:
    assert words(sentence, "protest", "actor", kind="PROTEST", actor=actor) == actors
    assert words(sentence, "protest", "recipient", kind="PROTEST", actor=actor) == recipients


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "expected"),
    [
        ("It was tired of his war on the press.", "war", "ASSAULT", ["his"]),
        ("Nobody forgot Rwanda’s second incursion.", "incursion", "ASSAULT", ["Rwanda"]),
        ("His arrest shocked the town.", "arrest", "COERCE", []),
        ("The shelling went on.", "shelling", "ASSAULT", []),
        ("It answered Friday’s Iran attack.", "attack", "ASSAULT", []),
    ],
)
def test_the_possessor_acts_where_nobody_else_does(sentence: str, trigger: str, kind: str, expected: list[str]) -> None:
    found = possessor(sentence, finding(sentence, trigger, kind=kind))
    assert [sentence[r.start : r.end] for r in found] == expected


def test_an_actor_who_is_told_stays() -> None:
    sentence = "Troops ended his war on the press."
    assert words(sentence, "war", "actor", actor="Troops") == ["Troops"]


def test_who_suffers_the_act_is_not_its_actor() -> None:
    sentence = "They mourned Mali’s killing."
    assert possessor(sentence, finding(sentence, "killing", recipient="Mali")) == ()


@pytest.mark.parametrize(
    ("sentence", "trigger", "actor", "place", "host"),
    [
        ("The Chilean president flew to Lima.", "flew", "The Chilean president", "Lima", ["Lima"]),
        ("The Chilean president flew to Santiago.", "flew", "The Chilean president", "Santiago", []),
        ("The Chilean president flew to the coast.", "flew", "The Chilean president", "the coast", []),
    ],
)
def test_a_place_abroad_is_the_host_of_a_visit(
    sentence: str, trigger: str, actor: str, place: str, host: list[str]
) -> None:
    assert words(sentence, trigger, "recipient", kind="CONSULT", mode="visit", actor=actor, place=place) == host
    assert words(sentence, trigger, "recipient", kind="MOBILIZE", actor=actor, place=place) == []


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("From Lima, the Chilean president flew on to Quito.", ["the Chilean president"]),
        ("From Lima the Chilean president flew on to Quito.", ["Lima", "the Chilean president"]),
        ("A man from Lima, the Chilean president said, flew it.", ["Lima", "the Chilean president"]),
    ],
)
def test_where_a_sentence_sets_out_from_does_not_act(sentence: str, actors: list[str]) -> None:
    story = Story.of(Document("d", sentence, pub_date=date(2020, 1, 1)))
    filled = fill(story, finding(sentence, "flew", actor=["Lima", "the Chilean president"]))
    assert [sentence[r.start : r.end] for r in filled.roles["actor"]] == actors


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Chad has been building bridges with Mali and Togo.", ["Chad"], ["Mali", "Togo"]),
        ("Chad, Mali and Togo have been building bridges.", ["Chad", "Mali", "Togo"], []),
        ("Chad is building bridges, Togo said, with Mali.", ["Chad", "Mali", "Togo"], []),
    ],
)
def test_cooperation_with_another_has_two_sides(sentence: str, actors: list[str], recipients: list[str]) -> None:
    story = Story.of(Document("d", sentence, pub_date=date(2020, 1, 1)))
    filled = fill(story, finding(sentence, "bridges", kind="COOPERATE", actor=["Chad", "Mali", "Togo"]))
    sides = ([sentence[r.start : r.end] for r in filled.roles[side]] for side in ("actor", "recipient"))
    assert tuple(map(sorted, sides)) == (actors, recipients)


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients", "left"),
    [
        (
            "President Talib met the envoy.",
            "met",
            ["President", "Talib"],
            ["the envoy"],
            (["President Talib"], ["the envoy"]),
        ),
        ("Kenya’s forces broke through.", "broke through", ["Kenya"], ["forces"], (["Kenya’s forces"], [])),
        ("The Arms Board (AB) met.", "met", ["The Arms Board", "AB"], [], (["The Arms Board (AB"], [])),
        ("Kenya’s premier, Rai Talib, fled.", "fled", ["premier", "Rai Talib"], [], (["Rai Talib"], [])),
        ("The premier, Kenya and Mali fled.", "fled", ["The premier", "Kenya"], [], (["The premier", "Kenya"], [])),
        ("The rebels Talib fought fled.", "fled", ["The rebels"], ["Talib"], (["The rebels"], ["Talib"])),
        ("Kenya’s attack on rebels failed.", "attack", ["Kenya"], ["rebels"], (["Kenya"], ["rebels"])),
    ],
)
def test_parts_of_one_name_are_one_party(
    sentence: str, trigger: str, actors: list[str], recipients: list[str], left: tuple[list[str], list[str]]
) -> None:
    story = Story.of(Document("d", sentence, pub_date=date(2020, 1, 1)))
    roles = fill(story, finding(sentence, trigger, actor=actors, recipient=recipients)).roles
    assert tuple([sentence[r.start : r.end] for r in roles[side]] for side in ("actor", "recipient")) == left


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("LIMA, Peru — Gunmen attacked a convoy.", []),
        ("LIMA (AP) — Gunmen attacked a convoy.", []),
        ("Lima — Gunmen attacked a convoy.", ["Lima"]),
    ],
)
def test_a_dateline_is_no_party(sentence: str, recipients: list[str]) -> None:
    town = "LIMA" if sentence.startswith("LIMA") else "Lima"
    story = Story.of(Document("d", sentence, pub_date=date(2020, 1, 1)))
    roles = fill(story, finding(sentence, "attacked", actor="Gunmen", recipient=town)).roles
    assert [sentence[r.start : r.end] for r in roles["recipient"]] == recipients


@pytest.mark.parametrize(
    ("sentence", "actors", "places"),
    [
        ("TOGO-BENIN: Gunmen attacked a convoy.", ["Gunmen"], ["TOGO"]),
        ("Togo: Gunmen attacked a convoy.", ["Togo", "Gunmen"], ["Togo"]),
        ("Lima, ANDINA - Gunmen attacked a convoy.", ["Lima", "Gunmen"], ["Lima"]),
        ("Lima, APP - Gunmen attacked a convoy.", ["Gunmen"], []),
    ],
)
def test_the_heading_of_a_paragraph_is_no_party(sentence: str, actors: list[str], places: list[str]) -> None:
    town = sentence[:4]
    story = Story.of(Document("d", sentence, pub_date=date(2020, 1, 1)))
    roles = fill(story, finding(sentence, "attacked", actor=[town, "Gunmen"], place=town)).roles
    assert [sentence[r.start : r.end] for r in roles["actor"]] == actors
    assert [sentence[r.start : r.end] for r in roles["place"]] == places


def test_what_goes_on_behind_a_dateline_begins_there() -> None:
    sentence = "Islamabad, APP - Pakistan attacked a convoy."
    assert words(sentence, "attacked", "actor", actor="APP - Pakistan") == ["Pakistan"]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("“We condemn the raid,” the minister said.", ["the minister"]),
        ("“We and Togo condemn the raid,” the minister said.", ["Togo", "the minister"]),
        ("We condemn the raid, and the minister does.", ["We", "the minister"]),
    ],
)
def test_a_speaker_who_says_we_is_told_once(sentence: str, actors: list[str]) -> None:
    given = ["We", *(word for word in ("Togo", "the minister") if word in sentence)]
    assert words(sentence, "condemn", "actor", kind="ACCUSE", actor=given) == actors


def test_a_quotation_alone_keeps_its_we() -> None:
    assert words("“We condemn the raid.”", "condemn", "actor", kind="ACCUSE", actor="We") == ["We"]


@pytest.mark.parametrize(
    ("sentence", "given", "left"),
    [
        ("Sen. Ann Moraa (R-Ohio) accused Togo.", ["Sen. Ann Moraa (R-Ohio)"], ["Sen. Ann Moraa"]),
        ("Sen. Ann Moraa (R-Ohio) accused Togo.", ["Sen. Ann Moraa (R-Ohio"], ["Sen. Ann Moraa"]),
        ("The army (the R-Force) accused Togo.", ["The army (the R-Force)"], ["The army (the R-Force)"]),
        ("Q    Kenya accused Togo of lying.", ["Q    Kenya"], ["Kenya"]),
        ("Q. Kenya accused Togo of lying.", ["Q", "Kenya"], ["Kenya"]),
        ("A group accused Togo of lying.", ["A group"], ["A group"]),
        ("A. Moraa accused Togo of lying.", ["A. Moraa"], ["A. Moraa"]),
    ],
)
def test_seats_and_labels_are_no_part_of_a_name(sentence: str, given: list[str], left: list[str]) -> None:
    assert words(sentence, "accused", "actor", kind="ACCUSE", actor=given) == left


@pytest.mark.parametrize(
    ("sentence", "given", "left"),
    [
        ("Shelling by rebels kills two in Bryansk - governor", "two in Bryansk - governor", ["two in Bryansk"]),
        ("Shelling by rebels kills two in Bryansk – a tragedy – again.", "two in Bryansk", ["two in Bryansk"]),
    ],
)
def test_a_source_behind_a_dash_is_no_part_of_whom_it_tells(sentence: str, given: str, left: list[str]) -> None:
    assert words(sentence, "kills", "recipient", recipient=given) == left
