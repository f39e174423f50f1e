"""The user's own actors: a CSV of names that add to the shipped tables, or replace what they say.

In: a CSV with the columns of `COLUMNS` (only `name` must be there; docs/actors.md tells what each holds).
Out: a `Roster` with them. A name written here replaces every shipped reading of the same writing; several rows of
one name with different dates are one name that changes in time.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from dragoman.actors.knowledge import Knowledge
from dragoman.actors.knowledge import load as load_knowledge
from dragoman.actors.knowledge.offices import load as load_offices
from dragoman.actors.names.matching import Name, case_of, key
from dragoman.actors.names.roster import Roster, bare, build
from dragoman.document import composed
from dragoman.errors import KnowledgeError

COLUMNS = ("name", "aliases", "country", "sector", "actor_code", "office", "start", "end", "wikidata")
# The sector of who was in a state's office; who led anything else stays of it.
_OUT_OF_POWER = dict.fromkeys(("GOV", "LEG", "JUD", "MIL", "COP", "SPY"), "ELI")
_QID = re.compile(r"Q[1-9]\d{0,11}")
_CODE = re.compile(r"[A-Z0-9]{3,15}")


def roster_with(path: Path) -> Roster:
    """The shipped roster with the user's actors. Raises KnowledgeError, naming file and line, on a wrong row.

    It is kept, for as long as the file holds the same.
    """
    try:
        content = path.read_bytes()
    except OSError:
        content = b""  # Reading it says why.
    return _roster_with(path, content)


@lru_cache(maxsize=4)
def _roster_with(path: Path, _content: bytes) -> Roster:
    knowledge = load_knowledge()
    return build(knowledge, load_offices(), tuple(after_office(read_own(path, knowledge))))


def read_own(path: Path, knowledge: Knowledge) -> Iterator[Name]:
    """The names of the user's file, aliases too. Raises KnowledgeError, naming file and line, on a wrong row."""
    try:
        text = composed(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror}; give a CSV file of actors") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: cannot be read as UTF-8 text ({error}); give a CSV file") from error
    reader = csv.DictReader(text.splitlines(), strict=True)
    unknown = [column for column in reader.fieldnames or () if column not in COLUMNS]
    if unknown or "name" not in (reader.fieldnames or ()):
        wrong = f"unknown column {unknown[0]!r}" if unknown else "no column 'name'"
        raise KnowledgeError(f"{path} line 1: {wrong}; the columns are {', '.join(COLUMNS)}")
    countries = {state.country for state in knowledge.states} | {state.iso3 for state in knowledge.states}
    sectors = {sector.code for sector in knowledge.sectors}
    try:
        for row in reader:
            yield from _names(_checked(row, f"{path} line {reader.line_num}", countries, sectors))
    except csv.Error as error:
        raise KnowledgeError(f"{path} line {reader.line_num}: {error}; quote the field") from error


def after_office(told: Iterable[Name]) -> Iterator[Name]:
    """The names, and those who held an office as what they are once it ended: of their country, out of power.

    Until another row says what became of them, or for good. Who is in a text years later is as often as not told of by
    what he was; bodies that are no more are only what their rows say.
    """
    names = list(told)
    yield from names
    alike: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        alike[key(name.text)].append(name)
    for name in names:
        if not name.office or not name.end:
            continue
        begins = (date.fromisoformat(name.end) + timedelta(1)).isoformat()
        others = [n for n in alike[key(name.text)] if n is not name]
        later = sorted(n.start for n in others if n.start >= begins)
        # Another row that goes on beyond this one's end says what he is then.
        if any(n.start < begins and (not n.end or n.end >= begins) for n in others):
            continue
        ends = (date.fromisoformat(later[0]) - timedelta(1)).isoformat() if later else ""
        if not ends or begins <= ends:
            yield name._replace(
                office="", sector=_OUT_OF_POWER.get(name.sector, name.sector), code="", start=begins, end=ends
            )


def _checked(row: dict[str | None, str | None], where: str, countries: set[str], sectors: set[str]) -> dict[str, str]:
    if None in row or None in row.values():
        raise KnowledgeError(f"{where}: not as many fields as the head has; quote a field that holds a comma")
    cells = {column: str(row.get(column, "") or "").strip() for column in COLUMNS}
    rules = {
        "name": (bool(key(cells["name"])), "is no name; write one"),
        "country": (not cells["country"] or cells["country"] in countries, "is no ISO 3166 alpha-3 code, as FRA"),
        "sector": (not cells["sector"] or cells["sector"] in sectors, f"is no sector; one of {_list(sectors)}"),
        "actor_code": (not cells["actor_code"] or bool(_CODE.fullmatch(cells["actor_code"])), "is no code, as PSEREB"),
        "start": (_is_day(cells["start"]), "is no day, as 2024-06-01"),
        "end": (_is_day(cells["end"]), "is no day, as 2024-06-30"),
        "wikidata": (not cells["wikidata"] or bool(_QID.fullmatch(cells["wikidata"])), "is no item, as Q183"),
    }
    for column, (right, why) in rules.items():
        if not right:
            raise KnowledgeError(f"{where}: {column} {cells[column]!r} {why}")
    if cells["start"] and cells["end"] and cells["end"] < cells["start"]:
        raise KnowledgeError(f"{where}: end {cells['end']} is before start {cells['start']}; correct one of them")
    return cells


def _is_day(written: str) -> bool:
    if not written:
        return True
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _list(sectors: set[str]) -> str:
    return ", ".join(sorted(sectors))


def _names(cells: dict[str, str]) -> Iterator[Name]:
    aliases = [alias.strip() for alias in cells["aliases"].split(";")]
    for form in dict.fromkeys(bare(form) for form in (cells["name"], *aliases) if form):
        yield Name(
            form, "organisation", cells["name"], cells["country"], cells["sector"], cells["actor_code"],
            office=cells["office"], wikidata=cells["wikidata"], start=cells["start"], end=cells["end"],
            case=case_of(form), own=True,
        )  # fmt: skip
