"""What a part of a phrase is found to say of a party.

In: what the reading of phrases finds. Out: a `Reading`, and two of one party joined.
"""

from dataclasses import dataclass, replace


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


def joined(one: Reading, other: Reading) -> Reading:
    """A name and the description beside it as one: what the person's own reading leaves open is the description's."""
    who, what = (one, other) if one.person or not other.person else (other, one)
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
