"""What is asked for in a URL: the record's filters, all of them, and back again."""

from dataclasses import fields
from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dragoman.desk.asking import filters, query_of
from dragoman.record.filters import Filters


def test_every_filter_of_the_command_line_is_one_of_the_api(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    names = {one["name"] for one in schema["paths"]["/api/v1/events"]["get"]["parameters"]}
    assert {one.name for one in fields(Filters)} <= names


@given(st.text(max_size=30), st.sampled_from([None, 1, 4]))
def test_a_link_shares_a_view(words: str, quad: int | None) -> None:
    asked = filters(text=words, quad=quad)
    told = dict(parse_qsl(query_of(asked), keep_blank_values=True, errors="surrogatepass"))
    assert told.get("text", "") == words.strip()
    assert told.get("quad") == (str(quad) if quad else None)


def test_empty_fields_of_a_form_filter_nothing(client: TestClient) -> None:
    empty = "&".join(f"{one.name}=" for one in fields(Filters))
    assert client.get(f"/api/v1/events?{empty}").json()["total"] == client.get("/api/v1/events").json()["total"]


def test_blanks_filter_nothing(client: TestClient) -> None:
    found = client.get("/api/v1/events", params={"actor": " ", "quad": " ", "status": ""}).json()
    assert found["total"] == client.get("/api/v1/events").json()["total"]


def test_more_is_laid_over() -> None:
    assert query_of(Filters(actor="RUS"), sort="surest", actor=None) == "sort=surest"
