"""Importing: what a file holds is in the record under its origin, once, and never among what was coded here."""

import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.document import Document
from dragoman.errors import SourceError, UsageError
from dragoman.event import Event
from dragoman.record.exchange import FORMATS, Format, Problem, Row
from dragoman.record.importing import append, import_rows
from dragoman.record.record import Record
from fakes import event
from record.exchange.checking import written
from record.exchange.strategies import events
from record.samples import Coder, article

READ = tuple(form for form in FORMATS.values() if form.read)


def row(number: int, **fields: str) -> Row:
    """A row of a file with what it tells of its document."""
    return Row(number, event(f"icews:{number}"), Document(f"icews:{number}", "", **fields))


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
@settings(max_examples=2, deadline=None)
@given(drawn=st.lists(events(), min_size=3, max_size=6, unique_by=lambda event: event.event_id))
def test_out_into_a_record_and_out_again(form: Format, drawn: list[Event]) -> None:
    assert form.read
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events"
        path.write_bytes(written(form, drawn) or b"\n")
        read = {item.event.event_id: item.event for item in form.read(path) if isinstance(item, Row)}
        done = import_rows(Path(folder) / "r.duckdb", form.read(path), origin=form.name)
        kept = [Event.from_dict(found) for found in Record(Path(folder) / "r.duckdb").events(origin=form.name)]
    assert done.events == len(kept) == len(read)
    assert {event.event_id: event for event in kept} == read


def test_the_same_file_again_changes_nothing_and_problems_are_handed_on(tmp_path: Path) -> None:
    path, told = tmp_path / "r.duckdb", list[Problem]()
    items = [row(1), row(1), Problem(3, "cut off"), Problem(4, "odd date", left_out=False), row(5)]
    done = import_rows(path, items, origin="icews", on_problem=told.append)
    assert (done.events, done.known, done.left_out, done.remarks) == (2, 1, 1, 1)
    assert [problem.line for problem in told] == [3, 4]
    again = import_rows(path, items, origin="icews")
    assert (again.events, again.known) == (0, 3)


def test_imported_and_coded_events_are_never_mixed_up(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    record.add([article(1)], make_coder=Coder)
    # The same event, as when what was exported is imported again.
    import_rows(record.path, [Row(1, event("a1"), Document("a1", "", url="https://x.example/1"))], origin="jsonl")
    assert len(record.events()) == len(record.events(origin="jsonl")) == 1
    assert [row["reports"] for row in record.incidents()] == [1]
    assert [row["reports"] for row in record.ledger("visits")] == [1]
    assert [row["incidents"] for row in record.ledger("dyads")] == [1]
    found = record.event(event("a1").event_id) or {}
    assert (found["origin"], found["document"]["source"]) == ("", "news/1.txt")
    assert record.documents(["a1"])["a1"].text == article(1).text


def test_what_a_file_tells_of_a_document_is_kept_and_is_no_article(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    url = "https://x.example/1"
    import_rows(record.path, [row(1, url=url, publisher="The Paper"), row(2)], origin="icews")
    found = record.event(event("icews:1").event_id) or {}
    assert (found["document"]["url"], found["document"]["text"], found["incident_id"]) == (url, None, None)
    assert record.documents(["icews:1"])["icews:1"].publisher == "The Paper"
    assert record.add([article(1, url=url)], make_coder=Coder).documents == 1
    assert [row["version"] for row in record.sql("SELECT version FROM documents")] == [1]


def test_a_file_that_breaks_off_loses_nothing_of_what_came_before(tmp_path: Path) -> None:
    jsonl = FORMATS["jsonl"]
    packed = gzip.compress(written(jsonl, [event(f"a{n}", text=f"{n * 7919 % 1000003}") for n in range(3000)]))
    cut, whole = tmp_path / "cut.jsonl.gz", tmp_path / "whole.jsonl.gz"
    cut.write_bytes(packed[: len(packed) // 2])
    whole.write_bytes(packed)
    assert jsonl.read
    with pytest.raises(SourceError, match=r"cut\.jsonl\.gz"):
        import_rows(tmp_path / "r.duckdb", jsonl.read(cut), origin="old")
    before = len(Record(tmp_path / "r.duckdb").events(origin="old"))
    assert 0 < before < 3000
    done = import_rows(tmp_path / "r.duckdb", jsonl.read(whole), origin="old")
    assert (done.known, done.events) == (before, 3000 - before)


@pytest.mark.parametrize("form", [form for form in READ if form.name != "parquet"], ids=lambda form: form.name)
def test_a_file_that_is_cut_off_is_told_with_its_line(form: Format, tmp_path: Path) -> None:
    assert form.read
    told = list[Problem]()
    read = form.read(_cut(form, tmp_path))
    done = import_rows(tmp_path / "r.duckdb", read, origin="o", on_problem=told.append)
    assert done.left_out == len(told) == 1
    assert done.events == len(Record(tmp_path / "r.duckdb").events(origin="o")) >= 8
    assert done.events < told[0].line <= done.events + 2


def test_a_parquet_file_that_is_cut_off_is_told(tmp_path: Path) -> None:
    parquet = FORMATS["parquet"]
    assert parquet.read
    with pytest.raises(SourceError, match="is damaged or no Parquet"):
        import_rows(tmp_path / "r.duckdb", parquet.read(_cut(parquet, tmp_path)), origin="o")


def _cut(form: Format, folder: Path) -> Path:
    """A file of twenty events that ends in the middle of one."""
    whole = written(form, [event(f"a{n}", text=f"{n * 7919 % 1000003}") for n in range(20)])
    (folder / "cut").write_bytes(whole[: len(whole) // 2 + 3])
    return folder / "cut"


@pytest.mark.slow
def test_a_line_of_two_gigabytes_is_passed_over(tmp_path: Path) -> None:
    path, jsonl = tmp_path / "long.jsonl", FORMATS["jsonl"]
    with path.open("wb") as stream:
        stream.write(written(jsonl, [event("a1")]))
        stream.seek(2 << 30, 1)
        stream.write(b"\n" + written(jsonl, [event("a2")]))
    assert jsonl.read
    told = list[Problem]()
    done = import_rows(tmp_path / "r.duckdb", jsonl.read(path), origin="old", on_problem=told.append)
    assert (done.events, done.left_out) == (2, 1)
    assert (told[0].line, "longer than" in told[0].reason) == (2, True)


def test_an_origin_is_needed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name the source"):
        append(tmp_path / "r.duckdb", [], origin="")
