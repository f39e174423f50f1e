"""The registry: every format goes out and comes back with all that it holds; losses and documents agree."""

import gzip
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fakes
from dragoman.actors.names.codes import actor_code
from dragoman.errors import DocumentError, DragomanError, SourceError, UsageError
from dragoman.event import Event
from dragoman.record.exchange import FORMATS, Format, Problem, Row, format_of, is_imported
from dragoman.record.exchange.contract import contract_event
from dragoman.record.exchange.format import FIELDS
from dragoman.record.exchange.pairs import agreed, cameo_fact, pairs, plover_fact
from record.exchange.checking import fields, held, items, rows, written
from record.exchange.strategies import ANY_TEXT, events

WHOLE = ("jsonl", "csv", "parquet")
PAIRED = {
    "gdelt": cameo_fact,
    "icews": cameo_fact,
    "polecat": plover_fact,
    "phoenix": cameo_fact,
    "petrarch2": cameo_fact,
}
READ = tuple(form for form in FORMATS.values() if form.read)
ROOT = Path(__file__).parents[3]


def split(name: str, drawn: list[Event]) -> list[Event]:
    """The events as the rows of a paired format: facts, one actor and one recipient each."""
    stated = [fact for event in drawn if (fact := PAIRED[name](event))]
    return [
        replace(
            pair.event,
            actors=(pair.actor,) if pair.actor else (),
            recipients=(pair.recipient,) if pair.recipient else (),
        )
        for event in stated
        for pair in pairs(event)
    ]  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=20, deadline=None)
@given(drawn=st.lists(events(texts=ANY_TEXT), max_size=4, unique_by=lambda event: event.event_id))
def test_the_contract_comes_back_whole(name: str, drawn: list[Event]) -> None:
    form = FORMATS[name]
    with TemporaryDirectory() as folder:
        if name == "jsonl" and not drawn:
            return
        assert [row.event for row in rows(form, written(form, drawn), Path(folder))] == drawn


@pytest.mark.parametrize("name", PAIRED)
@settings(max_examples=20, deadline=None)
@given(drawn=st.lists(events(), min_size=1, max_size=3, unique_by=lambda event: event.event_id))
def test_what_a_paired_format_holds_comes_back(name: str, drawn: list[Event]) -> None:
    form, expected = FORMATS[name], split(name, drawn)
    if not expected:
        return
    with TemporaryDirectory() as folder:
        found = [row.event for row in rows(form, written(form, drawn), Path(folder))]
    assert [held(event, form) for event in found] == [held(event, form) for event in expected]
    for event, before in zip(found, expected, strict=True):
        assert is_imported(event)
        assert event.coder.startswith(f"import {name}")
        assert event.dating.date_start == before.dating.date_start
        assert {p.country for p in event.actors} == {p.country for p in before.actors}
        assert {p.sector for p in event.actors} == {p.sector for p in before.actors}
        assert Event.from_dict(event.to_dict()) == event


@pytest.mark.parametrize("name", [*PAIRED, "plover"])
@settings(max_examples=20, deadline=None)
@given(drawn=st.lists(events(), min_size=1, max_size=3, unique_by=lambda event: event.event_id))
def test_a_second_trip_changes_nothing_more(name: str, drawn: list[Event]) -> None:
    form = FORMATS[name]
    with TemporaryDirectory() as folder:
        first = written(form, drawn)
        told = [line for line in first.splitlines() if line and not line.startswith(b"Event ")]
        # Two events that a format cannot tell apart are one line twice, which a reader rightly refuses.
        if not told or len(set(told)) < len(told):
            return
        once = [recoded(row.event) for row in rows(form, first, Path(folder))]
        twice = [row.event for row in rows(form, written(form, once), Path(folder))]
    ids = ("event_id", "document_id")
    strip = [{k: v for k, v in fields(event).items() if k not in ids} for event in once]
    again = [{k: v for k, v in fields(recoded(event)).items() if k not in ids} for event in twice]
    assert again == strip


def recoded(event: Event) -> Event:
    """The event with the codes of its parties, which formats of words and of PLOVER do not have."""
    sides = (
        tuple(replace(party, actor_code=actor_code(party.country, party.sector)) for party in side)
        for side in (event.actors, event.recipients)
    )
    actors, recipients = sides
    return replace(event, actors=actors, recipients=recipients)


