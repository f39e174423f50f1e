"""The report counts everything and names what failed, safe for a terminal."""

from dataclasses import replace

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


def test_what_has_no_day_is_told_how_to_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.add(Result(replace(document(1), pub_date=None), events=(event(),)))
    report.add(Result(replace(document(2), pub_date=None)))
    report.add(Result(document(3), events=(event(),)))
    report.show()
    first, second = capsys.readouterr().err.splitlines()
    assert first == "dragoman: 3 documents, 2 events"
    assert second.startswith("dragoman: 1 document without a publication date")
    assert "--date DATE" in second


@pytest.mark.parametrize("verbose", [False, True])
def test_two_articles_under_one_id_are_named(capsys: pytest.CaptureFixture[str], verbose: bool) -> None:
    report = Report(verbose=verbose)
    for line in (1, 2):
        report.add(Result(replace(document(1), source=f"a.jsonl#line {line}")))
    report.show()
    said = capsys.readouterr().err
    assert "2 documents, 0 events, 1 under an id used before" in said
    named = "dragoman: a.jsonl#line 2: id 'doc-1' is that of a.jsonl#line 1, too; one id is one article\n"
    assert (named in said) == verbose
