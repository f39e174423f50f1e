"""What of the input is new: by id, by place, by likeness; in flight or in the record, it makes no difference."""

import unicodedata
from pathlib import Path

import pytest

from dragoman.document import Document, Failure
from dragoman.event import Event
from dragoman.record.adding import Coding, add
from dragoman.record.intake import Intake, content_hash
from dragoman.record.record import Record
from dragoman.record.store import make, reading
from record.samples import Coder, article, body, found_text

LONG = body(1, words=200)
Row = tuple[object, ...]


def kept(path: Path, items: list[Document | Failure], *, apart: bool) -> list[Row]:
    """Documents of the record after these items, added together or one by one."""
    coding = Coding(Coder, jobs=1, coder="test")
    for part in [[item] for item in items] if apart else [items]:
        add(path, part, coding)
    sql = "SELECT document_id, version, status, duplicate_of FROM documents ORDER BY source, version, document_id"
    return [tuple(row.values()) for row in Record(path).sql(sql)]


@pytest.mark.parametrize("apart", [False, True])
class TestWhatIsNew:
    """The same whether what was before is in the record or on its way there."""

    def test_a_near_duplicate_is_marked_and_coded_once(self, tmp_path: Path, apart: bool) -> None:
        items = [article(1, text=LONG), article(2, text="Update: " + LONG), article(3, text=body(3, words=200))]
        found = kept(tmp_path / "r.duckdb", [*items], apart=apart)
        assert found == [("a1", 1, "coded", ""), ("a2", 1, "duplicate", "a1"), ("a3", 1, "coded", "")]
        assert len(Record(tmp_path / "r.duckdb").events()) == 2

    def test_a_changed_text_at_the_same_place_is_its_next_version(self, tmp_path: Path, apart: bool) -> None:
        first, second = found_text(LONG), found_text(LONG + " The ferry was opened.")
        for _ in range(2):
            found = kept(tmp_path / "r.duckdb", [first, second, second], apart=False)
            assert found == [(first.id, 1, "coded", ""), (first.id, 2, "coded", "")]
        found = kept(tmp_path / "s.duckdb", [first, second, second], apart=apart)
        assert found == [(first.id, 1, "coded", ""), (first.id, 2, "coded", "")]

    def test_another_text_at_the_same_place_is_another_article(self, tmp_path: Path, apart: bool) -> None:
        first, second = found_text(LONG, url="https://x.example/"), found_text(body(9), url="https://x.example/")
        assert {row[0] for row in kept(tmp_path / "r.duckdb", [first, second], apart=apart)} == {first.id, second.id}

    def test_the_same_text_elsewhere_without_an_id_is_the_same_article(self, tmp_path: Path, apart: bool) -> None:
        first, second = found_text(LONG), found_text(LONG, source="notes/moved.txt")
        assert kept(tmp_path / "r.duckdb", [first, second], apart=apart) == [(first.id, 1, "coded", "")]

    def test_a_failure_is_told_once(self, tmp_path: Path, apart: bool) -> None:
        # Of failures alone no record is made.
        items = [article(1), Failure("x.bin", "binary"), Failure("x.bin", "binary")]
        kept(tmp_path / "r.duckdb", items, apart=apart)
        (row,) = Record(tmp_path / "r.duckdb").sql("SELECT source, kind, reason FROM failures")
        assert tuple(row.values()) == ("x.bin", "failed", "binary")


def test_what_comes_out_of_turn_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    make(path)
    intake = Intake(lambda: reading(path))
    one, two = list(intake.fresh([article(1), article(2)]))
    assert intake.taken(two) is None
    entry = intake.taken(one)
    assert entry is not None
    assert entry.document == article(1)
    intake.committed()


def test_content_is_words_and_date_not_where_they_were_found() -> None:
    assert content_hash(article(1)) == content_hash(article(1, source="elsewhere", url="https://x.example"))
    assert len({content_hash(a) for a in (article(1), article(1, title="x"), article(1, pub_date=None))}) == 3


class Failing(Coder):
    """Fails on every document."""

    def code_document(self, document: Document, /) -> list[Event]:
        raise ValueError(document.id)


def versions(path: Path) -> list[Row]:
    sql = "SELECT document_id, version, status, coder FROM documents ORDER BY document_id, version"
    return [tuple(row.values()) for row in Record(path).sql(sql)]


def test_what_another_coder_failed_on_is_coded_again(tmp_path: Path) -> None:
    path, items = tmp_path / "r.duckdb", [article(1), article(2)]
    add(path, items[:1], Coding(Failing, jobs=1, coder="1"))
    assert add(path, items, Coding(Failing, jobs=1, coder="1")).unchanged == 1
    assert versions(path) == [("a1", 1, "failed", "1"), ("a2", 1, "failed", "1")]
    summary = add(path, items, Coding(Coder, jobs=1, coder="2"))
    assert (summary.documents, summary.unchanged) == (2, 0)
    for coder in ("2", "3"):
        assert add(path, items, Coding(Coder, jobs=1, coder=coder)).unchanged == 2
    told = versions(path)
    assert told[:2] == [("a1", 1, "failed", "1"), ("a1", 2, "coded", "2")]
    assert len(told) == 4
    assert len(Record(path).events()) == 2


def test_an_earlier_failure_does_not_come_before_what_was_coded_since(tmp_path: Path) -> None:
    path, first, second = tmp_path / "r.duckdb", article(1), article(1, text=body(7))
    add(path, [first], Coding(Failing, jobs=1, coder="1"))
    add(path, [second], Coding(Coder, jobs=1, coder="2"))
    assert add(path, [first, second], Coding(Coder, jobs=1, coder="3")).unchanged == 2


def test_a_document_made_elsewhere_is_kept_with_composed_letters(tmp_path: Path) -> None:
    path, text = tmp_path / "r.duckdb", "Türkiye. " + body(1)
    apart = article(1, text=unicodedata.normalize("NFD", text), title=unicodedata.normalize("NFD", "São Tomé"))
    add(path, [apart, article(1, text=text, title="São Tomé")], Coding(Coder, jobs=1, coder="1"))
    (row,) = Record(path).sql("SELECT text, title FROM documents")
    assert tuple(row.values()) == (text, "São Tomé")
