"""What a run would write over what it reads, told before anything is read or written.

In: the files that a run writes, and its sources. Out: nothing, or a UsageError.
"""

import os
import sys
from collections.abc import Iterable
from io import UnsupportedOperation
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.reading.coded import coded_file
from dragoman.reading.formats import suffix_format


def refuse_collisions(outputs: Iterable[Path | None], *, inputs: Iterable[str | Path]) -> None:
    """Raises UsageError where an output is an input, lies among the articles of one, or is another output."""
    sources = [str(source) for source in inputs]
    before: list[Path] = []
    for output in outputs:
        if output is None:
            continue
        if any(same_file(output, other) for other in before):
            raise UsageError(f"{output}: is named for two results; give each a file of its own")
        for source in sources:
            _refuse(output, source)
        before.append(output)


def same_file(one: Path, other: Path) -> bool:
    """Whether two names are of one file, which need not be there yet."""
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


def _refuse(output: Path, source: str) -> None:
    if source == "-":
        if _is_standard_input(output):
            raise UsageError(f"{output}: is what standard input reads, and would be lost; write to another file")
        return
    if source.lower().startswith(("http://", "https://")):
        return
    # A device is written to, not over.
    if same_file(output, Path(source)) and not _is_device(output):
        raise UsageError(f"{output}: is read too, and would be lost; write to another file")
    if os.path.isdir(source) and _among(output, Path(source)):
        raise UsageError(f"{output}: lies among the articles of {source} and would be lost; write to another file")


def _among(output: Path, folder: Path) -> bool:
    """Whether an output would take the place of a file that the folder is read for; Dragoman's own may be renewed."""
    inside = output.resolve().is_relative_to(folder.resolve())
    if not inside or not output.is_file() or suffix_format(output.name) is None:
        return False
    try:
        return not coded_file(output)
    except OSError:
        return True


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _is_standard_input(path: Path) -> bool:
    try:
        told = os.fstat(sys.stdin.fileno())
    except (AttributeError, OSError, UnsupportedOperation, ValueError):
        return False
    return path.is_file() and os.path.samestat(told, path.stat())
