"""Review: claims are kept beside the machine's, and what cannot be is refused."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.event import Event, Party, Place, Voice
from dragoman.record.adding import Coding, add
from dragoman.record.record import Record
from dragoman.record.review import Review, keep
from fakes import event
from record.samples import Coder, article

EVENT = event("a1")


@pytest.fixture(name="path", scope="module")
def _path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one event."""
    path = tmp_path_factory.mktemp("review") / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    return path


def test_claims_are_kept_and_the_event_stays(path: Path) -> None:
    keep(path, Review(event_id=EVENT.event_id, verdict="accept", reviewer="ada"))
    keep(path, Review(event_id=EVENT.event_id, verdict="correct", field="goldstein", value=3, reviewer="bo", note="so"))
    keep(path, Review(event_id=EVENT.event_id, verdict="correct", field="place", value=None, reviewer="bo"))
    rows = Record(path).sql("SELECT * EXCLUDE (event_id) FROM reviews ORDER BY reviewed_at").dicts()
    assert [(r["verdict"], r["field"], r["value"], r["reviewer"], r["note"]) for r in rows] == [
        ("accept", "", None, "ada", ""),
        ("correct", "goldstein", "3", "bo", "so"),
        ("correct", "place", "null", "bo", ""),
    ]
    assert Record(path).events().dicts() == [EVENT.to_dict()]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"verdict": "maybe"}, "maybe"),
        ({"reviewer": ""}, "reviewer"),
        ({"field": "mode"}, "only there"),
        ({"event_id": "ev-none"}, "ev-none"),
        ({"verdict": "correct", "field": "colour", "value": "red"}, "colour"),
        ({"verdict": "correct", "field": "event_id", "value": "x"}, "event_id"),
        ({"verdict": "correct", "field": "quad_class", "value": "two"}, "quad_class 'two'"),
        ({"verdict": "correct", "field": "date_end", "value": "2024-06-31"}, "date_end '2024-06-31'.*no ISO day"),
        ({"verdict": "correct", "field": "event_type", "value": "HUG"}, "event_type 'HUG' is unknown"),
        ({"verdict": "correct", "field": "actors", "value": [{"nobody": 1}]}, "actors"),
    ],
)
def test_what_cannot_be(path: Path, changes: dict[str, Any], said: str) -> None:
    given = {"event_id": EVENT.event_id, "verdict": "accept", "reviewer": "ada"} | changes
    with pytest.raises(UsageError, match=said):
        keep(path, Review(**given))


def test_reviewed_values_are_preferred_where_asked(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    record.add([article(number) for number in range(4)], make_coder=Coder)
    ids = [event(f"a{number}").event_id for number in range(4)]
    claims: list[tuple[int, str, str, Any]] = [
        (0, "reject", "", None),
        (1, "correct", "event_type", "AID"),
        (1, "correct", "event_type", "AGREE"),
        (1, "correct", "date_start", "2024-06-01"),
        (1, "correct", "actors", [{"text": "Ada", "start": 0, "end": 3, "country": "ORL"}]),
        (1, "correct", "place", None),
        (1, "correct", "contexts", ["trade"]),
        (1, "correct", "goldstein", 3),
        (2, "accept", "", None),
        (2, "correct", "trigger", {"text": "went", "start": 1, "end": 5}),
        (2, "correct", "historical", True),
        (2, "correct", "said_by", {"text": "he", "start": 1, "end": 3}),
        (2, "correct", "place", {"text": "Arvan", "start": 1, "end": 3, "latitude": 2.5}),
    ]
    for number, verdict, name, value in claims:
        keep(record.path, Review(event_id=ids[number], verdict=verdict, field=name, value=value, reviewer="ada"))
    found = {row["event_id"]: Event.from_dict(row) for row in record.events(reviewed="prefer")}
    assert list(found) == [ids[2], ids[3], ids[1]]
    changed = found[ids[1]]
    assert (changed.event_type, changed.dating.date_start, changed.place) == ("AGREE", "2024-06-01", None)
    assert (changed.actors, changed.contexts, changed.goldstein) == (
        (Party("Ada", 0, 3, country="ORL"),), ("trade",), 3.0,
    )  # fmt: skip
    other = found[ids[2]]
    assert (other.trigger.text, other.historical, other.said_by) == ("went", True, Voice("he", 1, 3))
    assert other.place == Place("Arvan", 1, 3, latitude=2.5)
    assert found[ids[3]] == event("a3")
    assert [row["event_id"] for row in record.events(reviewed="only", type="AGREE")] == [ids[1]]
    assert len(record.events(reviewed="only")) == 2
    assert len(record.events(type="AGREE")) == 0
    told: dict[str, Any] = {"event_id": ids[1], "reviewer": "bo", "verdict": "withdraw"}
    keep(record.path, Review(**told, field="event_type"), Review(**told | {"event_id": ids[0]}))
    assert len(record.events(reviewed="prefer", type="AGREE")) == 0
    assert len(record.events(reviewed="prefer")) == 4
    with pytest.raises(UsageError, match="reviewed 'no'"):
        record.events(reviewed="no")
