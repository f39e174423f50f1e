"""Why a mention means whom: what `Cast` keeps of how each party was found.

In: a party, the rule that found it, and what it rests on. Out: `Link`s.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention means whom: the rule, and the words of the document it was linked to (equal spans: none).

    `meant`: the party is whom these words name; else they are but the last ones that name its country.
    """

    start: int
    end: int
    name: str
    country: str
    rule: str
    antecedent_start: int
    antecedent_end: int
    meant: bool = True
