"""Acronyms that a text spells out as somebody whom the tables do not know by them."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.names.acronyms import redefined
from dragoman.actors.names.roster import roster


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


def told(text: str, words: str) -> tuple[str, str, str]:
    """Name, country and sector of the party at the last place of the words."""
    sentences, at = [], 0
    for part in text.split(". "):
        sentences.append((at, min(len(text), at + len(part) + 1)))
        at += len(part) + 2
    cast = Cast(text, sentences, pub_date=date(2024, 6, 21))
    start = text.rindex(words)
    (party,) = cast.parties(start, start + len(words))
    return party.name, party.country, party.sector


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("The Kenya Dockers Union (KDU) met Chad. The KDU left.", "The KDU", ("Kenya Dockers Union", "KEN", "LAB")),
        ("The Kenya Dockers Union, KDU, met Chad. KDU left.", "KDU", ("Kenya Dockers Union", "KEN", "LAB")),
        ("The European Community (EC) met Chad. The EC left.", "The EC", ("European Economic Community", "", "IGO")),
        # of another tongue, behind a noun for a body
        ("The Kenya Dockers Union (SWM) met Chad. SWM left.", "SWM", ("Kenya Dockers Union", "KEN", "LAB")),
        ("Kenya freed Talin Oberek (SWM) of Chad. SWM wept.", "SWM", ("SWM", "KEN", "")),
        # no person of the tables
        ("The Basque Army (BA) met Chad. The BA left.", "The BA", ("Basque Army", "ESP", "MIL")),
        ("The Kenya Dockers Union (PAK) met Chad. PAK left.", "PAK", ("Kenya Dockers Union", "KEN", "LAB")),
        ("The Kabul Quarry League (KQL) met Chad. KIM Jong Un left.", "KIM Jong Un", ("Kim Jong-un", "PRK", "GOV")),
        # two bodies: the last before
        ("The Kenya Dockers Union (KDU) met the Kabul Divers Union (KDU). The KDU left.", "The KDU",
         ("Kabul Divers Union", "AFG", "LAB")),
        # bodies of the tables stay
        ("The World Health Organization (WHO) met Chad. The WHO left.", "The WHO",
         ("World Health Organization", "", "IGO")),
    ],
)  # fmt: skip
def test_an_acronym_is_who_was_named_before_it(text: str, words: str, meant: tuple[str, str, str]) -> None:
    assert told(text, words) == meant


@pytest.mark.parametrize("words", ["The BA", "The LI", "The KIM"])
def test_behind_an_article_a_short_word_in_capitals_is_no_surname(words: str) -> None:
    assert told(f"Chad wept. {words} left.", words)[0] == words[4:]
