"""News-like sentences that nobody annotated: a teacher tells what they say.

In: the folder of the corpora (machine-written stories, of which only the texts are used) and the shipped network, which
proposes triggers. Out: `Example`s without labels.
"""

from collections.abc import Iterator
from pathlib import Path

from dragoman.coding.sentences import sentences
from dragoman.coding.triggers.spotting import candidates
from dragoman.models import Network, network
from dragoman.models.tokens import tokenise
from training.corpus import IGNORE, MAX_TOKENS, Example, Trigger, packed

_STORIES = "synthetic-documents.jsonl.gz"
# Words of a sentence that is worth asking about: headlines to long leads, no lists.
_FEWEST, _MOST = 6, 60
# The chance from which on a trigger is proposed: half of what the coder takes as one, for near misses teach most.
_FLOOR = 0.1
_AT_ONCE = 256


def unlabelled(corpora: Path) -> list[Example]:
    """Each sentence once; nothing where the corpus is missing."""
    path = corpora / _STORIES
    if not path.exists():
        return []
    texts = (row["text"][start:end] for row in packed(path) for start, end in sentences(row["text"]))
    whole = list(dict.fromkeys(text for text in texts if _FEWEST <= len(text.split()) <= _MOST))
    parts = (whole[at : at + _AT_ONCE] for at in range(0, len(whole), _AT_ONCE))
    return [example for part in parts for example in _proposed(network(), part)]


def _proposed(proposing: Network, texts: list[str]) -> Iterator[Example]:
    tokens = tokenise(texts, limit=MAX_TOKENS)
    looks = proposing.detect([own.ids for own in tokens])
    for own, look in zip(tokens, looks, strict=True):
        found = candidates(0, own, look.types, floor=_FLOOR)
        triggers = tuple(Trigger((one.first, one.last), IGNORE) for one in found)
        yield Example(list(own.ids), [IGNORE] * len(own.ids), triggers)
