"""Known defects of files are told with their line, and the rows are read where they can be."""

import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from dragoman.errors import SourceError
from dragoman.record.exchange import FORMATS, Row
from dragoman.record.exchange import gdelt as gdelt_events
from dragoman.record.exchange.icews import COLUMNS as ICEWS
from dragoman.record.exchange.lines import LIMIT, Line, lines
from dragoman.record.exchange.polecat import COLUMNS as POLECAT
from fakes import event
from record.exchange.checking import items, problems, rows, written


def icews(**cells: str) -> str:
    """A row of ICEWS, by column."""
    row = {"Event ID": "7", "Event Date": "2015-01-02", "Source Name": "Army of Chad", "Source Country": "Chad"}
    row |= {"CAMEO Code": "190", "Source Sectors": "Military,Government"} | cells
    return "\t".join(row.get(name, "") for name in ICEWS)


def table(*lines_: str, header: tuple[str, ...] = ICEWS) -> bytes:
    """A file."""
    return ("\n".join(["\t".join(header), *lines_]) + "\n").encode()


def polecat(**cells: str) -> str:
    """A row of POLECAT, by column."""
    row = {"Event ID": "a", "Event Type": "ASSAULT", "Actor Name": "Chad", "Actor Country": "TCD"} | cells
    return "\t".join(row.get(name, "None") for name in POLECAT)


def test_a_foreign_row_is_an_event_of_its_source(tmp_path: Path) -> None:
    (row,) = rows(FORMATS["icews"], table(icews(City="Faya", Country="Chad")), tmp_path)
    found = row.event
    assert (found.event_type, found.cameo_code, found.quad_class) == ("ASSAULT", "190", 4)
    assert [(p.name, p.country, p.sector) for p in found.actors] == [("Army of Chad", "TCD", "MIL")]
    assert found.recipients == ()
    assert (found.dating.date_start, found.dating.date_basis) == ("2015-01-02", None)
    assert found.place
    assert (found.place.name, found.place.country, found.place.latitude) == ("Faya", "TCD", None)
    assert (found.coder, found.document_id, found.sentence) == ("import icews", "icews:7_2015-01-02", "")


def test_header_rows_in_the_middle_and_repeated_ids_are_told(tmp_path: Path) -> None:
    other = icews(**{"Source Name": "Police"})
    data = table(icews(), "\t".join(ICEWS), icews(), other, icews(**{"Event Date": "2016-01-01"}))
    assert problems(FORMATS["icews"], data, tmp_path) == [
        (3, True, "is a header row, not an event"),
        (4, True, "repeats line 2: icews id '7_2015-01-02'"),
        (5, False, "id '7_2015-01-02' is that of line 2 too; kept apart by its line"),
    ]
    ids = [item.event.document_id for item in items(FORMATS["icews"], data, tmp_path) if isinstance(item, Row)]
    assert ids == ["icews:7_2015-01-02", "icews:7_2015-01-02~5", "icews:7_2016-01-01"]


@pytest.mark.parametrize(
    ("cells", "left_out", "reason"),
    [
        ({"Event Date": "1/31/2017"}, False, "date '1/31/2017' is in another format; read as 2017-01-31"),
        ({"Event Date": "2017-02-30"}, True, "date '2017-02-30': day"),
        ({"Event Date": "soon"}, True, "date 'soon' is none"),
        ({"CAMEO Code": "42"}, False, "CAMEO code 42 has lost its leading zero; read as 042"),
        ({"CAMEO Code": "999"}, True, "CAMEO code '999' is unknown"),
        ({"CAMEO Code": "010"}, True, "CAMEO code 010 is a bare statement"),
        ({"Latitude": "95"}, False, "latitude '95' is no number up to 90"),
        ({"Intensity": "nan"}, False, "Goldstein score 'nan' is no number"),
        ({"Source Name": "", "Source Country": "", "Source Sectors": ""}, True, "names neither actor nor recipient"),
    ],
)
def test_a_defect_of_a_cell_is_told(tmp_path: Path, cells: dict[str, str], left_out: bool, reason: str) -> None:
    ((line, out, told),) = problems(FORMATS["icews"], table(icews(**cells)), tmp_path)
    assert (line, out) == (2, left_out)
    assert told.startswith(reason)


