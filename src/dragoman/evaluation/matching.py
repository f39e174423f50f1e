"""Which coded event is which annotated one.

In: gold sentences and the events coded from their documents. Out: for each sentence the pairs that agree, level by
level. A coded event belongs to the gold sentence of its document that shares most words with its own sentence, at
least half of the shorter; one that belongs to none is not judged. Within a sentence events are paired one to one, best
first. Levels:

    quad        the quad class agrees
    type        the event type agrees
    actor       type and actor side agree
    recipient   type and recipient side agree
    dyad        type and both sides agree; meetings, agreements, support, joint action and clashes may be told as A -> B
                or as A and B together

A side agrees when at least half of the union of its countries is shared; where gold gives no country, when a word of a
party's text or name is shared; or when both are empty.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluation.gold import YIELD, GoldEvent, GoldParty, GoldSentence
from dragoman.event import Event, Party
from dragoman.ontology import load

LEVELS = ("quad", "type", "actor", "recipient", "dyad")

# Words that parties share without being the same party.
_COMMON = frozenset(
    {"the", "a", "an", "of", "and", "in", "on", "for", "to", "s", "its", "his", "her", "their"}
    | {"government", "president", "minister", "prime", "former"}
)
_TOLD_EITHER_WAY = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"})
# A coded sentence is that of the gold file when half of the words of the shorter are shared; both cut sentences alike
# but for stray captions and quotation marks.
_SHARED_WORDS = 0.5
# Sides agree when half of all their countries are shared: one of two named allies is enough.
_SHARED_COUNTRIES = 0.5

Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SentenceMatch:
    """A gold sentence, the events coded from it, and by level the pairs (gold index, coded index) that agree."""

    sentence: GoldSentence
    coded: tuple[Event, ...]
    pairs: Mapping[str, Pairs]


def match(sentences: Sequence[GoldSentence], events: Iterable[Event]) -> list[SentenceMatch]:
    """Pair gold and coded events, one `SentenceMatch` for each gold sentence in order."""
    coded = _by_sentence(sentences, events)
    return [SentenceMatch(row, tuple(coded[row.id]), _levels(row.events, coded[row.id])) for row in sentences]


def same_type(gold: str, coded: str) -> bool:
    """Types agree; YIELD of a gold file stands for CONCEDE or RETREAT."""
    return gold == coded or (gold == YIELD and coded in ("CONCEDE", "RETREAT"))


def words(text: str) -> set[str]:
    """The words of a text in small letters."""
    return set(re.findall(r"\w+", text.lower()))


def same_side(gold: Sequence[GoldParty], coded: Sequence[Party]) -> bool:
    """Whether two sides agree, as the head of this module tells."""
    if not gold or not coded:
        return not gold and not coded
    wanted = {party.country for party in gold if party.country}
    if wanted:
        found = {party.country for party in coded if party.country}
        return bool(found) and len(wanted & found) / len(wanted | found) >= _SHARED_COUNTRIES
    return bool(_content(gold) & _content(coded))


def _by_sentence(sentences: Sequence[GoldSentence], events: Iterable[Event]) -> dict[str, list[Event]]:
    of_document: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
    for row in sentences:
        of_document[row.document_id].append((row.id, words(row.text)))
    coded: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        home = _home(words(event.sentence), of_document.get(event.document_id, ()))
        if home is not None:
            coded[home].append(event)
    return coded


def _home(found: set[str], rows: Iterable[tuple[str, set[str]]]) -> str | None:
    """The id of the first row that shares most words, None where none shares enough."""
    best, best_share = None, 0.0
    for name, wanted in rows:
        share = len(found & wanted) / max(1, min(len(found), len(wanted)))
        if share > best_share:
            best, best_share = name, share
    return best if best_share >= _SHARED_WORDS else None


def _levels(gold: Sequence[GoldEvent], coded: Sequence[Event]) -> dict[str, Pairs]:
    agreeing: dict[str, list[tuple[int, int, int]]] = {level: [] for level in LEVELS}
    for i, wanted in enumerate(gold):
        for j, found in enumerate(coded):
            agrees, rank = _agreement(wanted, found)
            for level in LEVELS:
                if agrees[level]:
                    agreeing[level].append((-rank, i, j))
    return {level: _one_to_one(pairs) for level, pairs in agreeing.items()}


def _agreement(gold: GoldEvent, coded: Event) -> tuple[dict[str, bool], int]:
    """What agrees between two events, and how good a pair they are: the type counts twice a side."""
    kind = same_type(gold.event_type, coded.event_type)
    actor, recipient = same_side(gold.actors, coded.actors), same_side(gold.recipients, coded.recipients)
    agrees = {
        "quad": _same_quad(gold.event_type, coded.event_type),
        "type": kind,
        "actor": kind and actor,
        "recipient": kind and recipient,
        "dyad": kind and ((actor and recipient) or _same_together(gold, coded)),
    }
    return agrees, 2 * kind + actor + recipient


def _same_quad(gold: str, coded: str) -> bool:
    if gold == YIELD:
        return same_type(gold, coded)
    return load().quad_class(gold) == load().quad_class(coded)


def _same_together(gold: GoldEvent, coded: Event) -> bool:
    """One of the two tells all parties as actors, the other apart: all parties of both are compared."""
    if gold.event_type not in _TOLD_EITHER_WAY or not gold.actors or not coded.actors:
        return False
    gold_joint = not gold.recipients and len(gold.actors) > 1
    coded_joint = not coded.recipients and len(coded.actors) > 1
    together = same_side((*gold.actors, *gold.recipients), (*coded.actors, *coded.recipients))
    return gold_joint != coded_joint and together


def _one_to_one(ranked: list[tuple[int, int, int]]) -> Pairs:
    used_gold: set[int] = set()
    used_coded: set[int] = set()
    pairs = []
    for _, i, j in sorted(ranked):
        if i not in used_gold and j not in used_coded:
            used_gold.add(i)
            used_coded.add(j)
            pairs.append((i, j))
    return tuple(pairs)


def _content(parties: Iterable[GoldParty | Party]) -> set[str]:
    return {word for party in parties for word in words(party.text) | words(party.name)} - _COMMON
