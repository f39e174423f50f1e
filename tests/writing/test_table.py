"""The table can be read at any width: every event's parties, place, voice, words and status are in it."""

from io import BytesIO

import pytest

from dragoman.event import Dating, Event, Party, Words
from dragoman.writing import table
from fakes import SENTENCE, bare_event, document, event


def shown(*events: Event) -> str:
    """What a writer shows of one document's events."""
    stream = BytesIO()
    with table.opened(stream) as write:
        write(document(), events)
    return stream.getvalue().decode()


@pytest.mark.parametrize("width", ["20", "40", "71", "72", "80", "120", "200"])
def test_everything_is_shown_and_no_line_is_wider(monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = shown(event(), event(status="planned", historical=True))
    words = " ".join(text.split())
    for part in (
        "Visit 1",
        "news/1.txt",
        "published 2024-06-21",
        "2024-06-19",
        "CONSULT · visit",
        "0.91",
        "planned",
    ):
        assert part in words
    for part in ("Ada Rell (ARV GOV) → Belmora (BLM)", " · in ", "[visited]", "history"):
        assert part in words
    assert "Foreign Ministry" in words
    assert max(map(len, text.splitlines())) <= int(width)


def test_on_a_narrow_screen_its_parts_stand_below_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = shown(event())
    assert "\nwhen: 2024-06-19\nwhat: CONSULT · visit 0.91\nwho → whom: Ada Rell (ARV GOV) → Belmora (BLM)" in text
    assert "words: “The president of Arvania [visited] Belmora" in text


def test_an_imported_event_has_no_words_and_no_chance() -> None:
    text = shown(event(text="", trigger=Words("", 0, 0), confidence=0.0, coder="import gdelt"))
    assert "“" not in text
    assert "[" not in text
    assert "0.00" not in text
    assert "–" in text


def test_an_event_with_nothing_but_words() -> None:
    text = shown(bare_event())
    assert "undated" in text
    assert "[visited]" in text


def test_a_document_without_events_is_not_shown() -> None:
    assert shown() == ""


def test_terminal_commands_of_an_article_are_not_passed_on() -> None:
    hostile = SENTENCE.replace("Belmora", "\x1b[31mBelmora\x1b]0;x\x07")
    assert "\x1b" not in shown(event(text=hostile))


def test_of_many_parties_the_first_are_shown() -> None:
    parties = tuple(Party(f"State {n}", 0, 3, name=f"State {n}") for n in range(40))
    text = shown(event(actors=parties))
    assert "State 5" in text
    assert "34 more" in " ".join(text.split())


def test_markup_of_an_article_is_text() -> None:
    assert "[bold]red[/bold]" in shown(event(text=SENTENCE + " [bold]red[/bold]"))


@pytest.mark.parametrize(
    ("dating", "text"),
    [
        (Dating("2024-06-01", "2024-06-30", "month", "in June", "relative"), "2024-06 "),
        (Dating("2024-01-01", "2024-12-31", "year", "this year", "relative"), "2024 "),
        (Dating("1990-01-01", "1999-12-31", "decade", "in the 1990s", "explicit"), "1990s"),
        (Dating("2024-06-17", "2024-06-23", "week", "this week", "relative"), "–2024-06-23"),
    ],
)
def test_a_date_is_shown_as_precise_as_it_is(dating: Dating, text: str) -> None:
    assert text in shown(event(dating=dating))


def test_a_long_sentence_is_cut_around_its_trigger() -> None:
    before, after = "word " * 200, " word" * 200
    long = event(text=f"{before}visited{after}", trigger=Words("visited", len(before), len(before) + 7))
    text = shown(long)
    assert "… word" in text
    assert "word …" in text
    assert len(text) < 1_200
