"""Words that say that they mean several countries, or none, are of no one country."""

import pytest

from dragoman.actors.manifold import manifold
from dragoman.actors.phrase import counted, parts, taken_apart
from dragoman.actors.roster import roster


def told(phrase: str) -> bool:
    apart = taken_apart(phrase, roster())
    return manifold(counted(parts(phrase, apart.items)[0]))


@pytest.mark.parametrize(
    "phrase",
    [
        "western powers", "the international community", "European leaders", "foreign hostages",
        "other countries", "governments", "some foreigners", "its western allies", "a number of westerners",
        "special rapporteur",
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
