"""How many padded tokens a call of the network should have: tokens a second of processor time, by batch size.

In: articles as JSON lines. Out: a line for each size, the network's first look at every sentence, one thread.

    python benchmarks/batches.py ARTICLES [--articles 20]
"""

import argparse
import time
from itertools import islice
from pathlib import Path

from dragoman import models
from dragoman.coding.sentences import sentences
from dragoman.models.tokens import tokenise
from dragoman.reading import read

SIZES = (4096, 1024, 512, 256, 128, 1)


def tokens(path: Path, count: int) -> list[list[list[int]]]:
    """The token ids of every sentence of every article."""
    texts = [document.text for document in islice(read(path), count)]
    cut = [[text[start:end] for start, end in sentences(text)] for text in texts]
    return [[made.ids for made in tokenise(article, limit=models.MAX_TOKENS)] for article in cut]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", metavar="ARTICLES", type=Path)
    parser.add_argument("--articles", type=int, default=20)
    asked = parser.parse_args()
    articles = tokens(asked.path, asked.articles)
    network, total = models.network(), sum(len(ids) for article in articles for ids in article)
    network.detect(articles[0])
    for size in SIZES:
        models.BATCH_TOKENS = size
        began = time.process_time()
        for article in articles:
            network.detect(article)
        print(f"{size:5} tokens a call: {total / (time.process_time() - began):7,.0f} tokens/s", flush=True)


if __name__ == "__main__":
    main()
