"""The day that a report was filed on, by its dateline."""

from datetime import date

import pytest

from dragoman.coding.timing.filed import filed
from dragoman.datelines import datelines

LED = "Envoys met here."
PUBLISHED = date(2024, 9, 10)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["LUSAKA, Aug. 30 (Wire) -- "], date(2024, 8, 30)),
        (["MINSK, August 30. /WIRE/. "], date(2024, 8, 30)),
        (["LUSAKA, Aug. 30 (Wire) -- ", "PARIS, 30 Aug (Wire) - "], date(2024, 8, 30)),
        (["LUSAKA, Aug. 30 (Wire) -- ", "PARIS, Sept 5 (Wire) - "], PUBLISHED),
        (["LUSAKA, Sept 9 (Wire) -- "], PUBLISHED),
        (["LUSAKA, Sept 12 (Wire) -- "], PUBLISHED),
        (["LUSAKA, Aug 1 (Wire) -- "], PUBLISHED),
        (["LUSAKA (Wire) -- "], PUBLISHED),
        ([""], PUBLISHED),
    ],
)
def test_one_day_shortly_before_publication(lines: list[str], day: date) -> None:
    text = "\n".join(line + LED for line in lines)
    assert filed(datelines(text), pub_date=PUBLISHED) == day


def test_nothing_is_dated_without_a_publication_date() -> None:
    text = f"LUSAKA, Aug. 30 (Wire) -- {LED}"
    assert filed(datelines(text), pub_date=None) is None
