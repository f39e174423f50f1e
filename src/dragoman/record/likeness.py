"""How alike two texts are: shingles, their MinHash signature in bands, and the exact measure.

In: texts. Out: bands (documents that are alike share at least one, nearly always) and a likeness from 0 to 1.
The numbers are kept in records, so they must never change: nothing here depends on a library's random numbers.
"""

import re
from functools import cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

# Five words are enough to be no accident, and few enough that an edited sentence breaks few of them.
_WORDS = 5
# Sixteen bands of four: of pairs with likeness 0.8 all but 2 in 10,000 share a band, of those with 0.3 one in eight.
BANDS, _ROWS = 16, 4
_SIZE = BANDS * _ROWS
_PRIME = np.uint64((1 << 31) - 1)
_WORD = re.compile(r"\w+")

Bands = tuple[int, ...]


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of five words, case and punctuation aside; a shorter text is one shingle."""
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1)))
    return frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def bands(found: frozenset[int]) -> Bands:
    """The signature of a text's shingles: sixteen numbers of 64 bits, each of another band."""
    factors, shifts = _permutations()
    # The factors are under 2^31 and so are the folded hashes: no product leaves 64 bits.
    hashes = np.fromiter(found, np.uint64, len(found)) % _PRIME
    least = ((hashes[:, None] * factors + shifts) % _PRIME).min(axis=0).reshape(BANDS, _ROWS)
    rows = (band.tobytes() for band in least.astype("<u8"))
    return tuple(crc32(row) << 32 | crc32(row, number + 1) for number, row in enumerate(rows))


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared shingles by all shingles (Jaccard)."""
    return len(one & other) / len(one | other)


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    drawn = [blake2b(f"{side} {row}".encode(), digest_size=8).digest() for side in range(2) for row in range(_SIZE)]
    numbers = np.array([int.from_bytes(digest, "big") for digest in drawn], np.uint64)
    factors, shifts = (numbers % (_PRIME - np.uint64(1)) + np.uint64(1)).reshape(2, _SIZE)
    return factors, shifts
