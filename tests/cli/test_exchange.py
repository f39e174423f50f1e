"""Export tells what is lost; import gives events and problems by the suffix."""

from pathlib import Path

import pytest

from dragoman.cli.exchange import export_events, import_events
from dragoman.errors import UsageError
from dragoman.record.exchange import Row
from fakes import event


def test_out_and_in_again(tmp_path: Path) -> None:
    report = export_events([event()], tmp_path / "a.jsonl")
    assert (report.format.name, report.written.events, report.told) == ("jsonl", 1, ())
    (row,) = import_events(tmp_path / "a.jsonl")
    assert isinstance(row, Row)
    assert row.event == event()


def test_what_is_lost_is_told(tmp_path: Path) -> None:
    told = export_events([event(status="negated")], tmp_path / "a.tab").told
    assert told[0] == "1 event left out: status negated: the format would state it as a fact"
    assert told[1].startswith("ICEWS cannot hold event_id, document_id, sentence,")


def test_mentions_belong_to_gdelt(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="mentions belong to the format gdelt"):
        import_events(tmp_path / "a.tab", mentions=tmp_path / "b")
