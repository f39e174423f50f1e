"""Datelines: what is one, the same for all who ask."""

import pytest

from dragoman.datelines import behind_dateline, dateline, datelines, in_dateline

LED = "Envoys met here."


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("LUSAKA, Aug. 12 (Xinhua) -- ", "LUSAKA", "Aug. 12"),
        ("LUSAKA, Aug. 12 (Wire)- ", "LUSAKA", "Aug. 12"),
        ("LONDON/PARIS, July 25 (Reuters) - ", "LONDON/PARIS", "July 25"),
        ("SEOUL, June 21, 2024 — ", "SEOUL", "June 21, 2024"),
        ("TEL AVIV, Israel, 19 June 2024 – ", "TEL AVIV, Israel", "19 June 2024"),
        ("BAKU, 3 May - ", "BAKU", "3 May"),
        ("MINSK, March 19. /WIRE/. ", "MINSK", "March 19"),
        ("SEOUL, June 21: ", "SEOUL", "June 21"),
        ("NAIROBI (Reuters) - ", "NAIROBI", ""),
        ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", ""),
        ("CONCORD, N.H. (AP) — ", "CONCORD, N.H.", ""),
        ("Tehran, IRNA - ", "Tehran", ""),
        ("New Delhi, ANI - ", "New Delhi", ""),
        ("Tehran, Oct 2, IRNA - ", "Tehran", "Oct 2"),
        ("KYIV, Ukraine — ", "KYIV, Ukraine", ""),
        ("BANGKOK/PHNOM PENH — ", "BANGKOK/PHNOM PENH", ""),
        ("LAGOS - ", "LAGOS", ""),
        ("TEL AVIV-- ", "TEL AVIV", ""),
        ("* LAGOS - ", "LAGOS", ""),
    ],
)
def test_where_and_when_and_where_it_ends(line: str, place: str, day: str) -> None:
    text = f"A headline\n  {line}{LED}"
    start = text.index(line)
    found = dateline(text, start)
    assert found is not None
    assert (text[found.start : found.end], text[slice(*found.place)], found.day) == (line, place, day)
    assert behind_dateline(text, start, len(text)) == found.end


@pytest.mark.parametrize(
    "text",
    [
        "Syria, ISIS - both of them - fell.",
        "NATO - and who else? - met.",
        "In Tehran, Oct 2, a mob - some in masks - met.",
        "NATO, Article 5 - and who else? - met.",
        "NATO-Ukraine talks stalled.",
        "KYIV-based envoys met.",
        "Kyiv - Police met.",
        "The EU (HW) - met.",
        "The envoys met in LUSAKA - and left.",
        "“LUSAKA - Envoys met.”",
        LED,
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert dateline(text) is None
    assert behind_dateline(text, 0, len(text)) == 0


def test_it_opens_a_paragraph() -> None:
    text = "They met. LUSAKA (HW) - Envoys met."
    assert behind_dateline(text, 10, len(text)) == 10


def test_all_of_a_text() -> None:
    lines = ("LUSAKA, Aug. 12 (Wire) -- ", "NAIROBI (Wire) - ")
    text = f"A headline\n{lines[0]}{LED}\n\n{lines[1]}{LED}\nNATO - and who else? - met."
    assert [text[line.start : line.end] for line in datelines(text)] == list(lines)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("LAGOS (Reuters) - Police met.", True),
        ("A headline\nLAGOS (Reuters) - Police met.", True),
        ("LAGOS - Police told Reuters.", False),
        ("They met. " * 20 + "LAGOS (Reuters) - Police met.", False),
    ],
)
def test_an_agency_signs_in_one(text: str, inside: bool) -> None:
    assert in_dateline(text, text.index("Reuters")) is inside
