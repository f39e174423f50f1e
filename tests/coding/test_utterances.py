"""What is said in a document: carried over sentences and paragraphs, given to who speaks beside it."""

from dragoman.coding.sentences import sentences
from dragoman.coding.utterances import utterances


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
