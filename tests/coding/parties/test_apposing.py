"""A description and the name beside it are one party; a list stays one."""

from datetime import date

import pytest

from dragoman.coding.story import Story
from dragoman.document import Document


def named(text: str, *words: str) -> list[str]:
    """Who the given words of a text are, by name."""
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    story = Story.of(Document("d", text, pub_date=date(2024, 8, 5)))
    return [party.name for party in story.parties(spans)]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The archbishop of Nyeri, Ann Moraa, spoke.", ["The archbishop of Nyeri", "Ann Moraa"], ["Ann Moraa"]),
        ("The head of the junta, General Boubou Traoma, spoke.", ["The head of the junta", "General Boubou Traoma"],
         ["Boubou Traoma"]),
        ("The U.N. envoy, Hanna Tetteh, left.", ["The U.N. envoy", "Hanna Tetteh"], ["Hanna Tetteh"]),
        ("They fined the king's nephew, the sports minister Ann Moraa.", ["the king's nephew", "Ann Moraa"],
         ["Ann Moraa"]),
        ("General Ann Moraa, the armed forces chief, left.", ["General Ann Moraa", "chief"], ["Ann Moraa"]),
        ("They beat his lawyer, Ann Moraa, and a priest.", ["his lawyer", "Ann Moraa", "a priest"],
         ["Ann Moraa", "priest"]),
        ("They met his Azeri counterpart, Jeyhun Bayramov, and said so.", ["his Azeri counterpart", "Jeyhun Bayramov"],
         ["Jeyhun Bayramov"]),
        ("They met his Azeri counterpart, Sergey Lavrov, and a priest.",
         ["his Azeri counterpart", "Sergey Lavrov", "a priest"], ["Azeri counterpart", "Sergey Lavrov", "priest"]),
        ("Togo, Ghana, and their neighbour, Benin, signed.", ["Togo", "Ghana", "their neighbour", "Benin"],
         ["Togo", "Ghana", "Benin"]),
        ("They hailed the mission, MONUSCO, for it.", ["the mission", "MONUSCO"], ["MONUSCO"]),
        ("Kenya hailed its neighbour, Uganda, for it.", ["its neighbour", "Uganda"], ["Uganda"]),
        ("The U.N. envoy, Ann Moraa, met Emmanuel Macron.", ["The U.N. envoy", "Ann Moraa", "Emmanuel Macron"],
         ["Ann Moraa", "Emmanuel Macron"]),
        ("They beat two bishops, Ann Moraa and Boubou Traoma.", ["two bishops", "Ann Moraa", "Boubou Traoma"],
         ["Ann Moraa", "Boubou Traoma"]),
        ("They beat two young bishops, Ann Moraa, 21, and Jon Biya, 34.", ["bishops", "Ann Moraa", "Jon Biya"],
         ["Ann Moraa", "Jon Biya"]),
        ("The leader of the opposition Reed Party, Ann Moraa, left.",
         ["The leader of the opposition Reed Party", "Ann Moraa"], ["Ann Moraa"]),
        ("A spokesperson for the group, Ann Moraa, left.", ["the group", "Ann Moraa"], ["Ann Moraa"]),
        ("Togo's trade minister, Ann Moraa, left.", ["Togo", "Ann Moraa"], ["Ann Moraa"]),
        ("They jailed the head of the gang, known as Moraa, again.", ["the head of the gang", "Moraa"], ["Moraa"]),
        ("The opposition party, the Reed Movement, left.", ["The opposition party", "Reed Movement"],
         ["Reed Movement"]),
        ("Ruto's coalition, the Kenya Reed Alliance, left.", ["Ruto's coalition", "the Kenya Reed Alliance"],
         ["Kenya Reed Alliance"]),
        ("The ruling party, the ANC, left.", ["The ruling party", "the ANC"], ["African National Congress"]),
        ("The ruling party, the ANC, left.", ["The ruling party, the ANC"], ["African National Congress"]),
        ("Khan's party, Pakistan Tehreek-e-Insaf, left.", ["Khan", "Pakistan Tehreek-e-Insaf"],
         ["Pakistan Tehreek-e-Insaf"]),
        ("Togo expelled Chad's ambassador in Kano, Ann Moraa.", ["Chad's ambassador", "Ann Moraa"], ["Ann Moraa"]),
        ("Togo expelled Chad's envoy to the United Nations, Ann Moraa.", ["Chad's envoy", "Ann Moraa"], ["Ann Moraa"]),
        ("Its ally, the Reed Party, left.", ["Its ally", "the Reed Party"], ["Reed Party"]),
        ("They met the Chadian and Malian ambassadors, Ann Moraa and Jon Biya.",
         ["the Chadian", "Malian ambassadors", "Ann Moraa", "Jon Biya"], ["Ann Moraa", "Jon Biya"]),
    ],
)  # fmt: skip
def test_a_description_is_of_the_name_beside_it(text: str, words: list[str], names: list[str]) -> None:
    assert named(text, *words) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bishop of Nyeri, Raila Odinga and a priest met.", ["A bishop of Nyeri", "Raila Odinga", "a priest"]),
        ("Raila Odinga, a bishop of Nyeri, and Ann Moraa met.", ["Raila Odinga", "a bishop of Nyeri", "Ann Moraa"]),
        ("They beat a bishop of Nyeri, Raila Odinga, and a priest.", ["a bishop of Nyeri", "Raila Odinga", "a priest"]),
        ("They beat police in Kano, Nigeria, on Monday.", ["police in Kano", "Nigeria"]),
        ("They beat fans of the singer, Ann Moraa, again.", ["fans of the singer", "Ann Moraa"]),
        ("They beat two bishops, a priest and Ann Moraa.", ["two bishops", "a priest", "Ann Moraa"]),
        ("They beat two bishops, Ann Moraa, Jon Biya and Ed Roe.", ["two bishops", "Ann Moraa", "Jon Biya", "Ed Roe"]),
        ("They beat bishops, Ann Moraa and Boubou Traoma.", ["bishops", "Ann Moraa", "Boubou Traoma"]),
        ("They fined two banks, Kenya and Togo.", ["two banks", "Kenya", "Togo"]),
        ("The army, the Reed Movement and Togo met.", ["The army", "the Reed Movement", "Togo"]),
        ("Members of the party, the ANC, left.", ["Members of the party", "the ANC"]),
        ("The army, the ANC, left.", ["The army", "the ANC"]),
        ("Togo's army, Ann Moraa and Jon Biya met.", ["Togo", "Ann Moraa", "Jon Biya"]),
        ("They met a spokesman of the mission, MONUSCO, again.", ["a spokesman of the mission", "MONUSCO"]),
        ("They met Chad's ambassador in Kano, Ann Moraa and Jon Biya.", ["ambassador", "Ann Moraa", "Jon Biya"]),
        ("They met Chad's ambassador in Kano, Nigeria, and left.", ["Chad's ambassador", "Nigeria"]),
        ("They met protesters in Kano, Ann Moraa, and left.", ["protesters", "Ann Moraa"]),
    ],
)
def test_others_stay_apart(text: str, words: list[str]) -> None:
    assert len(named(text, *words)) == len(words)


