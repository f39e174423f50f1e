"""Figures for people and for programs.

In: an `Evaluation`. Out: rich tables, or a plain dictionary that `json.dumps` takes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.evaluation.figures import NONE, Figures, Interval, Score
from dragoman.evaluation.misses import Miss
from dragoman.evaluation.score import Evaluation

# What fits a screen.
_MOST_CONFUSED = 25


def as_tables(evaluation: Evaluation) -> RenderableType:
    """Everything as tables, the worst misses last."""
    return Group(*_parts(evaluation))


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """Everything as plain values; figures are rounded to four places, intervals are [low, high] of 95 %."""
    figures = evaluation.figures
    confusion: dict[str, dict[str, int]] = {}
    for (gold, coded), count in sorted(figures.confusion.items()):
        confusion.setdefault(gold, {})[coded] = count
    row = {
        "gold": evaluation.gold,
        "unit": figures.unit,
        "units": figures.units,
        "documents": figures.documents,
        "levels": {name: asdict(score) for name, score in figures.levels.items()},
        "types": {name: asdict(score) for name, score in figures.types.items()},
        "macro_f1": figures.macro_f1,
        "layers": {name: asdict(share) for name, share in figures.layers.items()},
        "confusion": confusion,
        "calibration": asdict(figures.calibration),
        "misses": [asdict(miss) for miss in evaluation.misses],
    }
    rounded: dict[str, Any] = _rounded(row)
    return rounded


def _parts(evaluation: Evaluation) -> Iterator[RenderableType]:
    figures = evaluation.figures
    yield Text(f"{evaluation.gold}: {figures.unit} {figures.units:,}, documents {figures.documents:,}")
    yield _title("Levels")
    yield _scores("Level", figures.levels)
    yield _title(f"Types (macro-F1 {figures.macro_f1:.3f})")
    yield _scores("Type", figures.types)
    if figures.layers:
        yield _title("Layers of events that are right otherwise")
        yield _layers(figures)
    if any(gold != coded for gold, coded in figures.confusion):
        yield _title(f"Types confused most ({NONE} is no event)")
        yield _confusion(figures)
    yield _title(f"Confidence (expected calibration error {figures.calibration.error:.3f})")
    yield _calibration(figures)
    if evaluation.misses:
        yield _title("Worst misses")
        yield from (_miss(miss) for miss in evaluation.misses)


def _scores(column: str, scores: Mapping[str, Score]) -> Table:
    table = _table(column, "Precision", "Recall", "F1", "95 %", "Gold", "Coded")
    for name, score in scores.items():
        shares = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(name, *shares, _range(score.interval), str(score.gold), str(score.coded))
    return table


def _layers(figures: Figures) -> Table:
    table = _table("Layer", "Accuracy", "95 %", "Of", "F1")
    for name, share in figures.layers.items():
        f1 = "" if share.f1 is None else f"{share.f1:.3f}"
        table.add_row(name, f"{share.accuracy:.3f}", _range(share.interval), str(share.of), f1)
    return table


def _confusion(figures: Figures) -> Table:
    """What was confused most; all types by all types fit no screen, and the dictionary has them."""
    table = _table("Gold", "Coded", "Times")
    confused = [(count, pair) for pair, count in figures.confusion.items() if pair[0] != pair[1]]
    for count, (gold, coded) in sorted(confused, key=lambda row: (-row[0], row[1]))[:_MOST_CONFUSED]:
        table.add_row(gold, coded, str(count))
    return table


def _calibration(figures: Figures) -> Table:
    table = _table("Bin", "Events", "Confidence", "Right")
    for row in figures.calibration.bins:
        if row.events:
            shares = (f"{row.confidence:.3f}", f"{row.right:.3f}")
            table.add_row(f"{row.low:.1f} to {row.high:.1f}", str(row.events), *shares)
    return table


def _miss(miss: Miss) -> Text:
    lines = [f"\n{miss.id}: {miss.sentence}"]
    lines += [f"  missed    {line}" for line in miss.missed]
    lines += [f"  spurious  {line}" for line in miss.spurious]
    lines += [f"  differs   {line}" for line in miss.partly]
    return Text("\n".join(lines))


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _table(first: str, *columns: str) -> Table:
    table = Table()
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="left" if column == "Coded" and first == "Gold" else "right")
    return table


def _range(interval: Interval) -> str:
    return f"{interval[0]:.2f} to {interval[1]:.2f}"


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(inner) for inner in value]
    return value
