"""The window of days on which a happening may have been, and what little is kept of a report."""

import tracemalloc
from dataclasses import replace
from datetime import date

import pytest

from dragoman.record.linking import Report
from dragoman.record.linking.terms import rarity
from dragoman.record.linking.traits import alike, traits, window
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


def test_linking_can_tell_reports_apart_by_what_it_keeps_of_them_alone() -> None:
    told = traits(report())
    assert alike(told, traits(report(trigger="came to")))
    assert not any(
        alike(told, traits(report(**changes)))
        for changes in ({"said_by": "the ministry"}, {"confidence": 0.7}, {"recipients": ()}, {"sentence": "They met."})
    )


def test_what_reports_have_in_common_is_kept_once() -> None:
    one, other = (traits(replace(report(), sentence=" ".join(["Envoys", "met."]), **_as_read())) for _ in range(2))
    for name in ("publisher", "pub_date", "date_start", "place_country", "numbers", "cast"):
        assert getattr(one, name) is getattr(other, name)


def _as_read() -> dict[str, object]:
    """Texts and days as a store gives them: equal, and other objects each time."""
    return {
        "publisher": "".join(["Lake ", "Herald"]),
        "place_country": "".join(["UG", "A"]),
        "pub_date": date(2024, 6, 20),
        "date_start": date(2024, 6, 19),
    }


def test_a_report_is_small_in_memory() -> None:
    _warm = [traits(_long(number)) for number in range(1_500)]  # fills what is kept of words and parties for all
    tracemalloc.start()
    try:
        held = [traits(_long(number)) for number in range(1_500, 2_500)]
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size / len(held) < 2_600


def _long(number: int) -> Report:
    """A report of its own parties and of a sentence of thirty words, most of them known."""
    words = " ".join([stem for stem in rarity() if stem.isalpha()][number % 50 :][:29])
    return report(
        f"ev-{number:020}",
        actors=((f"Envoy {number}", "KEN", "GOV"), (f"Minister {number}", "KEN", "GOV")),
        recipients=((f"Group {number}", "", ""),),
        sentence=f"{words} {number}",
    )
