"""Acronyms that a text spells out as somebody whom the tables do not know by them."""

import pytest

from dragoman.actors.acronyms import redefined
from dragoman.actors.coreference import Cast
from dragoman.actors.roster import roster


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The International Diabetes Federation (IDF) met.", {"idf"}),
        ("The Israel Defense Forces (IDF) met.", set()),
        ("The Organisation for the Prohibition of Chemical Weapons (OPCW) met.", set()),
        ("The diabetes federation (IDF) met.", set()),
        ("Yekineyen Parastina Gel (YPG) fought on.", set()),
        ("The Inter-island Quarry Zeal (IQZ) met.", set()),
        # one word in common is not enough; other spellings and words for what is an actor too are
        ("The Kenya Democratic Front (KDF) met.", {"kdf"}),
        ("The Association of Free Pilots (AFP) met.", {"afp"}),
        ("Agence France-Presse (AFP) met.", set()),
        ("The Israel Defence Force (IDF) met.", set()),
        ("The World Health Organization (WHO) met.", set()),
    ],
)
def test_an_acronym_spelled_out_as_another_is_no_name_of_the_tables(text: str, found: set[str]) -> None:
    assert set(redefined(text, roster())) == found


def test_it_is_the_body_of_the_tables_whose_name_it_spells_out() -> None:
    text = "China spied. The Armed Forces of the Philippines (AFP) left. Then the AFP returned."
    cast = Cast(text, [(0, 12), (13, 60), (61, len(text))], pub_date=None)
    at = text.index("the AFP")
    (afp,) = cast.parties(at, at + 7)
    assert (afp.name, afp.country, afp.sector) == ("Armed Forces of the Philippines", "PHL", "MIL")


def test_it_means_nobody_of_the_tables_in_the_whole_document() -> None:
    text = "Kenya joined the International Diabetes Federation (IDF). The head of the IDF thanked Kenya."
    cast = Cast(text, [(0, 57), (58, len(text))], pub_date=None)
    at = text.index("The head of the IDF")
    assert "ISR" not in {p.country for p in cast.parties(at, at + 19)}
