"""Who is told something is whom the pronoun behind it means that is asked for something."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.hearers import hearer

DAY = date(2022, 9, 16)


def heard(text: str, words: str) -> str:
    """Whom the last `words` of a sentence mean; "" for none."""
    cast = Cast(text, [(0, len(text))], pub_date=DAY)
    at = text.rindex(words)
    found = hearer(cast.scene, cast.mention(at, at + len(words)))
    return text[found.start : found.end] if found is not None else ""


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Kenya told Swiss envoys that Mali had fired and asked them to act.", "them", "Swiss envoys"),
        ("Kenya told the UN Security Council that Mali had fired, and urged it to act.", "it", "UN Security Council"),
        ("Kenya informed France that Mali had fired but also called on it to leave.", "it", "France"),
        ("Kenya told Emmanuel Macron that Mali had fired and warned him.", "him", "Emmanuel Macron"),
        # another number, another gender, nobody told, other deeds, words between quotation marks
        ("Kenya told Swiss envoys that Mali had fired and asked it to act.", "it", ""),
        ("Kenya told Emmanuel Macron that Mali had fired and warned her.", "her", ""),
        ("Kenya told Emmanuel Macron that Mali had fired and warned it.", "it", ""),
        ("Kenya saw Swiss envoys and asked them to act.", "them", ""),
        ("Kenya told Swiss envoys that Mali had fired and shot them.", "them", ""),
        ("Kenya told Swiss envoys: “Mali fired and asked them to act.”", "them", ""),
        ("Kenya told Swiss envoys that they had fired.", "they", ""),
    ],
)
def test_who_is_told_is_who_is_asked(text: str, words: str, meant: str) -> None:
    assert heard(text, words) == meant


def test_a_noun_that_is_told_is_the_party() -> None:
    text = "Nineteen men wept. Kenya told Swiss envoys that Mali had fired and asked them to act."
    cast = Cast(text, [(0, 18), (19, len(text))], pub_date=DAY)
    at = text.rindex("them")
    assert [(p.name, p.country) for p in cast.parties(at, at + 4)] == [("Swiss envoys", "CHE")]
