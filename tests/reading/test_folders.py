"""A folder gives its files in order, enters nothing twice and names what it leaves out."""

import os
from pathlib import Path

from dragoman.document import Failure
from dragoman.reading.folders import files_below


def names(folder: Path) -> list[str]:
    return [one.relative_to(folder).as_posix() for one in files_below(folder) if isinstance(one, Path)]


def test_files_come_in_order_from_all_depths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl.gz", "sub/c.HTML", "sub/deep/d.csv", ".hidden/e.txt", ".f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert names(tmp_path) == ["a.jsonl.gz", "b.txt", "sub/c.HTML", "sub/deep/d.csv"]


def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "a.txt").touch()
    (inside / "again").symlink_to(inside)
    (inside / "there").symlink_to(outside)
    (outside / "back").symlink_to(inside)
    assert names(inside) == ["there/a.txt"]


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    (tmp_path / "image.png").touch()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    left = [one for one in files_below(tmp_path) if isinstance(one, Failure)]
    assert [Path(one.source).name for one in left] == ["gone.txt", "image.png", "pipe.txt", "self.txt"]
    assert {one.kind for one in left} == {"skipped"}
