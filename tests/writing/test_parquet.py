"""Parquet holds the contract whole, under one schema, in groups of bounded size."""

from dataclasses import fields
from pathlib import Path

from pyarrow import parquet as reader

from dragoman.event import Event
from dragoman.writing import open_writer, parquet
from fakes import bare_event, document, event


def test_events_come_back(tmp_path: Path) -> None:
    events = (event(), bare_event("doc-2"))
    with open_writer(tmp_path / "out.parquet", format="parquet") as write:
        write(document(), events)
    table = reader.read_table(tmp_path / "out.parquet")
    assert table.schema == parquet.schema()
    assert tuple(Event.from_dict(row) for row in table.to_pylist()) == events


def test_the_schema_names_the_contract_in_its_order() -> None:
    assert parquet.schema().names == list(event().to_dict())
    assert {field.name for field in fields(Event)} - {"dating", "kept_id"} < set(parquet.schema().names)


def test_full_groups_are_written_as_they_come(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    with open_writer(path, format="parquet") as write:
        for _ in range(3):
            write(document(), (bare_event(),) * (parquet.GROUP - 1))
    metadata = reader.read_metadata(path)
    assert metadata.num_rows == 3 * (parquet.GROUP - 1)
    assert metadata.num_row_groups == 2
