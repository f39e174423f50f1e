"""What was left alone is coded once it counts: articles back at an earlier wording, copies of what is told no more."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.document import Document
from dragoman.record.adding import Coding, Summary, add
from dragoman.record.record import Record
from record.samples import Coder, article, body

CODING = Coding(Coder, jobs=1, coder="test")
LONG, OTHER = body(1, words=200), body(2, words=200)
FIRST, COPY = article(1, text=LONG), article(2, text=LONG + " The ferry was late.")
CHANGED = article(1, text=OTHER)


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "r.duckdb"


def documents(path: Path) -> list[str]:
    """Every version in the order of adding: id, version, status, original."""
    sql = "SELECT concat_ws(' ', document_id, version, status, duplicate_of) AS told FROM documents ORDER BY rowid"
    return [row["told"].strip() for row in Record(path).sql(sql)]


def telling(path: Path) -> list[tuple[str, int]]:
    """Documents whose events count, with the version; each event is of an incident."""
    rows = Record(path).sql("SELECT event_id, document_id, version FROM current_events ORDER BY ALL").dicts()
    members = Record(path).sql("SELECT event_id FROM members ORDER BY ALL").dicts()
    assert sorted(row["event_id"] for row in rows) == [row["event_id"] for row in members]
    return sorted((row["document_id"], row["version"]) for row in rows)


def apart(path: Path, *parts: Iterable[Document]) -> Summary:
    """Add parts one after the other; what the last did."""
    done = [add(path, part, CODING) for part in parts]
    return done[-1]


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("items", [[FIRST, COPY, CHANGED], [FIRST, CHANGED, COPY]])
def test_a_copy_of_what_has_changed_is_coded(path: Path, items: list[Document], together: bool) -> None:
    apart(path, *([items] if together else [[item] for item in items]))
    assert telling(path) == [("a1", 2), ("a2", 2)]
    assert documents(path)[-1] == "a2 2 coded"
    before = documents(path)
    for again in (items, [COPY]):
        assert apart(path, again).documents == 0
    assert documents(path) == before


def test_a_copy_of_what_cannot_be_coded_is_coded(path: Path) -> None:
    bad = [article(1, text="error"), article(2, text="error")]
    for _ in range(2):
        apart(path, bad)
        assert documents(path) == ["a1 1 failed", "a2 1 duplicate a1", "a2 2 failed"]


def test_of_several_copies_the_first_is_coded(path: Path) -> None:
    third = article(3, text=LONG + " The ferry was early.")
    apart(path, [FIRST, COPY, third], [CHANGED])
    assert documents(path)[-2:] == ["a2 2 coded", "a3 2 duplicate a2"]
    assert telling(path) == [("a1", 2), ("a2", 2)]
    assert apart(path, [FIRST, COPY, third, CHANGED]).unchanged == 4


def test_a_copy_of_what_has_hardly_changed_stays_one(path: Path) -> None:
    apart(path, [FIRST, COPY], [article(1, text=LONG + " More.")])
    assert documents(path) == ["a1 1 coded", "a2 1 duplicate a1", "a1 2 coded"]
    assert telling(path) == [("a1", 2)]


def test_a_copy_that_another_tells_as_well_stays_one(path: Path) -> None:
    """The other is a changed article itself, and so was coded."""
    third = article(3, text=OTHER)
    apart(path, [FIRST, COPY, third], [article(3, text=LONG)], [article(1, text=body(5, words=200))])
    assert documents(path)[-1] == "a2 2 duplicate a3"


def test_a_run_that_was_ended_leaves_it_to_the_next(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart(path, [FIRST, COPY])
    with monkeypatch.context() as patch:
        patch.setattr("dragoman.record.adding.alone", lambda _intake: interrupted())
        assert apart(path, [CHANGED]).stopped
    assert telling(path) == [("a1", 2)]
    assert apart(path, [CHANGED]).documents == 1
    assert telling(path) == [("a1", 2), ("a2", 2)]


def interrupted() -> Iterable[Document]:
    """Ctrl-C before the first."""
    raise KeyboardInterrupt
    yield FIRST


def test_an_article_back_at_an_earlier_wording_tells_that_again(path: Path) -> None:
    done = apart(path, [FIRST], [CHANGED], [FIRST])
    assert (done.documents, done.unchanged) == (1, 0)
    assert documents(path) == ["a1 1 coded", "a1 2 coded", "a1 3 coded"]
    assert telling(path) == [("a1", 3)]
    for again, version in (([FIRST], 3), ([CHANGED, FIRST], 3), ([FIRST, CHANGED], 4), ([FIRST, CHANGED], 4)):
        apart(path, again)
        assert telling(path) == [("a1", version)]
    assert len(Record(path).incidents()) == 1


def test_within_one_input_the_last_wording_counts(path: Path) -> None:
    for _ in range(2):
        apart(path, [FIRST, CHANGED, FIRST, CHANGED])
        assert telling(path) == [("a1", 2)]
    for _ in range(2):
        apart(path, [FIRST, CHANGED, FIRST])
        assert telling(path) == [("a1", 3)]


def test_an_older_file_brings_no_earlier_wording_back(path: Path) -> None:
    """Of files of January and of February, which are added again and again, the order tells nothing."""
    old, new = replace(FIRST, source="jan.csv#line 1"), replace(CHANGED, source="feb.csv#line 1")
    assert apart(path, [old], [new], [old]).unchanged == 1
    assert telling(path) == [("a1", 2)]


def test_an_earlier_wording_that_still_counts_is_left_alone(path: Path) -> None:
    """The later one could not be coded."""
    assert apart(path, [FIRST], [article(1, text="error")], [FIRST]).unchanged == 1
    assert documents(path) == ["a1 1 coded", "a1 2 failed"]
