"""Words that say that they mean several countries, or none, are of no one country."""

import pytest

from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.multinational import crowd, manifold
from dragoman.actors.phrases.phrase import counted, parts, taken_apart
from dragoman.actors.phrases.resolving import read


def told(phrase: str) -> bool:
    apart = taken_apart(phrase, roster())
    return manifold(counted(parts(phrase, apart.items)[0]))


@pytest.mark.parametrize(
    "phrase",
    [
        "western powers", "the international community", "European leaders", "foreign hostages",
        "other countries", "governments", "some foreigners", "its western allies", "a number of westerners",
        "special rapporteur", "all five Central Asian leaders", "Middle Eastern rulers",
    ],
)  # fmt: skip
def test_of_several_countries_or_none(phrase: str) -> None:
    assert told(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "the government", "foreign minister", "the country", "the coalition", "both sides",
        "a negotiator", "its Arab allies",
        "its ally", "pro-western Kurds", "the police",
    ],
)  # fmt: skip
def test_of_one_as_far_as_the_words_tell(phrase: str) -> None:
    assert not told(phrase)


@pytest.mark.parametrize(
    ("phrase", "one"),
    [
        ("hostages from Spain and Chile", True), ("Spanish and Chilean nurses", True), ("US and UK citizens", True),
        ("Spanish and Chilean soldiers", False), ("officials from Spain and Chile", False),
        ("Spanish nurses and Chilean soldiers", False), ("Spain and Chilean nurses", False), ("Spanish nurses", False),
    ],
)  # fmt: skip
def test_people_of_several_countries_are_one_crowd_but_for_those_who_act_for_a_state(phrase: str, *, one: bool) -> None:
    assert crowd(phrase, read(phrase, View(roster(), None))) is one
