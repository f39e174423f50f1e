"""A document is laid out once: clues by sentence, people, places, strangers, the countries it is about."""

from dataclasses import replace
from datetime import date
from itertools import accumulate

import pytest

from dragoman.actors.names.choosing import View
from dragoman.actors.names.matching import Name
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene, kept, scene
from growth import linear

TEXT = (
    "Kenya and Uganda signed a pact in Mombasa. The Kenyan army will patrol the border. "
    "A trader, Boran Putin, was glad. Putin sells maize."
)
SPANS = [(0, 42), (43, 82), (83, 115), (116, 134)]


def laid(text: str = TEXT, spans: list[tuple[int, int]] | None = None) -> Scene:
    return scene(text, SPANS if spans is None else spans, View(roster(), date(2020, 5, 1)), title="Kenya signs")


def test_clues_by_sentence_in_order() -> None:
    found = laid()
    assert [c.country for c in found.sentence(0)] == ["KEN", "UGA", "KEN"]
    assert found.sentence(9) == []
    assert [c.country for c in found.span(0, 1)] == ["KEN", "UGA", "KEN", "KEN"]
    assert found.ranked[0] == "KEN"
    assert found.title == {"KEN"}


def test_a_stranger_who_shares_a_surname_is_not_the_known_person() -> None:
    found = laid()
    assert "RUS" not in {c.country for c in found.clues}
    assert "putin" in found.view.strangers
    chain = found.chain_of(116, 121)
    assert chain is not None
    assert chain.name == "Boran Putin"


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Police arrested Chen Boran. A judge ordered Chen held.", "Chen Boran"),
        ("Premier Li Qiang left. A judge praised Li there.", None),
        ("Police arrested Chad Boran. A judge ordered Chad held.", None),
    ],
)
def test_a_stranger_whose_surname_stands_first(text: str, stranger: str | None) -> None:
    at = text.index(". ") + 2
    found = laid(text, [(0, at - 1), (at, len(text))])
    chain = found.named.get((text.rindex("Chen"), text.rindex("Chen") + 4)) if "Chen" in text else None
    assert (chain.name if chain else None) == stranger
    assert ("chen" in found.view.strangers) == (stranger is not None)


def test_two_whom_one_span_names_are_two() -> None:
    text = "Boran Gelu and Miro Tashan ran. Gelu and Tashan sell maize."
    found = laid(text, [(0, 31), (32, 59)])
    assert [text[slice(*span)] for span in found.joined(32, 47)] == ["Gelu", "Tashan"]
    assert found.joined(32, 36) == found.joined(32, 59) == []


def test_the_words_after_a_country_are_its_twins() -> None:
    assert [country for _, country in laid().twins["army"]] == ["KEN"]


def test_an_empty_document_has_a_scene() -> None:
    assert laid("", []).clues == []
    assert laid("", []).sentence(0) == []


def test_gender_rules_a_known_person_out() -> None:
    text = "Angela Merkel spoke."
    found = laid(text, [(0, len(text))])
    assert [found.may_be(c, g) for c in found.clues for g in ("f", "m", "")] == [True, False, True]


def test_gender_of_a_stranger_follows_the_given_name() -> None:
    text = "A trader, Angela Oberek, spoke."
    found = laid(text, [(0, len(text))])
    found.add([Clue(10, 23, 0, "KEN", Name("Angela Oberek", "person", "Angela Oberek", "KEN"))])
    assert [found.may_be(c, g) for c in found.clues for g in ("f", "m")] == [True, False]


def test_organisations_without_a_country_have_their_part() -> None:
    text = "Islamic State fled. The UN and Kenya were glad."
    found = laid(text, [(0, 19), (20, 47)])
    assert found.stateless == {"group": 1 / 3, "body": 1 / 3}


def test_what_is_added_replaces_what_stood_there() -> None:
    found = laid()
    first = found.clues[0]
    found.add([replace(first, country="SOM")])
    assert [c.country for c in found.sentence(0)] == ["SOM", "UGA", "KEN"]


def test_the_last_place_before() -> None:
    found = laid()
    assert [c.country for c in found.setting(43)] == ["KEN"]
    assert found.setting(5) == []


def test_a_text_of_descriptions_takes_no_longer_than_it_is() -> None:
    def work(size: int) -> None:
        told = [f"A Russian soldier shot a British soldier {n}." for n in range(size)]
        text, starts = " ".join(told), [0, *accumulate(len(one) + 1 for one in told)]
        found = laid(text, [(start, start + len(one)) for start, one in zip(starts, told, strict=False)])
        assert len(found.introduced) == 2 * size

    assert linear(work, 400)


def test_a_kept_answer_is_found_once_until_further_clues_are_taken_in() -> None:
    asked: list[tuple[str, int]] = []

    @kept
    def named(found: Scene, country: str, index: int) -> bool:
        asked.append((country, index))
        return country in {c.country for c in found.sentence(index)}

    one, other = laid(), laid()
    assert [named(one, "KEN", 1), named(one, "KEN", 1), named(one, "SOM", 1)] == [True, True, False]
    assert asked == [("KEN", 1), ("SOM", 1)]
    one.add([replace(one.sentence(1)[0], country="SOM")])
    assert [named(one, "KEN", 1), named(other, "KEN", 1)] == [False, True]


def test_a_name_without_a_given_name_has_the_gender_of_the_word_before_it() -> None:
    text = "Lord Putney met Kenya. Putney left."
    found = scene(text, [(0, 22), (23, len(text))], View(roster(), date(2020, 5, 1)))
    lord = Clue(5, 11, 0, "GBR", Name("Putney", "person", "Putney", "GBR"))
    found.add([lord])
    assert found.may_be(lord, "m")
    assert found.may_be(lord, "")
    assert not found.may_be(lord, "f")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ukraine recaptured the city of Lyman.", "UKR"),
        ("Ukraine recaptured the village of Nowherivka.", None),
        ("Ukraine recaptured the house of Lyman.", None),
    ],
)
def test_a_small_town_that_is_called_one_is_in_its_country(text: str, country: str | None) -> None:
    found = laid(text, [(0, len(text))])
    at = text.rindex(" ") + 1
    assert next((c.country for c in found.clues if c.start == at), None) == country


def test_noun_phrases_of_a_stretch_begin_in_it() -> None:
    text = "The soldiers met two miners. The miners left."
    found = laid(text, [(0, 28), (29, len(text))])
    assert [text[n.start : n.end] for n in found.phrases(0, 28)] == ["The soldiers", "two miners"]
    assert [text[n.start : n.end] for n in found.phrases(29, len(text))] == ["The miners"]
    assert found.phrases(5, 17) == []
