"""Filters: each finds what it names, and values that cannot be are refused."""

from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.event import Dating, Party, Place, Voice
from dragoman.record.filters import Condition, Filters, condition, country_of, days, like
from dragoman.record.record import Record
from fakes import bare_event, event
from record.samples import Scripted, article

_EQUAL = (Party("Orland", 0, 6, name="Orland", country="ORL"), Party("Belmora", 33, 40, name="Belmora", country="BLM"))
EVENTS = {
    "visit": event("a0"),
    "aid": event(
        "a1", event_type="AID", mode="", quad_class=2, status="planned", confidence=0.4, place=None, said_by=None,
        dating=Dating("2023-02-01", "2023-02-28", "month", "in February", "explicit"),
    ),
    "talks": event("a2", mode="phone", actors=_EQUAL, recipients=(), text="50% of_it was\\agreed."),
    "named": event(
        "a4", event_type="COERCE", text="Ruto went to Kampala.", dating=Dating("2022-01-01", "2022-01-01", "day"),
        confidence=0.3, status="hypothetical", actors=(Party("Ruto", 0, 4, name="William Ruto", country="KEN"),),
        recipients=(Party("Kampala", 13, 20, name="Kampala", country="UGA"),),
        place=Place("Kampala", 13, 20, name="Kampala", country="UGA"), said_by=Voice("Ruto", 0, 4, country="KEN"),
    ),
    "bare": replace(bare_event("a3"), event_type="PROTEST"),
}  # fmt: skip


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The events above."""
    record = Record(tmp_path_factory.mktemp("filters") / "r.duckdb")
    record.add([article(number) for number in range(5)], make_coder=lambda: Scripted(EVENTS.values()))
    return record


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, "visit aid talks bare named"),
        ({"actor": "ARV"}, "visit aid"),
        ({"actor": "ORL"}, "talks"),
        ({"actor": "ada"}, "visit aid"),
        ({"actor": "ADA"}, "visit aid"),
        ({"recipient": "BLM"}, "visit aid"),
        ({"actor": "ARV", "recipient": "BLM", "type": "aid"}, "aid"),
        ({"actor": " ARV "}, "visit aid"),
        ({"mode": "Phone", "status": "Actual"}, "talks"),
        ({"since": date(2024, 1, 1)}, "visit talks"),
        ({"until": datetime(2023, 2, 1, 9, 30)}, "aid named"),
        ({"either": "BLM"}, "visit aid talks"),
        ({"either": "BLM,ARV"}, "visit aid"),
        ({"either": "BLM, ORL"}, "talks"),
        ({"type": "AID,PROTEST"}, "aid bare"),
        ({"mode": "phone"}, "talks"),
        ({"quad": 2}, "aid"),
        ({"status": "planned"}, "aid"),
        ({"status": "any"}, "visit aid talks bare named"),
        ({"since": "2024"}, "visit talks"),
        ({"until": "2023"}, "aid named"),
        ({"begins": "2023"}, "aid"),
        ({"begins": "2023-02"}, "aid"),
        ({"begins": "2023-02-28"}, ""),
        ({"begins": "2024-06"}, "visit talks"),
        ({"since": "2023-02-28", "until": "2023-02-28"}, "aid"),
        ({"since": "2024-06-20"}, ""),
        ({"place": "belm"}, "visit talks"),
        ({"place": "BLM"}, "visit talks"),
        ({"said_by": "ARV"}, "visit talks"),
        ({"said_by": "foreign min"}, "visit talks"),
        ({"said_by": "FOR"}, "visit talks"),
        ({"said_by": "FRA"}, ""),
        ({"place": "BEL"}, ""),
        ({"either": "Kenya, Uganda"}, "named"),
        ({"actor": "Kenya"}, "named"),
        ({"recipient": "republic of UGANDA"}, "named"),
        ({"place": "Uganda"}, "named"),
        ({"said_by": "Kenya"}, "named"),
        ({"said_by": "Keny"}, ""),
        ({"min_confidence": 0.9}, "visit talks bare"),
        ({"text": "VISITED belmora"}, "visit aid bare"),
        ({"text": "50% of_it was\\agreed"}, "talks"),
        ({"text": "belmora visited"}, "visit aid bare"),
        ({"text": '"visited belmora" ministr'}, "visit aid bare"),
        ({"text": '"belmora visited"'}, ""),
        ({"text": "'; DROP TABLE events; --"}, ""),
        ({"origin": "gdelt"}, ""),
    ],
)
def test_each_finds_what_it_names(record: Record, filters: dict[str, Any], names: str) -> None:
    found = {row["event_id"] for row in record.events(**filters)}
    assert found == {EVENTS[name].event_id for name in names.split()}


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "maybe"}, {"quad": 5}, {"min_confidence": 1.5}, {"since": "24"}, {"until": "2024-02-30"},
        {"either": "A,B,C"}, {"either": ","}, {"type": "FOO"}, {"type": "AID,FOO"}, {"type": ","}, {"mode": "foo"},
    ],
)  # fmt: skip
def test_values_that_cannot_be(wrong: dict[str, Any]) -> None:
    (value,) = wrong.values()
    with pytest.raises(UsageError, match=str(value).rpartition("AID,")[2].replace(".", r"\.")):
        Filters(**wrong)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"since": 2024}, "since 2024: give text"),
        ({"type": ["AID", "CONSULT"]}, "type .'AID', 'CONSULT'.: give text"),
        ({"actor": ["RUS"]}, "actor .'RUS'.: give text"),
        ({"place": date(2024, 6, 1)}, "place .*: give text"),
        ({"min_confidence": "0.9"}, "min_confidence '0.9': give a number"),
        ({"quad": True}, "quad True: give a number"),
        ({"quad": 1.5}, "quad 1.5: give a number"),
    ],
)
def test_values_of_another_kind(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Filters(**wrong)


def test_days_between_which_none_lies() -> None:
    with pytest.raises(UsageError, match="since '2025' is after until '2024'"):
        Filters(since="2025", until="2024")
    Filters(since="2024-06", until="2024", type="aid", mode="visit")


def test_values_are_never_in_the_sql() -> None:
    made = condition(Filters(actor="O'Hara", text="x' OR 1", place="y'"))
    assert isinstance(made, Condition)
    assert "Hara" not in made.sql
    assert "OR 1" not in made.sql
    assert made.values["actor"] == "O'Hara"


def test_days() -> None:
    assert [str(day) for day in days("2024-02")] == ["2024-02-01", "2024-02-29"]
    assert [str(day) for day in days("2023")] == ["2023-01-01", "2023-12-31"]


def test_small_parts() -> None:
    assert like("a%b_c\\") == "%a\\%b\\_c\\\\%"
    assert [country_of(one) for one in ("RUS", "Russia", "russian federation", "Rus", "United Kingdom", "Moscow")] == [
        "RUS", "RUS", "RUS", "", "GBR", "",
    ]  # fmt: skip
    assert all(f.metadata["help"] for f in fields(Filters))


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"actor": ""}, "actor '': is empty"),
        ({"place": "  "}, "place '  ': is empty"),
        ({"incident": ""}, "incident '': is empty"),
        ({"actor": ["RUS"]}, "give text"),
        ({"type": ["AID"]}, "give text"),
        ({"since": 2024}, "give text"),
        ({"min_confidence": "0.9"}, "give a number"),
        ({"quad": True}, "give a number"),
    ],
)
def test_what_is_no_value(filters: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Filters(**filters)


def test_days_and_blanks() -> None:
    told = Filters(since=date(2024, 6, 1), until=datetime(2024, 6, 2, 12), actor=" USA ", text="")  # type: ignore[arg-type]
    assert (told.since, told.until, told.actor, told.text) == ("2024-06-01", "2024-06-02", "USA", "")


def test_three_capitals_that_are_no_country_are_not_looked_for_as_one(tmp_path: Path) -> None:
    """A code of an organisation begins with them, and names may be no longer."""
    parties = {
        "un": Party("the UN", 0, 6, name="United Nations", sector="IGO", actor_code="IGOUNO"),
        "pkk": Party("PKK", 0, 3, name="PKK fighters", sector="REB"),
        "arm": Party("the ARMY", 0, 8, name="US ARMY", country="USA", actor_code="USAMIL"),
    }
    made = {name: event(f"a{n}", actors=(party,)) for n, (name, party) in enumerate(parties.items())}
    record = Record(tmp_path / "r.duckdb")
    record.add([article(number) for number in range(3)], make_coder=lambda: Scripted(made.values()))
    for actor, names in {"IGO": "un", "IGOUNO": "un", "PKK": "pkk", "ARM": "", "USA": "arm"}.items():
        found = {row["event_id"] for row in record.events(actor=actor)}
        assert found == {made[name].event_id for name in names.split()}, actor
