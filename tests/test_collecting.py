"""No garbage collection in the middle of work, and what is lasting is never walked over again."""

import gc

import pytest

from dragoman.collecting import uncollected


def test_nothing_is_collected_meanwhile_and_all_is_as_before_then() -> None:
    assert gc.isenabled()
    with uncollected(), uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_collects_nothing_goes_on_so_also_after_an_error() -> None:
    gc.disable()
    try:
        with pytest.raises(KeyError), uncollected():
            raise KeyError
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_lasting_is_walked_over_no_more() -> None:
    before = gc.get_freeze_count()
    try:
        with uncollected(lasting=True):
            kept: list[list[str]] = [[]]
        assert gc.get_freeze_count() > before
        assert kept
    finally:
        gc.unfreeze()
