"""Forms keep what was asked: every filter, also after another is changed, and what cannot be with the reason."""

import re
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from dragoman.desk.pages.forms import refused


class Form(HTMLParser):
    """What the form of filters would send, and which of its fields are marked as wrong."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.wrong: list[str] = []
        self.choices: dict[str, list[str]] = {}
        self._name = ""
        form = re.search(r'<form class="filters".*?</form>', html, re.S)
        self.there = form is not None
        self.feed(form[0] if form else "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a field, or the choice that is taken."""
        told = dict(attrs)
        if tag in ("input", "select"):
            self._name = told.get("name") or ""
            self.sent[self._name] = told.get("value") or ""
            self.choices[self._name] = []
            if told.get("aria-invalid"):
                self.wrong.append(self._name)
        if tag == "option":
            self.choices[self._name].append(told.get("value") or "")
            if "selected" in told:
                self.sent[self._name] = told.get("value") or ""


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/events", {"incident": "INCIDENT"}),
        ("/events", {"origin": "gdelt", "actor": "RUS"}),
        ("/events", {"type": "AID,AGREE", "sort": "surest"}),
        ("/events", {"type": "consult"}),
        ("/incidents", {"min_confidence": "0.5", "quad": "4", "mode": "visit", "place": "KAZ", "said_by": "KGZ"}),
        ("/ledgers/visits", {"status": "any", "incident": "INCIDENT"}),
        ("/ledgers/visits", {"status": "planned", "origin": "gdelt"}),
        ("/ledgers/dyads", {"status": "any"}),
        ("/review", {"status": "planned", "origin": "gdelt", "sort": "conflict"}),
        ("/documents", {"words": '"border post"', "since": "2024-06", "status": "left_out"}),
    ],
)
def test_a_form_holds_every_filter(client: TestClient, path: str, asked: dict[str, str]) -> None:
    if "incident" in asked:
        asked = asked | {"incident": client.get("/api/v1/visits?limit=1").json()["data"][0]["incident_id"]}
    form = Form(client.get(f"{path}?{urlencode(asked)}").text)
    assert {name: value for name, value in form.sent.items() if value} == asked


def test_what_is_usual_is_not_told_twice(client: TestClient) -> None:
    for path, usual in (("/events", "any"), ("/incidents", "any"), ("/review", "any"), ("/ledgers/visits", "actual")):
        form = Form(client.get(f"{path}?status={usual}").text)
        assert form.sent["status"] == ""
        assert usual not in form.choices["status"]
        assert len(form.choices["status"]) == 5


def test_any_status_can_be_chosen_on_a_ledger(client: TestClient) -> None:
    assert "any" in Form(client.get("/ledgers/visits").text).choices["status"]
    assert Form(client.get("/ledgers/visits?status=any").text).sent["status"] == "any"


@pytest.mark.parametrize(
    ("path", "asked", "wrong"),
    [
        ("/events", {"actor": "RUS", "since": "June 2024"}, "since"),
        ("/events", {"text": "a b", "until": "2024-13"}, "until"),
        ("/events", {"actor": "RUS", "quad": "9"}, "quad"),
        ("/events", {"actor": "RUS", "min_confidence": "high"}, "min_confidence"),
        ("/events", {"sort": "colour", "actor": "RUS"}, "sort"),
        ("/incidents", {"either": "a,b,c", "since": "2024"}, "either"),
        ("/review", {"status": "lost", "actor": "RUS"}, "status"),
        ("/documents", {"words": "border", "since": "September 2024"}, "since"),
        ("/documents", {"words": "border", "status": "lost"}, "status"),
        ("/ledgers/visits", {"actor": "RUS", "since": "x"}, "since"),
        ("/ledgers/statements", {"actor": "RUS", "until": "x"}, "until"),
    ],
)
def test_what_cannot_be_is_told_by_its_field(client: TestClient, path: str, asked: dict[str, str], wrong: str) -> None:
    found = client.get(f"{path}?{urlencode(asked)}")
    form = Form(found.text)
    assert found.status_code == 422
    assert {name: value for name, value in form.sent.items() if value} == asked
    assert form.wrong == [wrong]
    assert re.search(r'<p id="wrong" class="notice bad" role="alert"[^>]*>[^<]*\w', found.text)
    assert "<h1>" in found.text


def test_pages_without_a_form_have_none() -> None:
    for path in ("/", "/events/ev-1", "/ledgers/none", "/ledgers/", "/documents/a", "/review/x"):
        assert refused(path, {}, message="since 'x': write YYYY") is None
