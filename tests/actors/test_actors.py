"""The public face: `dragoman.actor` gives the first party, or nobody."""

import unicodedata

import pytest

import dragoman
from dragoman import actors
from dragoman.errors import UsageError


def test_the_first_party_of_a_phrase() -> None:
    found = dragoman.actor("the Russian president", on="1999-05-01")
    assert found is not None
    assert (found.name, found.country, found.sector, found.actor_code) == ("Boris Yeltsin", "RUS", "GOV", "RUSGOV")
    assert found == actors.resolve("the Russian president", on="1999-05-01")[0]


def test_nobody_is_none() -> None:
    assert dragoman.actor("a bridge") is None


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="write it as 1999-05-01"):
        dragoman.actor("Iran", on="1999-13-01")


def test_the_surface_is_sorted() -> None:
    assert actors.__all__ == sorted(actors.__all__)


@pytest.mark.parametrize(("phrase", "country"), [("Türkiye", "TUR"), ("Côte d’Ivoire", "CIV"), ("Curaçao", "CUW")])
def test_letters_may_be_written_apart(phrase: str, country: str) -> None:
    found = dragoman.actor(unicodedata.normalize("NFD", phrase), on="2024-06-21")
    assert found is not None
    assert (found.text, found.country) == (phrase, country)