@settings(max_examples=20, deadline=None)
@given(drawn=st.lists(events(), min_size=1, max_size=4, unique_by=lambda event: event.event_id))
def test_what_plover_holds_comes_back(drawn: list[Event]) -> None:
    form = FORMATS["plover"]
    with TemporaryDirectory() as folder:
        found = [row.event for row in rows(form, written(form, drawn), Path(folder))]
    expected = [agreed(event) for event in drawn]
    assert [held(event, form) for event in found] == [held(event, form) for event in expected]
    for event, before in zip(found, expected, strict=True):
        assert (event.event_type, event.mode, event.status) == (before.event_type, before.mode, before.status)
        assert event.trigger.text == before.trigger.text
        assert event.coder == "import plover: dragoman 0.1.0"


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
@settings(max_examples=20, deadline=None)
@given(data=st.binary(min_size=1, max_size=300), drawn=events())
def test_no_file_does_more_than_be_refused(form: Format, data: bytes, drawn: Event) -> None:
    whole = written(form, [drawn])
    for damaged in (data, whole[: len(whole) // 2] + data, whole + data):
        with TemporaryDirectory() as folder:
            try:
                found = items(form, damaged, Path(folder))
            except DragomanError:
                continue
            for item in found:
                assert isinstance(item, Row | Problem)
                if isinstance(item, Problem):
                    assert item.line >= 1
                    assert "\n" not in item.reason


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_a_missing_or_empty_file_is_named(form: Format, tmp_path: Path) -> None:
    assert form.read
    (tmp_path / "empty").touch()
    for name in ("empty", "absent"):
        with pytest.raises(SourceError, match=name):
            list(form.read(tmp_path / name))


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_losses_are_fields_and_partly_held_fields_are_no_losses(form: Format) -> None:
    partly = [name for name, _ in form.partial]
    assert set(form.losses) | set(partly) <= set(FIELDS)
    assert not set(form.losses) & set(partly)
    assert len(set(partly)) == len(partly)


def told(form: Format) -> str:
    """The paragraph that the documentation has of a format's losses."""
    lost = ", ".join(form.losses) or "nothing"
    partly = "".join(f"\n- {name}: {how}" for name, how in form.partial)
    return f"### {form.title} (`{form.name}`)\n\nLost: {lost}.\n" + (f"\nIn part:\n{partly}\n" if partly else "")


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_the_documentation_tells_the_losses(form: Format) -> None:
    assert told(form) in (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "value"), [("goldstein", 10.5), ("goldstein", -11.0), ("confidence", 1.5)])
def test_numbers_beyond_their_scale_are_refused_by_name(name: str, value: float) -> None:
    with pytest.raises(DocumentError, match=f"{name} {value} is not from"):
        contract_event({**fakes.event("d1").to_dict(), name: value})


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-06-21", None, "both are days"), ("2024-06-21", "2024-06-20", "is before"),
        ("20240621", "20240621", "no ISO day"), ("2024-02-30", "2024-03-01", "no ISO day"),
    ],
)  # fmt: skip
def test_days_that_make_no_event_are_refused(start: str, end: str | None, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        contract_event({**fakes.event("d1").to_dict(), "date_start": start, "date_end": end})


def test_the_format_goes_by_the_longest_suffix() -> None:
    names = {
        "a.jsonl": "jsonl",
        "a.plover.jsonl": "plover",
        "20240101.export.CSV.zip": "gdelt",
        "20240101.mentions.CSV": "gdelt-mentions",
        "events.2015.tab": "icews",
        "a.csv.gz": "csv",
    }
    assert {name: format_of(Path(name)).name for name in names} == names
    assert format_of(Path("a.csv"), asked="icews").name == "icews"


@pytest.mark.parametrize(
    ("name", "asked", "message"),
    [
        ("a.xyz", "", "a.xyz: the suffix names no format; give --format"),
        ("a.csv", "xls", "format 'xls' is unknown"),
        ("a.csv", "conllu", "conllu is only written"),
    ],
)
def test_a_format_that_cannot_be_is_told(name: str, asked: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        format_of(Path(name), asked=asked, reading=True)


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_a_gzip_cut_off_at_its_head_is_refused(form: Format, tmp_path: Path) -> None:
    path = tmp_path / "cut.tsv.gz"
    path.write_bytes(gzip.compress(b"x" * 4000)[:14])
    assert form.read is not None
    with pytest.raises(SourceError):
        list(form.read(path))
