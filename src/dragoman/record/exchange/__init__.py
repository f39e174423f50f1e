"""Events to and from the formats of other data sets and tools: one file a format, all under one registry.

In: events, or a file. Out: a file with what could not be held told; or `Row`s and `Problem`s one by one. Nothing here
knows the record. What each format holds: docs/formats.md.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from dragoman.errors import UsageError
from dragoman.record.exchange import (
    conllu,
    csv,
    followthemoney,
    gdelt,
    icews,
    jsonl,
    label_studio,
    mentions,
    parquet,
    petrarch2,
    phoenix,
    plover,
    polecat,
    prodigy,
    spacy,
)
from dragoman.record.exchange.foreign import is_imported
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written

__all__ = ["FORMATS", "Format", "Lookup", "Problem", "Row", "Written", "format_of", "is_imported"]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        module.FORMAT.name: module.FORMAT
        for module in (
            jsonl, csv, parquet, plover, gdelt, mentions, icews, polecat, phoenix, petrarch2,
            prodigy, label_studio, spacy, conllu, followthemoney,
        )
    }
)  # fmt: skip


def format_of(path: Path, *, asked: str = "", reading: bool = False) -> Format:
    """The format asked for, else the one with the longest suffix that the name ends in; .gz and .zip are passed over.

    Raises UsageError when there is none, or when it cannot be read.
    """
    able = {name: form for name, form in FORMATS.items() if form.read or not reading}
    if not asked:
        name = path.name.lower().removesuffix(".gz").removesuffix(".zip")
        fitting = [(suffix, form) for form in able.values() for suffix in form.suffixes if name.endswith(suffix)]
        asked = max(fitting, key=lambda pair: len(pair[0]))[1].name if fitting else ""
    if asked in able:
        return able[asked]
    if asked in FORMATS:
        raise UsageError(f"{asked} is only written, never read; formats that are read: {', '.join(able)}")
    what = f"format {asked!r} is unknown" if asked else f"{path}: the suffix names no format"
    raise UsageError(f"{what}; give --format, one of {', '.join(able)}")
