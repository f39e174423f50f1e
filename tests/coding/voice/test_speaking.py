"""The noun phrase that speaks, before and behind the verb."""

import pytest

from dragoman.coding.voice.speaking import acting, after, before, sound, subject
from dragoman.coding.words import words


def test_before_the_verb() -> None:
    cases = {
        "On Monday the Polish minister also said": "the Polish minister",
        "The minister, Ann Lee, said": "The minister, Ann Lee",
        "Omar Bey, a senior officer of the guard, said": "Omar Bey",
        "Nia Rhys, 34, said": "Nia Rhys",
        "The envoy, who has since resigned, said": "The envoy",
        "They met, and he said": "he",
        "A guard who knew it said": "A guard",
        "A guard who named himself as Lee said": "A guard who named himself as Lee",
        "Peru, Chad and Mali said": "Peru, Chad and Mali",
        "On Monday, Peru, the Congo and Mali said": "Peru, the Congo and Mali",
        "In Peru, Chad and Mali said": "Chad and Mali",
        "After he met Lee, Chad and Mali said": "Chad and Mali",
        "It fell, Chad and Mali said": "Chad and Mali",
        "Chad on Thursday said": "Chad",
        "The envoy last week said": "The envoy",
        "The mayor of Bolu late on 5 March also said": "The mayor of Bolu",
        "The class of last year said": "The class of last year",
        "The guard shot ten miners and local nurses said": "local nurses",
        "Chad bombed Bolu and Malian officers said": "Malian officers",
        "Miners marched in Bolu and nurses said": "nurses",
        "Ten miners were killed and nurses said": "nurses",
        "Rebels fought the guard and nurses said": "nurses",
        "Armed miners and nurses said": "Armed miners and nurses",
        "The newly elected mayor and old allies said": "The newly elected mayor and old allies",
        "Retired general and former mayor Ann Lee said": "Retired general and former mayor Ann Lee",
        "Chad-backed rebels and nurses said": "Chad-backed rebels and nurses",
        "Miners hired by Ann Lee and nurses said": "Miners hired by Ann Lee and nurses",
        "A league of guards led by Chad and Mali said": "A league of guards led by Chad and Mali",
        "Chad memorably said": "Chad",
        "It now effectively said": "It",
        "The family said": "The family",
        "The elderly said": "The elderly",
        "The newly elected ally said": "The newly elected ally",
        "She was swayed by the mayor, who said": "the mayor",
        "She was swayed by a note from the mayor, who said": "a note from the mayor",
        "It grows clear, with ten nurses claiming": "ten nurses",
        "June 23 - Chad said": "Chad",
        "Ten are dead in Bolu - and nurses said": "nurses",
        "The Bolu-based guard said": "The Bolu-based guard",
        "Ten clinics were shelled since Monday and nurses said": "nurses",
        "Reports filed in Bolu and Homs said": "Reports filed in Bolu and Homs",
    }
    for text, wanted in cases.items():
        span, _ = before(words(text), len(words(text)) - 1)
        assert span, text
        assert text[slice(*span)] == wanted


def test_behind_the_verb() -> None:
    text = "said the mayor of Bolu on Friday"
    span, stop = after(words(text), 1)
    assert span
    assert text[slice(*span)] == "the mayor of Bolu"
    assert words(text)[stop].low == "on"


@pytest.mark.parametrize("text", ["and said", "said", ", but said"])
def test_nobody_before_the_verb(text: str) -> None:
    assert before(words(text), len(words(text)) - 1)[0] is None


def test_the_subject_of_the_main_clause() -> None:
    text = "In March, the junta denied the raid, saying"
    span = subject(words(text), len(words(text)) - 1)
    assert span
    assert text[slice(*span)] == "the junta"
    text = "Ann Lee wants to hold talks in Bolu, but says"
    span = subject(words(text), len(words(text)) - 1)
    assert span
    assert text[slice(*span)] == "Ann Lee"
    text = "Chad last week accused Mali, saying"
    span = subject(words(text), len(words(text)) - 1)
    assert span
    assert text[slice(*span)] == "Chad"


@pytest.mark.parametrize(
    ("words_", "whole"),
    [
        ("the mayor of Bolu", True),
        ("a man who was there", True),
        ("the Russians are", False),
        ("Will Lee", True),
        ("guards led by Lee", True),
        ("guards were led by Lee", False),
        ("sparked by", False),
        ("not officially", False),
        ("the rebels – brothers", False),
    ],
)
def test_what_can_be_a_noun_phrase(words_: str, whole: bool) -> None:
    assert sound(words(words_), (0, len(words_))) is whole


@pytest.mark.parametrize(
    ("words_", "who"),
    [
        ("Chad expelled two envoys on Friday", "Chad"),
        ("Lee later signed a decree", "Lee"),
        ("the court released the men", "the court"),
        ("Reuters quoted Ann Lee", "Reuters quoted Ann Lee"),
        ("miners gathered in Bolu", "miners gathered in Bolu"),
        ("guards and retired General Lee", "guards and retired General Lee"),
        ("a guard who lost his brother", "a guard who lost his brother"),
        ("the exiled governor", "the exiled governor"),
    ],
)
def test_a_clause_speaks_by_its_subject(words_: str, who: str) -> None:
    assert words_[slice(*acting(words(words_), (0, len(words_))))] == who
