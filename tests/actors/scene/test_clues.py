"""Clues: every name that speaks of a country, with namesakes settled by the rest of the text."""

from datetime import date

from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items
from dragoman.actors.scene.clues import clues, sentence_of

VIEW = View(roster(), date(2020, 5, 1))


def countries(text: str) -> list[str]:
    return [c.country for c in clues(text, items(text, roster()), [0], VIEW)[0]]


def test_names_of_every_kind_are_clues() -> None:
    assert countries("Xi Jinping met Iranian envoys and Hezbollah in Damascus") == ["CHN", "IRN", "LBN", "SYR"]


def test_a_backer_is_no_clue() -> None:
    assert countries("US-backed rebels in Syria") == ["SYR"]


def test_namesakes_follow_the_text() -> None:
    assert countries("American senators flew from Ohio to Georgia. The United States voted.")[-2:] == ["USA", "USA"]
    assert "GEO" in countries("Tbilisi and Moscow disagree: Georgia wants its land back.")


def test_persons_are_told_from_the_rest() -> None:
    found, ranked = clues("Xi Jinping left China.", items("Xi Jinping left China.", roster()), [0], VIEW)
    assert [c.person for c in found] == [True, False]
    assert ranked == ("CHN",)


def test_sentence_of_a_character() -> None:
    assert [sentence_of([0, 10, 20], at) for at in (0, 9, 10, 25)] == [0, 0, 1, 2]
    assert sentence_of([5], 0) == 0


def test_a_place_stands_behind_its_preposition_whatever_is_told_between() -> None:
    text = "He was held in the town of Didim, western Turkey, and freed by Kenya, Uganda said."
    found = {c.country: c.at for c in clues(text, items(text, roster()), [0], VIEW)[0]}
    assert found == {"TUR": True, "KEN": False, "UGA": False}


def test_a_person_in_an_international_office_is_of_no_country() -> None:
    assert countries("António Guterres flew home.") == [""]


def test_the_agency_of_a_dateline_is_no_clue() -> None:
    assert countries("LAGOS (Reuters) - Police sued the BBC.") == ["NGA", "GBR"]
    assert countries("LAGOS - Police sued Reuters.") == ["NGA", "GBR"]
