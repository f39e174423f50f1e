"""Datelines: where a report was written."""

import pytest

from dragoman.coding.placing import resolve
from dragoman.coding.placing.datelines import after_dateline, dateline, datelines


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LUSAKA, Aug. 12 (Xinhua) -- The envoys met here on Monday.", "LUSAKA"),
        ("KYIV, Ukraine — A blast tore through a depot.", "KYIV, Ukraine"),
        ("NAIROBI (Reuters) - Police fired tear gas.", "NAIROBI"),
        ("LONDON/PARIS, July 25 (Reuters) - Police fired tear gas.", "LONDON/PARIS"),
        ("PORT-AU-PRINCE, Haiti (AP) — Gangs fired on the airport.", "PORT-AU-PRINCE, Haiti"),
        ("Tehran, IRNA - Envoys came.", "Tehran"),
        ("Tehran, Oct 2, IRNA - Envoys came.", "Tehran"),
        ("Syria, ISIS - both of them - fell.", ""),
        ("BAKU, 3 May - Envoys came.", ""),
        ("The envoys met in LUSAKA - and left.", ""),
        ("", ""),
    ],
)
def test_the_place_at_the_head(text: str, place: str) -> None:
    found = dateline(text)
    assert (text[slice(*found)] if found else "") == place


def test_here_is_the_place_of_the_dateline() -> None:
    text = "LUSAKA, Aug. 12 (Xinhua) -- The envoys met here on Monday."
    start = text.index("here")
    place = resolve(text, start, start + 4)
    assert (place.text, place.start, place.name, place.country) == ("here", start, "Lusaka", "ZMB")
    assert resolve("They met here.", 9, 13).country == ""


LED = "Envoys met here."


@pytest.mark.parametrize(
    "line",
    [
        "LUSAKA, Aug. 12 (Xinhua) -- ",
        "KABUL, June 20 (Harbour Wire) - ",
        "SEOUL, June 21, 2024 — ",
        "TEL AVIV, Israel, 19 June 2024 – ",
        "NAIROBI (Reuters) - ",
        "PORT-AU-PRINCE, Haiti (AP) — ",
        "Tehran, IRNA - ",
        "MINSK, March 19. /WIRE/. ",
    ],
)
def test_what_is_told_begins_behind_the_dateline(line: str) -> None:
    assert after_dateline(line + LED, 0, len(line + LED)) == len(line)
    below = f"A headline\n{line}{LED}"
    assert after_dateline(below, 11, len(below)) == 11 + len(line)


@pytest.mark.parametrize(
    "text",
    [
        "Syria, ISIS - both of them - fell.",
        "NATO - and who else? - met.",
        "KYIV, Ukraine — A blast.",
        "The EU (HW) - met.",
        LED,
        "",
    ],
)
def test_what_is_no_dateline_is_told(text: str) -> None:
    assert after_dateline(text, 0, len(text)) == 0


def test_a_dateline_opens_a_paragraph() -> None:
    text = "They met. LUSAKA (HW) - Envoys met."
    assert after_dateline(text, 10, len(text)) == 10


def test_every_dateline_of_a_text() -> None:
    lines = ("LUSAKA, Aug. 12 (Wire) -- ", "NAIROBI (Wire) - ")
    text = f"A headline\n{lines[0]}{LED}\n\n{lines[1]}{LED}\nNATO - and who else? - met."
    assert [text[slice(*span)] for span in datelines(text)] == list(lines)
