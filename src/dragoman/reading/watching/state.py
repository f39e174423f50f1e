"""What a watch remembers between rounds and restarts.

In: a JSON file, or none yet. Out: a `State`: for each feed the marks of its last answer, when it is due, how often it
has failed, and which articles of it are read; until when hosts asked to be left alone. The file appears whole or not
at all.
"""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dragoman.errors import SourceError

# The articles remembered of a feed, and those that could not be had; feeds show some dozens.
_MOST = 2_000
_VERSION = 1


@dataclass(slots=True)
class Feed:
    """One feed: `due` is a time in seconds since 1970; `articles` are links with a digest of what was told of them."""

    etag: str = ""
    modified: str = ""
    due: float = 0.0
    failures: int = 0
    articles: dict[str, str] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)

    def read(self, link: str, digest: str) -> None:
        """An article is read as it stands now."""
        self.articles.pop(link, None)
        self.articles[link] = digest
        self.tries.pop(link, None)
        for oldest in list(self.articles)[:-_MOST]:
            del self.articles[oldest]

    def tried(self, link: str, *, counts: bool) -> int:
        """How often an article was asked for in vain, with this time where it counts."""
        self.tries[link] = self.tries.pop(link, 0) + counts
        for oldest in list(self.tries)[:-_MOST]:
            del self.tries[oldest]
        return self.tries[link]


@dataclass(slots=True)
class State:
    """All feeds that were ever watched with this file, by their URL; hosts to be left alone, with until when."""

    feeds: dict[str, Feed] = field(default_factory=dict)
    hosts: dict[str, float] = field(default_factory=dict)

    def feed(self, url: str) -> Feed:
        """A feed; a new one is due at once."""
        return self.feeds.setdefault(url, Feed())

    def forget(self, now: float) -> None:
        """Forget hosts that may be asked again."""
        self.hosts = {host: until for host, until in self.hosts.items() if until > now}


def load(path: Path) -> State:
    """What a file remembers; nothing where there is no file. Raises SourceError for a file that is something else."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["version"] != _VERSION:
            raise ValueError(f"version {told['version']!r}")
        feeds = {str(url): Feed(**feed) for url, feed in told["feeds"].items()}
        return State(feeds, {str(host): float(until) for host, until in told.get("hosts", {}).items()})
    except FileNotFoundError:
        return State()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        said = " ".join(str(error).split())[:100]
        raise SourceError(f"{path}: is no memory of a watch ({said}); remove it to begin anew") from error


def save(state: State, path: Path) -> None:
    """Write what is to be remembered. Raises SourceError where it cannot be written."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(json.dumps({"version": _VERSION, **asdict(state)}), encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        raise SourceError(f"{path}: cannot be written: {error.strerror}") from error