def test_a_wife_is_not_of_her_husband_s_country() -> None:
    text = "In Kenya, Emmanuel Macron's wife, Ann Moraa of Kenya, spoke."
    words = ("Emmanuel Macron's wife", "Ann Moraa of Kenya")
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    (party,) = Story.of(Document("d", text, pub_date=date(2024, 8, 5))).parties(spans)
    assert party.country == "KEN"


def test_a_neighbouring_state_is_no_civilian() -> None:
    text = "Togo, Ghana, and their neighbour, Benin, signed."
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("their neighbour", "Benin")]
    (party,) = Story.of(Document("d", text, pub_date=date(2024, 8, 5))).parties(spans)
    assert (party.country, party.sector) == ("BEN", "")


def test_two_names_have_the_country_and_the_sector_of_their_noun() -> None:
    text = "In Kenya police beat two French bishops, Ann Moraa and Jon Biya."
    spans = [
        (text.index(word), text.index(word) + len(word)) for word in ("two French bishops", "Ann Moraa", "Jon Biya")
    ]
    story = Story.of(Document("d", text, pub_date=date(2024, 8, 5)))
    assert [(p.country, p.sector) for p in story.parties(spans)] == [("FRA", "REL")] * 2


def test_each_of_several_is_of_its_own_country() -> None:
    text = "They met their Chadian and Malian counterparts, Ann Moraa and Jon Biya, in Kano."
    spans = [
        (text.index(w), text.index(w) + len(w)) for w in ("Chadian", "Malian counterparts", "Ann Moraa", "Jon Biya")
    ]
    parties = Story.of(Document("d", text, pub_date=date(2024, 8, 5))).parties(spans)
    assert [(p.name, p.country, p.sector) for p in parties] == [("Ann Moraa", "TCD", "GOV"), ("Jon Biya", "MLI", "GOV")]


def test_more_of_several_than_names_stay_apart() -> None:
    text = "They met their Chadian and Malian counterparts, Ann Moraa and a priest."
    assert len(named(text, "Chadian", "Malian counterparts", "Ann Moraa", "a priest")) == 4
