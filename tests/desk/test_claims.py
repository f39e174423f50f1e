"""What people say of events stands in lists, filters and files; what the machine said stays beside it."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from desk.conftest import Ask


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
    say(client, event, "withdraw", field="mode")
    assert first(client, type="ASSAULT", mode="drone")["event_id"] == event["event_id"]
    say(client, event, "reject")
    assert client.get(f"/api/v1/events/{event['event_id']}").json()["verdict"] == "reject"
    say(client, event, "withdraw")
    assert client.get(f"/api/v1/events/{event['event_id']}").json()["verdict"] == ""


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
        ({"verdict": "maybe"}, "verdict"),
    ],
)
def test_what_cannot_be_said(ask: Ask, more: dict[str, Any], said: str) -> None:
    client = ask()
    found = client.post("/api/v1/reviews", json={"event_id": first(client)["event_id"]} | more)
    assert found.status_code == 422
    assert said in found.json()["error"]["message"]
    assert client.get("/api/v1/reviews").json()["total"] == 0
