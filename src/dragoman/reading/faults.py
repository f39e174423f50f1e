"""A fault of the code while one source is read is an error of that source: the others go on.

In: what is done with a source. Out: the same; any exception that is not Dragoman's own comes out as a DocumentError.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.errors import DocumentError, DragomanError

log = logging.getLogger(__name__)


@contextmanager
def of_source(source: str) -> Iterator[None]:
    """Run what reads a source. Raises DocumentError, in one line, where that meets a fault."""
    try:
        yield
    except DragomanError:
        raise
    except Exception as error:
        # Any exception at all, as where a document is coded: a run of a million pages must not stop because one of
        # them is stranger than any before. Who turns on debugging sees the traceback.
        log.debug("reading %s failed", source, exc_info=True)
        told = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        raise DocumentError(f"{source}: cannot be read ({told})") from error
