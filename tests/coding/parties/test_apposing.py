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
        ("Togo, Ghana, and their neighbour, Benin, signed.", ["Togo", "Ghana", "their neighbour", "Benin"],
         ["Togo", "Ghana", "Benin"]),
        ("They hailed the mission, MONUSCO, for it.", ["the mission", "MONUSCO"], ["MONUSCO"]),
        ("Kenya hailed its neighbour, Uganda, for it.", ["its neighbour", "Uganda"], ["Uganda"]),
        ("The U.N. envoy, Ann Moraa, met Emmanuel Macron.", ["The U.N. envoy", "Ann Moraa", "Emmanuel Macron"],
         ["Ann Moraa", "Emmanuel Macron"]),
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
        ("They met a spokesman of the mission, MONUSCO, again.", ["a spokesman of the mission", "MONUSCO"]),
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
