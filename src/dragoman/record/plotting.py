"""Plots of a record: a timeline of what happened, a series by month, a network of who deals with whom.

In: rows of incidents, months or dyads. Out: a Vega-Lite chart as a dictionary, and from it one file that needs nothing
else: HTML with its scripts inside, PNG or SVG. Rendering takes the extra `plot`. Words come from articles: they are
escaped for the page.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
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


@dataclass(frozen=True, slots=True)
class Plot:
    """A kind of plot: what it shows, the ledger that it is drawn from, how."""

    about: str
    ledger: str
    draw: Callable[[Iterable[Row]], Chart]


def timeline(rows: Iterable[Row]) -> Chart:
    """Incidents by day and type, as large as their reports are many; what is known to a season or less has no place."""
    values = [_moment(row) for row in rows if row["date_precision"] in ("day", "week", "month")]
    tooltip = [{"field": name} for name in ("what", "day", "status", "place", "reports", "words")]
    encoding = {
        "x": {"field": "day", "type": "temporal", "title": None},
        "y": {"field": "type", "type": "nominal", "title": None},
        "size": {"field": "reports", "type": "quantitative", "scale": {"type": "sqrt", "range": [30, 600]}},
        "color": {"field": "quad", "type": "nominal", **_COLOUR},
        "opacity": {"condition": {"test": "datum.status == 'actual'", "value": 0.8}, "value": 0.3},
        "tooltip": tooltip,
    }
    return _chart(values, {"mark": {"type": "circle"}, "encoding": encoding, "height": {"step": 28}})


def series(rows: Iterable[Row]) -> Chart:
    """Counts by month and quad class, conflict below the line, and the sum of Goldstein scores."""
    months: dict[str, list[float]] = {}
    for row in rows:
        if row["month"]:
            told = months.setdefault(row["month"], [0.0] * 5)
            for place, name in enumerate(("quad1", "quad2", "quad3", "quad4", "goldstein_sum")):
                told[place] += row[name] or 0
    values = [
        {"month": month, "quad": quad, "incidents": told[place] * (1 if place < 2 else -1), "goldstein": told[4]}
        for month, told in sorted(months.items())
        for place, quad in enumerate(_QUADS)
    ]
    month = {"field": "month", "type": "temporal", "title": None, "timeUnit": "yearmonth"}
    counts = {
        "x": month,
        "y": {"field": "incidents", "type": "quantitative", "title": "incidents (conflict below)"},
        "color": {"field": "quad", "type": "nominal", **_COLOUR},
        "tooltip": [{"field": "month", "type": "temporal", "timeUnit": "yearmonth"}, {"field": "quad"},
                    {"field": "incidents"}],
    }  # fmt: skip
    score = {"x": month, "y": {"field": "goldstein", "aggregate": "max", "title": "sum of Goldstein scores"}}
    layers = [{"mark": "bar", "encoding": counts, "height": 260, "width": _WIDTH},
              {"mark": {"type": "line", "point": True}, "encoding": score, "height": 140, "width": _WIDTH}]  # fmt: skip
    return _chart(values, {"vconcat": layers})


def network(rows: Iterable[Row]) -> Chart:
    """Pairs of countries as lines, as thick as there are incidents, coloured by the mean of Goldstein scores."""
    pairs: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        if row["source"] and row["target"] and row["source"] != row["target"]:
            one, other = sorted((row["source"], row["target"]))
            told = pairs.setdefault((one, other), [0.0, 0.0])
            told[0] += row["incidents"]
            told[1] += row["goldstein_sum"] or 0
    degrees: dict[str, float] = {}
    for pair, (count, _) in pairs.items():
        for name in pair:
            degrees[name] = degrees.get(name, 0) + count
    chosen = sorted(sorted(degrees, key=lambda name: (-degrees[name], name))[:_MOST])
    at = {name: (cos(2 * pi * n / len(chosen)), sin(2 * pi * n / len(chosen))) for n, name in enumerate(chosen)}
    nodes = [{"name": name, "x": at[name][0], "y": at[name][1], "incidents": degrees[name]} for name in chosen]
    edges = [_edge(pair, told, at) for pair, told in sorted(pairs.items()) if pair[0] in at and pair[1] in at]
    return _network(nodes, edges)


PLOTS: dict[str, Plot] = {
    "timeline": Plot("what happened, day by day", "incidents", timeline),
    "series": Plot("how much of what, month by month", "dyad_month", series),
    "network": Plot("who deals with whom", "dyads", network),
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


def _edge(pair: tuple[str, str], told: list[float], at: dict[str, tuple[float, float]]) -> Row:
    (x, y), (x2, y2) = at[pair[0]], at[pair[1]]
    mean = told[1] / told[0]
    return {"pair": " – ".join(pair), "x": x, "y": y, "x2": x2, "y2": y2, "incidents": told[0], "goldstein": mean}


def _network(nodes: list[Row], edges: list[Row]) -> Chart:
    bare = {"axis": None, "scale": {"domain": [-1.15, 1.15]}}
    place = {"x": {"field": "x", "type": "quantitative", **bare}, "y": {"field": "y", "type": "quantitative", **bare}}
    line = {
        **place,
        "x2": {"field": "x2"},
        "y2": {"field": "y2"},
        "strokeWidth": {"field": "incidents", "type": "quantitative", "scale": {"type": "sqrt", "range": [0.5, 10]}},
        "color": {"field": "goldstein", "type": "quantitative", "title": "mean Goldstein score",
                  "scale": {"scheme": "redblue", "domain": [-10, 10]}},
        "tooltip": [{"field": "pair"}, {"field": "incidents"}, {"field": "goldstein", "format": ".2f"}],
    }  # fmt: skip
    dots = {**place, "tooltip": [{"field": "name"}, {"field": "incidents"}]}
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
