"""What a mention's words tell by themselves: their sort, how many parties, and on what their reading hangs."""

from datetime import date

import pytest

from dragoman.actors.mentions.traits import most, own_countries, said, scope, settled, sort, view_on
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.resolving import read
from dragoman.actors.scene.scene import scene


@pytest.mark.parametrize(
    ("words", "kind", "head"),
    [
        ("the government", "government", "government"), ("the Kurds", "people", "Kurds"), ("they", "they", "they"),
        ("its soldiers", "it+noun", "soldier"), ("Talin Oberek", "name", "oberek"),
        ("General Talin Oberek", "name", "general"), ("the general", "military", "general"),
    ],
)  # fmt: skip
def test_the_sort_of_a_mention(words: str, kind: str, head: str) -> None:
    own = sort(words, roster())
    assert (own.kind, own.noun) == (kind, head)
    assert own.definite == words.startswith("the ")
    assert own.said == tuple(words.casefold().split())


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("Kenya", 1),
        ("both", 2),
        ("all three countries", 3),
        ("the leaders of the two states", 2),
        ("Kenya, Uganda and Somalia", 3),
        ("", 1),
    ],
)
def test_how_many_parties_there_can_be(words: str, parties: int) -> None:
    assert most(words, roster()) == parties


@pytest.mark.parametrize(
    ("words", "hangs"),
    [
        ("Kenya", "tables"), ("protesters", "tables"), ("them", "tables"), ("the Kenyan president", "day"),
        ("Kenya's leader", "day"), ("Soviet soldiers", "day"), ("Vladimir Putin", "document"),
        ("Georgia", "document"), ("Biden", "document"), ("the leaders of Senegal and Niger", "day"),
        ("the French and German presidents", "day"), ("the teachers of Senegal", "tables"),
    ],
)  # fmt: skip
def test_on_what_a_reading_hangs(words: str, hangs: str) -> None:
    assert scope(words, roster()) == hangs


@pytest.mark.parametrize(
    "words",
    ["Kenyan police", "the Kenyan president", "the first minister of Scotland", "NATO's chief", "dozens of Syrians"],
)
@pytest.mark.parametrize("on", [date(1999, 5, 1), date(2021, 5, 1)])
def test_no_document_changes_a_settled_reading(words: str, on: date) -> None:
    hangs = scope(words, roster())
    assert hangs != "document"
    view = View(roster(), on, ("GBR", "TUR"), frozenset({"police"}), frozenset({"Joe Biden"}), lenient=True)
    assert list(settled(words, roster(), on if hangs == "day" else None)) == read(words, view)


def test_what_words_of_a_document_tell_themselves() -> None:
    text = "Officials met Kenya's envoy and Boris Johnson."
    found = scene(text, [(0, len(text))], View(roster(), date(2020, 5, 1)))
    assert own_countries(found, 0, 9, None) is None
    assert own_countries(found, 14, 27, None) == {"KEN"}
    place = text.index("Boris"), text.index("Boris") + len("Boris Johnson")
    offices = [said(found, *place, day)[0][1].office for day in (date(2020, 5, 1), date(2023, 5, 1))]
    assert [bool(office) for office in offices] == [True, False]
    assert view_on(found, date(2023, 5, 1)).on == date(2023, 5, 1)
    assert found.view.on == date(2020, 5, 1)
