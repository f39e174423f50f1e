"""What one process of `dragoman add` holds: whether a long run grows, and the most on inputs made to be too large.

In: articles as JSON lines (plain or .gz). Out: resident megabytes every 500 articles with their slope, or the peak of
each hostile input, on standard output.

    python benchmarks/memory.py ARTICLES [--articles 10000] [--sentences 3] [--a-day 250]
    python benchmarks/memory.py ARTICLES --hostile [NAME ...]

The articles of a long run are drawn from the sentences of those given, a few each, so that no two are alike and ten
thousand take minutes; names and vocabulary are those of the corpus, and so many are of one day. Every hostile input is
a process of its own, stopped after two minutes of processor time.
"""

import argparse
import gzip
import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

EVERY = 500
# Seconds of processor time after which a hostile input is given up, as Ctrl-C does.
_MOST = 120
_MB = 1 << 20
# Characters of what is no sentence but a line of a page.
_SHORT = 40
_FIRST = date(2024, 1, 1)


def texts(path: Path) -> list[str]:
    """The articles' texts."""
    unpack = gzip.open if path.suffix == ".gz" else open
    with unpack(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def resident() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MB


def drawn(path: Path, target: Path, *, count: int, sentences: int, a_day: int) -> None:
    """Write so many articles of sentences drawn from those of a file, day after day."""
    from dragoman.coding.sentences import sentences as cut

    pool = [text[start:end] for text in texts(path) for start, end in cut(text) if end - start > _SHORT]
    dice = random.Random(1)
    with target.open("w", encoding="utf-8") as out:
        for number in range(count):
            day = (_FIRST + timedelta(number // a_day)).isoformat()
            row = {"id": f"a{number}", "text": "\n".join(dice.sample(pool, sentences)), "date": day}
            out.write(json.dumps(row) + "\n")


def grown(path: Path, *, count: int, sentences: int, a_day: int) -> Iterator[str]:
    """Resident size along a run of `dragoman add` in one process, and its slope."""
    from dragoman.reading import ReadingOptions, scan
    from dragoman.record.adding import Coding, add
    from dragoman.running.worker import new_coder
    from dragoman.settings import LEAST_CONFIDENCE

    told: list[tuple[int, float]] = []
    done = 0

    def count_one(_result: object) -> None:
        nonlocal done
        done += 1
        if done % EVERY == 0:
            told.append((done, resident()))
            print(f"{done:7,} articles  {told[-1][1]:6.0f} MB", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        drawn(path, source, count=count, sentences=sentences, a_day=a_day)
        coding = Coding(partial(new_coder, None, LEAST_CONFIDENCE), jobs=1)
        summary = add(Path(folder) / "r.duckdb", scan([str(source)], ReadingOptions()), coding, on_result=count_one)
    yield f"{summary.documents:,} coded, {summary.events:,} events, {summary.duplicates:,} duplicates"
    late = told[len(told) // 2 :]
    yield f"slope: {slope(told):+.1f} MB per 1,000 articles over all, {slope(late):+.1f} over the second half"
    yield f"peak: {peak():,.0f} MB"


def slope(told: list[tuple[int, float]]) -> float:
    """Megabytes per 1,000 articles, by least squares."""
    mean = sum(at for at, _ in told) / len(told)
    middle = sum(held for _, held in told) / len(told)
    return 1000 * sum((at - mean) * (held - middle) for at, held in told) / sum((at - mean) ** 2 for at, _ in told)


def peak() -> float:
    """The most megabytes that this process has held (getrusage would count what its parent held at the fork)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _long(text: str, path: Path) -> Path:
    """One article of 50 MB."""
    target = path / "long.txt"
    target.write_text((text + "\n") * (50 * _MB // len(text)), encoding="utf-8")
    return target


def _most(text: str, path: Path) -> Path:
    """One article as long as a text may be."""
    target = path / "most.txt"
    target.write_text(((text + "\n") * (1_000_000 // len(text) + 1))[:1_000_000], encoding="utf-8")
    return target


def _line(text: str, path: Path) -> Path:
    """JSON lines: one of 50 MB, then one of an article."""
    target = path / "line.jsonl"
    rows = [{"text": text * (50 * _MB // len(text))}, {"text": text}]
    target.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return target


def _tiny(_text: str, path: Path) -> Path:
    """100,000 articles of a sentence."""
    target = path / "tiny.jsonl"
    rows = (
        {"text": f"Envoy number {number} met the king of ward {number * 7919 % 104729}."} for number in range(100_000)
    )
    target.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return target


def _endless(text: str, path: Path) -> Path:
    """A sentence of 900,000 characters."""
    target = path / "endless.txt"
    words = " ".join(text.replace(".", ",").split())
    target.write_text((words + " and ") * (900_000 // len(words)), encoding="utf-8")
    return target


def _unbroken(_text: str, path: Path) -> Path:
    """A word of 900,000 characters."""
    target = path / "unbroken.txt"
    target.write_text("The king said " + "meeting" * 130_000 + ".", encoding="utf-8")
    return target


def _page(text: str, path: Path) -> Path:
    """An HTML page of 15 MB."""
    target = path / "page.html"
    body = "".join(f"<div><p>{line}</p></div>" for line in text.splitlines())
    target.write_text(f"<html><body>{body * (15 * _MB // len(body))}</body></html>", encoding="utf-8")
    return target


def _tags(text: str, path: Path) -> Path:
    """An HTML page of 15 MB of tags."""
    target = path / "tags.html"
    target.write_text("<html><body>" + "<b>x</b>" * (15 * _MB // 8) + f"<p>{text}</p></body></html>", encoding="utf-8")
    return target


def _bomb(_text: str, path: Path) -> Path:
    """2 GB of text in 2 MB of gzip."""
    target = path / "bomb.txt.gz"
    with gzip.open(target, "wb", compresslevel=9) as out:
        for _ in range(2048):
            out.write(b"peace " * (_MB // 6))
    return target


def _archive(text: str, path: Path) -> Path:
    """A WARC: a record of 300 MB, one of 15 MB, one of an article."""
    target = path / "archive.warc"
    page = f"<html><body><article><p>{text}</p></article></body></html>".encode()
    with target.open("wb") as out:
        for size in (300 * _MB, 15 * _MB, 0):
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
            whole = len(head) + len(page) + size
            out.write(b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/a\r\n")
            out.write(b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % whole)
            out.write(head + page)
            for _ in range(size // _MB):
                out.write(b"<p>peace</p>    " * (_MB // 16))
            out.write(b"\r\n\r\n")
    return target


def _table(text: str, path: Path) -> Path:
    """Parquet: 64 rows of 12 MB in one group."""
    import pyarrow as pa
    from pyarrow import parquet

    target = path / "table.parquet"
    long = text * (12 * _MB // len(text))
    with parquet.ParquetWriter(target, pa.schema([("text", pa.large_string())])) as out:
        out.write_table(pa.table({"text": pa.array((f"{number} {long}" for number in range(64)), pa.large_string())}))
    return target


def _list(_text: str, path: Path) -> Path:
    """A JSON list of 15 MB of small values."""
    target = path / "list.json"
    target.write_text("[" + ",".join(["{}"] * (5 * _MB)) + "]", encoding="utf-8")
    return target


def _feed(_text: str, path: Path) -> Path:
    """A feed of 15 MB of entries."""
    target = path / "feed.xml"
    out = io.StringIO()
    out.write("<rss version='2.0'><channel><title>x</title>")
    while out.tell() < 15 * _MB:
        out.write("<item><title>Talks</title><description>They met.</description></item>")
    out.write("</channel></rss>")
    target.write_text(out.getvalue(), encoding="utf-8")
    return target


HOSTILE: dict[str, Callable[[str, Path], Path]] = {
    make.__name__.strip("_"): make
    for make in (
        _long, _most, _line, _tiny, _endless, _unbroken, _page, _tags, _bomb, _archive, _table, _list, _feed
    )
}  # fmt: skip


def hostile(path: Path, names: list[str]) -> Iterator[str]:
    """The peak of `dragoman add` on each of these inputs."""
    text = max(texts(path)[:200], key=len)
    for name in names or HOSTILE:
        with tempfile.TemporaryDirectory() as folder:
            made = HOSTILE[name](text, Path(folder))
            asked = [sys.executable, __file__, str(made), "--one", str(Path(folder) / "r.duckdb")]
            run = subprocess.run(asked, check=False, capture_output=True, text=True)
            said = run.stdout.strip() or run.stderr.strip()[-300:] or f"exit code {run.returncode}"
            yield f"{name:9} {(HOSTILE[name].__doc__ or '').split(chr(10))[0]:60} {said}"


def one(source: Path, record: Path) -> str:
    """One `dragoman add` in this process: what it made of the input, seconds and megabytes."""
    from dragoman.reading import ReadingOptions, scan
    from dragoman.record.adding import Coding, add
    from dragoman.running.worker import new_coder
    from dragoman.settings import LEAST_CONFIDENCE

    coding = Coding(partial(new_coder, None, LEAST_CONFIDENCE), jobs=1)
    signal.signal(signal.SIGXCPU, lambda _number, _frame: signal.raise_signal(signal.SIGINT))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST, _MOST + 60))
    summary = add(record, scan([str(source)], ReadingOptions()), coding)
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = f"{summary.documents:,} coded, {summary.failed:,} failed, {summary.skipped:,} skipped"
    told += ", stopped" if summary.stopped else ""
    return f"{peak():5,.0f} MB  {used.ru_utime + used.ru_stime:5.1f} s  {told}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", metavar="ARTICLES", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--sentences", type=int, default=3, help="so many sentences an article")
    parser.add_argument("--a-day", type=int, default=250, help="so many articles of one day")
    parser.add_argument("--hostile", nargs="*", choices=HOSTILE, metavar="NAME", help=", ".join(HOSTILE))
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(one(asked.articles_file, asked.one))
        return
    if asked.hostile is None:
        lines = grown(asked.articles_file, count=asked.articles, sentences=asked.sentences, a_day=asked.a_day)
    else:
        lines = hostile(asked.articles_file, asked.hostile)
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
