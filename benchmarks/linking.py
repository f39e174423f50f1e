"""How well and how fast reports are linked into incidents.

In: gold happenings (JSON lines: the fields of a report and the `incident` that it belongs to). Out: figures as JSON.

    python benchmarks/linking.py [GOLD.jsonl] [--reports 50000]

B³ precision, recall and F1 of the linker and of the naive rule "same type, same parties, same day", over all
happenings, over the half to tune on (odd scenes) and over the half held out. Happenings that are alike share a
scene, the number before the letter, and are never in different halves. Speed is reports per second of processor time on
generated happenings, reported three times each by different papers, `once` in one batch and `batches` of 500.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman.record.linking import Linker, Report, link

GOLD = Path(__file__).parents[1] / "tests" / "record" / "linking" / "gold.jsonl"
_BATCH = 500
_SEED = 7


def gold(path: Path = GOLD) -> dict[Report, str]:
    """Each report with the happening that it tells."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {_report(row): row["incident"] for row in map(json.loads, lines)}


def _report(row: dict[str, Any]) -> Report:
    fields = {name: row[name] for name in Report.__dataclass_fields__ if name in row}
    for name in ("pub_date", "date_start", "date_end"):
        fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
    for name in ("actors", "recipients"):
        fields[name] = tuple([tuple(side) for side in fields[name]])
    return Report(**fields)


def half(told: dict[Report, str], *, odd: bool) -> dict[Report, str]:
    """The happenings of the odd scenes, or of the even ones."""
    return {report: name for report, name in told.items() if int(name[:-1]) % 2 == odd}


def linked(reports: Sequence[Report]) -> dict[str, str]:
    """The linker's incident of each event id."""
    return {member: found.incident_id for found in link(reports) for member in found.members}


def naive(reports: Sequence[Report]) -> dict[str, str]:
    """The rule to beat: same type, same countries on each side, same first day."""
    keys = {r.event_id: (r.event_type, _countries(r.actors), _countries(r.recipients), r.date_start) for r in reports}
    return {event_id: str(key) for event_id, key in keys.items()}


def _countries(sides: Iterable[tuple[str, str, str]]) -> list[str]:
    return sorted({country or name for name, country, _ in sides})


def b_cubed(told: dict[Report, str], rule: Callable[[Sequence[Report]], dict[str, str]]) -> dict[str, float]:
    """B³ (Bagga and Baldwin 1998): for each report, how pure its group is, how much of its happening it holds."""
    found = rule(list(told))
    truth = {report.event_id: name for report, name in told.items()}
    precision = _purity(truth, found)
    recall = _purity(found, truth)
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / (precision + recall), 3),
    }


def _purity(truth: dict[str, str], found: dict[str, str]) -> float:
    sizes: dict[Hashable, int] = defaultdict(int)
    for one in truth:
        sizes[found[one]] += 1
        sizes[found[one], truth[one]] += 1
    return sum(sizes[found[one], truth[one]] / sizes[found[one]] for one in truth) / len(truth)


_COUNTRIES = ("USA", "RUS", "CHN", "IRN", "ISR", "PSE", "UKR", "DEU", "FRA", "GBR", "TUR", "IND", "PAK", "JPN", "KOR")
_TYPES = (
    "CONSULT",
    "CONSULT",
    "ASSAULT",
    "ASSAULT",
    "ACCUSE",
    "SUPPORT",
    "AGREE",
    "COERCE",
    "REQUEST",
    "PROTEST",
    "AID",
)
_DAYS = 360


def generated(count: int) -> list[Report]:
    """Reports as they come: a third of the happenings' parties are unnamed on one side, days and places partly told."""
    chance = random.Random(_SEED)
    weights = [1 / rank for rank in range(1, len(_COUNTRIES) + 1)]
    words = ["".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(3, 9))) for _ in range(4000)]
    made: list[Report] = []
    while len(made) < count:
        who = tuple((one, one, "GOV") for one in chance.choices(_COUNTRIES, weights, k=2))
        event_type, day = chance.choice(_TYPES), date(2024, 1, 1) + timedelta(chance.randrange(_DAYS))
        about, place = chance.choices(words, k=20), chance.choice(words)
        for paper in range(3):
            sentence = " ".join(chance.sample(about, 12) + chance.choices(words, k=8))
            told = chance.random()
            made.append(_generated(len(made), paper, event_type, who, day, told, place, sentence))
    chance.shuffle(made)
    return made[:count]


def _generated(
    number: int, paper: int, event_type: str, who: Any, day: date, told: float, place: str, sentence: str
) -> Report:
    published = day + timedelta(1 if told < 0.5 else 0)
    start, end = (day.replace(day=1), day.replace(day=28)) if told > 0.98 else (day, day)
    return Report(
        event_id=f"ev-{number}",
        document_id=f"doc-{number}",
        event_type=event_type,
        publisher=f"paper {paper}",
        pub_date=published,
        actors=who[:1],
        recipients=who[1:] if told > 0.1 else (),
        date_start=published if 0.3 < told < 0.6 else start,
        date_end=published if 0.3 < told < 0.6 else end,
        date_basis="publication" if 0.3 < told < 0.6 else "relative",
        place_name=place if told < 0.4 else "",
        sentence=sentence,
        confidence=told,
    )


def speed(count: int) -> dict[str, float]:
    """Reports per second of processor time."""
    reports = generated(count)
    start = time.process_time()
    incidents = link(reports)
    once = time.process_time() - start
    linker = Linker()
    start = time.process_time()
    for place in range(0, count, _BATCH):
        linker.add(reports[place : place + _BATCH])
    batches = time.process_time() - start
    return {
        "reports": count,
        "incidents": len(incidents),
        "once_per_s": round(count / once),
        "batches_per_s": round(count / batches),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--reports", type=int, default=50_000, help="how many to generate; 0 measures no speed")
    asked = parser.parse_args()
    told = gold(asked.gold)
    parts = {"all": told, "tuned_on": half(told, odd=True), "held_out": half(told, odd=False)}
    figures: dict[str, Any] = {
        name: {
            "reports": len(part),
            "incidents": len(set(part.values())),
            "linker": b_cubed(part, linked),
            "naive": b_cubed(part, naive),
        }
        for name, part in parts.items()
    }
    if asked.reports:
        figures["speed"] = speed(asked.reports)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
