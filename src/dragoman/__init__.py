"""Dragoman: reads raw news and keeps the record of who did what to whom, when, where, and who says so.

The public names below load their parts on first use, so that `import dragoman` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.actors import actor as actor
    from dragoman.coding.coder import Coder as Coder
    from dragoman.document import Document as Document
    from dragoman.errors import DragomanError as DragomanError
    from dragoman.event import Event as Event
    from dragoman.event import Party as Party
    from dragoman.reading import read as read
    from dragoman.record.record import Record as Record

__version__ = "0.1.0"

_HOMES = {
    "Coder": "dragoman.coding.coder",
    "Document": "dragoman.document",
    "DragomanError": "dragoman.errors",
    "Event": "dragoman.event",
    "Party": "dragoman.event",
    "Record": "dragoman.record.record",
    "actor": "dragoman.actors",
    "read": "dragoman.reading",
}

__all__ = ["Coder", "Document", "DragomanError", "Event", "Party", "Record", "actor", "read"]


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
