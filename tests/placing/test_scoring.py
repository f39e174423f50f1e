"""Scoring: which city of a name is meant."""

from collections import UserDict
from collections.abc import ValuesView

import pytest

from dragoman.placing.folding import fold
from dragoman.placing.gazetteer import cities
from dragoman.placing.scoring import Setting, likeliest


@pytest.mark.parametrize(
    ("name", "hints", "country"),
    [
        ("Tripoli", {}, "LBY"),
        ("Tripoli", {"LBN": 2}, "LBN"),
        ("Santiago", {}, "CHL"),
        ("Santiago", {"CUB": 3}, "CUB"),
        ("Santiago", {"DOM": 1, "DMA": 1}, "DOM"),
        ("San Jose", {"USA": 2}, "USA"),
        ("San Jose", {"CRI": 2}, "CRI"),
        ("Victoria", {"SYC": 2, "KEN": 1}, "SYC"),
        ("Paris", {"USA": 9}, "FRA"),
        ("London", {"CAN": 5}, "GBR"),
        ("Georgetown", {"GUY": 2}, "GUY"),
    ],
)
def test_the_document_tells_namesakes_apart(name: str, hints: dict[str, float], country: str) -> None:
    found = likeliest(cities(name), fold(name), Setting(hints))
    assert found is not None
    assert found.country == country


def test_what_is_named_beside_it_outweighs_all() -> None:
    found = likeliest(cities("Paris"), "paris", Setting({"FRA": 9}, frozenset({"USA"}), frozenset({("USA", "TX")})))
    assert found is not None
    assert (found.country, found.admin) == ("USA", "TX")


def test_of_nothing_there_is_none() -> None:
    assert likeliest((), "paris", Setting({})) is None


class Asked(UserDict[str, float]):
    """Hints that say whether they were asked."""

    asked = False

    def values(self) -> ValuesView[float]:
        self.asked = True
        return super().values()


def test_the_document_is_asked_only_where_it_matters() -> None:
    hints = Asked(UKR=1)
    likeliest(cities("Kyiv"), "kyiv", Setting(hints))
    assert not hints.asked
    likeliest(cities("Tripoli"), "tripoli", Setting(hints))
    assert hints.asked
