"""Ctrl-C is taken where it is welcome, held elsewhere, and never lost."""

import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from dragoman.running.interrupt import Interrupt


def press() -> None:
    """Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def test_it_is_raised_where_it_is_welcome() -> None:
    with Interrupt() as interrupt, pytest.raises(KeyboardInterrupt), interrupt.welcome():
        press()


def test_it_is_held_elsewhere_and_raised_at_the_next_welcome() -> None:
    with Interrupt() as interrupt:
        press()
        with pytest.raises(KeyboardInterrupt), interrupt.welcome():
            pytest.fail("went on after Ctrl-C")


def test_the_second_is_raised_anywhere() -> None:
    with Interrupt():
        press()
        with pytest.raises(KeyboardInterrupt):
            press()


def test_the_handler_before_is_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupt():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


def test_off_the_main_thread_it_leaves_signals_alone() -> None:
    def enter() -> bool:
        before = signal.getsignal(signal.SIGINT)
        with Interrupt() as interrupt, interrupt.welcome():
            return signal.getsignal(signal.SIGINT) == before

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(enter).result()
