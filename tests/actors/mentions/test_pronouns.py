"""Whom a pronoun stands for: the noun that is the subject before a place, no person for "they", no place for "he"."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.mentions.pronouns import antecedent, nouns_before
from dragoman.coding.sentences import sentences
from dragoman.coding.story import Story
from dragoman.document import Document

DAY = date(2022, 9, 16)


def cast(text: str) -> Cast:
    return Cast(text, sentences(text), pub_date=DAY)


def mention_of(laid: Cast, words: str) -> Mention:
    at = laid.scene.text.rindex(words)
    return laid.mention(at, at + len(words))


def meant(text: str, words: str) -> str:
    """The words for which the last `words` of a text stand; "" for none."""
    laid = cast(text)
    mention = mention_of(laid, words)
    found = antecedent(laid.scene, mention, laid.scene.between(0, mention.start), able=lambda _: True)
    return text[found.start : found.end] if found is not None else ""


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Students marched in Nairobi on Monday. They threw stones.", "They", "Students"),
        ("Accused of theft, the clerks were tried in Kenya. They threw stones.", "They", ""),
        ("The accused were tried in Kenya. They threw stones.", "They", "The accused"),
        ("LAGOS (AP) - Police met clerks. They threw stones.", "They", "Police"),
        ("Accra: Judges jailed two clerks. They threw stones.", "They", "Judges"),
        ("Accra: The clerk met Kenya. They threw stones.", "They", "Kenya"),
        ("Accra: The clerk left. They threw stones.", "They", ""),
        ("On Monday hundreds of students marched in Nairobi. They threw stones.", "They", "students"),
        ("Gunmen stormed a church in Jos. They killed a priest.", "They", "Gunmen"),
        ("The army entered Mekelle. It arrested a clerk.", "It", "The army"),
        ("Police raided a school in Kampala. They arrested a clerk.", "They", "Police"),
        ("When police raided a school in Kampala, they arrested a clerk.", "they", "police"),
        ("The army attacked the rebels in Mopti. Jets bombed them.", "them", "the rebels in Mopti"),
        # a state, its government and a group stay who they were
        ("Ethiopia closed the border. It accused Eritrea.", "It", "Ethiopia"),
        ("Kyiv denied the charge. It blamed a clerk.", "It", "Kyiv"),
        # a capital that is taken is a town
        ("The Taliban took Kabul. They hanged a clerk.", "They", "Taliban"),
        ("Hezbollah thanked Kyiv. They hanged a clerk.", "They", "Kyiv"),
        ("Hezbollah freed prisoners. They went home.", "They", "Hezbollah"),
        ("Rebels fled. Kenya said it would help.", "it", "Kenya"),
        # an adjective is its noun's
        ("It was said that Kenyan farmers wept. They fled.", "They", "Kenyan farmers"),
        ("It was said that Kenyan passports burned. They fled.", "They", ""),
        ("It was said that the Swiss fired. They fled.", "They", "Swiss"),
        ("It was said that Kenyans fired. They fled.", "They", "Kenyans"),
        # no clause is a noun phrase
        ("He sent fewer soldiers. They fired.", "They", ""),
        ("After talks with soldiers in Lagos, they left.", "they", ""),
        # nobody is "they" alone, no place is "he"
        ("Emmanuel Macron sang. They clapped.", "They", ""),
        ("He sang in Lagos. He left.", "He", ""),
        ("Emmanuel Macron sang in Lagos. He left.", "He", "Emmanuel Macron"),
        ("Emmanuel Macron wrote on Brantevgram. Later he left.", "he", "Emmanuel Macron"),
        ("Emmanuel Macron spoke of the Brantev Act. Later he left.", "he", "Emmanuel Macron"),
        ("Later it was on Brantevgram that he left.", "he", ""),
        ("Students marched. The court freed those who sang.", "those", ""),
    ],
)
def test_whom_a_pronoun_stands_for(text: str, words: str, who: str) -> None:
    assert meant(text, words) == who


def test_a_noun_of_another_country_is_not_meant() -> None:
    text = "Students marched in Nairobi. They threw stones."
    laid = cast(text)
    assert antecedent(laid.scene, mention_of(laid, "They"), [], able=lambda _: False) is None


def test_nouns_are_seen_by_their_sentence_and_number() -> None:
    text = "The herders met a judge. Kenyan nurses and farmers say they will march."
    laid = cast(text)
    found = {where: text[n.start : n.end] for where, n in nouns_before(laid.scene, mention_of(laid, "they")).items()}
    assert found == {"noun last": "farmers", "noun opening": "Kenyan nurses", "noun previous": "The herders"}


def test_they_of_a_quotation_are_not_who_is_told_to_speak() -> None:
    text = "Soldiers left Kenya, the Kenya Human Rights Commission said. “They shot him,” a farmer in Kenya said."
    told = Story.of(Document("d", text, pub_date=DAY)).cast
    at = text.index("They")
    assert [party.name for party in told.parties(at, at + 4)] == ["Soldiers"]
