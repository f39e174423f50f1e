"""What a watch remembers outlives it, and never grows without end."""

from pathlib import Path

import pytest

from dragoman.errors import SourceError
from dragoman.reading.watching.state import Feed, State, load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    state = State(
        {"https://a.example/feed": Feed('"1"', "Mon", 12.5, 2, {"https://a.example/1": "abc"}, {"x": 1})},
        {"a.example": 99.5},
    )
    save(state, tmp_path / "w.json")
    assert load(tmp_path / "w.json") == state
    assert [path.name for path in tmp_path.iterdir()] == ["w.json"]


def test_no_file_is_nothing_and_a_new_feed_is_due(tmp_path: Path) -> None:
    assert load(tmp_path / "w.json").feed("https://a.example/").due == 0


@pytest.mark.parametrize(
    "content", ["", "[]", '{"version": 2, "feeds": {}}', '{"version": 1, "feeds": {"u": {"more": 1}}}']
)
def test_a_file_that_is_something_else(tmp_path: Path, content: str) -> None:
    (tmp_path / "w.json").write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match="is no memory of a watch"):
        load(tmp_path / "w.json")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be written"):
        save(State(), tmp_path / "none" / "w.json")


def test_the_oldest_articles_are_forgotten() -> None:
    feed = Feed()
    for number in range(2_100):
        feed.read(f"https://a.example/{number}", "d")
    assert len(feed.articles) == 2_000
    assert "https://a.example/2099" in feed.articles
    assert "https://a.example/99" not in feed.articles


def test_what_could_not_be_had_is_forgotten_too() -> None:
    state = State(hosts={"a.example": 10.0, "b.example": 30.0})
    feed = state.feed("https://a.example/feed")
    for number in range(2_100):
        feed.tried(f"https://a.example/{number}", counts=True)
    assert [feed.tried("https://a.example/2099", counts=counts) for counts in (True, False)] == [2, 2]
    assert len(feed.tries) == 2_000
    state.forget(20.0)
    assert state.hosts == {"b.example": 30.0}
