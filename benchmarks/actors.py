"""How much the actors cost: load time and memory of the tables and index, and look-up time per article.

In: articles (JSON lines with text, gzipped or not), or a built-in text when none are given. Out: figures as JSON on
standard output.

    python benchmarks/actors.py [ARTICLES.jsonl.gz] [--limit 200]

Times are of the processor, so that a busy machine changes them little. `load_s` is a cold start in a process of its
own, import of the tables' modules included; `memory_mb` is what that adds to the resident set. `match_ms` is one
pass over all names per 600 words, `cast_ms` the whole cast of such an article, asked for every name in it.
`coding_share` is what laying out casts and asking for parties takes of the time that coding the articles takes.
"""

import argparse
import gzip
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dragoman.event import Party

_PARAGRAPH = (
    "Kenya and Uganda signed a pact in Mombasa on Monday, officials said. The Kenyan army will patrol the border with "
    "Ugandan soldiers. Protesters in Kampala, led by the lawyer Talin Oberek, called the agreement a sell-out. "
    "The government rejected the charge. The United Nations and the African Union welcomed the deal. "
)
_WORDS = 600
_LOAD = """
import resource, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
from dragoman.actors.names.roster import roster
roster()
took = time.process_time() - start
print(took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def texts(path: Path | None, limit: int) -> list[str]:
    """Article texts of a JSON lines file, or one made of a built-in paragraph."""
    if path is None:
        return [_PARAGRAPH * (_WORDS // len(_PARAGRAPH.split()) + 1)]
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:limit]]


def loading() -> tuple[float, float]:
    """Best of three cold loads: seconds, and the megabytes of the last."""
    runs = [
        subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(3)
    ]
    return min(float(run[0]) for run in runs), float(runs[-1][1])


def looking_up(articles: list[str]) -> tuple[float, float]:
    """Milliseconds per 600 words: one pass over the names, and the whole cast with every name asked for."""
    from dragoman.actors.coreference import Cast
    from dragoman.actors.names.roster import roster
    from dragoman.coding.sentences import sentences

    names = roster()
    Cast(_PARAGRAPH, sentences(_PARAGRAPH), pub_date=None)  # the weights and the gazetteer are read on first use
    words = sum(len(text.split()) for text in articles)
    start = time.process_time()
    for text in articles:
        names.matches(text)
    matching = time.process_time() - start
    split = [sentences(text) for text in articles]
    start = time.process_time()
    for text, spans in zip(articles, split, strict=True):
        cast = Cast(text, spans, pub_date=None)
        for match in cast.matches:
            cast.parties(match.start, match.end)
    casting = time.process_time() - start
    return matching / words * _WORDS * 1000, casting / words * _WORDS * 1000


def share(articles: list[str]) -> float:
    """Time in the cast as a share of coding: both measured in one run, the network loaded before."""
    from dragoman.actors.coreference import Cast
    from dragoman.coding.coder import Coder

    coder = Coder()
    coder.code(_PARAGRAPH)
    spent = 0.0

    class Timed(Cast):
        def __init__(self, *args: Any, **named: Any) -> None:
            nonlocal spent
            start = time.process_time()
            super().__init__(*args, **named)
            spent += time.process_time() - start

        def parties(self, *args: Any, **named: Any) -> list[Party]:
            nonlocal spent
            start = time.process_time()
            found = super().parties(*args, **named)
            spent += time.process_time() - start
            return found

    with patch("dragoman.coding.story.Cast", Timed):
        start = time.process_time()
        for text in articles:
            coder.code(text)
        return spent / (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, default=200)
    asked = parser.parse_args()
    load_s, memory_mb = loading()
    articles = texts(asked.articles, asked.limit)
    match_ms, cast_ms = looking_up(articles)
    figures = {
        "load_s": load_s, "memory_mb": memory_mb, "match_ms": match_ms, "cast_ms": cast_ms,
        "coding_share": share(articles),
    }  # fmt: skip
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
