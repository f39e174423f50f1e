"""Scoring a coder on a gold file: code its documents, or relate its pairs, and count.

In: a `Gold` and the coder as functions. Out: an `Evaluation`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.document import Document
from dragoman.evaluation.figures import NONE, Figures, event_figures, pair_figures
from dragoman.evaluation.gold import YIELD, Gold, GoldPair, Span
from dragoman.evaluation.matching import match
from dragoman.evaluation.misses import Miss, event_misses, pair_misses
from dragoman.event import Event
from dragoman.ontology import load

Code = Callable[[Document], Sequence[Event]]


class Relate(Protocol):
    """`Coder.relate`: types with probabilities for a given pair."""

    def __call__(self, text: str, *, actor: Span | None, recipient: Span | None) -> Sequence[tuple[str, float]]: ...


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures of one gold file and its worst misses."""

    gold: str
    figures: Figures
    misses: tuple[Miss, ...]


def evaluate(gold: Gold, *, code: Code, relate: Relate, misses: int = 20) -> Evaluation:
    """Code or relate what the gold file holds and compare; `misses` is how many sentences to show at most."""
    return _pairs(gold, relate, misses) if gold.pairs else _events(gold, code, misses)


def _events(gold: Gold, code: Code, misses: int) -> Evaluation:
    events = [event for document in gold.documents for event in code(document)]
    matches = match(gold.sentences, events)
    figures = event_figures(matches, fold_yield=gold.folds_yield)
    return Evaluation(gold.name, figures, tuple(event_misses(matches, most=misses)))


def _pairs(gold: Gold, relate: Relate, misses: int) -> Evaluation:
    answers = list(_answers(gold, relate))
    told = [(pair.event_type, coded, sure) for pair, coded, sure in answers]
    return Evaluation(gold.name, pair_figures(told, quad=_quad_class), tuple(pair_misses(answers, most=misses)))


def _answers(gold: Gold, relate: Relate) -> Iterator[tuple[GoldPair, str, float]]:
    """Each pair with the likeliest type and its probability; CONCEDE and RETREAT add up to YIELD where gold has it."""
    for pair in gold.pairs:
        chances: dict[str, float] = {}
        for kind, chance in relate(pair.text, actor=pair.actor, recipient=pair.recipient):
            name = YIELD if gold.folds_yield and kind in ("CONCEDE", "RETREAT") else kind
            chances[name] = chances.get(name, 0.0) + chance
        best = max(chances, key=lambda name: chances[name], default=NONE)
        yield pair, best, chances.get(best, 0.0)


def _quad_class(kind: str) -> int:
    # Sets that keep YIELD count it as material cooperation, as CAMEO's root 08 is.
    return 2 if kind == YIELD else load().quad_class(kind)
