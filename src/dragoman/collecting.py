"""Collecting: no garbage collection in the middle of work that makes many objects and no cycles.

In: a stretch of work. Out: the same work without walks over its young objects; what it leaves is collected after it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, lasting: bool = False) -> Iterator[None]:
    """No garbage collection meanwhile. What is `lasting`, made once for the whole process, none walks over later."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if lasting:
            gc.freeze()
        if running:
            gc.enable()
