"""Acts of one article that are not one happening stay apart, also by way of other papers' reports."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from dragoman.record.linking import Linker, Report, link
from dragoman.record.linking.apart import apart, contradicted
from dragoman.record.linking.traits import traits
from reports import report

RUSSIA, UKRAINE = ("Russia", "RUS", ""), ("Ukraine", "UKR", "")
ZELENSKY, TUSK, DUDA = ("Zelensky", "UKR", "GOV"), ("Donald Tusk", "POL", "GOV"), ("Andrzej Duda", "POL", "GOV")


def act(number: int, *, document: str = "doc-1", **changes: Any) -> Report:
    """An act of a document, a happening of its own as the coder says."""
    event_id = f"ev-{document}-{number}"
    told: dict[str, Any] = {"document_id": document, "happening_id": event_id, "sentence": f"Sentence {number} on oil."}
    return report(event_id, **(told | changes))


def struck(number: int, town: str, latitude: float, **changes: Any) -> Report:
    """A strike on a town."""
    sides = {"actors": (RUSSIA,), "recipients": ((town, "UKR", ""),)}
    where = {"place_name": town, "place_country": "UKR", "latitude": latitude, "longitude": 36.2}
    return act(number, event_type="ASSAULT", sentence=f"Russia struck {town} on Monday.", **(sides | where | changes))


def met(number: int, *people: tuple[str, str, str], **changes: Any) -> Report:
    """A meeting of office-holders."""
    persons = tuple((name, country) for name, country, _ in people)
    return act(number, actors=people, recipients=(), persons=persons, **changes)


def done(number: int, actor: str, recipient: str, **changes: Any) -> Report:
    """What one sector does to another of one country."""
    sides = {"actors": ((actor, "KEN", actor),), "recipients": ((recipient, "KEN", recipient),)}
    return act(number, event_type="COERCE", place_name="", sentence=f"{actor} held {recipient}.", **(sides | changes))


APART = {
    "two towns": (struck(1, "Kharkiv", 49.98), struck(2, "Odesa", 46.49)),
    "two people in office": (met(1, ZELENSKY, TUSK), met(2, ZELENSKY, DUDA)),
    "police and soldiers": (done(1, "COP", "OPP"), done(2, "MIL", "JRN")),
    "a priest and a student": (done(1, "COP", "REL"), done(2, "MIL", "EDU")),
    "a student and a trader, by one hand": (done(1, "COP", "EDU"), done(2, "COP", "BUS")),
    "two types in one sentence": (
        act(1, event_type="ACCUSE", sentence="Iran condemned Israel and threatened it."),
        act(2, event_type="THREATEN", sentence="Iran condemned Israel and threatened it."),
    ),
    "two deeds of one type in one sentence": (act(1, sentence="They met."), act(2, sentence="They met.")),
    "two modes": (act(1, mode="phone"), act(2, mode="visit")),
}
TOGETHER = {
    "one happening, as the coder says": (met(1, ZELENSKY, TUSK), met(2, ZELENSKY, DUDA, happening_id="ev-doc-1-1")),
    "a raid and its denial": (
        act(1, event_type="ASSAULT"),
        act(2, event_type="ASSAULT", status="negated", said_by="the army"),
    ),
    "a minister and his country": (met(1, ZELENSKY, TUSK), act(2, actors=(UKRAINE, ("Poland", "POL", "")))),
    "a suburb": (struck(1, "Kharkiv", 49.98), struck(2, "Derhachi", 50.1)),
    "an army and its government": (done(1, "MIL", "OPP"), done(2, "GOV", "OPP")),
    "another document": (met(1, ZELENSKY, TUSK), met(2, ZELENSKY, DUDA, document="doc-2")),
    "events that nobody compared": (
        met(1, ZELENSKY, TUSK, happening_id=""),
        met(2, ZELENSKY, DUDA, happening_id=""),
    ),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_two_acts_are_apart(one: Report, other: Report) -> None:
    assert apart(traits(one), traits(other))
    assert apart(traits(other), traits(one))
    assert [found.reports for found in link([one, other])] == [1, 1]


@pytest.mark.parametrize(("one", "other"), TOGETHER.values(), ids=TOGETHER)
def test_two_accounts_of_one_act_are_not(one: Report, other: Report) -> None:
    assert not apart(traits(one), traits(other))
    assert not apart(traits(other), traits(one))


def meetings() -> list[Report]:
    """The two meetings as four papers tell them, all of whose reports are like each other by points."""
    papers = [f"doc-{number}" for number in range(4)]
    return [met(n, ZELENSKY, who, document=paper) for paper in papers for n, who in enumerate((TUSK, DUDA))]


def test_other_papers_do_not_bring_together_what_one_holds_apart() -> None:
    found = link(meetings())
    assert len(found) == 2
    for incident in found:
        assert incident.documents == incident.reports == 4


def test_a_report_between_them_joins_one_of_them() -> None:
    between = report("ev-0", actors=(ZELENSKY, ("Poland", "POL", "GOV")), recipients=())
    assert sorted(found.reports for found in link([*meetings()[:2], between])) == [1, 2]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_matter(seed: int) -> None:
    chance = Random(seed)
    told: Sequence[Report] = chance.sample(meetings(), 8)
    linker = Linker()
    for one in told:
        linker.add([one])
    linker.remove(told[:2])
    linker.add(told[:2])
    assert linker.incidents == link(meetings())


def test_what_contradicts_what_is_told_both_ways_round() -> None:
    one, other = meetings()[:2]
    assert contradicted(map(traits, meetings()[:2])) == {one.event_id: {other.event_id}, other.event_id: {one.event_id}}
