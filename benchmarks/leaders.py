"""How often effective leaders are recognised in office: by full name, by title and surname, by description.

In: a CSV with the columns iso3, gwcode, leader, startdate, enddate (ISO days), such as Archigos. Out: one line a
question, right of asked; with --misses also each phrase that was not right.

    python benchmarks/leaders.py LEADERS.csv [--since 1990-01-01] [--misses]

The day is the middle of the term's part since `--since`. The reference often has a surname only, or a spelling of its
own ("Mitterand"): where the tables' leader of the day has a name like it, the full name and the surname asked are the
tables', else the reference's; a leader whom the tables do not know is thus a miss. The title is that of the leading
office; descriptions are "the <demonym> leader" and, where it is the office's title, president or prime minister.
Names are alike when a word of one, without case, marks and hyphens, is like a word of the other (`_LIKE`).
"""

import argparse
import csv
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.actors import resolve
from dragoman.actors.knowledge import load
from dragoman.actors.knowledge.offices import Holder
from dragoman.actors.knowledge.offices import load as load_offices
from dragoman.placing.folding import fold

_QUESTIONS = ("full name", "title and surname", "description: country", "description: holder")
# Letters that two spellings of one name share at least: "Sarney" and "Sarnay", "Burjanadze" and "Burdjanadze".
_LIKE = 0.75
# The titles of which a description is asked.
_ASKED = ("president", "prime minister")


@dataclass(frozen=True, slots=True)
class Term:
    """A leader of the reference: ISO 3166 alpha-3, name as written there, and the day asked of."""

    country: str
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Answer:
    """A question's phrase and whether it was answered rightly."""

    question: str
    phrase: str
    right: bool


def terms(path: Path, since: date) -> Iterator[Term]:
    """Terms of the reference that run into the days from `since` on."""
    numbers = {state.gw: state.country for state in load().states if state.gw}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            start, end = max(date.fromisoformat(row["startdate"]), since), date.fromisoformat(row["enddate"])
            if start <= end:
                country = row["iso3"] or numbers[row["gwcode"].partition(".")[0]]
                yield Term(country, row["leader"], start + (end - start) / 2)


def alike(one: str, other: str) -> bool:
    """Whether two names mean one person."""
    left, right = fold(one).replace(",", " ").split(), fold(other).replace(",", " ").split()
    return any(difflib.SequenceMatcher(None, a, b).ratio() >= _LIKE for a in left for b in right)


def surname(written: str, holder: Holder) -> str:
    """The part of a reference's name by which news calls the person, the tables' first surname where it has none."""
    words = written.partition(",")[0].split()
    known = {fold(form) for form in holder.person.surnames}
    runs = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    forms = holder.person.surnames or (holder.name,)
    return next((run for run in runs if fold(run) in known), forms[0])


def known_as(holder: Holder, name: str) -> bool:
    """Whether a reference's name is one of the person's."""
    return any(alike(form, name) for form in (holder.name, *holder.person.surnames, *holder.person.aliases))


def title(holder: Holder | None) -> str:
    """The title of the office that leads."""
    office = load_offices().offices[holder.office_id] if holder else None
    return office.titles[0] if office else "president"


def answers(term: Term) -> Iterator[Answer]:
    """Every question about one leader."""
    holder = load_offices().leader(term.country, term.day)
    called = title(holder)
    known = holder if holder and known_as(holder, term.name) else None
    name = known.name if known else term.name
    short = surname(term.name, known) if known else term.name.split()[-1]
    yield _asked("full name", term, name, name)
    yield _asked("title and surname", term, f"{called.title()} {short}", "")
    state = next(s for s in load().states if s.country == term.country)
    for word in ("leader", *(w for w in _ASKED if w == called)):
        phrase = f"the {state.demonyms[0]} {word}"
        yield _asked("description: country", term, phrase, "")
        yield _asked("description: holder", term, phrase, name)


def _asked(question: str, term: Term, phrase: str, name: str) -> Answer:
    found = resolve(phrase, on=term.day)
    right = len(found) == 1 and found[0].country == term.country and (not name or alike(found[0].name, name))
    got = "; ".join(f"{p.name} {p.country}" for p in found)
    return Answer(question, f"{phrase} ({term.country} {term.name}, {term.day}): {got}", right)


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--since", type=date.fromisoformat, default=date(1990, 1, 1))
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    found = [answer for term in terms(asked.reference, asked.since) for answer in answers(term)]
    for question in _QUESTIONS:
        own = [answer.right for answer in found if answer.question == question]
        print(f"{question}: {sum(own)} of {len(own)} = {sum(own) / max(1, len(own)):.4f}")
    for answer in found:
        if asked.misses and not answer.right:
            print(f"  {answer.question}: {answer.phrase}")


if __name__ == "__main__":
    main()
