"""Rows of the tables: heads are skipped, cells read, and every error names file and line."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.actors.knowledge import rows
from dragoman.actors.knowledge.rows import Row, folder_rows, table_rows
from dragoman.errors import KnowledgeError

HEAD = "# what it is\n# as of: 2025-01-01\nname,aliases,start\n"


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the package's own tables."""
    monkeypatch.setattr(rows, "files", lambda _: tmp_path)
    return tmp_path


def test_rows_know_their_cells_and_their_line(tables: Path) -> None:
    (tables / "kings.csv").write_text(f'{HEAD}Otto,"Odo;Otho",0936-08-07\nUna,,\n', encoding="utf-8")
    otto, una = table_rows("kings.csv")
    assert (otto["name"], otto.many("aliases"), otto.day("start")) == ("Otto", ("Odo", "Otho"), date(936, 8, 7))
    assert (una.many("aliases"), una.day_or_none("start")) == ((), None)
    assert (otto.where, una.where) == ("kings.csv line 4", "kings.csv line 5")


def test_a_row_with_a_comma_too_many_is_refused_with_its_line(tables: Path) -> None:
    (tables / "kings.csv").write_text(f"{HEAD}Otto,Odo,Otho,0936-08-07\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"kings\.csv line 4: 4 fields"):
        list(table_rows("kings.csv"))


def test_a_table_whose_columns_are_not_as_asked_is_refused(tables: Path) -> None:
    (tables / "kings.csv").write_text(f"{HEAD}Otto,Odo,0936-08-07\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"kings\.csv line 3: the head is not name,start,aliases"):
        list(table_rows("kings.csv", ("name", "start", "aliases")))


def test_a_folder_is_read_in_order_of_names_and_only_its_tables(tables: Path) -> None:
    folder = tables / "holders"
    folder.mkdir()
    for name in ("b", "a"):
        (folder / f"{name}.csv").write_text(f"{HEAD}{name},,\n", encoding="utf-8")
    (folder / "notes.txt").write_text("no table", encoding="utf-8")
    assert [(row["name"], row.table) for row in folder_rows("holders")] == [
        ("a", "holders/a.csv"),
        ("b", "holders/b.csv"),
    ]


@pytest.mark.parametrize("cell", ["", "soon", "2024-02-30"])
def test_what_is_no_day_is_refused_with_its_place(cell: str) -> None:
    with pytest.raises(KnowledgeError, match=r"kings\.csv line 4: start .*YYYY-MM-DD"):
        Row([cell], {"start": 0}, "kings.csv", 4).day("start")
