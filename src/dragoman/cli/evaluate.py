"""`dragoman evaluate GOLD`: how right the coder is on annotated text.

In: a gold file and the coder as functions. Out: tables or one JSON object on the given console.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from dragoman.evaluation.score import Code, Relate

# As many sentences as one reads in a sitting.
MISSES = 20


def evaluate(
    gold: Path, *, code: "Code", relate: "Relate", console: Console, as_json: bool = False, misses: int = MISSES
) -> None:
    """Score the coder on a gold file and print the figures. Raises SourceError when the file cannot be read."""
    from dragoman.evaluation.formats import read_gold
    from dragoman.evaluation.report import as_dict, as_tables
    from dragoman.evaluation.score import evaluate as score

    evaluation = score(read_gold(gold), code=code, relate=relate, misses=misses)
    if as_json:
        console.file.write(json.dumps(as_dict(evaluation), ensure_ascii=False) + "\n")
    else:
        console.print(as_tables(evaluation))
