"""Marks: pieces are the text, whatever the spans say."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.marks import Mark, fits, in_sentence, of_event, paragraph, paragraphs, pieces
from fakes import SENTENCE, event

ROW = event().to_dict()

SPANS = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=12)


@given(st.text(max_size=50), SPANS)
def test_pieces_together_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, f"r{n}") for n, (start, end) in enumerate(spans)]
    assert "".join(piece.text for piece in pieces(text, marks)) == text


def test_overlapping_marks_are_cut() -> None:
    found = pieces("abcdef", [Mark(0, 4, "actor"), Mark(2, 6, "place")])
    assert [(piece.text, piece.roles) for piece in found] == [
        ("ab", ("actor",)), ("cd", ("actor", "place")), ("ef", ("place",)),
    ]  # fmt: skip


def test_an_event_marks_all_its_words() -> None:
    roles = {mark.role: SENTENCE[mark.start : mark.end] for mark in of_event(ROW)}
    assert roles["trigger"] == "visited"
    assert roles["date"] == "on Wednesday"
    assert set(roles) == {"actor", "recipient", "trigger", "place", "voice", "date"}


def test_a_span_that_lies_is_not_shown_in_the_sentence() -> None:
    lying = ROW | {"trigger": {"text": "fled", "start": 25, "end": 32}}
    assert "trigger" not in {role for piece in in_sentence(lying) for role in piece.roles}
    assert "trigger" in {role for piece in in_sentence(ROW) for role in piece.roles}


def test_the_paragraph_of_a_sentence() -> None:
    text = "First line.\nSecond line is here.\nThird."
    start, end = paragraph(text, 12, 18)
    assert text[start:end] == "Second line is here."
    long = "x" * 5000
    start, end = paragraph(long, 2000, 2010)
    assert end - start < 1500


def test_an_event_fits_the_text_it_was_read_from_only() -> None:
    assert fits(SENTENCE, ROW)
    assert not fits(" " + SENTENCE, ROW)
    assert not fits(SENTENCE, ROW | {"sentence_start": None})


def test_paragraphs_leave_out_empty_lines() -> None:
    found = paragraphs("One.\n\n Two.\n", [Mark(7, 10, "actor")])
    assert ["".join(piece.text for piece in one) for one in found] == ["One.", " Two."]
