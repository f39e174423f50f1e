"""Rows as Arrow: the schema's names, whatever the texts hold."""

from dragoman.record.columns import document_row, document_schema, events_schema, statement_schema, table
from fakes import event
from record.samples import Coder, article


def test_a_document_s_row_has_the_columns_of_its_table() -> None:
    row = document_row(article(1), offsets=[(0, 73)])
    added = {"version", "content_hash", "status", "reason", "duplicate_of", "coder"}
    assert set(row) | added == set(document_schema().names)
    assert table([row], document_schema())["sentences"].to_pylist() == [[{"start": 0, "end": 73}]]


def test_a_lone_surrogate_is_told_as_reading_tells_it() -> None:
    row = {**event(text="A \udcff b.").to_dict(), "version": 1, "origin": ""}
    assert table([row], events_schema())["sentence"].to_pylist() == ["A \ufffd b."]


def test_a_statement_fits() -> None:
    (row,) = Coder().statements(article(1))
    assert set(row) | {"version"} == set(statement_schema().names)
    assert table([row], statement_schema()).num_rows == 1
