"""What a part of a phrase is found to say of a party.

In: what the reading of phrases finds. Out: a `Reading`, and those of one party joined.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dragoman.actors.phrases.phrase import Part


@dataclass(frozen=True, slots=True)
class Reading:
    """What a part of a phrase says of a party. `bare` marks a description with no name of a country in it."""

    name: str = ""
    country: str = ""
    sector: str = ""
    code: str = ""
    office: str = ""
    wikidata: str = ""
    person: bool = False
    noun: str = ""
    bare: bool = True


# What the words from one character to another say, part by part.
Said = Callable[[int, int], Sequence[tuple[Part, Reading]]]


def joined(one: Reading, other: Reading) -> Reading:
    """A name and the description beside it as one: what the person's own reading leaves open is the description's.

    Of two people the one named is meant: who holds the office is asked of a day, which may not be known.
    """
    described = bool(one.noun) and not other.noun if one.person and other.person else other.person and not one.person
    who, what = (other, one) if described else (one, other)
    # Of a person out of office the description says more: "David Petraeus, the commander in Iraq".
    plain = who.person and not who.office and who.sector == "ELI" and what.sector not in ("", "UNK")
    return replace(
        who,
        country=who.country or what.country,
        sector=what.sector if plain else who.sector or what.sector,
        office=who.office or what.office,
        noun=who.noun or what.noun,
        bare=who.bare and what.bare,
    )


def merged(phrase: str, pairs: Sequence[tuple[Part, Reading | None]]) -> list[tuple[Part, Reading]]:
    """Join a name and the description beside it: "the home secretary, Sajid Javid"."""
    out: list[tuple[Part, Reading]] = []
    for part, reading in pairs:
        if reading is None:
            continue
        if out and reading.name and (reading.name, reading.country) == (out[-1][1].name, out[-1][1].country):
            out[-1] = replace(out[-1][0], end=part.end), out[-1][1]  # "the Kurdistan Workers' Party, or PKK"
        elif out and _apposed(phrase, out[-1], (part, reading)):
            before, first = out[-1]
            out[-1] = (replace(before, end=part.end), joined(first, reading))
        else:
            out.append((part, reading))
    return out


def _apposed(phrase: str, left: tuple[Part, Reading], right: tuple[Part, Reading]) -> bool:
    if phrase[left[0].end : right[0].start].strip() != ",":
        return False
    one, other = left[1], right[1]
    if one.country and other.country and one.country != other.country:
        return False
    return bool(one.noun) != bool(other.noun) or one.person != other.person or _told_of(phrase, left[0], right[0])


def _told_of(phrase: str, named: Part, part: Part) -> bool:
    """Whether a part tells who a name before it is: "Maj. Ann Lee, a military spokesman"."""
    return bool(named.core) and phrase[named.core[-1].start].isupper() and phrase.startswith(("a ", "an "), part.start)
