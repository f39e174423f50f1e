"""CSV has one flat row an event under fixed columns, and the parties whole as JSON."""

import csv
import json
from io import BytesIO, StringIO

from hypothesis import given
from hypothesis import strategies as st

from dragoman.event import Event, Party
from dragoman.writing import csv as rows
from fakes import bare_event, document, event


def read_back(*events: Event) -> list[dict[str, str]]:
    """What a writer makes of one document's events, as rows by column."""
    stream = BytesIO()
    with rows.opened(stream) as write:
        write(document(), events)
    return list(csv.DictReader(StringIO(stream.getvalue().decode(), newline="")))


def test_every_column_is_there() -> None:
    (row,) = read_back(event())
    assert tuple(row) == rows.COLUMNS
    assert row["event_type"] == "CONSULT"
    assert row["contexts"] == "diplomatic; economic"
    assert row["trigger_text"] == "visited"
    assert row["place_latitude"] == "1.5"
    assert row["said_by_name"] == "Foreign Ministry"
    assert row["date_start"] == "2024-06-19"
    assert row["historical"] == "false"


def test_what_is_not_there_is_empty() -> None:
    (row,) = read_back(bare_event())
    for column in (
        "contexts",
        "actor_name",
        "recipient_country",
        "place_name",
        "said_by_voice",
        "date_start",
    ):
        assert row[column] == ""
    assert row["actors"] == "[]"


def test_parties_are_joined_in_step_and_whole_as_json() -> None:
    parties = (Party("A; B", 0, 4, name="Aland; Bland", country="ALD"), Party("Celdon", 6, 12, country="CEL"))
    (row,) = read_back(event(actors=parties))
    assert row["actor_name"].split("; ") == ["Aland, Bland", ""]
    assert row["actor_country"].split("; ") == ["ALD", "CEL"]
    assert [party["text"] for party in json.loads(row["actors"])] == ["A; B", "Celdon"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_sentence_comes_back(sentence: str) -> None:
    first, second = read_back(event(text=sentence), event())
    assert first["sentence"] == sentence
    assert second["event_type"] == "CONSULT"
