"""The API as its schema tells it: every answer has the shape that is told, nothing ends in a 500."""

import csv
import importlib.util
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from desk.conftest import Ask, client_of
from desk.news import articles
from desk.test_coder import FRENCH
from dragoman.actors.knowledge.offices import load
from dragoman.desk.api import events as routes
from dragoman.desk.api import models
from dragoman.desk.options import Options
from dragoman.record.ledgers import LEDGERS
from dragoman.record.record import Record
from dragoman.record.review import VERDICTS, Review, keep
from record.samples import Coder, article

EXAMPLES = settings(
    max_examples=6,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)

ROOT = Path(__file__).parents[3]


def under_own_name(app: Any) -> Any:
    """The application, called by the name that it answers to."""

    async def called(scope: Any, receive: Any, send: Any) -> None:
        other = [(name, value) for name, value in scope.get("headers", ()) if name != b"host"]
        await app({**scope, "headers": [*other, (b"host", b"localhost")]}, receive, send)

    return called


@pytest.fixture(name="schema")
def _schema(ask: Ask) -> Any:
    """The schema of a desk that may be written to; what is coded is short, so that the examples take seconds."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", under_own_name(ask(max_text=300).app))


def test_the_document_is_what_the_schema_tells() -> None:
    found = importlib.util.spec_from_file_location("api_page", ROOT / "docs" / "api.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    assert module.page() == (ROOT / "docs" / "api.md").read_text(encoding="utf-8"), "python docs/api.py docs/api.md"


_ASKED = {
    "since": "2024",
    "until": "2025",
    "begins": "2024",
    "verdict": "none",
    "status": "any",
    "quad": "1",
    "min_confidence": "0.1",
    "either": "RUS,UKR",
}
_ASKED |= {"actor": "RUS", "recipient": "UKR", "type": "AID", "mode": "visit", "place": "Kyiv", "incident": "in-1"}


def test_a_ledger_offers_what_it_takes_and_refuses_the_rest(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for name, ledger in LEDGERS.items():
        path = f"/api/v1/{name.replace('_', '-')}"
        offered = {one["name"] for one in paths[path]["get"]["parameters"]}
        assert name == "incidents" or offered.isdisjoint(ledger.refuses)
        for asked in offered - {"cursor", "format", "limit", "sort"}:
            assert client.get(path, params={asked: _ASKED.get(asked, "a")}).status_code == 200, (name, asked)
        for refused in ledger.refuses:
            assert client.get(path, params={refused: _ASKED.get(refused, "a")}).status_code == 422, (name, refused)


def test_every_ledger_has_its_route(client: TestClient) -> None:
    for name in LEDGERS:
        found = client.get(f"/api/v1/{name.replace('_', '-')}?limit=2")
        assert found.status_code == 200
        assert set(found.json()) == {"data", "total", "next"}


def test_verdicts_are_those_of_the_record() -> None:
    assert get_args(models.Review.model_fields["verdict"].annotation) == VERDICTS


def test_a_text_is_coded(client: TestClient) -> None:
    sent = {"text": "Kenya arrested a Ugandan diplomat on Tuesday.", "pub_date": "2024-06-21"}
    (event,) = client.post("/api/v1/code", json=sent).json()["events"]
    assert (event["event_type"], event["date_start"]) == ("COERCE", "2024-06-18")
    assert client.post("/api/v1/code", json={"url": "https://news.example/"}).status_code == 403


def test_a_text_that_is_not_english_is_told_so(client: TestClient) -> None:
    found = client.post("/api/v1/code", json={"text": FRENCH})
    assert found.status_code == 422
    assert "its language is fr, not English" in found.json()["error"]["message"]


def test_half_a_character_in_a_text_is_told_as_one_that_is_lost(client: TestClient) -> None:
    sent = '{"text": "Kenya arrested a Ugandan diplomat \\ud800 on Tuesday.", "pub_date": "2024-06-21"}'
    found = client.post("/api/v1/code", content=sent, headers={"content-type": "application/json"})
    assert found.status_code == 200
    assert [event["sentence"] for event in found.json()["events"]] == [found.json()["text"]]
    assert "\ufffd" in found.json()["text"]


def test_who_a_phrase_means(client: TestClient) -> None:
    (party,) = client.get("/api/v1/actors?phrase=the Russian president&on=2024-06-21").json()["parties"]
    assert (party["name"], party["country"], party["sector"]) == ("Vladimir Putin", "RUS", "GOV")


@pytest.mark.parametrize("on", ["86400", "915148800", "1999", "June", "1999-02-30"])
def test_the_day_of_a_phrase_is_written_as_a_day(client: TestClient, on: str) -> None:
    found = client.get("/api/v1/actors", params={"phrase": "Kenya", "on": on})
    assert found.status_code == 422
    assert found.json()["error"]["message"] == f"on {on!r} is no day; write it as 2024-06-21"


def test_documents_by_any_id(client: TestClient) -> None:
    found = client.get("/api/v1/documents/n05").json()
    assert found["title"] == "Shots at the border"
    assert {event["event_type"] for event in found["events"]} == {"ASSAULT", "REQUEST"}
    assert client.get("/api/v1/documents/https://news.example/a").status_code == 404


def test_documents_by_version(ask: Ask, record: Path) -> None:
    (first,) = [one for one in articles() if one.id == "n05"]
    Record(record).add([replace(first, text="At noon, " + first.text)])
    client = ask()
    for version in (1, 2):
        found = client.get(f"/api/v1/documents/n05?version={version}").json()
        assert {event["version"] for event in found["events"]} == {version}
        for event in found["events"]:
            assert found["text"][event["sentence_start"] : event["sentence_end"]] == event["sentence"]
    missing = client.get("/api/v1/documents/n05?version=99")
    assert (missing.status_code, "no version 99" in missing.json()["error"]["message"]) == (404, True)


def test_documents_follow_one_another_also_with_long_ids(tmp_path: Path) -> None:
    path = tmp_path / "long.duckdb"
    made = [replace(article(n), id=f"https://long.example/{n}/{'é' * 1900}") for n in range(4)]
    Record(path).add(made, make_coder=Coder, coder="test")
    client = client_of(Options(record=path))
    first = client.get("/api/v1/documents?limit=2").json()
    rest = client.get("/api/v1/documents", params={"limit": 5, "cursor": first["next"]}).json()
    assert sorted(row["document_id"] for row in (*first["data"], *rest["data"])) == sorted(one.id for one in made)
    assert client.get("/documents", params={"after": first["next"]}).status_code == 200


def test_events_of_another_source_are_in_the_ledgers(beside: TestClient, foreign: Path) -> None:
    for name in ("incidents", "visits", "meetings", "agreements", "transfers", "sanctions", "dyads"):
        wanted = len(Record(foreign).ledger(name, origin="gdelt"))
        found = beside.get(f"/api/v1/{name}?origin=gdelt&limit=1000").json()
        assert found["total"] == len(found["data"]) == wanted > 0
    assert models.Incident.model_validate(beside.get("/api/v1/incidents?origin=gdelt").json()["data"][0])


def test_what_people_said_is_a_list_like_others(ask: Ask) -> None:
    client = ask()
    ids = [row["event_id"] for row in client.get("/api/v1/events?limit=3").json()["data"]]
    for one in ids:
        sent = {"event_id": one, "verdict": "correct", "field": "status", "value": "planned", "note": "=1+1"}
        assert client.post("/api/v1/reviews", json=sent).status_code == 201
    first = client.get("/api/v1/reviews?limit=1").json()
    assert (first["total"], first["data"][0]["event_id"], first["data"][0]["value"]) == (3, ids[2], "planned")
    client.post("/api/v1/reviews", json={"event_id": ids[0], "verdict": "accept"})
    rest = client.get("/api/v1/reviews", params={"cursor": first["next"]}).json()
    assert [row["event_id"] for row in rest["data"]] == [ids[1], ids[0]]
    rows = list(csv.DictReader(io.StringIO(client.get("/api/v1/reviews?format=csv").text)))
    assert [row["value"] for row in rows] == ["", '"planned"', '"planned"', '"planned"']
    assert rows[1]["note"] == "=1+1"
    sheet = client.get("/api/v1/reviews", params={"format": "sheet", "event_id": ids[1]})
    assert [row["note"] for row in csv.DictReader(io.StringIO(sheet.text))] == ["'=1+1"]
    lines = client.get("/api/v1/reviews", headers={"accept": "application/x-ndjson"}).text.splitlines()
    assert len(lines) == 4
    assert json.loads(lines[0])["reviewed_at"].endswith("Z")


def test_titles_are_no_formulas_in_spreadsheets(tmp_path: Path) -> None:
    path = tmp_path / "formula.duckdb"
    made = replace(article(1), title="=HYPERLINK(1)", publisher="@x", author="+1")
    Record(path).add([made], make_coder=Coder, coder="test")
    client = client_of(Options(record=path))
    for form, guard in (("csv", ""), ("sheet", "'")):
        (row,) = csv.DictReader(io.StringIO(client.get(f"/api/v1/documents?format={form}").text))
        assert [row[name] for name in ("title", "publisher", "author")] == [
            f"{guard}{one}" for one in ("=HYPERLINK(1)", "@x", "+1")
        ]


def test_pages_follow_one_another(client: TestClient) -> None:
    keys = [("events", "event_id"), ("incidents", "incident_id"), ("statements", "statement_id")]
    for path, key in (*keys, ("visits", "incident_id"), ("meetings", "incident_id")):
        found, cursor = [], ""
        while cursor is not None:
            told = client.get(f"/api/v1/{path}", params={"limit": 5, **({"cursor": cursor} if cursor else {})}).json()
            found += [row[key] for row in told["data"]]
            cursor = told["next"]
        assert len(found) == len(set(found)) == told["total"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("events?actr=KEN", "parameter 'actr': there is sort, limit, cursor, format, actor"),
        ("visits?sort=latest", "parameter 'sort'"),
        ("health?x=1", "parameter 'x': there is none"),
        ("documents/n05?words=x", "parameter 'words': there is version"),
        ("events?actor=KEN&actor=UGA", "parameter 'actor' is given twice; give it once"),
        ("visits?limit=1&limit=2", "parameter 'limit' is given twice"),
        ("events?cursor=abc", "cursor: is none of this list"),
        ("events?type=FOO", "type 'FOO'"),
        ("events?mode=foo", "mode 'foo'"),
        ("events?since=2025&until=2024", "since '2025' is after"),
    ],
)
def test_what_filters_nothing_is_refused(client: TestClient, path: str, said: str) -> None:
    refused = client.get(f"/api/v1/{path}")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "invalid")
    assert refused.json()["error"]["message"].startswith(said)


def test_rows_have_a_limit(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "MOST_JSON", 3)
    told = client.get("/api/v1/events?limit=900&actor=KGZ").json()
    assert len(told["data"]) == 3
    assert told["next"]
    refused = client.get("/api/v1/events?format=csv&limit=1000001")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "invalid")


def test_health(client: TestClient, ask: Ask) -> None:
    assert client.get("/api/v1/health").json()["status"] == "ok"
    found = ask(record=Path("none.duckdb")).get("/api/v1/health")
    assert (found.status_code, found.json()["error"]["code"]) == (503, "unavailable")


def test_metrics_count_what_was_coded_here(client: TestClient, beside: TestClient) -> None:
    ours, told = client.get("/api/v1/metrics").text, beside.get("/api/v1/metrics").text
    (events,) = [line for line in ours.splitlines() if line.startswith("dragoman_record_events ")]
    assert events in told.splitlines()
    assert events.replace("_events", "_imported_events") in told.splitlines()


def test_metrics(client: TestClient) -> None:
    found = client.get("/api/v1/metrics").text
    assert "dragoman_record_documents 18" in found
    assert 'route="/api/v1/metrics"' in client.get("/api/v1/metrics").text


def operations(schema: Any) -> list[Any]:
    """Every operation that the schema tells."""
    return [found.ok() for found in schema.get_all_operations()]


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_nothing_that_can_be_sent_ends_in_a_500(schema: Any, mode: GenerationMode) -> None:
    """A text is more than a schema says of it (a day, a country), so a value may be refused, but in the one shape."""
    told = [one for one in operations(schema) if one.body or list(one.iter_parameters())]
    assert len(told) > 14
    for operation in told:

        @EXAMPLES
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: schemathesis.Case) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        holds()


@pytest.mark.parametrize("day", [{}, {"on": ""}, {"on": " "}])
def test_without_a_day_the_last_of_the_tables_is_meant(client: TestClient, day: dict[str, str]) -> None:
    told = client.get("/api/v1/actors", params={"phrase": "the Russian president", **day}).json()
    assert told["on"] == load().newest.isoformat()
    assert told["parties"][0]["country"] == "RUS"


def test_what_is_sent_is_json(client: TestClient) -> None:
    for path in ("/api/v1/code", "/api/v1/reviews"):
        found = client.post(path, content="text=x", headers={"content-type": "application/x-www-form-urlencoded"})
        assert (found.status_code, found.json()["error"]["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/api/v1/reviews", "GET, HEAD, POST"), ("/api/v1/events", "GET, HEAD"), ("/api/v1/code", "POST")],
)
def test_what_is_allowed_is_told(client: TestClient, path: str, allowed: str) -> None:
    found = client.delete(path)
    assert (found.status_code, found.headers["allow"]) == (405, allowed)


def test_a_review_of_an_event_that_counts_no_more_is_told_so(record: Path, ask: Ask) -> None:
    """A later version of the article moved its sentence."""
    event = Record(record).events(type="ASSAULT").dicts()[0]
    keep(record, Review(event_id=event["event_id"], verdict="reject", reviewer="ada"))
    assert ask().get("/api/v1/reviews").json()["data"][0]["left_out"] == ""
    (old,) = [one for one in articles() if one.id == event["document_id"]]
    Record(record).add([replace(old, text="UPDATED. " + old.text)])
    assert "the event counts no more" in ask().get("/api/v1/reviews").json()["data"][0]["left_out"]
