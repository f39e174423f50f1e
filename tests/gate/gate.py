"""The accuracy gate: the coder may not get worse on sentences written for the project.

    python tests/gate/gate.py                 measure and compare with floors.json; exit 1 below a floor
    python tests/gate/gate.py --update        raise the floors to what was measured, less a margin; never lower one
    python tests/gate/gate.py --update --allow-drop    the same, but floors may fall (say why in the commit)

In: gold.jsonl (whole events) and pairs.jsonl (given pairs) beside this file. Out: figures by layer. Floors hold for
these files as they are: their digest is kept beside them.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.evaluation.formats import read_gold
from dragoman.evaluation.score import evaluate

HERE = Path(__file__).parent
GOLD, PAIRS, FLOORS = HERE / "gold.jsonl", HERE / "pairs.jsonl", HERE / "floors.json"
# Floors stand this far below what was measured: other processors round int8 sums otherwise.
MARGIN = 0.02


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that each layer may reach, for the gold files; `weights` names the model they were measured with."""

    gold: str
    weights: str
    sentences: int
    least: Mapping[str, float]


def digest(*paths: Path) -> str:
    """Of the files' bytes."""
    return blake2b(b"".join(path.read_bytes() for path in paths), digest_size=10).hexdigest()


def measure(gold: Path = GOLD, pairs: Path = PAIRS) -> dict[str, float]:
    """Of events F1 by level, accuracy (and F1 of the unusual values) by layer; of pairs F1 by level, and macro-F1."""
    coder = Coder()
    found, given = (
        evaluate(read_gold(path), code=coder.code_document, relate=coder.relate).figures for path in (gold, pairs)
    )
    figures = {f"{level} f1": score.f1 for level, score in found.levels.items()}
    figures["type precision"] = found.levels["type"].precision
    for layer, share in found.layers.items():
        figures[layer] = share.accuracy
        if share.f1 is not None:
            figures[f"{layer} f1"] = share.f1
    figures |= {f"pairs {level} f1": score.f1 for level, score in given.levels.items()}
    figures["pairs macro f1"] = given.macro_f1
    return {name: round(value, 4) for name, value in figures.items()}


def failures(figures: Mapping[str, float], floors: Floors, *, gold: str) -> list[str]:
    """What is below its floor, missing, or measured on another gold file; [] when the gate stands open."""
    if gold != floors.gold:
        return [f"the gold changed ({gold}, floors are of {floors.gold}): re-pin with --update"]
    return [
        f"{name}: {figures.get(name, 0.0):.4f} is below the floor of {least:.4f}"
        for name, least in floors.least.items()
        if figures.get(name, 0.0) < least
    ]


def raised(
    figures: Mapping[str, float], floors: Floors | None, *, allow_drop: bool, margin: float = MARGIN
) -> dict[str, float]:
    """New floors: each figure less the margin, none lower than it was; but a floor that is broken or of no figure any
    more falls where a drop is allowed."""
    new = {name: round(max(0.0, value - margin), 4) for name, value in figures.items()}
    old = {} if floors is None else floors.least
    kept = {name: least for name, least in old.items() if not allow_drop or figures.get(name, -1.0) >= least}
    return {**new, **{name: max(least, new.get(name, 0.0)) for name, least in kept.items()}}


def load(path: Path = FLOORS) -> Floors:
    """The floors as they stand."""
    return Floors(**json.loads(path.read_text(encoding="utf-8")))


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write floors, sorted, for a diff that people can read."""
    row = {"gold": floors.gold, "weights": floors.weights, "sentences": floors.sentences}
    text = json.dumps({**row, "least": dict(sorted(floors.least.items()))}, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def main() -> int:
    """Measure, then compare or re-pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-drop", action="store_true")
    given = parser.parse_args()
    figures = measure()
    if given.update:
        least = raised(figures, load() if FLOORS.exists() else None, allow_drop=given.allow_drop)
        texts = [path.read_text(encoding="utf-8") for path in (GOLD, PAIRS)]
        sentences = sum(bool(line.strip()) for text in texts for line in text.splitlines())
        save(Floors(digest(GOLD, PAIRS), Coder().version.split()[-1], sentences, least))
    for name, value in figures.items():
        print(f"{name:20s} {value:.4f}")
    wrong = failures(figures, load(), gold=digest(GOLD, PAIRS))
    print("\n".join(wrong) or "the gate stands open")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
