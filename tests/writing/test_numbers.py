"""One is one, and all else is many."""

from dragoman.writing.numbers import counted


def test_the_noun_follows_the_number() -> None:
    assert counted(1, "event") == "1 event"
    assert counted(0, "event") == "0 events"
    assert counted(1250, "line", more="left out") == "1,250 lines left out"
