"""Datelines: where a report was written."""

import pytest

from dragoman.coding.placing import resolve
from dragoman.coding.placing.datelines import dateline


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LUSAKA, Aug. 12 (Xinhua) -- The envoys met here on Monday.", "LUSAKA"),
        ("KYIV, Ukraine — A blast tore through a depot.", "KYIV, Ukraine"),
        ("NAIROBI (Reuters) - Police fired tear gas.", "NAIROBI"),
        ("PORT-AU-PRINCE, Haiti (AP) — Gangs fired on the airport.", "PORT-AU-PRINCE, Haiti"),
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
