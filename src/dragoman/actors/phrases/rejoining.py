"""Words of one phrase that were marked apart: "the French" of "the French and German ambassadors", the last of a list.

In: a text and the spans of one side of an event. Out: the spans, those in one piece that share a head.
"""

from collections.abc import Sequence

from dragoman.actors.names.roster import Roster
from dragoman.actors.phrases.phrase import Part, taken_apart
from dragoman.actors.phrases.sharing import adjective, headed

Span = tuple[int, int]
# What stands between the members of a list.
_LISTING = (", ", " and ", ", and ")
_SPREAD = ("of", "from")


def rejoined(text: str, spans: Sequence[Span], *, names: Roster) -> list[Span]:
    """The spans in their order, each adjective or state with the neighbour that has its head; others as they are."""
    if not any(text[left[1] : right[0]] in _LISTING for left in spans for right in spans):
        return list(spans)
    kept: list[Span] = []
    for span in sorted(spans, reverse=True):
        behind = kept[-1] if kept else None
        if behind is not None and text[span[1] : behind[0]] in _LISTING and _one(text, span, behind, names=names):
            kept[-1] = (span[0], behind[1])
        else:
            kept.append(span)
    ordered = sorted(kept, key=lambda span: next(at for at, one in enumerate(spans) if one[0] == span[0]))
    return ordered if len(ordered) == len(spans) else rejoined(text, ordered, names=names)


def _one(text: str, left: Span, right: Span, *, names: Roster) -> bool:
    """Whether two neighbours are one phrase."""
    first = taken_apart(text[slice(*left)], names)
    behind = taken_apart(text[slice(*right)], names).parts
    if not first.parts or not behind:
        return False
    last = first.parts[-1]
    bare = not (last.owner or last.complements) and adjective(first.text, last.core)
    if bare:
        head = next((part for part in behind if not adjective(text[slice(*right)], part.core)), None)
        return head is not None and headed(head)
    return _several_of_states(last) and all(map(_state, behind))


def _several_of_states(part: Part) -> bool:
    """Whether a part is several people of a state, who may be one or more of each of more states."""
    noun = part.core[-1].first("noun") if part.core else None
    word, rest = part.complements[-1] if part.complements else ("", ())
    several = noun is not None and noun.text != noun.name and len(part.complements) == 1
    return several and word in _SPREAD and rest[-1].first("state") is not None


def _state(part: Part) -> bool:
    named = [item for item in part.core if item.key != "the"]
    return len(named) == 1 and named[0].first("state") is not None and not (part.owner or part.complements)
