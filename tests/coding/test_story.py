"""A story: a document's sentences, and each of its parties once."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.coding.story import Story
from dragoman.document import Document

TEXT = "Ghana and Togo signed a pact in Lomé.\nGhana will send rice to Togo."


def story() -> Story:
    return Story.of(Document("d", TEXT, pub_date=date(2020, 1, 1)))


def test_sentences_quote_the_text() -> None:
    laid = story()
    assert [laid.sentence(i) for i in range(len(laid.spans))] == TEXT.split("\n")


def test_a_party_named_twice_is_one() -> None:
    second = TEXT.index("Ghana", 5)
    assert [p.country for p in story().parties([(0, 5), (second, second + 5)])] == ["GHA"]


def test_the_countries_of_the_text_are_counted() -> None:
    hints = story().hints
    assert {"GHA", "TGO"} <= set(hints)


def test_words_by_their_place_in_a_sentence_or_before_it() -> None:
    laid = story()
    assert laid.words(1, 0, 5) == "Ghana"
    assert laid.words(1, -6, -2) == "Lomé"


def test_speakers_who_say_our_of_themselves_are_somebody() -> None:
    text = "“We are ready,” our president said, “and we will fight.”"
    (party,) = Story.of(Document("d", text), names=None).parties([(1, 3)], on=None)
    assert party.text == "We"


def test_an_ally_is_not_of_the_country_that_acts_unless_the_words_say_so() -> None:
    text = "Ghana accused its neighbour of a raid. Ghana accused its Ghanaian ally of a raid."
    laid = Story.of(Document("d", text, pub_date=date(2020, 1, 1)))
    actors = laid.parties([(0, 5)])
    spans = [(text.index(words), text.index(words) + len(words)) for words in ("its neighbour", "its Ghanaian ally")]
    assert [p.country for p in laid.apart(laid.parties(spans), actors)] == ["", "GHA"]


def test_an_envoy_is_not_of_the_country_that_acts_unless_the_words_say_so() -> None:
    text = "Ghana expelled three diplomats. Ghana recalled its envoy. Ghana arrested a Ghanaian diplomat."
    laid = Story.of(Document("d", text, pub_date=date(2020, 1, 1)))
    actors = laid.parties([(0, 5)])
    told = ("three diplomats", "its envoy", "a Ghanaian diplomat")
    spans = [(text.index(words), text.index(words) + len(words)) for words in told]
    assert [p.country for p in laid.apart(laid.parties(spans), actors)] == ["", "GHA", "GHA"]


def told(text: str, *parties: str) -> list[tuple[str, str, str]]:
    laid = Story.of(Document("d", text, pub_date=date(2020, 1, 1)))
    spans = [(text.index(words), text.index(words) + len(words)) for words in parties]
    return [(p.name, p.country, p.sector) for p in laid.parties(spans)]


def test_a_description_is_of_whom_it_names() -> None:
    text = "Togo’s trade minister, Ada Quill, flew to Accra, and the army chief, Kofi Oberek, did."
    assert told(text, "Togo’s trade minister", "Ada Quill") == [("Ada Quill", "TGO", "GOV")]
    assert told(text, "the army chief", "Kofi Oberek")[0][::2] == ("Kofi Oberek", "MIL")


def test_a_list_of_people_is_no_description() -> None:
    text = "Togo’s trade minister, Ada Quill and Kofi Oberek met farmers, Ama Loren, in Accra."
    assert len(told(text, "Togo’s trade minister", "Ada Quill", "Kofi Oberek")) == 3
    assert len(told(text, "farmers", "Ama Loren")) == 2


@pytest.mark.parametrize(
    ("text", "parties", "names"),
    [
        ("Ghana met the rebels and urged them to go.", ("the rebels", "them"), ["rebels"]),
        ("Ghana blamed Togo and said it would sue.", ("Ghana", "it"), ["Ghana"]),
        ("We, the leaders of Ghana, met.", ("We", "leaders of Ghana"), ["leaders of Ghana"]),
        ("We met leaders of Ghana.", ("We", "leaders of Ghana"), ["We", "leaders of Ghana"]),
        # one more is no double, nor is one who comes first
        ("Ghana shot the rebels and him.", ("the rebels", "him"), ["rebels", "him"]),
        ("He and three friends fled from Ghana.", ("He", "three friends"), ["He", "three friends"]),
        ("Forces of the US fled.", ("Forces", "US"), ["Forces", "United States"]),
    ],
)
def test_a_pronoun_behind_its_noun_is_no_party_more(text: str, parties: tuple[str, ...], names: list[str]) -> None:
    assert [name for name, _, _ in told(text, *parties)] == names


def test_them_are_not_who_acts() -> None:
    text = "Ghana fed the poor. Ghana promised them rice."
    laid = Story.of(Document("d", text, pub_date=date(2020, 1, 1)))
    at = text.index("them")
    (them,) = laid.parties([(at, at + 4)])
    (kept,) = laid.apart((replace(them, name="Ghana", sector="GOV"),), laid.parties([(0, 5)]))
    assert (kept.name, kept.country, kept.sector) == ("them", them.country, "")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Sweden expelled two Russian diplomats and accused them of spying.", "RUS"),
        ("Sweden jailed ten clerks and accused them of spying.", "SWE"),
        ("After a call with Russia, Sweden jailed ten clerks and accused them of spying.", "SWE"),
        ("Sweden jailed ten clerks in Russia and accused them of spying.", "SWE"),
    ],
)
def test_them_are_of_the_country_named_behind_who_acts(text: str, country: str) -> None:
    laid = Story.of(Document("d", text, pub_date=date(2020, 1, 1)))
    at, sweden = text.index("them"), text.index("Sweden")
    (actor,) = laid.parties([(sweden, sweden + 6)])
    (them,) = laid.parties([(at, at + 4)])
    (kept,) = laid.apart((replace(them, name="Sweden", country="SWE"),), (actor,))
    assert (kept.name, kept.country) == ("them", country)
