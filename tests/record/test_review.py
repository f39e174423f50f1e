"""Review: claims are kept beside the machine's, and what cannot be is refused."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
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
        ({"verdict": "correct", "field": "actors", "value": [{"nobody": 1}]}, "actors"),
    ],
)
def test_what_cannot_be(path: Path, changes: dict[str, Any], said: str) -> None:
    given = {"event_id": EVENT.event_id, "verdict": "accept", "reviewer": "ada"} | changes
    with pytest.raises(UsageError, match=said):
        keep(path, Review(**given))
