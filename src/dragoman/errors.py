"""Every error Dragoman raises, in one tree.

    DragomanError
    ├── UsageError        the caller asked for something that cannot be (a date that is none, an unknown field)
    ├── SourceError       a source cannot be read (missing, binary, truncated, refused)
    │   └── LaterError    its server asks to be left alone for a while
    ├── DocumentError     one document cannot be read or coded; the others go on
    ├── KnowledgeError    a table of actors, places or types is wrong (names the file and the line)
    ├── ModelError        the shipped weights are missing or do not fit this version
    └── RecordError       the record cannot be opened, read or written

Messages are one line: the source, the line where there is one, the value, and what to do.
"""


class DragomanError(Exception):
    """Base of every error that Dragoman raises on purpose."""


class UsageError(DragomanError):
    """The caller asked for something that cannot be."""


class SourceError(DragomanError):
    """A source cannot be read."""


class LaterError(SourceError):
    """A server asks to be left alone for so many `seconds`; 0: it does not say for how long."""

    def __init__(self, message: str, *, seconds: float = 0.0) -> None:
        super().__init__(message)
        self.seconds = seconds


class DocumentError(DragomanError):
    """One document cannot be read or coded; the others go on."""


class KnowledgeError(DragomanError):
    """A table of actors, places or types is wrong."""


class ModelError(DragomanError):
    """The shipped weights are missing or do not fit this version."""


class RecordError(DragomanError):
    """The record cannot be opened, read or written."""
