"""The tree of errors: whoever catches a branch catches what is below it, with what it tells."""

from dragoman.errors import DragomanError, LaterError, SourceError


def test_a_server_that_asks_for_time_is_a_source_that_cannot_be_read() -> None:
    error = LaterError("https://a.example/: the server answers 429", seconds=60)
    assert isinstance(error, SourceError)
    assert isinstance(error, DragomanError)
    assert (str(error), error.seconds) == ("https://a.example/: the server answers 429", 60)
    assert LaterError("no time is told").seconds == 0
