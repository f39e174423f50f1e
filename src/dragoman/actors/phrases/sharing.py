"""What the parts of one phrase share: a head behind two adjectives, an owner before two heads, a place behind both.

In: the parts of a phrase, and then their readings. Out: the parts with what they share, and the readings with those
that another part tells of.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.matching import Item
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import means_people
from dragoman.actors.phrases.naming import plain
from dragoman.actors.phrases.phrase import Part, singular, spread
from dragoman.actors.phrases.readings import Reading

Read = Callable[[Part], Reading | None]
# "US" and "UK" stand before a noun as adjectives do.
_SHORT = 4
# Of the forces of a state and of those who fight it one adjective says little in the middle of a text: it is asked for
# only where the phrase stands alone.
_NO_FORCES = frozenset({"JUD", "LEG"})
# Endings of adjectives.
_QUALITIES = ("al", "ic", "ous", "ive", "ary", "ish", "less", "ful")
_THE = "the "


def with_heads(phrase: str, taken: Sequence[Part]) -> list[Part]:
    """The parts, each adjective alone with the head of the part behind it: "Polish and Czech officials".

    A head that several share is made one of each: "the Polish and Hungarian prime ministers" are two prime ministers.
    """
    out: list[Part] = []
    for part in reversed(taken):
        behind = out[-1] if out else None
        if behind is not None and _qualities(phrase, part):
            continue
        told = part
        if behind is not None and not part.owner and adjective(phrase, part.core):
            head = _head(behind)
            if head:
                out[-1] = replace(
                    behind, core=singular(behind.core), called=behind.called or _called(phrase, behind, ())
                )
                told = replace(part, core=singular((*part.core, *head)), called=_called(phrase, part, head))
        out.append(told)
    return out[::-1]


def _qualities(phrase: str, part: Part) -> bool:
    """Whether a part is but qualities of the head behind it: "major cultural" of "and political figures"."""
    last = part.core[-1] if part.core else None
    if last is None or part.owner or part.complements or last.names or not phrase[last.start].islower():
        return False
    plain = all(name.kind in ("noun", "modifier") for item in part.core for name in item.names)
    return plain and last.key.endswith(_QUALITIES)


def adjective(phrase: str, core: Sequence[Item]) -> bool:
    """Whether words end with an adjective of a state, which may lack its noun: "the French", "US"."""
    last = core[-1] if core else None
    if last is None:
        return False
    demonym = last.first("demonym", "people")
    if demonym is not None:
        return not demonym.text.endswith("s") and not last.first("noun")
    written = phrase[last.start : last.end].replace(".", "")
    return last.first("state") is not None and written.isupper() and len(written) <= _SHORT


def _head(part: Part) -> tuple[Item, ...]:
    """What stands behind the adjective of a part whose head is a noun; () where it has no adjective of its own."""
    at = next((n for n, item in enumerate(part.core) if item.first("demonym", "people", "state")), None)
    head = part.core[at + 1 :] if at is not None else ()
    noun = any(item.first("noun") for item in head) or (head and means_people(head[-1]))
    # "The US and its European partners", "Iranian and Lebanese Hezbollah allies" share no head.
    own = (
        part.owner or (at and part.core[0].key in listed("owners")) or any(item.first("organisation") for item in head)
    )
    return head if noun and not own else ()


def of_each(phrase: str, part: Part) -> list[Part]:
    """A part with the places that its complement lists, a part each, called so: "officials from Uganda"."""
    found = spread(part)
    if len(found) == 1 or not part.core:
        return found
    many = phrase[part.core[0].start : part.core[-1].end]
    single = _called(phrase, replace(part, start=part.core[0].start, end=part.core[-1].end), ())
    named = []
    for one in found:
        word, rest = one.complements[-1]
        start = rest[0].start - len(_THE) if phrase.endswith(_THE, 0, rest[0].start) else rest[0].start
        head = single if word == "of" else plain(many)
        named.append(replace(one, called=f"{head} {word} {phrase[start : rest[-1].end]}"))
    return named


def headed(part: Part) -> bool:
    """Whether a part has a noun for its head with an adjective of its own before it."""
    return bool(_head(part))


def _called(phrase: str, part: Part, head: Sequence[Item]) -> str:
    """What a part is called that shares its head, one of each where a head means one: "French ambassador"."""
    words = plain(phrase[part.start : part.end])
    words = f"{words} {phrase[head[0].start : head[-1].end]}" if head else words
    last = (head or part.core)[-1]
    noun = last.first("noun")
    one = noun is not None and (noun.name.rpartition(" ")[2] in listed("posts") or noun.name in listed("one of each"))
    written = phrase[last.start : last.end]
    return words.removesuffix(written) + noun.name if noun is not None and one and words.endswith(written) else words


def somebody(part: Part, reading: Reading) -> bool:
    """Whether a part without a country is a party of its own beside others: protesters, but not "their" allies."""
    if not reading.noun or not part.core:
        return False
    return part.core[0].key not in listed("owners") and part.core[-1].key not in listed("relations")


def with_owners(
    taken: Sequence[Part], readings: Sequence[Reading | None], read: Read, *, lenient: bool
) -> list[Reading | None]:
    """The readings, those without a country read again with what another part tells of them.

    "Haitian police and gangs": gangs of Haiti. "Clerics and shopkeepers in Isfahan": both there.
    """
    out = list(readings)
    giver: tuple[Part, Reading] | None = None
    for at, (part, reading) in enumerate(zip(taken, readings, strict=True)):
        if reading is None or reading.person:
            giver = None if not (reading and _giving(part, reading)) else (part, reading)
        elif not reading.bare:
            giver = (part, reading) if _giving(part, reading) else None
        elif giver is not None and _takes(part, reading) and not (lenient and _foes(giver[1], reading)):
            out[at] = read(_given(giver[0], part))
    last = taken[-1]
    placed = readings[-1] is not None and not readings[-1].bare and last.complements and not last.owner
    if placed and all(r is not None and r.bare and not p.complements for p, r in zip(taken[:-1], out, strict=False)):
        for at, part in enumerate(taken[:-1]):
            found = out[at]
            if found is not None and _takes(part, found):
                out[at] = read(replace(part, complements=last.complements))
    return out


def _giving(part: Part, reading: Reading) -> bool:
    """Whether a part has a noun for its head, and an owner or an adjective that may tell of the next part too."""
    told = part.owner or any(item.first("demonym", "state") for item in part.core[:-1])
    return bool(told) and bool(reading.noun) and bool(reading.country)


def _takes(part: Part, reading: Reading) -> bool:
    """Whether a description without a country may be somebody's whom another part names."""
    if not reading.noun or part.owner or not part.core or reading.sector in sectors_in("between states"):
        return False
    head = part.core[-1].key.rpartition(" ")[2]
    whose = any(item.key in listed("owners") or _foreign(item.key) for item in part.core)
    return not whose and head not in listed("relations") and part.core[0].key not in ("a", "an")


def _foreign(words: str) -> bool:
    """Whether words are of people from elsewhere: "foreign diplomats"; a foreign minister is one of the country's."""
    return words.partition(" ")[0] in listed("worldwide") and words.rpartition(" ")[2] not in listed("foreign affairs")


def _foes(giver: Reading, taker: Reading) -> bool:
    return giver.sector in sectors_in("of state") - _NO_FORCES and taker.sector in sectors_in("lawless")


def _given(giver: Part, part: Part) -> Part:
    if giver.owner:
        return replace(part, owner=giver.owner)
    told = next(item for item in giver.core if item.first("demonym", "state"))
    return replace(part, core=(told, *part.core))
