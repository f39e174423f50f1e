"""Words marked apart are one phrase where one of them has the head of all."""

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.rejoining import rejoined


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("his French|, |German and Dutch counterparts", ["his French, German and Dutch counterparts"]),
        ("the French|, |German| and |British foreign ministers", ["the French, German and British foreign ministers"]),
        ("the foreign ministers of Egypt|, |Jordan| and |Qatar", ["the foreign ministers of Egypt, Jordan and Qatar"]),
        ("the foreign ministers of Rwanda| and |the DRC", ["the foreign ministers of Rwanda and the DRC"]),
        ("Polish| and |Czech envoys| and |the Dutch envoy", ["Polish and Czech envoys", "the Dutch envoy"]),
        # each somebody of their own
        ("the leaders of Egypt| and |Hamas", ["the leaders of Egypt", "Hamas"]),
        ("Egypt|, |Jordan| and |Qatari officials", ["Egypt", "Jordan", "Qatari officials"]),
        ("the president of Egypt| and |Qatar", ["the president of Egypt", "Qatar"]),
        ("Russians| and |Ukrainian troops", ["Russians", "Ukrainian troops"]),
        ("the French| urged |German ministers", ["the French", "German ministers"]),
        ("the US| and |its European partners", ["the US", "its European partners"]),
        ("Iranian| and |Lebanese Hezbollah allies", ["Iranian", "Lebanese Hezbollah allies"]),
        ("the French| and |rebels", ["the French", "rebels"]),
    ],
)  # fmt: skip
def test_a_head_is_shared(marked: str, whole: list[str]) -> None:
    pieces = marked.split("|")
    text = "".join(pieces)
    starts = [len("".join(pieces[:at])) for at in range(0, len(pieces), 2)]
    spans = [(start, start + len(piece)) for start, piece in zip(starts, pieces[::2], strict=True)]
    assert [text[slice(*span)] for span in rejoined(text, spans, names=roster())] == whole
