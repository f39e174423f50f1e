"""How the time of some work grows with its input: what a test asks instead of seconds, which machines differ in."""

import time
from collections.abc import Callable

# Twice the input may take thrice as long, and this much more on a busy machine, in seconds.
TIMES, SLACK = 3.0, 0.1


def linear(work: Callable[[int], object], size: int) -> bool:
    """Whether twice the input takes hardly more than twice the time; `size` should take some hundredths of a second."""
    work(size)
    small, large = (min(_seconds(work, n) for _ in range(3)) for n in (size, 2 * size))
    return large < TIMES * small + SLACK


def _seconds(work: Callable[[int], object], size: int) -> float:
    started = time.process_time()
    work(size)
    return time.process_time() - started
