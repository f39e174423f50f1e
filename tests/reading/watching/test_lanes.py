"""Lanes run side by side, each in order, and give back what is done while others still wait."""

import threading
import time
from functools import partial

import pytest

from dragoman.errors import SourceError
from dragoman.reading.watching.lanes import Lanes


def test_one_lane_keeps_its_order_and_never_runs_two_at_once() -> None:
    lanes: Lanes[int] = Lanes(4)
    running = threading.Lock()

    def work(number: int) -> int:
        assert running.acquire(blocking=False)
        time.sleep(0.005)
        running.release()
        return number

    for number in range(10):
        lanes.add("a", partial(work, number))
    assert list(lanes.done()) == list(range(10))


def test_lanes_run_side_by_side_but_no_more_than_the_width() -> None:
    lanes: Lanes[str] = Lanes(3)
    together = threading.Barrier(3, timeout=20)
    running: set[str] = set()
    most = 0

    def work(lane: str) -> str:
        nonlocal most
        running.add(lane)
        most = max(most, len(running))
        together.wait()
        running.discard(lane)
        return lane

    for lane in "abcdef":
        lanes.add(lane, partial(work, lane))
    assert sorted(lanes.done()) == list("abcdef")
    assert most <= 3


def test_a_slow_lane_holds_up_no_other() -> None:
    lanes: Lanes[str] = Lanes(2)
    go = threading.Event()
    lanes.add("slow", lambda: str(go.wait(20)))
    for number in range(5):
        lanes.add("quick", partial(str, number))
    done = lanes.done()
    assert [next(done) for _ in range(5)] == ["0", "1", "2", "3", "4"]
    go.set()
    assert list(done) == ["True"]


def test_work_may_be_added_while_others_are_told() -> None:
    lanes: Lanes[int] = Lanes(2)
    lanes.add("a", lambda: 1)
    found = []
    for number in lanes.done():
        found.append(number)
        if number < 4:
            lanes.add("b", partial(int, number + 1))
    assert found == [1, 2, 3, 4]


def test_what_work_raises_is_raised() -> None:
    def work() -> int:
        raise SourceError("a: gone")

    lanes: Lanes[int] = Lanes(2)
    lanes.add("a", work)
    with pytest.raises(SourceError, match="a: gone"):
        list(lanes.done())


def test_it_can_be_left_at_once_while_something_waits() -> None:
    lanes: Lanes[int] = Lanes(2)
    go = threading.Event()
    lanes.add("slow", lambda: int(go.wait(20)))
    lanes.add("quick", lambda: 1)
    done = lanes.done()
    assert next(done) == 1
    began = time.monotonic()
    done.close()
    assert time.monotonic() - began < 5
    go.set()
