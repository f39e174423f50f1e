"""Whatever goes wrong with one document becomes one line about it."""

from dragoman.document import Document, Failure
from dragoman.event import Event
from dragoman.running.result import Outcome, code_one, result
from fakes import FakeCoder, document


class Talkative(FakeCoder):
    """Fails with a long message of many lines."""

    def code_document(self, document: Document, /) -> list[Event]:
        """Fail."""
        raise ValueError(f"{document.id}\n" + "very long\n" * 500)


def test_events_and_statements_come_out() -> None:
    outcome = code_one(FakeCoder(), document(), statements=True)
    assert len(outcome.events) == len(outcome.statements) == 1
    assert code_one(FakeCoder(), document()).statements == ()


def test_an_error_is_one_short_line() -> None:
    error = code_one(Talkative(), document()).error
    assert error.startswith("ValueError: doc-1 very long")
    assert "\n" not in error
    assert len(error) <= 500


def test_a_failure_names_its_source_and_keeps_its_document() -> None:
    failed = result(document(7), Outcome(error="nothing to parse"))
    assert failed.failure == Failure("news/7.txt", "nothing to parse", "failed")
    assert failed.document == document(7)


def test_a_failure_of_reading_goes_through() -> None:
    skipped = Failure("a.txt", "empty", "skipped")
    assert result(skipped, None).failure is skipped
