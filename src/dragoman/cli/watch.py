"""`dragoman watch`: keep up with feeds: what is new of them is read, coded and kept, round after round.

In: feeds' URLs, or files that list them. Out: rows in the record, a line a round on standard error. What was read is
remembered beside the record (RECORD.watch.json); a restart goes on with it.
"""

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from dragoman.cli import options
from dragoman.cli.code import STOPPED
from dragoman.cli.report import named
from dragoman.errors import UsageError
from dragoman.writing.numbers import counted

if TYPE_CHECKING:
    from dragoman.reading.watching.manners import Manners
    from dragoman.reading.watching.round import Round
    from dragoman.record.adding import Coding, Summary
    from dragoman.running.result import Result

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LEAST = 60.0
# Failures that are named of a round: a site that is down fails with all its articles.
_NAMED = 10


def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED...", help="Feeds' URLs, or files with one a line.")],
    every: Annotated[str, typer.Option(metavar="TIME", help="Ask each feed so often: 15m, 1h.")] = "15m",
    once: Annotated[bool, typer.Option("--once", metavar="", help="One round, then end.")] = False,
    record: options.Record = None,
    actors: options.Actors = None,
) -> None:
    """Keep up with feeds: read, code and keep what is new."""
    from dragoman.reading.options import ReadingOptions
    from dragoman.reading.watching.manners import Manners, own_hosts
    from dragoman.record.adding import Coding
    from dragoman.record.record import shipped_version
    from dragoman.running.worker import new_coder
    from dragoman.settings import resolve

    chosen = resolve({"record": record, "actors": actors})
    urls = listed(feeds)
    coding = Coding(
        partial(new_coder, chosen.actors or None, chosen.min_confidence), jobs=1, coder=shipped_version(),
        settings={"feeds": urls, "every": every, "actors": chosen.actors}, idle=False,
    )  # fmt: skip
    manners = Manners(ReadingOptions(), inside=own_hosts(urls))
    watching = Watching(Path(chosen.record), coding, manners, every=seconds(every))
    raise typer.Exit(watching.go(urls, once=once))


def seconds(text: str) -> float:
    """An interval as 90s, 15m, 1h or 1d, at least a minute. Raises UsageError."""
    match = re.fullmatch(r"(\d{1,6})([smhd])", text.strip())
    if match is None or int(match[1]) * _UNITS[match[2]] < _LEAST:
        raise UsageError(f"--every {text!r}: write a time of a minute or more, as 15m or 1h")
    return float(int(match[1]) * _UNITS[match[2]])


def listed(feeds: Iterable[str]) -> list[str]:
    """URLs of feeds, those in files too (one a line; # begins a remark), each once. Raises UsageError."""
    found: dict[str, None] = {}
    for name in feeds:
        lines = [name]
        if not name.lower().startswith(("http://", "https://")):
            try:
                lines = Path(name).read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise UsageError(f"{name}: is neither a URL nor a file that lists them ({error})") from error
        for number, line in enumerate(lines, 1):
            url = line.partition(" #")[0].strip()
            if url and not url.startswith("#"):
                if not _is_url(url):
                    raise UsageError(f"{name}, line {number}: {url[:80]!r} is no http(s) URL")
                found[url] = None
    if not found:
        raise UsageError("no feed is named; give URLs or a file with one a line")
    return list(found)


@dataclass(slots=True)
class Watching:
    """The rounds of one watch; `sleep` is how it waits for the next one."""

    record: Path
    coding: "Coding"
    manners: "Manners"
    every: float = 900.0
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = field(default=lambda line: typer.echo(line, err=True))

    def go(self, urls: list[str], *, once: bool = False) -> int:
        """Rounds until Ctrl-C, or one; the exit code."""
        while True:
            left, summary = self._round(urls, once=once)
            if summary.stopped:
                return STOPPED
            if once:
                return int(summary.failed > 0)
            try:
                self.sleep(left)
            except KeyboardInterrupt:
                return STOPPED

    def _round(self, urls: list[str], *, once: bool) -> "tuple[float, Summary]":
        """One round: seconds until the next feed is due, and what was done. Articles that failed are named."""
        from dragoman.reading.watching.round import Round
        from dragoman.reading.watching.state import load, save
        from dragoman.record.adding import add

        memory = self.record.with_name(self.record.name + ".watch.json")
        state = load(memory)
        round = Round(state, self.manners.options, self.manners, every=self.every, now=time.time)
        failed: list[str] = []

        def name(result: "Result") -> None:
            if result.failure and result.failure.kind == "failed":
                failed.append(named(result.failure))

        summary = add(self.record, round.items(urls), self.coding, on_result=name)
        if not summary.stopped:
            round.kept()
            save(state, memory)
        left = max(1.0, min(state.feed(url).due for url in urls) - time.time())
        for line in failed[:_NAMED]:
            self.say(f"dragoman: failed {line}")
        lost = len(failed) - len(round.failed)
        kept = f"{counted(summary.events, 'event')}, {counted(summary.duplicates, 'duplicate')}"
        kept = f"{summary.documents:,} coded, {f'{lost:,} failed, ' if lost else ''}{kept}"
        # Where this is the only round, the next is told only to explain that nothing was asked.
        due = "nothing is due: the next feed is" if once else "next"
        self.say(f"dragoman: {_told(round)}; {kept}{'' if once and round.asked else f'; {due} in {left:.0f} s'}")
        return left, summary


def _told(round: "Round") -> str:
    when = time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime())
    failed = f", {len(round.failed):,} failed" if round.failed else ""
    asked, articles = counted(round.asked, "feed", more="asked"), counted(round.articles, "new article")
    return f"{when} {asked}, {round.unchanged:,} unchanged{failed}; {articles}"


def _is_url(name: str) -> bool:
    try:
        parts = urlsplit(name)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
