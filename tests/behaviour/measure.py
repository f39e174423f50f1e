"""Pass rates by behaviour and type: does the coder do what it should, and nothing else?

    python tests/behaviour/measure.py                      every case (some 40,000: minutes); --sample: the test's few
    python tests/behaviour/measure.py --weights FILE       with other weights than the shipped ones
    python tests/behaviour/measure.py --failures 3         also show so many failing sentences of each behaviour
    python tests/behaviour/measure.py --update             raise floors.json to the sample's rates, less a margin

In: templates and fillings beside this file. Out: a table, or one JSON object with --json.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

# Run as a script, only this folder is on the path; its neighbours are wanted too.
sys.path.insert(0, str(Path(__file__).parents[1]))

from behaviour.frames import FRAMINGS, Case, cases
from behaviour.judging import judge
from dragoman.coding.coder import Coder
from dragoman.event import Event
from gate.gate import Floors, failures, load, raised, save

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# Cases of each type and behaviour in the sample: few enough for half a minute on two cores.
SAMPLED = 3
# Floors stand this far below what was measured: a sample's rate moves with single cases.
MARGIN = 0.05
# A Wednesday, so that weekdays have a date; any would do.
PUB_DATE = "2024-06-19"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, the types that the coder told, and what was wrong."""

    case: Case
    told: tuple[str, ...]
    faults: frozenset[str]


def type_of(case: Case) -> str:
    """The type whose template it is (a call for an act is coded REQUEST, but tests the act's templates)."""
    return case.template.split("-")[0].upper()


def sample(every: Iterable[Case], size: int = SAMPLED) -> list[Case]:
    """The same few cases of each type and behaviour everywhere: those whose names hash lowest."""
    groups: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in every:
        groups[type_of(case), case.behaviour].append(case)
    return [case for group in groups.values() for case in sorted(group, key=_draw)[:size]]


def run(coder: Coder, chosen: Iterable[Case]) -> Iterator[Outcome]:
    """Code each case's sentence and judge it."""
    for case in chosen:
        events: Sequence[Event] = coder.code(case.text, pub_date=PUB_DATE)
        yield Outcome(case, tuple(sorted(event.event_type for event in events)), judge(case, events))


def rates(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Pass rates under "all", each behaviour, and each type."""
    passed: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        for key in ("all", outcome.case.behaviour, type_of(outcome.case)):
            passed[key].append(not outcome.faults)
    return {key: round(sum(values) / len(values), 4) for key, values in passed.items()}


def steady(outcomes: Iterable[Outcome]) -> float:
    """The share of plain sentences that give the types which most fillings of their template give: a change of
    country must change nothing."""
    told: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for outcome in outcomes:
        if outcome.case.behaviour == "base":
            told[outcome.case.template][outcome.told] += 1
    return round(sum(max(t.values()) for t in told.values()) / max(1, sum(t.total() for t in told.values())), 4)


def digest() -> str:
    """Of the templates and what fills them."""
    files = [*sorted((HERE / "templates").glob("*.yaml")), HERE / "fillings.yaml", HERE / "verbs.yaml"]
    return blake2b(b"\0".join(path.read_bytes() for path in files), digest_size=10).hexdigest()


def table(outcomes: Sequence[Outcome]) -> str:
    """Types down, behaviours across, in per cent; faults of each behaviour below."""
    columns, kinds = list(FRAMINGS), sorted({type_of(o.case) for o in outcomes})
    lines = [f"{'':10s}" + "".join(f"{column[:8]:>9s}" for column in [*columns, "all"])]
    for kind in [*kinds, "all"]:
        of_kind = [o for o in outcomes if kind in ("all", type_of(o.case))]
        found = rates(of_kind)
        cells = (f"{100 * found[c]:9.1f}" if c in found else f"{'-':>9s}" for c in [*columns, "all"])
        lines.append(f"{kind:10s}" + "".join(cells))
    for fault, counts in _faults(outcomes).items():
        lines.append(f"{fault:10s}" + "".join(f"{counts[c] or '-':>9}" for c in [*columns, "all"]))
    return "\n".join(lines)


def shown(outcomes: Iterable[Outcome], most: int) -> Iterator[str]:
    """So many failing sentences of each behaviour and type."""
    seen: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        key = (outcome.case.behaviour, type_of(outcome.case))
        if outcome.faults and seen[key] < most:
            seen[key] += 1
            told = " ".join(outcome.told) or "nothing"
            yield f"{outcome.case.name}: {outcome.case.text} -> {told}; wrong: {', '.join(sorted(outcome.faults))}"


def _faults(outcomes: Iterable[Outcome]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        for fault in outcome.faults:
            counts[fault].update((outcome.case.behaviour, "all"))
    return dict(sorted(counts.items()))


def _draw(case: Case) -> bytes:
    return blake2b(case.name.encode(), digest_size=8).digest()


def _update(coder: Coder, outcomes: Sequence[Outcome], *, allow_drop: bool) -> None:
    old = load(FLOORS) if FLOORS.exists() else None
    least = raised(rates(outcomes), old, allow_drop=allow_drop, margin=MARGIN)
    save(Floors(digest(), coder.version.split()[-1], len(outcomes), least), FLOORS)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--failures", type=int, default=0)
    for flag in ("--sample", "--json", "--update", "--allow-drop"):
        parser.add_argument(flag, action="store_true")
    return parser.parse_args()


def main() -> int:
    """Measure and print; exit 1 when the sample is below a floor."""
    given = _arguments()
    coder = Coder(weights=given.weights)
    short = given.sample or given.update
    outcomes = list(run(coder, sample(cases()) if short else cases()))
    if given.update:
        _update(coder, outcomes, allow_drop=given.allow_drop)
    found = rates(outcomes) | ({} if short else {"country": steady(outcomes)})
    if given.json:
        faults = {name: dict(counts) for name, counts in _faults(outcomes).items()}
        print(json.dumps({"cases": len(outcomes), "coder": coder.version, "pass": found, "faults": faults}))
        return 0
    print(table(outcomes), *shown(outcomes, given.failures), sep="\n")
    if "country" in found:
        print(f"the same types whatever the country: {100 * found['country']:.1f}")
    wrong = failures(found, load(FLOORS), gold=digest()) if short and FLOORS.exists() else []
    print("\n".join(wrong))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
