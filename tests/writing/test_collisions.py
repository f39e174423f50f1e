"""An output that is an input is refused; what Dragoman itself wrote there may be renewed."""

import os
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.writing import open_writer
from dragoman.writing.collisions import refuse_collisions, same_file
from fakes import document, event


def test_an_output_that_is_an_input_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    for output in (tmp_path / "link", tmp_path / "." / "a.txt"):
        with pytest.raises(UsageError, match="would be lost"):
            refuse_collisions([output], inputs=[tmp_path / "a.txt"])


def test_two_results_in_one_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="two results"):
        refuse_collisions([tmp_path / "b", None, tmp_path / "x" / ".." / "b"], inputs=[])
    assert same_file(tmp_path / "b", tmp_path / "b")


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet", "table"])
@pytest.mark.parametrize("width", ["40", "120"])
def test_in_a_folder_of_articles_only_results_are_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    suffix = "txt" if format == "table" else format
    mine, theirs, fresh = (tmp_path / f"{name}.{suffix}" for name in ("mine", "theirs", "fresh"))
    with open_writer(mine, format=format) as write:
        write(document(), (event(),))
    theirs.write_text('{"text": "Words."}', encoding="utf-8")
    refuse_collisions([mine], inputs=[tmp_path])
    refuse_collisions([fresh, mine], inputs=[tmp_path, "-", "https://a.example/x"])
    with pytest.raises(UsageError, match="among the articles"):
        refuse_collisions([theirs], inputs=[tmp_path])


def test_a_device_is_no_file_that_is_lost() -> None:
    refuse_collisions([Path(os.devnull)], inputs=[os.devnull])
