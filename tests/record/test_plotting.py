"""Plots: what is drawn from which rows, and files that stand alone and take no orders from an article."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.event import Dating, Party
from dragoman.record.filters import Filters
from dragoman.record.plotting import PLOTS, network, series, timeline, write
from dragoman.record.record import Record
from fakes import event
from record.samples import Scripted, article

_SCRIPT = "</script><img src=x onerror=alert(1)>"


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """A visit reported twice, an attack of the next month, an event without a day."""
    record = Record(tmp_path_factory.mktemp("plots") / "r.duckdb")
    attack = {"event_type": "ASSAULT", "mode": "", "quad_class": 4, "goldstein": -9.0}
    made = [
        event("a0"),
        event("a1"),
        event("a2", dating=Dating("2024-07-02", "2024-07-02", "day", None, "explicit"),
              actors=(Party("x", 0, 1, name=_SCRIPT, country="ORL"),), **attack),
        event("a3", dating=Dating("2000-01-01", "2024-12-31", "decade", None, "explicit")),
    ]  # fmt: skip
    record.add([article(number) for number in range(4)], make_coder=lambda: Scripted(made))
    return record


def values(record: Record, kind: str) -> Any:
    """The chart of everything."""
    asked = PLOTS[kind].query(Filters(status="any"))
    return PLOTS[kind].draw(record.sql(asked.sql, asked.values))


def test_a_timeline_has_an_incident_once(record: Record) -> None:
    drawn = values(record, "timeline")["data"]["values"]
    assert [(v["day"], v["type"], v["quad"], v["reports"]) for v in drawn] == [
        ("2024-07-02", "ASSAULT", "material conflict", 1),
        ("2024-06-19", "CONSULT", "verbal cooperation", 2),
    ]
    assert timeline([])["data"]["values"] == []


def test_a_series_counts_by_month_with_conflict_below(record: Record) -> None:
    drawn = [v for v in values(record, "series")["data"]["values"] if v["incidents"]]
    assert [(v["month"], v["quad"], v["incidents"], v["height"], v["goldstein"]) for v in drawn] == [
        ("2024-06-01", "verbal cooperation", 1, 1, pytest.approx(1.9)),
        ("2024-07-01", "material conflict", 1, -1, -9.0),
    ]
    assert series([])["data"]["values"] == []


def test_months_without_incidents_stand_at_zero() -> None:
    month = {"quad1": 2, "quad2": 0, "quad3": 0, "quad4": 1, "goldstein_sum": -3.0}
    drawn = series([{"month": "2023-11-01", **month}, {"month": "2024-02-01", **month}])
    told = {(v["month"], v["goldstein"]) for v in drawn["data"]["values"]}
    assert sorted(told) == [("2023-11-01", -3), ("2023-12-01", 0), ("2024-01-01", 0), ("2024-02-01", -3)]
    assert drawn["resolve"] == {"scale": {"x": "shared"}}


@pytest.mark.parametrize(
    ("last", "shown"), [("2024-06-30", "%-d %b %Y"), ("2025-09-01", "%b %Y"), ("2044-01-01", "%Y")]
)
def test_an_axis_tells_the_year(last: str, shown: str) -> None:
    row = {"date_precision": "day", "actors": "A", "recipients": "", "event_type": "AID", "mode": "", "quad_class": 2,
           "status": "actual", "place": "", "reports": 1, "sentence": "A helps."}  # fmt: skip
    chart = timeline([row | {"date_start": day} for day in ("2024-06-01", last)])
    assert chart["encoding"]["size"]["legend"]["values"] == [1]
    assert chart["encoding"]["x"]["axis"]["format"] == shown


def test_a_network_joins_both_ways(record: Record) -> None:
    edges, nodes, _ = values(record, "network")["layer"]
    assert [(e["pair"], e["incidents"]) for e in edges["data"]["values"]] == [("ARV – BLM", 2), ("BLM – ORL", 1)]
    assert [node["name"] for node in nodes["data"]["values"]] == ["ARV", "BLM", "ORL"]
    assert network([])["layer"][0]["data"]["values"] == []


def test_a_page_stands_alone_and_names_end_no_script(record: Record, tmp_path: Path) -> None:
    record.plot("timeline", tmp_path / "t.html", status="any")
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "2024-07-02" in page
    assert "<img" not in page.rpartition("<script>")[2]
    assert page.count("</script>") == 2
    assert 'src="' not in page.partition("vegaEmbed(")[0][:500]


@pytest.mark.parametrize(("suffix", "sign"), [(".png", b"\x89PNG"), (".svg", b"<svg")])
def test_every_kind_is_drawn(record: Record, tmp_path: Path, suffix: str, sign: bytes) -> None:
    for kind in PLOTS:
        record.plot(kind, tmp_path / f"{kind}{suffix}")
        assert (tmp_path / f"{kind}{suffix}").read_bytes().startswith(sign)


def test_what_cannot_be_drawn(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.html, \.png or \.svg"):
        write(timeline([]), tmp_path / "t.gif")
    with pytest.raises(UsageError, match="there are timeline, series, network"):
        record.plot("pie", tmp_path / "t.png")
    with pytest.raises(UsageError, match="mode 'foo'"):
        record.plot("network", tmp_path / "t.png", mode="foo")


def test_every_plot_takes_every_filter_of_events(record: Record, tmp_path: Path) -> None:
    for kind in PLOTS:
        assert record.plot(kind, tmp_path / "t.svg", mode="visit", actor="Ada")
