"""The snapshot holds what the record holds, and what people say of it."""

from pathlib import Path

import pytest

from dragoman.desk.desk import Desk
from dragoman.desk.snapshot import meant, parts
from dragoman.record.filters import Filters
from dragoman.record.record import Record

FILTERS = (
    {}, {"actor": "RUS"}, {"recipient": "PRK"}, {"either": "KGZ,TJK"}, {"either": "KGZ"}, {"actor": "Putin"},
    {"actor": "RUSGOV"}, {"either": "Putin,PRK"}, {"type": "ASSAULT,AID"}, {"quad": 4}, {"status": "planned"},
    {"since": "2024-06", "until": "2024-06-20"}, {"place": "Bishkek"}, {"place": "KAZ"}, {"place": "Kazakhstan"},
    {"actor": "Russia", "said_by": "KRE"}, {"either": "russia,North Korea"}, {"said_by": "Kyrgyz"},
    {"min_confidence": 0.6}, {"mode": "visit", "actor": "RUS"}, {"origin": "gdelt"},
    {"begins": "2024-06"}, {"begins": "2024"}, {"begins": "2024-06-10"},
    {"text": "BORDER talks"}, {"text": '"on the border"'}, {"text": "ö%"}, {"text": "guards", "type": "ASSAULT"},
)  # fmt: skip


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_filters_mean_the_same_as_in_the_record(desk: Desk, coded: Path, given: dict[str, object]) -> None:
    where = meant(Filters(**given))
    found = desk.snapshot.ask(f"SELECT event_id FROM events WHERE {where.sql} ORDER BY ord", where.values)
    assert [row["event_id"] for row in found] == [row["event_id"] for row in Record(coded).events(**given)]


def test_incidents_are_those_of_the_record(desk: Desk, coded: Path) -> None:
    asked = "SELECT incident_id, reports, status FROM incidents ORDER BY incident_id"
    assert desk.snapshot.ask(asked) == Record(coded).sql(asked).dicts()


def test_every_event_is_of_its_incident(desk: Desk, coded: Path) -> None:
    asked = "SELECT event_id, incident_id FROM members ORDER BY event_id"
    assert desk.snapshot.ask(asked) == Record(coded).sql(asked).dicts()


def test_it_reaches_no_files(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a\n1\n")
    with pytest.raises(Exception, match=r"disabled|Permission"):
        desk.snapshot.ask(f"SELECT * FROM read_csv('{tmp_path / 'a.csv'}')")


def test_its_parts_are_named() -> None:
    assert {"part_events", "part_parties", "places", "voices", "part_documents", "reviews"} <= set(parts())
