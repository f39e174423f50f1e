"""The report counts everything and names what failed, safe for a terminal."""

import pytest

from dragoman.cli.report import Report
from dragoman.document import Failure
from dragoman.running.result import Result
from fakes import document, event


def test_counts(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    for number in range(1_500):
        report.add(Result(document(number), events=(event(), event())))
    report.show()
    assert capsys.readouterr().err == "dragoman: 1,500 documents, 3,000 events\n"


def test_a_name_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.add(Result(None, failure=Failure("a\x1b[2J.txt", "is\nbinary")))
    report.show()
    assert "dragoman: failed a [2J.txt: is binary\n" in capsys.readouterr().err


def test_a_source_is_not_named_twice(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.add(Result(None, failure=Failure("a.txt", "a.txt: is binary")))
    report.show()
    assert "dragoman: failed a.txt: is binary\n" in capsys.readouterr().err
