"""Who says the words in which a mention stands."""

from datetime import date

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.mentions.voices import Span, Voices
from dragoman.actors.scene.scene import Scene

TEXT = "“They fled,” Emmanuel Macron said. Angela Merkel said they had not fled."
QUOTED, TOLD = (1, 11), (52, 71)
MACRON, MERKEL = (13, 28), (35, 48)


def laid() -> tuple[Scene, Voices]:
    scene = Cast(TEXT, [(0, 34), (35, len(TEXT))], pub_date=date(2020, 1, 1)).scene
    return scene, Voices(scene, [(*QUOTED, MACRON), (*TOLD, MERKEL)])


def mention(words: str) -> Mention:
    at = TEXT.index(words)
    return Mention(at, at + len(words), 0 if at < 35 else 1, "they")


def words(span: Span | None) -> str:
    return TEXT[slice(*span)] if span is not None else ""


def test_who_says_words_quoted_or_not() -> None:
    _, voices = laid()
    assert [words(who) for who in voices.around(*QUOTED)] == ["Emmanuel Macron"]
    assert [words(who) for who in voices.around(*TOLD)] == ["Angela Merkel"]
    assert list(voices.around(0, len(TEXT))) == []


def test_only_words_between_marks_are_quoted() -> None:
    _, voices = laid()
    assert words(voices.quoting(mention("They"))) == "Emmanuel Macron"
    assert voices.quoting(mention("they")) is None


def test_the_countries_of_who_speaks_and_of_who_spoke_last() -> None:
    _, voices = laid()
    assert voices.seen(mention("they")) == {"quoter": frozenset({"DEU"}), "spoke last": frozenset({"FRA"})}
