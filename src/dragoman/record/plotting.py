"""Plots of a record: a timeline of what happened, a series by month, a network of who deals with whom.

In: rows of incidents, months or pairs. Out: a Vega-Lite chart as a dictionary, and from it one file that needs nothing
else: HTML with its scripts inside, PNG or SVG. Rendering takes the extra `plot`. Words come from articles: they are
escaped for the page.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.record.filters import Condition, Filters
from dragoman.record.ledgers import ledger
from dragoman.record.tallies import by_month, by_pair
from dragoman.writing.destination import destination
from dragoman.writing.plain import plain

Row = dict[str, Any]
Chart = dict[str, Any]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
# Verbal and material cooperation, verbal and material conflict: apart for those who see no red and green, too.
_QUADS = {"verbal cooperation": "#9ecae1", "material cooperation": "#3182bd", "verbal conflict": "#fdae6b",
          "material conflict": "#e6550d"}  # fmt: skip
_COLOUR = {"scale": {"domain": list(_QUADS), "range": list(_QUADS.values())}, "title": None}
_SENTENCE = 200
# Countries of a network that can still be told apart on a circle.
_MOST = 40
_WIDTH = 900
_SIZES = 5
# By the days that a plot spans: about twenty ticks are of months from a year on, of years from twelve on.
_AXES = ((4400, "%Y"), (400, "%b %Y"), (0, "%-d %b %Y"))


@dataclass(frozen=True, slots=True)
class Plot:
    """A kind of plot: what it shows, the query of its rows, how they are drawn, the status it tells unless asked."""

    about: str
    query: Callable[[Filters], Condition]
    draw: Callable[[Iterable[Row]], Chart]
    status: str | None = "actual"


def timeline(rows: Iterable[Row]) -> Chart:
    """Incidents by day and type, as large as their reports are many, hollow where they are not actual; what is known to
    a season or less has no place."""
    values = [_moment(row) for row in rows if row["date_precision"] in ("day", "week", "month")]
    quad = {"field": "quad", "type": "nominal", **_COLOUR, "title": "hollow: not actual"}
    encoding = {
        # Room for the largest circle, so that none covers the names of types.
        "x": {"field": "day", "type": "temporal", "title": None, "scale": {"padding": 20},
              "axis": {"format": _dated([value["day"] for value in values])}},
        "y": {"field": "type", "type": "nominal", "title": None},
        "size": {"field": "reports", "type": "quantitative", "scale": {"type": "sqrt", "range": [30, 600]},
                 "legend": _sizes(value["reports"] for value in values)},
        "fill": quad,
        "stroke": quad,
        "fillOpacity": {"condition": {"test": "datum.status == 'actual'", "value": 0.7}, "value": 0},
        "tooltip": [{"field": name} for name in ("what", "day", "status", "place", "reports", "words")],
    }  # fmt: skip
    return _chart(values, {"mark": {"type": "circle", "opacity": 1}, "encoding": encoding, "height": {"step": 28}})


def series(rows: Iterable[Row]) -> Chart:
    """Incidents by month and quad class, conflict below the line, and the sum of Goldstein scores; months without any
    stand at zero."""
    told = {row["month"][:7]: row for row in rows}
    values = [
        {"month": f"{month}-01", "quad": quad, "goldstein": told.get(month, {}).get("goldstein_sum") or 0,
         "incidents": (count := told.get(month, {}).get(f"quad{n}", 0)), "height": count if n < 3 else -count}
        for month in _months(told)
        for n, quad in enumerate(_QUADS, start=1)
    ]  # fmt: skip
    # Both layers stand in the middle of their month, on one axis.
    month = {"field": "month", "type": "temporal", "title": None, "timeUnit": "yearmonth", "bandPosition": 0.5,
             "axis": {"format": "%b %Y"}}  # fmt: skip
    counts = {
        "x": {name: value for name, value in month.items() if name != "bandPosition"},
        "y": {"field": "height", "type": "quantitative", "title": "incidents (conflict below)",
              "axis": {"tickMinStep": 1, "labelExpr": "format(abs(datum.value), ',d')"}},
        "color": {"field": "quad", "type": "nominal", **_COLOUR},
        "tooltip": [{"field": "month", "type": "temporal", "timeUnit": "yearmonth"}, {"field": "quad"},
                    {"field": "incidents"}],
    }  # fmt: skip
    score = {"x": month, "y": {"field": "goldstein", "aggregate": "max", "title": "sum of Goldstein scores"}}
    layers = [{"mark": "bar", "encoding": counts, "height": 260, "width": _WIDTH},
              {"mark": {"type": "line", "point": True}, "encoding": score, "height": 140, "width": _WIDTH}]  # fmt: skip
    return _chart(values, {"vconcat": layers, "resolve": {"scale": {"x": "shared"}}})


def network(rows: Iterable[Row]) -> Chart:
    """Pairs of countries as lines, as thick as there are incidents, coloured by the mean of Goldstein scores."""
    pairs = sorted(rows, key=lambda row: (row["a"], row["b"]))
    degrees: dict[str, int] = {}
    for row in pairs:
        for name in (row["a"], row["b"]):
            degrees[name] = degrees.get(name, 0) + row["incidents"]
    chosen = sorted(sorted(degrees, key=lambda name: (-degrees[name], name))[:_MOST])
    at = {name: (cos(2 * pi * n / len(chosen)), sin(2 * pi * n / len(chosen))) for n, name in enumerate(chosen)}
    # An incident of three is of three pairs: how many are a country's is not told by its lines.
    nodes = [{"name": name, "x": at[name][0], "y": at[name][1]} for name in chosen]
    return _network(nodes, [_edge(row, at) for row in pairs if row["a"] in at and row["b"] in at])


PLOTS: dict[str, Plot] = {
    "timeline": Plot("what happened, day by day", partial(ledger, "incidents"), timeline, status=None),
    "series": Plot("how much of what, month by month", by_month, series),
    "network": Plot("who deals with whom", by_pair, network),
}


def drawn(chart: Chart) -> bool:
    """Whether anything is in a chart."""
    return any(layer["data"]["values"] for layer in (chart, *chart.get("layer", ())) if "data" in layer)


def write(chart: Chart, path: Path) -> None:
    """Write a chart as its suffix says: .html, .png or .svg. Raises UsageError for another, or without the extra."""
    render = {".html": _html, ".png": _png, ".svg": _svg}.get(path.suffix.lower())
    if render is None:
        raise UsageError(f"{path}: a plot is .html, .png or .svg")
    made = render(chart)
    with destination(path) as stream:
        stream.write(made)


def _moment(row: Row) -> Row:
    who = f"{row['actors'] or '?'} → {row['recipients']}" if row["recipients"] else row["actors"] or "?"
    kind = row["event_type"] + (f" · {row['mode']}" if row["mode"] else "")
    return {
        "what": plain(f"{kind}: {who}"),
        "type": row["event_type"],
        "quad": list(_QUADS)[row["quad_class"] - 1],
        "day": row["date_start"],
        "status": row["status"],
        "place": plain(row["place"] or ""),
        "reports": row["reports"],
        "words": plain(row["sentence"])[:_SENTENCE],
    }


def _dated(days: list[str]) -> str:
    """How an axis names its days: with the year, and with no more than tells its ticks apart."""
    span = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days if days else 0
    return next(form for least, form in _AXES if span >= least)


def _sizes(counts: Iterable[int]) -> Chart:
    """A legend of counts that there are: whole ones, the least, the most and some between."""
    known = sorted(set(counts))
    some = known[:: max(1, len(known) // _SIZES)][: _SIZES - 1]
    return {"values": sorted({*some, *known[-1:]}), "format": "d"}


def _months(told: Iterable[str]) -> Iterator[str]:
    """Every month from the first to the last."""
    numbers = [12 * int(month[:4]) + int(month[5:7]) - 1 for month in told]
    for number in range(min(numbers), max(numbers) + 1) if numbers else ():
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def _edge(row: Row, at: dict[str, tuple[float, float]]) -> Row:
    (x, y), (x2, y2) = at[row["a"]], at[row["b"]]
    pair = f"{row['a']} – {row['b']}"
    return {"pair": pair, "x": x, "y": y, "x2": x2, "y2": y2} | {n: row[n] for n in ("incidents", "goldstein")}


def _network(nodes: list[Row], edges: list[Row]) -> Chart:
    bare = {"axis": None, "scale": {"domain": [-1.15, 1.15]}}
    place = {"x": {"field": "x", "type": "quantitative", **bare}, "y": {"field": "y", "type": "quantitative", **bare}}
    line = {
        **place,
        "x2": {"field": "x2"},
        "y2": {"field": "y2"},
        "strokeWidth": {"field": "incidents", "type": "quantitative", "scale": {"type": "sqrt", "range": [0.5, 10]},
                        "legend": _sizes(edge["incidents"] for edge in edges)},
        "color": {"field": "goldstein", "type": "quantitative", "title": "mean Goldstein score",
                  "scale": {"scheme": "redblue", "domain": [-10, 10]}},
        "tooltip": [{"field": "pair"}, {"field": "incidents"}, {"field": "goldstein", "format": ".2f"}],
    }  # fmt: skip
    dots = {**place, "tooltip": [{"field": "name"}]}
    return {
        "$schema": _SCHEMA,
        "width": _WIDTH,
        "height": _WIDTH,
        "layer": [
            {"data": {"values": edges}, "mark": {"type": "rule", "opacity": 0.7}, "encoding": line},
            {"data": {"values": nodes}, "mark": {"type": "circle", "size": 260, "color": "#444"}, "encoding": dots},
            {"data": {"values": nodes}, "mark": {"type": "text", "dy": -16},
             "encoding": {**place, "text": {"field": "name"}}},
        ],
        "config": {"view": {"stroke": None}},
    }  # fmt: skip


def _chart(values: list[Row], more: Chart) -> Chart:
    size = {} if "vconcat" in more else {"width": _WIDTH}
    return {"$schema": _SCHEMA, **size, "data": {"values": values}, **more}


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>dragoman</title>
<script>{library}</script></head>
<body><div id="chart"></div>
<script>vegaEmbed("#chart", {chart}, {{renderer: "svg", actions: false}});</script>
</body></html>
"""


def _html(chart: Chart) -> bytes:
    # A "<" would end the script when it stands in a name: JSON may write it as its number.
    safe = json.dumps(chart, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", " ").replace("\u2029", " ")
    page = _PAGE.format(library=_renderer().javascript_bundle(), chart=safe)
    return page.encode("utf-8", "replace")


def _png(chart: Chart) -> bytes:
    return bytes(_renderer().vegalite_to_png(chart, scale=2))


def _svg(chart: Chart) -> bytes:
    return str(_renderer().vegalite_to_svg(chart)).encode("utf-8", "replace")


def _renderer() -> Any:
    try:
        return import_module("vl_convert")
    except ModuleNotFoundError:
        raise UsageError("plots need the renderer: pip install 'dragoman[plot]'") from None
