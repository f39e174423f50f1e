"""What could not be read: told in the record once, counted in every run, and taken out once it can be read.

In: the failures that a record has, and the items of a run. Out: which failures are new to it, and which of its own are
no more: their source was read again and did not fail so.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from dragoman.document import Document, Failure
from dragoman.record.store import Connection

# Where it was, and why.
Told = tuple[str, str]


@dataclass(slots=True)
class Failing:
    """The failures of a record by the file or page that they are of, and what this run met of them."""

    known: dict[str, set[Told]] = field(default_factory=lambda: defaultdict(set))
    _read: set[str] = field(default_factory=set)
    _met: set[Told] = field(default_factory=set)

    @classmethod
    def of(cls, connection: Connection) -> "Failing":
        """Those that a record has."""
        failing = cls()
        for source, reason in connection.execute("SELECT source, reason FROM failures").fetchall():
            failing.known[_file(source)].add((source, reason))
        return failing

    def read(self, item: Document | Failure) -> None:
        """Take note that an item's file or page was read."""
        file = _file(item.source)
        if file in self.known:
            self._read.add(file)

    def is_new(self, failure: Failure) -> bool:
        """Whether the record has no such failure, nor this run met it before."""
        told = (failure.source, failure.reason)
        new = told not in self._met and told not in self.known.get(_file(failure.source), ())
        self._met.add(told)
        return new

    def mended(self) -> list[Told]:
        """Failures of the record that are no more, once all of the input was read."""
        return sorted(told for file in self._read for told in self.known[file] if told not in self._met)


def _file(source: str) -> str:
    """The file or page of "news.jsonl#line 12"."""
    return source.rpartition("#")[0] or source