def test_polecat_with_stray_columns_and_the_other_name_of_intensity(tmp_path: Path) -> None:
    header = tuple("Event Intensity" if name == "Intensity" else name for name in POLECAT)
    row = polecat(Intensity="-7.5", Contexts="military; human rights")
    data = table(row + "\tA headline", row.replace("a", "b", 1), header=(*header, "Headline"))
    assert problems(FORMATS["polecat"], data, tmp_path) == [
        (1, False, "stray column 'Headline' is not read"),
        (3, False, "lacks the cells of stray columns; read without them"),
    ]
    found = [item.event for item in items(FORMATS["polecat"], data, tmp_path) if isinstance(item, Row)]
    assert [(event.goldstein, event.contexts) for event in found] == [(-7.5, ("military", "human_rights"))] * 2


def test_several_parties_in_one_cell(tmp_path: Path) -> None:
    row = polecat(**{"Actor Name": "Chad; Mali", "Actor Country": "TCD; MLI"})
    (found,) = rows(FORMATS["polecat"], table(row, header=POLECAT), tmp_path)
    assert [(party.name, party.country) for party in found.event.actors] == [("Chad", "TCD"), ("Mali", "MLI")]


def test_latin_1_is_read_and_told(tmp_path: Path) -> None:
    data = table(icews(City="Bogotá")).decode().encode("iso-8859-1")
    assert problems(FORMATS["icews"], data, tmp_path) == [(2, False, "is not UTF-8: read as ISO-8859-1")]
    (row,) = [item for item in items(FORMATS["icews"], data, tmp_path) if isinstance(item, Row)]
    assert row.event.place
    assert row.event.place.name == "Bogotá"


def test_a_file_cut_off_is_told(tmp_path: Path) -> None:
    data = table(icews())[:-12]
    ((line, left_out, reason),) = problems(FORMATS["icews"], data, tmp_path)
    assert (line, left_out) == (2, True)
    assert reason.endswith("the file is cut off here; fetch it again")
    with pytest.raises(SourceError, match="cut off"):
        items(FORMATS["icews"], gzip.compress(table(*(icews() for _ in range(99))))[:-20], tmp_path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="line 1: is no header of icews"):
        items(FORMATS["icews"], table(polecat(), header=POLECAT), tmp_path)


def test_a_line_over_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(b"one\n" + b"x" * (LIMIT + 9) + b"\nthree")
    first, second, third = lines(path)
    assert (first, third) == (Line(1, "one"), Line(3, "three", ended=False))
    assert not isinstance(second, Line)
    assert (second.line, second.reason.startswith("line is longer than 4,194,304 bytes")) == (2, True)


def test_a_zip_with_one_file_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.CSV", written(FORMATS["gdelt"], [event()]))
    (item,) = gdelt_events.read(tmp_path / "a.zip")
    assert isinstance(item, Row)


def test_mentions_tell_sentence_and_confidence(tmp_path: Path) -> None:
    coded = event(sentence_index=3, confidence=0.5)
    for name in ("gdelt", "gdelt-mentions"):
        (tmp_path / name).write_bytes(written(FORMATS[name], [coded]))
    (item,) = gdelt_events.read(tmp_path / "gdelt", mentions=tmp_path / "gdelt-mentions")
    assert isinstance(item, Row)
    assert (item.event.sentence_index, item.event.confidence) == (3, 0.5)


def test_what_is_denied_is_not_written_as_a_fact() -> None:
    for name in ("gdelt", "gdelt-mentions", "icews", "polecat", "phoenix", "petrarch2", "followthemoney"):
        report = FORMATS[name].write([event(), event("doc-2", status="negated")], BytesIO())
        assert report.events == 1
        assert list(report.left_out.values()) == [1]
