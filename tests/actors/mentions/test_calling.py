"""By which part of a name somebody is called."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.calling import called
from dragoman.coding.sentences import sentences


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Prince Mohammed bin Salman left. Prince Mohammed returned.", "Prince Mohammed", "Mohammed bin Salman"),
        ("Clerks met in Accrington. They like Accrington.", "Accrington", "Accrington"),
        ("Bishop Lauro Dabiri of Bukavu sang.", "Bishop Lauro Dabiri of Bukavu", ""),
        ("The bishop of Bukavu sang.", "sang", ""),
    ],
)
def test_whom_part_of_a_name_means(text: str, words: str, name: str) -> None:
    laid = Cast(text, sentences(text), pub_date=date(2022, 1, 1))
    at = text.rindex(words)
    found = called(laid.scene, laid.mention(at, at + len(words)))
    assert (found.name.name if found is not None else "") == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("US Ambassador Talin Oberek condemned it. Later Oberek left.", "US Ambassador Talin Oberek", "Talin Oberek"),
        ("Iranian Deputy Foreign Minister Talin Oberek left Oman.", "Iranian Deputy Foreign Minister Talin Oberek",
         "Talin Oberek"),
        ("British Maj Gen Talin Oberek left Oman.", "British Maj Gen Talin Oberek", "Talin Oberek"),
        ("Kenya's John Otieno Obereki left Oman.", "Kenya's John Otieno Obereki", "John Otieno Obereki"),
        ("Kenya freed the judge, Talin Oberek.", "the judge, Talin Oberek", "Talin Oberek"),
        ("Then Kenya's army freed her husband, Talin Oberek.", "her husband, Talin Oberek", "Talin Oberek"),
        ("Kenya freed Talin Oberek, a Yemeni analyst.", "Talin Oberek, a Yemeni analyst", "Talin Oberek"),
        ("Kenya freed the Iranian minister for sport, Talin Oberek.", "the Iranian minister for sport, Talin Oberek",
         "Talin Oberek"),
        # behind a demonym and a word for people that no table has, but no ship
        ("Swedish crooner Talin Oberek left.", "Swedish crooner Talin Oberek", "Talin Oberek"),
        ("Norwegian tanker Mia Sund left.", "Norwegian tanker Mia Sund", "Norwegian tanker Mia Sund"),
        ("The Chinese vessel left.", "The Chinese vessel", "Chinese vessel"),
        ("Russian ships left.", "Russian ships", "Russian ships"), ("The Chinese left.", "The Chinese", "China"),
        ("The Amhara Ibis Zeal left.", "The Amhara Ibis Zeal", "Amhara Ibis Zeal"),
        # behind whose they are, or beside words for somebody known
        ("Kenya left. Its spokesman Talin Oberek wept.", "Its spokesman Talin Oberek", "Talin Oberek"),
        ("Kenya left. Its State Ibis Zeal wept.", "Its State Ibis Zeal", "State Ibis Zeal"),
        ("Kenya left. Their group Ibis Zeal wept.", "Their group Ibis Zeal", "group Ibis Zeal"),
        ("Kenya freed the president of its court, Emmanuel Macron.", "the president of its court, Emmanuel Macron",
         "Emmanuel Macron"),
        ("Kenya freed the regime of its clerk, Emmanuel Macron.", "the regime of its clerk, Emmanuel Macron",
         "regime of its clerk, Emmanuel Macron"),
        # nobody named beside
        ("Kenya freed the judge, who wept.", "the judge, who wept", "judge, who wept"),
        # a person of the tables, a body, and a word for somebody alone keep their names
        ("German Chancellor Olaf Scholz left.", "German Chancellor Olaf Scholz", "Olaf Scholz"),
        ("Egypt's Ibis Zeal left.", "Egypt's Ibis Zeal", "Egypt's Ibis Zeal"),
        ("Kenya army Ibis Zeal left.", "Kenya army Ibis Zeal", "Kenya army Ibis Zeal"),
        ("Kenya's State Ibis Zeal left.", "Kenya's State Ibis Zeal", "Kenya's State Ibis Zeal"),
        ("Chinese ambassadors left.", "Chinese ambassadors", "Chinese ambassadors"),
    ],
)  # fmt: skip
def test_a_description_is_called_by_the_full_name_of_no_table_in_it(text: str, words: str, name: str) -> None:
    cast = Cast(text, sentences(text), pub_date=date(2022, 3, 4))
    at = text.index(words)
    assert [party.name for party in cast.parties(at, at + len(words))] == [name]
