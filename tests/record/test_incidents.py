"""Incidents in the record: any batches, any versions, an old file; the tables say what linking all at once says."""

import random
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.document import Document
from dragoman.event import Dating, Event, Party
from dragoman.record import incidents
from dragoman.record.adding import Coding, add
from dragoman.record.incidents import number
from dragoman.record.linking import Linker, from_event, link
from dragoman.record.linking.traits import Traits
from dragoman.record.record import Record
from fakes import event
from record.samples import Scripted, article, body

_COUNTRIES = ("ARV", "BLM", "ORL")


def corpus(seed: int, *, count: int = 40) -> list[tuple[Document, Event]]:
    """Articles with an event each, of few countries, types and days, so that many are of one happening."""
    drawn = random.Random(seed)
    made = []
    for n in range(count):
        who, whom = drawn.sample(_COUNTRIES, 2)
        day = f"2024-06-{drawn.randrange(1, 12):02}"
        told = event(
            f"a{n}",
            event_type=drawn.choice(["CONSULT", "AID"]),
            actors=(Party(who, 0, 3, name=who, country=who),),
            recipients=(Party(whom, 33, 36, name=whom, country=whom),) if drawn.random() < 0.8 else (),
            dating=Dating(day, day, "day", None, drawn.choice(["explicit", "publication"])),
            status=drawn.choice(["actual", "planned"]),
            place=None,
            confidence=round(drawn.random(), 2),
        )
        made.append((article(n, pub_date=date(2024, 6, drawn.randrange(12, 20)), publisher=f"p{n % 3}"), told))
    return made


def expected(told: list[tuple[Document, Event]]) -> list[tuple[Any, ...]]:
    """What linking says of all reports at once."""
    found = link([from_event(event, document) for document, event in told])
    return [(one.incident_id, one.status, one.reports, one.publishers, one.best, sorted(one.members)) for one in found]


def kept(path: Path) -> list[tuple[Any, ...]]:
    """The same of a record."""
    names = ("incident_id", "status", "reports", "publishers", "event_id", "members")
    return sorted(tuple(row[name] for name in names) for row in Record(path).incidents())


@pytest.mark.parametrize("seed", range(3))
def test_batches_give_what_linking_all_at_once_gives(tmp_path: Path, seed: int, monkeypatch: Any) -> None:
    monkeypatch.setattr(incidents, "_MOST", 10)
    monkeypatch.setattr(incidents, "_AT_ONCE", 3)
    told = corpus(seed)
    order = random.Random(seed).sample(told, len(told))
    coder = Scripted(event for _, event in told)
    add(tmp_path / "r.duckdb", [document for document, _ in order], Coding(lambda: coder, jobs=1, batch=7))
    assert kept(tmp_path / "r.duckdb") == expected(told)
    assert len(expected(told)) < len(told)


def test_room_is_made_for_what_is_read_before_it_is_read(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(incidents, "_MOST", 10)
    held = []

    class Noted(Linker):
        def _stand(self, one: Traits) -> None:
            super()._stand(one)
            held.append(len(self))

    monkeypatch.setattr(incidents, "Linker", Noted)
    told = [(article(n), among(n % 20)) for n in range(60)]
    made = [(document, replace(one, document_id=document.id)) for document, one in told]
    coding = Coding(lambda: Scripted(one for _, one in made), jobs=1, batch=5)
    add(tmp_path / "r.duckdb", [document for document, _ in made], coding)
    assert kept(tmp_path / "r.duckdb") == expected(made)
    # Five new ones and the ten that were told of the same before, and not those held beside.
    assert max(held) == 15


def among(number: int) -> Event:
    """An event of its own two parties."""
    who, whom = (Party(f"{side} {number}", 0, 3, name=f"{side} {number}") for side in ("Envoy", "Group"))
    return event(f"a{number}", actors=(who,), recipients=(whom,))


def test_a_changed_article_leaves_the_incidents_of_what_it_said(tmp_path: Path) -> None:
    path, told = tmp_path / "r.duckdb", corpus(5)
    add(path, [document for document, _ in told], Coding(lambda: Scripted(event for _, event in told), jobs=1))
    newer = [(replace(d, text=body(n) + " More."), replace(e, event_type="ACCUSE")) for n, (d, e) in enumerate(told)]
    # Articles that say the same in the new version, that say something else, and that say nothing any more.
    changed = [*((d, told[n][1]) for n, (d, _) in enumerate(newer[:5])), *newer[5:15]]
    add(path, [d for d, _ in newer[:20]], Coding(lambda: Scripted(e for _, e in changed), jobs=1, batch=6))
    assert kept(path) == expected([*changed, *told[20:]])
    counted = Record(path).sql("SELECT count(DISTINCT event_id) AS n FROM dyads").dicts()
    assert counted == [{"n": len(kept(path))}]


def test_two_versions_in_one_batch(tmp_path: Path) -> None:
    coder = Scripted([event("a1")])
    add(tmp_path / "r.duckdb", [article(1), article(1, text=body(1) + " More.")], Coding(lambda: coder, jobs=1))
    assert [row[2] for row in kept(tmp_path / "r.duckdb")] == [1]


def test_disagreements_are_told(tmp_path: Path) -> None:
    coder = Scripted([event("a0"), event("a1", status="negated")])
    add(tmp_path / "r.duckdb", [article(0), article(1)], Coding(lambda: coder, jobs=1))
    (found,) = Record(tmp_path / "r.duckdb").incidents().dicts()
    assert found["disagreements"] == [
        {
            "about": "status",
            "values": [
                {"value": status, "event_ids": [event(name).event_id]}
                for status, name in sorted([("actual", "a0"), ("negated", "a1")], key=lambda s: event(s[1]).event_id)
            ],
        }
    ]


def test_a_record_from_before_incidents_is_linked_when_it_is_opened(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parent / "first.duckdb", tmp_path / "r.duckdb")
    assert [row[2:] for row in kept(tmp_path / "r.duckdb")] == [(1, 0, event("a1").event_id, [event("a1").event_id])]
    assert [row["incidents"] for row in Record(tmp_path / "r.duckdb").ledger("dyads")] == [1]


def test_events_of_another_source_count_one_by_one(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    record.append([event("a1").to_dict(), event("a2").to_dict()], origin="gdelt")
    assert len(record.incidents()) == 0
    found = record.incidents(origin="gdelt", actor="ARV").dicts()
    assert [(row["incident_id"], row["reports"], row["members"]) for row in found] == [
        ("", 1, [event(name).event_id]) for name in ("a1", "a2")
    ]
    assert [row["incidents"] for row in record.ledger("dyads", origin="gdelt")] == [2]


def test_numbers_of_blocks_keep_days_together() -> None:
    assert number("CONSULT|KEN|UGA|184712") >> 40 == 184712
    assert number("CONSULT|KEN|UGA|184712") != number("CONSULT|KEN|*|184712")
    assert number("AID|KEN|-|y2024") != number(f"AID|KEN|-|{date(2024, 1, 1).toordinal() // 4}")
