"""A title alone means the one person of the document who goes by it."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast


def meant(text: str, *, on: date | None = date(2023, 5, 10)) -> str:
    """The name of the party that the words in brackets mean."""
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    sentences, at = [], 0
    for part in text.split(". "):
        sentences.append((at, min(len(text), at + len(part) + 1)))
        at += len(part) + 2
    (party,) = Cast(text, sentences, pub_date=on).parties(start, end)
    return party.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The British prime minister, Rishi Sunak, met nurses. [The prime minister] left.", "Rishi Sunak"),
        ("Rishi Sunak met the unions. Unite accused [the prime minister] of greed.", "Rishi Sunak"),
        ("Pakistan arrested Imran Khan. [The former prime minister] was tried.", "Imran Khan"),
        ("The interior minister, Amos Karanja, left Kenya. [The interior minister] spoke.", "Amos Karanja"),
        ("Kenya's interior minister Amos Karanja spoke. [The minister] left Kenya.", "Amos Karanja"),
        ("Kenya freed Amos Karanja, an activist from Kisumu. [The activist] left.", "Amos Karanja"),
        ("Antony Blinken met Xi Jinping. [The secretary of state] spoke.", "Antony Blinken"),
        # of somebody else, of several, or of nobody
        ("Emmanuel Macron met workers. [The president] of Total spoke.", "president"),
        ("Emmanuel Macron met ministers. [Presidents] of clubs spoke.", "Presidents"),
        ("Rishi Sunak met Suella Braverman. [A prime minister] spoke.", "prime minister"),
        ("Kenya's minister Amos Karanja met Kenya's minister Ruth Achola. [The minister] spoke.", "minister"),
        ("Kenya's deputy minister Amos Karanja spoke. [The minister] left Kenya.", "minister"),
        ("The then interior minister, Amos Karanja, left. [The interior minister] left Kenya.", "interior minister"),
        ("Kenya freed the lawyer Amos Karanja, the family said. [The family] left.", "family"),
        ("Kenya's lawyer Amos Karanja won the prize, Ruth Achola said. [The prize] was Kenya's.", "prize"),
    ],
)
def test_a_title_means_whoever_goes_by_it(text: str, name: str) -> None:
    assert meant(text) == name


def test_without_a_day_whoever_ever_bore_the_title_may_be_meant() -> None:
    text = "Theresa May flew to Scotland in Britain. [The prime minister] spoke."
    assert meant(text, on=None) == "Theresa May"
    assert meant(text.replace("flew", "and Tony Blair flew"), on=None) == "prime minister"
