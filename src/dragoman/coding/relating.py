"""Relating: the type of what passes between two given parties.

In: a sentence and the character spans of actor and recipient. Out: types with probabilities, likeliest first.
"""

from collections.abc import Mapping, Sequence

from dragoman.errors import UsageError
from dragoman.models import MAX_TOKENS, Network, Question
from dragoman.models.tokens import Tokens, Window, around, tokenise

Span = tuple[int, int]
Place = Span | list[Span]


def relate(
    network: Network, text: str, *, actor: Place | None = None, recipient: Place | None = None
) -> list[tuple[str, float]]:
    """Types by probability for one pair. A side may be one span, several (named more than once), or None.

    Of a text too long for the network the part is read that holds most of the spans, one of each side at least.
    """
    tokens = tokenise([text])[0]
    given = {"actor": _spans(actor), "recipient": _spans(recipient)}
    if not any(given.values()):
        raise UsageError("relate needs an actor or a recipient: give at least one span")
    places = {name: _places(tokens, text, spans) for name, spans in given.items()}
    window, near = _near(tokens, places)
    look = network.detect([window.tokens.ids])[0]
    chances = network.relate([Question(look, near)])[0][1:]
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
        if not last:
            raise UsageError(f"span ({start}, {end}) holds no word: {text[start:end]!r:.40}")
        found.append((first, last))
    return found


def _near(tokens: Tokens, places: Mapping[str, Sequence[Span]]) -> tuple[Window, dict[str, list[Span]]]:
    """The window to be read, and the places in it by their side, as they are counted there."""
    sides = {name for name, spans in places.items() if spans}
    reach = MAX_TOKENS - 2 if len(tokens.ids) > MAX_TOKENS else len(tokens.ids)
    every = sorted((span, name) for name, spans in places.items() for span in spans)
    groups = [[one for one in every if first <= one[0][0] and one[0][1] <= first + reach] for (first, _), _ in every]
    fit = [group for group in groups if {name for _, name in group} == sides]
    if not fit:
        raise UsageError(f"actor and recipient are more than {reach} word pieces apart; give a shorter text")
    best = max(fit, key=len)
    window = around(tokens, (best[0][0][0], max(last for (_, last), _ in best)), limit=MAX_TOKENS)
    near: dict[str, list[Span]] = {name: [] for name in places}
    for (first, last), name in best:
        near[name].append((first - window.shift, last - window.shift))
    return window, near
