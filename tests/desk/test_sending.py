"""Lists as files: every form holds the same events, whatever chunks they come in."""

import csv
import io
import json
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from starlette.testclient import TestClient

from dragoman.desk import sending
from dragoman.errors import UsageError
from fakes import event

FILES = sorted(sending.MEDIA.keys() - {"json"})
CORRECTIONS = [
    {"field": name, "machine": value, "reviewer": "ada", "note": "", "reviewed_at": "2024-07-01T00:00:00Z"}
    for name, value in (("mode", "visit"), ("quad_class", 1), ("place", None), ("contexts", ["a", "b"]))
]
ROWS = [
    event(f"d{n}").to_dict() | {"incident_id": f"in-{n}", "verdict": "reject", "corrections": CORRECTIONS}
    for n in range(5)
]
CHUNKS = (ROWS[:2], [], ROWS[2:])


def read(form: str, data: bytes) -> list[str]:
    """The documents of the events in a file."""
    return [row["document_id"] for row in rows_of(form, data)]


@pytest.mark.parametrize("form", FILES)
def test_events_as_files(form: str) -> None:
    assert read(form, b"".join(sending.events(CHUNKS, form))) == [f"d{n}" for n in range(5)]
    assert read(form, b"".join(sending.events([[]], form))) == []


def rows_of(form: str, data: bytes) -> list[dict[str, Any]]:
    """The rows of a file."""
    if form in ("csv", "sheet"):
        return list(csv.DictReader(io.StringIO(data.decode())))
    if form == "jsonl":
        return [json.loads(line) for line in data.splitlines()]
    table: Any = parquet.read_table(io.BytesIO(data)) if form == "parquet" else pa.ipc.open_stream(data).read_all()
    return list(table.to_pylist())


@pytest.mark.parametrize("form", FILES)
def test_what_people_say_is_in_the_file(form: str) -> None:
    row = rows_of(form, b"".join(sending.events(CHUNKS, form)))[3]
    assert (row["incident_id"], row["verdict"]) == ("in-3", "reject")
    told = json.loads(row["corrections"]) if form in ("csv", "sheet") else row["corrections"]
    if form in ("parquet", "arrow"):
        told = [one | {"machine": json.loads(one["machine"])} for one in told]
    assert told == CORRECTIONS


@pytest.mark.parametrize("form", FILES)
def test_an_event_keeps_its_id_when_its_type_is_corrected(form: str) -> None:
    rows = [ROWS[0] | {"event_type": "AID"}]
    assert [row["event_id"] for row in rows_of(form, b"".join(sending.events([rows], form)))] == [ROWS[0]["event_id"]]


@pytest.mark.parametrize("form", FILES)
def test_incidents_say_how_many_report_them(client: TestClient, form: str) -> None:
    found = rows_of(form, client.get(f"/api/v1/incidents?format={form}").content)
    wanted = client.get("/api/v1/incidents?limit=500").json()["data"]
    names = ("incident_id", "event_id", "reports", "documents", "publishers", "first_seen", "last_seen")
    assert [[str(row[name]) for name in names] for row in found] == [
        [str(row[name]) for name in names] for row in wanted
    ]


@pytest.mark.parametrize("form", FILES)
def test_rows_as_files(form: str) -> None:
    table = pa.table({"document_id": ["a", "b"], "n": [1, 2]})
    assert read(form, b"".join(sending.rows(table, form))) == ["a", "b"]


@pytest.mark.parametrize(
    ("accept", "asked", "form"),
    [
        ("", None, "json"), ("*/*", None, "json"), ("text/csv", None, "csv"), ("text/csv", "jsonl", "jsonl"),
        ("text/html, application/x-ndjson;q=0.9", None, "jsonl"), ("application/vnd.apache.parquet", None, "parquet"),
        ("application/vnd.apache.arrow.stream", None, "arrow"), ("image/png", None, "json"), ("", "sheet", "sheet"),
        ("text/csv;q=0.1, application/json;q=0.9", None, "json"), ("text/csv;q=0, image/png", None, "json"),
        ("application/json;q=0.2, text/csv; charset=utf-8; q=0.8", None, "csv"), ("text/csv, */*;q=0.1", None, "csv"),
        ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", None, "json"),
        ("application/x-ndjson;q=0.5, text/csv;q=0.5", None, "jsonl"), ("text/csv;q=x", None, "json"),
    ],
)  # fmt: skip
def test_the_form_that_is_asked_for(accept: str, asked: str | None, form: str) -> None:
    assert sending.form_of(accept, asked) == form


def test_a_form_there_is_none_of() -> None:
    with pytest.raises(UsageError, match="docx"):
        sending.form_of("", "docx")


@pytest.mark.parametrize("form", FILES)
def test_over_the_api(client: TestClient, form: str) -> None:
    media = sending.MEDIA[form].partition(";")[0]
    for path in ("/api/v1/events", "/api/v1/incidents", "/api/v1/documents"):
        found = client.get(path, headers={"accept": media})
        assert found.headers["content-type"].startswith(media)
        assert found.headers["content-disposition"].startswith("attachment")
        assert len(read(form, found.content)) == client.get(path).json()["total"]
    assert client.get("/api/v1/visits", headers={"accept": media}).content
