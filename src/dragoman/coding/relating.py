"""Relating: the type of what passes between two given parties.

In: a sentence and the character spans of actor and recipient. Out: types with probabilities, likeliest first.
"""

from collections.abc import Sequence

from dragoman.errors import UsageError
from dragoman.models import MAX_TOKENS, Network, Question
from dragoman.models.tokens import Tokens, tokenise

Span = tuple[int, int]
Place = Span | list[Span]


def relate(
    network: Network, text: str, *, actor: Place | None = None, recipient: Place | None = None
) -> list[tuple[str, float]]:
    """Types by probability for one pair. A side may be one span, several (named more than once), or None."""
    tokens = tokenise([text], limit=MAX_TOKENS)[0]
    given = {"actor": _spans(actor), "recipient": _spans(recipient)}
    if not any(given.values()):
        raise UsageError("relate needs an actor or a recipient: give at least one span")
    places = {name: _places(tokens, text, spans) for name, spans in given.items()}
    look = network.detect([tokens.ids])[0]
    chances = network.relate([Question(look, places)])[0][1:]
    chances = chances / chances.sum()
    pairs = zip(network.labels.types[1:], map(float, chances), strict=True)
    return sorted(pairs, key=lambda pair: -pair[1])


def _spans(place: Place | None) -> list[Span]:
    if place is None:
        return []
    return place if isinstance(place, list) else [place]


def _places(tokens: Tokens, text: str, spans: Sequence[Span]) -> list[Span]:
    found = []
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise UsageError(f"span ({start}, {end}) is not within the text of {len(text)} characters")
        first, last = tokens.span(start, end)
        if last:
            found.append((first, last))
    return found
