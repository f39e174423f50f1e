"""What people say of events stands in lists, filters and files; what the machine said stays beside it."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest
from starlette.testclient import TestClient

from desk.conftest import Ask
from dragoman.desk import claims
from dragoman.desk.desk import opened
from dragoman.desk.errors import BusyError
from dragoman.desk.lists import Query
from dragoman.desk.options import Options
from dragoman.desk.readings import Readings
from dragoman.record.filters import SAID, Filters
from dragoman.record.record import Record
from dragoman.record.review import Review


def first(client: TestClient, **asked: str) -> dict[str, Any]:
    """The first event that is asked for."""
    found: dict[str, Any] = client.get("/api/v1/events", params=asked).json()["data"][0]
    return found


def say(client: TestClient, event: dict[str, Any], verdict: str, **more: Any) -> Any:
    """What comes of a claim."""
    return client.post("/api/v1/reviews", json={"event_id": event["event_id"], "verdict": verdict} | more)


def test_a_type_takes_its_codes_with_it(ask: Ask) -> None:
    client = ask()
    event = first(client, type="ASSAULT", mode="drone")
    told = say(client, event, "correct", field="event_type", value="THREATEN", reviewer="ada", note="words only")
    assert told.status_code == 201
    now = told.json()
    assert (now["event_type"], now["mode"], now["quad_class"]) == ("THREATEN", "", 3)
    assert now["cameo_code"].startswith("13")
    claim = next(one for one in now["corrections"] if one["field"] == "event_type")
    assert (claim["machine"], claim["reviewer"], claim["note"]) == ("ASSAULT", "ada", "words only")
    assert event["event_id"] in client.get("/api/v1/events?type=THREATEN&format=csv").text
    assert event["event_id"] not in client.get("/api/v1/events?type=ASSAULT&format=jsonl").text
    assert event["event_id"] in [
        row["event_id"] for row in client.get("/api/v1/incidents?type=THREATEN").json()["data"]
    ]


def test_it_stands_after_a_restart(ask: Ask) -> None:
    event = first(ask(), type="ASSAULT")
    say(ask(), event, "correct", field="event_type", value="AID")
    assert first(ask(), type="AID", text=event["sentence"])["event_id"] == event["event_id"]


def test_the_last_word_can_be_taken_back(ask: Ask) -> None:
    client = ask()
    event = first(client, type="ASSAULT", mode="drone")
    say(client, event, "correct", field="event_type", value="AID")
    say(client, event, "withdraw", field="event_type")
    assert first(client, type="ASSAULT", mode="drone")["event_id"] == event["event_id"]
    say(client, event, "reject")
    assert client.get(f"/api/v1/events/{event['event_id']}").json()["verdict"] == "reject"
    say(client, event, "withdraw")
    assert client.get(f"/api/v1/events/{event['event_id']}").json()["verdict"] == ""


def test_filters_take_days_and_confidence_as_they_stand(ask: Ask) -> None:
    client = ask()
    event = first(client, type="ASSAULT", mode="drone")

    def found(**asked: Any) -> list[str]:
        rows = client.get("/api/v1/events", params={"type": "ASSAULT", **asked}).json()["data"]
        return [row["event_id"] for row in rows]

    say(client, event, "correct", field="date_end", value="2031-03-02")
    say(client, event, "correct", field="date_start", value="2031-03-01")
    say(client, event, "correct", field="confidence", value=0.01)
    assert found(since="2031") == found(begins="2031-03") == [event["event_id"]]
    assert event["event_id"] not in found(until="2030")
    assert event["event_id"] not in found(min_confidence=0.02)
    assert found(sort="surest")[-1] == event["event_id"]
    say(client, event, "withdraw")
    assert found(since="2031") == []
    assert event["event_id"] in found(min_confidence=0.02, until="2030")


def test_lists_are_found_by_what_people_say(ask: Ask) -> None:
    client = ask()
    rows = client.get("/api/v1/events").json()["data"][:3]
    say(client, rows[0], "reject")
    say(client, rows[1], "accept")
    say(client, rows[2], "correct", field="status", value="planned")
    for path in ("/api/v1/events", "/api/v1/incidents"):
        total = client.get(path).json()["total"]
        found = {name: client.get(path, params={"verdict": name}).json() for name in SAID}
        assert [found[name]["total"] for name in ("reject", "accept", "correct")] == [1, 1, 1]
        assert total - 3 <= found["none"]["total"] <= total
    assert [row["event_id"] for row in client.get("/api/v1/events?verdict=reject").json()["data"]] == [
        rows[0]["event_id"]
    ]
    assert "rejected" in client.get("/events?verdict=reject").text
    assert '<option value="reject" selected>' in client.get("/events?verdict=reject").text
    assert client.get("/api/v1/dyads?verdict=reject").status_code == 422


def test_all_claims_are_kept(ask: Ask) -> None:
    client = ask()
    event = first(client)
    say(client, event, "accept", reviewer="ada")
    say(client, event, "reject", reviewer="bo")
    found = client.get("/api/v1/reviews", params={"event_id": event["event_id"]}).json()
    assert [(row["verdict"], row["reviewer"]) for row in found["data"]] == [("reject", "bo"), ("accept", "ada")]
    assert found["total"] == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"verdict": "correct", "field": "event_type", "value": "DANCE"}, "DANCE"),
        ({"verdict": "correct", "field": "mode", "value": "dance"}, "dance"),
        ({"verdict": "correct", "field": "colour", "value": "red"}, "colour"),
        ({"verdict": "correct", "field": "status", "value": 7}, "status"),
        ({"verdict": "correct", "field": "event_type", "value": ["AID"]}, "event_type"),
        ({"verdict": "correct", "field": "mode", "value": {"a": 1}}, "mode"),
        ({"verdict": "correct", "field": "date_end", "value": None}, "date_end"),
        ({"verdict": "maybe"}, "verdict"),
    ],
)
def test_what_cannot_be_said(ask: Ask, more: dict[str, Any], said: str) -> None:
    client = ask()
    found = client.post("/api/v1/reviews", json={"event_id": first(client)["event_id"]} | more)
    assert found.status_code == 422
    assert said in found.json()["error"]["message"]
    assert client.get("/api/v1/reviews").json()["total"] == 0


@pytest.mark.parametrize("field", ["cameo_code", "date_text"])
def test_half_a_character_is_refused(ask: Ask, field: str) -> None:
    client = ask()
    sent = (
        f'{{"event_id": "{first(client)["event_id"]}", "verdict": "correct", "field": "{field}", "value": "\\ud800"}}'
    )
    found = client.post("/api/v1/reviews", content=sent, headers={"content-type": "application/json"})
    assert found.status_code == 422
    assert "half a character" in found.json()["error"]["message"]
    assert client.get("/api/v1/reviews").json()["total"] == 0


# What an earlier version kept: values that are no text, and such as make no event.
_SPOILT = (
    ("cameo_code", '"\\ud800"'), ("date_text", '"\\ud800"'), ("quad_class", '"x"'), ("date_end", "null"),
    ("recipients", "[]"), ("actors", "[]"), ("event_type", "{"),
)  # fmt: skip


def spoil(path: Path, event_id: str) -> None:
    """Put claims that cannot stand into a record, each at a moment of its own."""
    sql = "INSERT INTO reviews VALUES (?, 'correct', ?, ?, 'eve', '', TIMESTAMP '2024-07-01' + to_seconds(?))"
    with duckdb.connect(str(path)) as connection:
        for n, (field, value) in enumerate(_SPOILT):
            connection.execute(sql, [event_id, field, value, n])


def test_a_claim_that_cannot_stand_is_left_out_and_spoils_no_page(ask: Ask, record: Path) -> None:
    event = first(ask(), type="ASSAULT", mode="drone")
    time.sleep(0.6)
    spoil(record, event["event_id"])
    client = ask()
    paths = [
        "/",
        "/events",
        "/incidents",
        "/review",
        f"/events/{event['event_id']}",
        "/api/v1/events",
        "/api/v1/health",
    ]
    paths += [f"/api/v1/events?format={form}" for form in ("csv", "jsonl", "parquet", "arrow")]
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)
    now = client.get(f"/api/v1/events/{event['event_id']}").json()
    assert (now["cameo_code"], now["date_end"], now["event_type"]) == (
        event["cameo_code"], event["date_end"], event["event_type"],
    )  # fmt: skip
    kept = client.get("/api/v1/reviews").json()["data"]
    assert {row["field"] for row in kept if not row["left_out"]} <= {"actors", "recipients"}
    assert next(row for row in kept if row["field"] == "date_end")["left_out"].startswith("date_start is 2024")
    assert next(row for row in kept if row["field"] == "cameo_code")["value"] == '"\\ud800"'
    assert say(client, event, "withdraw").status_code == 201
    assert [row["field"] for row in client.get("/api/v1/reviews").json()["data"] if row["left_out"]] == []


def test_a_mode_is_of_the_type_that_stands(ask: Ask) -> None:
    client = ask()
    event = first(client, type="ACCUSE")
    names = ("event_type", "mode", "cameo_code", "quad_class", "goldstein")
    say(client, event, "correct", field="event_type", value="CONSULT")
    assert say(client, event, "correct", field="mode", value=event["mode"] or "allege").status_code == 422
    now = say(client, event, "correct", field="mode", value="visit").json()
    assert [now[name] for name in names[:4]] == ["CONSULT", "visit", "042", 1]
    now = say(client, event, "withdraw", field="event_type").json()
    assert [now[name] for name in names] == [event[name] for name in names]
    assert now["corrections"] == []


def test_a_status_reaches_the_incident(ask: Ask) -> None:
    client = ask()
    rows = client.get("/api/v1/incidents?status=actual").json()["data"]
    alone = next(row for row in rows if row["reports"] == 1)
    several = next(row for row in rows if row["reports"] > 1 and "status" not in row["disputed"])

    def negated() -> list[str]:
        return [row["incident_id"] for row in client.get("/api/v1/incidents?status=negated").json()["data"]]

    before = negated()
    for event in (alone["best"], several["best"]):
        say(client, event, "correct", field="status", value="negated")
    # Another report still says that it happened.
    assert set(negated()) - set(before) == {alone["incident_id"]}
    again = ask().get(f"/api/v1/incidents/{alone['incident_id']}").json()
    assert (again["status"], again["best"]["status"]) == ("negated", "negated")
    say(client, alone["best"], "withdraw", field="status")
    assert negated() == before


def test_the_last_word_on_a_page_is_taken_back_alone(ask: Ask) -> None:
    client = ask()
    event = first(client, type="ACCUSE")
    page = client.get(f"/events/{event['event_id']}").text
    csrf = page.partition('name="csrf" value="')[2].partition('"')[0]

    def send(**given: str) -> None:
        sent = {"csrf": csrf, "event_id": event["event_id"], "reviewer": "ada"} | given
        assert client.post("/review", data=sent).status_code == 303

    def now() -> tuple[str, str, str]:
        told = client.get(f"/api/v1/events/{event['event_id']}").json()
        return told["event_type"], told["mode"], told["verdict"]

    send(verdict="correct", field="event_type", value="CONSULT")
    send(verdict="correct", field="mode", value="visit")
    send(verdict="reject")
    assert now() == ("CONSULT", "visit", "reject")
    send(verdict="undo")
    assert now() == ("CONSULT", "visit", "")
    send(verdict="undo")
    assert now() == ("CONSULT", "", "")
    send(verdict="undo")
    assert now() == (event["event_type"], event["mode"], "")


def test_a_claim_that_is_kept_and_cannot_be_shown_yet_is_no_error(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else somebody would say it again; the next snapshot shows it."""
    desk = opened(Options(record=record))
    event = desk.event(desk.page(Query(filters=Filters(type="ASSAULT"))).rows[0]["event_id"])

    def busy(*_args: object, **_kwargs: object) -> None:
        raise BusyError("the record is being written; try again in a moment")

    with monkeypatch.context() as patch:
        patch.setattr(Readings, "cursor", busy)
        given = Review(event_id=event["event_id"], verdict="reject", reviewer="ada")
        claims.keep(desk.details, desk.keeper, [given])
    assert [row["verdict"] for row in Record(record).sql("SELECT verdict FROM reviews")] == ["reject"]
    desk.close()


def test_claims_of_many_at_once_are_all_kept_and_shown(record: Path) -> None:
    desk = opened(Options(record=record))
    event_id = desk.page(Query(filters=Filters(type="ASSAULT"))).rows[0]["event_id"]

    def say_so(number: int) -> None:
        given = Review(event_id=event_id, verdict="accept", reviewer=f"r{number}")
        claims.keep(desk.details, desk.keeper, [given])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(say_so, range(8)))
    assert len(Record(record).sql("SELECT DISTINCT reviewer FROM reviews")) == 8
    assert len(desk.snapshot.ask("SELECT * FROM reviews")) == 8
    desk.close()
