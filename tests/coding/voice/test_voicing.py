"""Voice of the table's cases by rules alone; and the author's where the act itself is speech."""

import re
from dataclasses import replace
from datetime import date

import numpy as np

from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding, Role
from dragoman.coding.voice.voicing import Heard, chance, heard, said_by
from dragoman.document import Document
from tables import cases

FLOOR = 0.95


def story(text: str) -> Story:
    return Story.of(Document("doc", text, pub_date=date(2024, 6, 21)))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def by_rules(text: str, trigger: str) -> Heard | None:
    found = re.search(rf"(?<!\w){re.escape(trigger)}(?!\w)", text)
    assert found
    return heard(story(text), *found.span())


def right(row: dict[str, str]) -> bool:
    """Half of the words of both together are shared, and quoted is told from reported."""
    found = by_rules(row["sentence"], row["trigger"])
    mine, wanted = words(found.text if found else ""), words(row["said_by"])
    same = len(mine & wanted) * 2 >= len(mine | wanted) if wanted else not mine
    return same and (found.voice if found else "") == row["voice"]


def test_the_table_of_cases() -> None:
    table = cases("voice_cases.csv")
    assert sum(map(right, table)) / len(table) >= FLOOR


def finding(text: str, trigger: str, *, actor: str, kind: str, sure: float = 0.5) -> Finding:
    start = text.index(trigger)
    roles = {"actor": (Role(text.index(actor), text.index(actor) + len(actor), 0.9),), "said_by": ()}
    return Finding(
        sentence=0, start=start, end=start + len(trigger), chance=0.9, event_type=kind, type_chance=0.9,
        types=np.full(16, 1 / 16, np.float32), status="actual", status_chance=0.9, mode="", roles=roles,
        voice_chance=sure,
    )  # fmt: skip


def test_a_reported_event_has_a_voice_with_its_party() -> None:
    text = "The French foreign ministry said that Niger had arrested the envoy."
    told = story(text)
    found = finding(text, "arrested", actor="Niger", kind="COERCE", sure=0.9)
    voice = said_by(told, found, actors=told.parties([(38, 43)]))
    assert voice is not None
    assert (voice.text, voice.country, voice.voice) == ("The French foreign ministry", "FRA", "reported")


def test_who_accuses_is_the_actor_and_no_voice() -> None:
    text = "France said that it condemned the arrest."
    told = story(text)
    found = finding(text, "condemned", actor="France", kind="ACCUSE", sure=0.9)
    assert said_by(told, found, actors=told.parties([(0, 6)])) is None


def test_the_author_speaks_where_nobody_is_named() -> None:
    text = "Niger arrested the envoy."
    told = story(text)
    assert said_by(told, finding(text, "arrested", actor="Niger", kind="COERCE"), actors=told.parties([(0, 5)])) is None


def test_hearsay_is_told_however_sure_the_network_is_of_the_author() -> None:
    text = "Niger reportedly arrested the envoy."
    told = story(text)
    voice = said_by(
        told, finding(text, "arrested", actor="Niger", kind="COERCE", sure=0.01), actors=told.parties([(0, 5)])
    )
    assert voice is not None
    assert (voice.text, voice.name, voice.voice) == ("reportedly", "", "reported")


def test_a_rule_and_a_sure_network_each_make_a_voice_likelier() -> None:
    text = "The mayor said that Niger arrested the envoy."
    told, at = story(text), text.index("arrested")
    rule = heard(told, at, at + 8)
    low, high = (finding(text, "arrested", actor="Niger", kind="COERCE", sure=p) for p in (0.05, 0.95))
    assert chance(told, low, None, actors=()) < chance(told, low, rule, actors=())
    assert chance(told, low, rule, actors=()) < chance(told, high, rule, actors=())


TURNS = (
    "Ana Lima: Why now?\nMR. OSEI: Niger arrested the envoy. We urge Niger to free him.\nMR. OSEI: I cannot say more."
)


def test_who_speaks_a_turn_of_a_transcript_is_its_source() -> None:
    told = story(TURNS)
    sentence = next(k for k, (start, end) in enumerate(told.spans) if "arrested" in TURNS[start:end])
    offset = told.spans[sentence][0]
    found = replace(finding(TURNS, "arrested", actor="Niger", kind="COERCE", sure=0.01), sentence=sentence)
    start = found.start - offset
    voice = said_by(told, replace(found, start=start, end=start + len("arrested")), actors=())
    assert voice is not None
    assert (voice.text, voice.voice) == ("MR. OSEI", "quoted")
