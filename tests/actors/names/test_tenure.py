"""An official whom no table of terms has is one in the years of the note, elite later, and nothing yet before."""

import pytest

from dragoman.actors import resolve


@pytest.mark.parametrize(
    ("phrase", "on", "sector"),
    [
        ("Martin Indyk", "2014-03-01", "GOV"),
        ("Martin Indyk", "2023-10-10", "ELI"),
        ("Bob Corker", "2018-05-05", "LEG"),
        ("Bob Corker", "2023-05-05", "ELI"),
        ("Wes Streeting", "2022-12-15", ""),
        ("Wes Streeting", "2025-01-15", "GOV"),
        ("shadow health secretary Wes Streeting", "2022-12-15", "OPP"),
        ("Adam Schiff", "2010-01-01", "LEG"),
        ("Volker Türk", "2022-07-01", ""),
        ("Volker Türk", "2023-07-01", "IGO"),
        ("Pete Buttigieg", None, "GOV"),
        ("Barack Obama", "2008-12-01", "ELI"),
        # whose sector is none of an office
        ("Mick Lynch", "2019-01-01", "LAB"),
        ("Igor Kirillov", "2025-05-05", "MIL"),
        ("Sergio Moro", "2024-05-05", "JUD"),
    ],
)
def test_the_sector_is_of_the_day(phrase: str, on: str | None, sector: str) -> None:
    assert [party.sector for party in resolve(phrase, on=on)] == [sector]
