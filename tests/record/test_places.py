"""A file is known again from any folder, and no other file is taken for it."""

from pathlib import Path

import pytest

from dragoman.reading import ReadingOptions, scan
from dragoman.record.adding import Coding, add
from dragoman.record.places import place
from dragoman.record.record import Record
from record.samples import Coder, body, found_text

CODING = Coding(Coder, jobs=1, coder="test")
TEXT = body(1, words=60)


@pytest.fixture(name="folders")
def _folders(tmp_path: Path) -> Path:
    """jan/report.txt and feb/report.txt, two articles with much in common."""
    for folder, more in (("jan", "The ferry was late."), ("feb", "The orchard was sold.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(f"{TEXT} {more}", encoding="utf-8")
    return tmp_path


def test_places_are_seen_from_the_record(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folders / "jan")
    for source in ("report.txt", "./report.txt", "../jan/report.txt", str(folders / "jan" / "report.txt")):
        assert place(source, Path("..")) == "jan/report.txt"
        assert place(f"{source}#line 3", folders) == "jan/report.txt#line 3"
    for source in ("https://a.example/1", "Reuters", "gone.txt", "gone.txt#line 1"):
        assert place(source, folders) == source
    assert place("standard input", folders) == place("standard input#line 1", folders) == ""


def versions(path: Path) -> list[tuple[str, int]]:
    """Sources and versions of all documents."""
    rows = Record(path).sql("SELECT source, version FROM documents ORDER BY rowid").dicts()
    return [(row["source"], row["version"]) for row in rows]


def test_files_of_one_name_in_two_folders_are_two_articles(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folders / "r.duckdb"
    for folder in ("jan", "feb"):
        monkeypatch.chdir(folders / folder)
        add(Path("../r.duckdb"), scan(["report.txt"], ReadingOptions()), CODING)
    assert versions(path) == [("report.txt", 1), ("report.txt", 1)]
    (folders / "jan" / "report.txt").write_text(f"{TEXT} The ferry was early.", encoding="utf-8")
    monkeypatch.chdir(folders)
    add(Path("r.duckdb"), scan(["jan", "feb"], ReadingOptions()), CODING)
    assert versions(path)[2:] == [("jan/report.txt", 2)]


@pytest.mark.parametrize("together", [True, False])
def test_what_comes_from_standard_input_replaces_nothing(tmp_path: Path, together: bool) -> None:
    path = tmp_path / "r.duckdb"
    texts = [found_text(f"{TEXT} {more}", source="standard input") for more in ("Ferries were late.", "Two were sold.")]
    for part in [texts] if together else [[one] for one in texts]:
        add(path, part, CODING)
    assert sorted(version for _, version in versions(path)) == [1, 1]
