"""A surname alone means the likeliest of its bearers, and nobody where none is likely."""

from datetime import date

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.names.surnames import bearer


@pytest.mark.parametrize(
    ("surname", "on", "near", "name"),
    [
        ("Bush", "1991-05-01", "", "George H. W. Bush"),
        ("Bush", "2005-05-01", "", "George W. Bush"),
        ("Gorbachev", "2024-01-01", "", None),
        # Who is to lead a state is meant before the day, also where the text names another.
        ("Macron", "2017-03-01", "RUS", "Emmanuel Macron"),
        ("Macron", "2014-03-01", "RUS", None),
        ("Milei", "2023-11-25", "VEN", "Javier Milei"),
        ("Trump", "2016-06-20", "USA", "Donald Trump"),
        ("Merz", "2025-03-20", "UKR", "Friedrich Merz"),
        # So are ministers who speak to other states for theirs, while they serve.
        ("Lavrov", "2021-03-20", "ARM AZE", "Sergey Lavrov"),
        ("Blinken", "2021-09-20", "TUR EGY", "Antony Blinken"),
        ("Blinken", "2025-09-20", "TUR EGY", None),
        ("Yellen", "2022-09-20", "CHN", None),
        # But for names that others of office have, too.
        ("Wang", "2019-03-01", "NGA", None),
        ("Johnson", "2019-03-01", "NGA", None),
        ("Musa", "2026-01-09", "GMB", None),
        ("Musa", "2026-01-09", "NGA", "Christopher Musa"),
        # Of several the one who leads his state, before a premier of it and before the former head of a body.
        ("Kim", "2018-06-13", "USA", "Kim Jong-un"),
        ("Kim", "2018-06-13", "PRK USA", "Kim Jong-un"),
        ("Kim", "2023-06-13", "JPN", "Kim Jong-un"),
        ("Kim", "2012-06-13", "KOR", "Kim Hwang-sik"),
        ("Annan", "2010-08-13", "SYR", "Kofi Annan"),
        ("Annan", "2040-08-13", "SYR", None),
        ("Guterres", "2024-08-13", "SYR", "António Guterres"),
    ],
)
def test_who_is_meant(surname: str, on: str, near: str, name: str | None) -> None:
    names = [n for n in roster().index.find(surname) if n.kind == "surname"]
    meant = bearer(names, date.fromisoformat(on), near.split(), roster=roster())
    assert (meant.name if meant else None) == name
