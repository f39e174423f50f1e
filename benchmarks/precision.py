"""What int8 costs and saves: the same articles coded with two weights files of one network.

In: articles as JSON lines; the weights in int8 and as fitted (`python -m training export NETWORK --float`). Out: how
many events each tells, how many of them both tell alike, and the processor time of each.

    python benchmarks/precision.py ARTICLES INT8.onnx FLOAT.onnx [--articles 20]

How right each is on annotated articles: `python -m training score --models` with a folder of either.
"""

import argparse
import time
from itertools import islice
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.document import Document
from dragoman.reading import read

Told = tuple[str, int, int, str]


def told(weights: Path, documents: list[Document]) -> tuple[dict[Told, tuple[str, ...]], float]:
    """Each event by document, trigger and type with its status and its parties; seconds of processor time."""
    coder = Coder(weights=weights)
    coder.code_document(documents[0])
    began, found = time.process_time(), {}
    for document in documents:
        for event in coder.code_document(document):
            key = (document.id, event.trigger.start, event.trigger.end, event.event_type)
            sides = (*(p.name for p in event.actors), "→", *(p.name for p in event.recipients))
            found[key] = (event.status, *sides)
    return found, time.process_time() - began


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", metavar="ARTICLES", type=Path)
    parser.add_argument("small", metavar="INT8", type=Path)
    parser.add_argument("exact", metavar="FLOAT", type=Path)
    parser.add_argument("--articles", type=int, default=20)
    asked = parser.parse_args()
    documents = list(islice(read(asked.path), asked.articles))
    small, spent = told(asked.small, documents)
    exact, longer = told(asked.exact, documents)
    both = small.keys() & exact.keys()
    alike = sum(small[key] == exact[key] for key in both)
    print(f"int8 {len(small)} events in {spent:.1f} s, float {len(exact)} in {longer:.1f} s of processor time")
    print(f"trigger and type told by both: {2 * len(both) / (len(small) + len(exact)):.1%} of the events")
    print(f"of these alike in status and parties: {alike / max(1, len(both)):.1%}")


if __name__ == "__main__":
    main()
