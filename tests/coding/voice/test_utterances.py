"""What is said in a document: carried over sentences and paragraphs, given to who speaks beside it."""

import pytest

from dragoman.coding.sentences import sentences
from dragoman.coding.voice.utterances import utterances
from growth import linear


def told(text: str) -> list[tuple[str, str]]:
    found = utterances(text, sentences(text))
    return [(text[slice(*u.speaker)], text[u.start : u.end].strip('“”" ,')) for u in found if u.speaker]


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    text = "“We left at four,” said Captain Osei. “They burned the mill and the barn.”"
    assert told(text) == [
        ("Captain Osei", "We left at four"),
        ("Captain Osei", "They burned the mill and the barn."),
    ]


def test_a_speaker_at_the_end_of_two_sentences_has_both() -> None:
    text = "“They came at night. They burned the mill,” Captain Osei said."
    assert told(text) == [("Captain Osei", "They came at night. They burned the mill")]


def test_a_quotation_over_paragraphs() -> None:
    text = "Captain Osei said: “We left the fort at dawn.\n“They burned the mill behind us.”"
    assert [who for who, _ in told(text)] == ["Captain Osei", "Captain Osei"]


def test_a_borrowed_word_is_no_speech() -> None:
    assert told("The “reform” was voted down.") == []


def test_the_telling_is_not_said() -> None:
    text = "The army said it had left."
    found = utterances(text, [(0, len(text))])[0]
    assert found.holds(text.index("left"), text.index("left") + 4)
    assert not found.holds(text.index("said"), text.index("said") + 4)


def test_what_is_said_begins_behind_the_verb_unless_it_tells_when_or_where() -> None:
    assert told("Chad said it shot down a drone that crossed the river.") == [
        ("Chad", "it shot down a drone that crossed the river.")
    ]
    assert told("Chad said on Monday in a note that it shot down a drone.") == [("Chad", "it shot down a drone.")]
    assert told("The mayor said the march was “a farce” led by clowns.")[0][1].startswith("the march")
    assert told("She pointed out that no bridge would hold.") == [("She", "no bridge would hold.")]


def test_a_clause_is_no_speaker() -> None:
    text = "Crowds stormed the gate and guards fired shots, said the police chief, Ali Noor."
    assert told(text) == [("the police chief", "Crowds stormed the gate and guards fired shots")]
    text = "The mother of a boy who died after joining a march has accused the guards of beating him."
    assert told(text) == [("The mother of a boy", "beating him.")]
    text = "Petrov – himself a former rebel – has said his party could lay down its arms."
    assert told(text)[0][0] == "Petrov"


@pytest.mark.parametrize(
    "unit", ['"We will attack now" he said, ', "“We will attack them all,” he said. ", "“We left.”\n", "He said no. "]
)
def test_a_text_of_quotations_takes_no_longer_than_it_is(unit: str) -> None:
    def work(size: int) -> None:
        text = unit * (size // len(unit))
        utterances(text, sentences(text))

    assert linear(work, 40_000)


def test_of_two_who_tell_one_quotation_the_first_is_its_speaker() -> None:
    text = "“They burned the mill and the barn,” Captain Osei said, Major Tamm told us. “Nobody was left behind there.”"
    assert ("Captain Osei", "Nobody was left behind there.") in told(text)
