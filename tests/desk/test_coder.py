"""Coding what is pasted: bounded, one at a time, nothing kept, no page fetched unless told."""

import threading
import unicodedata
from pathlib import Path

import pytest

from dragoman.desk.coder import DeskCoder
from dragoman.desk.errors import BusyError, RefusedError
from dragoman.desk.options import Options
from dragoman.errors import SourceError, UsageError

FRENCH = "Le président de la République a rencontré son homologue allemand à Paris. Les deux ont signé un accord."
OPTIONS = Options(record=Path("none.duckdb"), max_text=200)


def test_it_codes_and_gives_reasons() -> None:
    coder = DeskCoder(OPTIONS)
    document = coder.document(text="Kenya arrested a Ugandan diplomat on Tuesday.", day="2024-06-21")
    (event,) = coder.code(document)
    assert (event.event_type, event.dating.date_start) == ("COERCE", "2024-06-18")
    (found,) = [told.event for told in coder.explain(document) if told.event]
    assert found.event_id == event.event_id


def test_half_a_character_is_read_as_reading_reads_it() -> None:
    document = DeskCoder(OPTIONS).document(text="France condemned Russia. \ud800", title="\udfff")
    assert (document.text, document.title) == ("France condemned Russia. \ufffd", "\ufffd")


def test_letters_and_their_accents_are_one_character() -> None:
    coder, text = DeskCoder(OPTIONS), "Türkiye arrested a Ugandan diplomat on Tuesday."
    document = coder.document(text=unicodedata.normalize("NFD", text), day="2024-06-21")
    assert document.text == text
    (event,) = coder.code(document)
    assert [(p.country, text[p.start : p.end]) for p in event.actors] == [("TUR", "Türkiye")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "a text or a URL"),
        ({"text": "  "}, "a text or a URL"),
        ({"text": "a", "url": "http://a.example/"}, "not both"),
        ({"text": "a" * 201}, "at most 200"),
        ({"text": "a", "day": "yesterday"}, "2024-06-21"),
        ({"text": FRENCH}, "its language is fr, not English"),
    ],
)
def test_what_cannot_be_coded(given: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        DeskCoder(OPTIONS).document(**given)


def test_pages_are_fetched_only_where_told() -> None:
    with pytest.raises(RefusedError, match="--fetch"):
        DeskCoder(OPTIONS).document(url="https://news.example/")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/"])
def test_and_never_of_this_machine_or_a_private_network(url: str) -> None:
    with pytest.raises(SourceError, match="no public address"):
        DeskCoder(Options(record=Path("none.duckdb"), fetch=True)).document(url=url)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example/", "/etc/passwd", "-"])
def test_nor_anything_but_the_web(url: str) -> None:
    with pytest.raises(UsageError, match="http"):
        DeskCoder(Options(record=Path("none.duckdb"), fetch=True)).document(url=url)


def test_too_many_at_once_are_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    coder = DeskCoder(OPTIONS)
    monkeypatch.setattr("dragoman.desk.coder._PATIENCE", 0.05)
    held = threading.Event()

    class Slow:
        def code_document(self, _document: object) -> list[object]:
            held.wait(5)
            return []

    coder.__dict__["_coder"] = Slow()
    document = coder.document(text="One.")
    first = threading.Thread(target=coder.code, args=(document,))
    first.start()
    with pytest.raises(BusyError, match="busy"):
        coder.code(document)
    held.set()
    first.join()
    assert coder.code(document) == []
