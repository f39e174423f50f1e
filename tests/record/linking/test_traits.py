"""The window of days on which a happening may have been."""

from datetime import date

import pytest

from dragoman.record.linking.traits import traits, window
from reports import report

D = date(2024, 6, 20)
CASES = [
    ({"date_start": D, "date_end": D, "date_basis": "explicit"}, "exact", (0, 0)),
    ({"date_start": D, "date_end": D, "date_basis": "publication"}, "near", (-2, 0)),
    ({"date_start": D, "date_end": date(2024, 6, 26)}, "loose", (0, 6)),
    ({"date_start": date(2024, 6, 1), "date_end": date(2024, 6, 30), "date_basis": "explicit"}, "wide", (-19, 10)),
    ({"date_start": None, "date_end": None}, "near", (-2, 0)),
    ({"date_start": None, "date_end": None, "status": "planned"}, "ahead", (0, 14)),
]


@pytest.mark.parametrize(("changes", "kind", "days"), CASES)
def test_the_window(changes: dict[str, object], kind: str, days: tuple[int, int]) -> None:
    found, first, last = window(report(**changes))
    assert (found, first - D.toordinal(), last - D.toordinal()) == (kind, *days)


def test_no_day_and_a_decade_tell_nothing() -> None:
    assert window(report(date_start=None, date_end=None, pub_date=None))[0] == "none"
    assert window(report(date_start=date(1990, 1, 1), date_end=date(1999, 12, 31)))[0] == "none"


def test_an_end_before_the_start_is_read_as_that_day() -> None:
    assert window(report(date_start=D, date_end=date(2024, 6, 1)))[1:] == (D.toordinal(), D.toordinal())


def test_the_earliest_published_comes_first_and_the_unknown_last() -> None:
    told = [report("ev-3", pub_date=None), report("ev-2"), report("ev-1", pub_date=date(2024, 7, 1))]
    assert [one.id for one in sorted(map(traits, told), key=lambda one: one.order)] == ["ev-2", "ev-1", "ev-3"]
