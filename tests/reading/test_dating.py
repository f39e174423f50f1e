"""A publication date is found in the agreed order, and never guessed."""

import logging
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.reading.dating import date_argument, dateline_date, published, url_date, written_date
from dragoman.reading.draft import Draft

SOLSTICE = date(2024, 6, 21)


@pytest.mark.parametrize(
    "written",
    [
        "2024-06-21",
        "2024-06-21T23:30:00+09:00",
        "2024/06/21",
        "20240621",
        "20240621T101500Z",
        "202406211200",
        "20240621120000",
        "20240621.0",
        "2024-6-21",
        "Fri, 21 Jun 2024 10:15:00 GMT",
        "Fri Jun 21 10:15:00 +0000 2024",
        "21 June 2024",
        "21st of June, 2024",
        "June 21, 2024",
        "Jun. 21st, 2024 at 3 pm",
        "21-Jun-2024",
        "21/06/2024",
        "06/21/2024",
        "1718928000",
        "1718928000000",
    ],
)
def test_dates_as_sources_write_them(written: str) -> None:
    assert written_date(written) == SOLSTICE


@pytest.mark.parametrize(
    "written",
    [
        *("03/04/2024", "3.4.2024", "yesterday", "2024", "June 2024", "2024-13-40", "12", "5 ſep 2024"),
        *("202411", "202412", "2024112", "20240230", "202413211200", "2024062112000000"),
    ],
)
def test_an_unclear_date_is_unknown_and_told(written: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert written_date(written, source="news.csv#line 2") is None
    assert "news.csv#line 2" in caplog.text
    assert written in caplog.text


def test_the_same_day_and_month_cannot_be_confused() -> None:
    assert written_date("05/05/2024") == date(2024, 5, 5)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/world/2024/06/21/talks", SOLSTICE),
        ("https://x.example/2024/jun/21/talks", SOLSTICE),
        ("https://x.example/talks-2024-06-21.html", SOLSTICE),
        ("https://x.example/20240621/talks", SOLSTICE),
        ("https://x.example/2024/06/talks", None),
        ("https://x.example/2024/13/45/talks", None),
        ("https://x.example/2024/ſep/05/talks", None),
        ("https://x.example/article-1234567890", None),
        ("", None),
    ],
)
def test_dates_in_urls(url: str, day: date | None) -> None:
    assert url_date(url) == day


@pytest.mark.parametrize(
    "line",
    [
        "SEOUL, June 21 (Harbour Watch) — Talks ended.",
        "TEL AVIV, Israel, 21 June — Talks ended.",
        "MOSCOW, June 21. /HW/. Talks ended.",
        "BEIJING, Jun. 21 (HW) -- Talks ended.",
    ],
)
def test_a_dateline_has_a_day_when_the_year_is_known(line: str) -> None:
    assert dateline_date(line, year=2024) == SOLSTICE
    assert dateline_date(line, year=None) is None


def test_a_dateline_with_a_year_needs_no_other_source() -> None:
    assert dateline_date("SEOUL, June 21, 2024 (HW) — Talks ended.", year=None) == SOLSTICE


@pytest.mark.parametrize("text", ["The army left in June, 2024 — at last.", "Seoul, June 21 — Talks.", "NATO, UN meet"])
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_date(text, year=2024) is None


LINE = "SEOUL, June 21, 2024 (Harbour Wire) - Talks ended on Friday."


@pytest.mark.parametrize(
    "head",
    [
        "Talks end",
        "Talks end\n",
        "Talks end\n\nEnvoys leave in anger\n\nBy Ada Quill\n",
        "Will talks go on?\n",
        "\n \nTalks",
    ],
)
def test_a_dateline_may_stand_below_the_headline(head: str) -> None:
    assert dateline_date(f"{head}\n{LINE}\nEnvoys left.", year=None) == SOLSTICE


@pytest.mark.parametrize(
    "text",
    [
        f"The ministry recalled how it was told then.\n{LINE}",
        f"As we wrote that day:\n{LINE}",
        f"He read it out, “slowly”\n{LINE}",
        f"One\nTwo\nThree\nFour\n{LINE}",
        f"{'Talks end and ' * 15}\n{LINE}",
        f"The talks in dates\nBUSAN, June 3, 2024 - Envoys met.\n{LINE}",
        "Talks end\nEnvoys left SEOUL, June 21, 2024 (Harbour Wire) - late.",
        "Talks end\nSEOUL, June 2024 - Talks ended.",
        "Talks end\nSEOUL, June 21 (Harbour Wire) - Talks ended.",
    ],
)
def test_what_is_no_dateline_below_a_headline(text: str) -> None:
    assert dateline_date(text, year=None) is None


def test_a_digest_of_one_day_is_of_that_day() -> None:
    assert dateline_date(f"In brief\n{LINE}\nBUSAN, June 21, 2024 - Ships left.", year=None) == SOLSTICE


def test_the_order_of_sources() -> None:
    full = Draft("s", "SEOUL, June 19 (HW) — Talks.", pub_date="2024-06-21", url="https://x.example/2024/06/20/a")
    no_field = Draft("s", full.text, url=full.url)
    month_only = Draft("s", full.text, url="https://x.example/2024/06/a")
    nothing = Draft("s", full.text)
    assert published(full, asked=date(2024, 1, 1)) == (date(2024, 1, 1), "argument")
    assert published(full, asked=None) == (SOLSTICE, "metadata")
    assert published(no_field, asked=None) == (date(2024, 6, 20), "url")
    assert published(month_only, asked=None) == (date(2024, 6, 19), "dateline")
    assert published(nothing, asked=None) == (None, "")


def test_a_date_argument_is_a_day() -> None:
    assert date_argument("2024-06-21") == SOLSTICE


@pytest.mark.parametrize("value", ["21.6.2024", "2024-02-30", "today", ""])
def test_a_wrong_date_argument_says_how_to_write_one(value: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        date_argument(value)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_every_iso_day_is_read(day: date) -> None:
    assert written_date(day.isoformat()) == day


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    draft = Draft("s", text, pub_date=text, url=text)
    assert published(draft, asked=None).basis in ("", "metadata", "url", "dateline")


@pytest.mark.parametrize("written", ["978307200", "978307200000", "978307200.5"])
def test_numbers_that_can_be_no_day_are_moments(written: str) -> None:
    assert written_date(written) == date(2001, 1, 1)


@pytest.mark.parametrize("written", ["202406", "June 2024", "2024"])
def test_a_month_gives_a_dateline_its_year(written: str) -> None:
    draft = Draft("s", "SEOUL, June 21 (Harbour Wire) — Talks ended.", pub_date=written)
    assert published(draft, asked=None) == (SOLSTICE, "dateline")
