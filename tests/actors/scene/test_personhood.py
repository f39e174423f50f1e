"""Names of a document alone are people's by a sign of it: a given name, a title, an age, two words, who speaks."""

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items
from dragoman.actors.scene.people import chains
from dragoman.actors.scene.personhood import things
from dragoman.coding.sentences import sentences


def no_persons(text: str) -> set[str]:
    """The names of a text that nothing shows to be a person's."""
    known = roster()
    made = chains(text, items(text, known), [start for start, _ in sentences(text)], given=known.given)
    return {text[start:end] for start, end in things(text, made.values(), given=known.given)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Talin Oberek wrote on Brantevgram.", "Brantevgram"),
        ("Talin Oberek told the Brantever of his plan.", "Brantever"),
        ("Talin Oberek learned of Brantever.", "Brantever"),
        ("Talin Oberek fled over the Brantev Wall.", "Brantev Wall"),
        ("Talin Oberek stayed in Brantev.", "Brantev"),
        ("Talin Oberek fled to Mount Brantev.", "Mount Brantev"),
        ("Talin Oberek saw that Brantev35 said no.", "Brantev35"),
        ("The clerk saw the Ibis Brantev.", "Ibis Brantev"),
        ("The clerk read Ibis Brantev Policy.", "Ibis Brantev Policy"),
    ],
)
def test_a_thing_is_no_person(text: str, name: str) -> None:
    assert name in no_persons(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya freed Talin Oberek.",
        "Talin Oberek fled. The Oberek of old was gone.",
        "Later Mr Brantev fled.",
        "Later Dr. Brantev fled.",
        "Later Brantev said that he had fled.",
        "A tired Brantev says, on her first day, that she fled.",
        "The clerk met Brantev, who wept.",
        "Kenya freed Brantev, 22, and others.",
        "Kenya freed Emmanuel on Monday.",
        "The clerk spoke of his daughter, Brantev.",
        "The clerk spoke of her son Brantev.",
    ],
)
def test_a_person_is_one_by_any_sign(text: str) -> None:
    assert not no_persons(text)
