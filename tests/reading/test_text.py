"""A text file is one article; hard-wrapped lines are joined, paragraphs kept."""

import pytest

from dragoman.errors import DocumentError
from dragoman.reading import text
from dragoman.reading.draft import Draft
from dragoman.reading.options import ReadingOptions
from sources import STORY, drafts_of

WRAPPED = """\
The foreign minister of Norway met her Finnish counterpart in
Oslo on Thursday. The two ministers agreed to open a second
bridge.

The ministry said that the talks had been frank, and that they
would go on in Helsinki.
"""


def test_one_file_is_one_article() -> None:
    assert drafts_of(text, STORY.encode()) == [Draft("source", STORY)]


def test_wrapped_lines_are_joined() -> None:
    first, second = text.unwrap(WRAPPED).split("\n\n")
    assert first.startswith("The foreign minister of Norway met her Finnish counterpart in Oslo on")
    assert second.strip().endswith("they would go on in Helsinki.")
    assert "\n" not in second.strip()


@pytest.mark.parametrize(
    "whole",
    [
        f"{STORY}\n{STORY}",
        "Talks end\nOslo, Thursday\nThe ministers left.",
        "One sentence that is rather short.\nAnother sentence that is short too.\nA third one ends the list here.",
    ],
)
def test_lines_that_are_paragraphs_stay(whole: str) -> None:
    assert text.unwrap(whole) == whole


def test_too_large_a_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="source: is larger than 50 bytes"):
        drafts_of(text, STORY.encode(), options=ReadingOptions(max_document=50))
