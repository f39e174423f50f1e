"""Review: claims are kept beside the machine's, and what cannot be is refused."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from dragoman.errors import UsageError
from dragoman.event import Event, Party, Place, Voice
from dragoman.record.adding import Coding, add
from dragoman.record.filters import SAID
from dragoman.record.record import Record
from dragoman.record.review import Review, keep
from fakes import event
from record.samples import Coder, article

EVENT = event("a1")


@pytest.fixture(name="path", scope="module")
def _path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one event."""
    path = tmp_path_factory.mktemp("review") / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    return path


def test_claims_are_kept_and_the_event_stays(path: Path) -> None:
    keep(path, Review(event_id=EVENT.event_id, verdict="accept", reviewer="ada"))
    keep(path, Review(event_id=EVENT.event_id, verdict="correct", field="goldstein", value=3, reviewer="bo", note="so"))
    keep(path, Review(event_id=EVENT.event_id, verdict="correct", field="place", value=None, reviewer="bo"))
    rows = Record(path).sql("SELECT * EXCLUDE (event_id) FROM reviews ORDER BY reviewed_at").dicts()
    assert [(r["verdict"], r["field"], r["value"], r["reviewer"], r["note"]) for r in rows] == [
        ("accept", "", None, "ada", ""),
        ("correct", "goldstein", "3", "bo", "so"),
        ("correct", "place", "null", "bo", ""),
    ]
    assert Record(path).events().dicts() == [EVENT.to_dict()]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"verdict": "maybe"}, "maybe"),
        ({"reviewer": ""}, "reviewer"),
        ({"field": "mode"}, "only there"),
        ({"event_id": "ev-none"}, "ev-none"),
        ({"verdict": "correct", "field": "colour", "value": "red"}, "colour"),
        ({"verdict": "correct", "field": "event_id", "value": "x"}, "event_id"),
        ({"verdict": "correct", "field": "quad_class", "value": "two"}, "quad_class 'two'"),
        ({"verdict": "correct", "field": "date_end", "value": "2024-06-31"}, "date_end '2024-06-31'.*no ISO day"),
        ({"verdict": "correct", "field": "event_type", "value": "HUG"}, "event_type 'HUG' is unknown"),
        ({"verdict": "correct", "field": "actors", "value": [{"nobody": 1}]}, "actors"),
        ({"note": "half \udcff"}, r"note 'half \\udcff': holds half a character"),
        ({"reviewer": "\ud800"}, "reviewer"),
    ],
)
def test_what_cannot_be(path: Path, changes: dict[str, Any], said: str) -> None:
    given = {"event_id": EVENT.event_id, "verdict": "accept", "reviewer": "ada"} | changes
    with pytest.raises(UsageError, match=said):
        keep(path, Review(**given))


_DEEP: Any = []
for _ in range(900):
    _DEEP = [_DEEP]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("cameo_code", "\ud800", r"cameo_code '\\ud800': holds half a character"),
        ("date_text", "on \udfff", "holds half a character"),
        ("place", {"text": "Belmora", "start": 33, "end": 40, "name": "\ud800"}, "holds half a character"),
        ("place", {"\ud800": 1}, "holds half a character"),
        ("contexts", _DEEP, "contexts: is nested deeper"),
        ("cameo_code", "zzz", "'zzz' is no code of CAMEO"),
        ("quad_class", 4, "quad_class 4: CONSULT is of 1"),
        ("date_end", None, "date_start is 2024-06-19 and date_end null"),
        ("date_start", None, "date_start is null"),
        ("date_end", "2024-06-18", "date_end 2024-06-18 is before date_start 2024-06-19"),
        ("date_end", "20240620", "no ISO day"),
        ("sentence", "Nobody said this.", "'Nobody said this.' is not what the document has from 0 to 73"),
        ("sentence_start", -5, "-5 to 73 is no stretch"),
        ("sentence_index", -1, "below 0"),
        ("trigger", {"text": "went", "start": 25, "end": 32}, "trigger 'went' is not what the document has"),
        ("trigger", None, "trigger"),
        ("actors", [{"text": "Ada", "start": 0, "end": 3}], "actors 1 'Ada' is not what"),
        ("actors", "", "actors is a str"),
        ("contexts", "abc", "contexts is a str"),
        ("contexts", {"text": "q"}, "contexts is an object"),
        ("place", "", "place: is no object"),
        ("place", {"text": "Belmora", "start": 33, "end": 40, "latitude": 91}, "latitude 91"),
        ("said_by", 0, "said_by: is no object"),
        ("goldstein", 99, "goldstein 99"),
        ("goldstein", float("nan"), "not finite"),
        ("status", ["actual"], "status is a list"),
        ("event_type", ["AID"], r"event_type \['AID'\] is unknown"),
        ("event_type", {}, "event_type {} is unknown"),
        ("mode", {"a": 1}, "mode {'a': 1}: CONSULT has"),
        ("mode", "beat", "mode 'beat': CONSULT has"),
    ],
)
def test_what_makes_no_event_is_not_kept(path: Path, field: str, value: Any, said: str) -> None:
    before = len(Record(path).sql("SELECT * FROM reviews"))
    with pytest.raises(UsageError, match=said):
        keep(path, Review(event_id=EVENT.event_id, verdict="correct", reviewer="ada", field=field, value=value))
    assert len(Record(path).sql("SELECT * FROM reviews")) == before


class Desk:
    """One event and what stands of it, as `--reviewed prefer` has it."""

    def __init__(self, path: Path) -> None:
        add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
        self.path = path

    def say(self, verdict: str, **given: Any) -> None:
        """Keep a claim."""
        keep(self.path, Review(event_id=EVENT.event_id, verdict=verdict, reviewer="ada", **given))

    @property
    def told(self) -> tuple[Any, ...]:
        """Type, mode, code, quad class and Goldstein score."""
        (row,) = Record(self.path).events(reviewed="prefer").dicts()
        return tuple(row[name] for name in ("event_type", "mode", "cameo_code", "quad_class", "goldstein"))


@pytest.fixture(name="said")
def _said(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "r.duckdb")


def test_codes_follow_type_and_mode(said: Desk) -> None:
    machine = said.told
    said.say("correct", field="event_type", value="COERCE")
    assert said.told[:2] == ("COERCE", "")
    assert said.told[3] == 4
    said.say("correct", field="mode", value="arrest")
    assert said.told[:3] == ("COERCE", "arrest", "173")
    said.say("withdraw", field="mode")
    assert said.told[:3] == ("COERCE", "", "170")
    said.say("correct", field="mode", value="arrest")
    said.say("withdraw", field="event_type")
    assert said.told == machine


def test_a_mode_alone_is_taken_back_with_its_code(said: Desk) -> None:
    machine = said.told
    said.say("correct", field="mode", value="phone")
    assert said.told[:3] == ("CONSULT", "phone", "041")
    said.say("withdraw", field="mode")
    assert said.told == machine


def test_what_a_person_says_of_a_code_stands_when_the_type_is_taken_back(said: Desk) -> None:
    said.say("correct", field="cameo_code", value="043")
    said.say("correct", field="event_type", value="AID")
    said.say("correct", field="cameo_code", value="071")
    said.say("withdraw", field="event_type")
    assert said.told[:4] == ("CONSULT", "visit", "071", 1)


def test_all_is_taken_back_at_once(said: Desk) -> None:
    machine = said.told
    said.say("reject")
    said.say("correct", field="event_type", value="AID")
    said.say("correct", field="status", value="planned")
    said.say("withdraw")
    assert said.told == machine


def test_days_that_only_together_make_an_event_are_said_together(said: Desk) -> None:
    given = {"event_id": EVENT.event_id, "verdict": "correct", "reviewer": "ada"}
    keep(said.path, *(Review(**given, field=name, value="2024-07-01") for name in ("date_start", "date_end")))
    keep(said.path, *(Review(**given, field=name, value=None) for name in ("date_start", "date_end")))
    (row,) = Record(said.path).events(reviewed="prefer").dicts()
    assert (row["date_start"], row["date_end"]) == (None, None)


def test_a_claim_that_cannot_be_read_spoils_no_other_and_can_be_taken_away(said: Desk) -> None:
    machine = said.told
    sql = "INSERT INTO reviews VALUES (?, 'correct', ?, ?, 'eve', '', now()::TIMESTAMPTZ AT TIME ZONE 'UTC')"
    with duckdb.connect(str(said.path)) as connection:
        for field, value in (("cameo_code", '"\\ud800"'), ("quad_class", '"x"'), ("date_end", '"20240701"')):
            connection.execute(sql, [EVENT.event_id, field, value])
    assert said.told == machine
    said.say("correct", field="goldstein", value=3)
    assert said.told[-1] == 3
    said.say("withdraw")
    assert said.told == machine
    asked = "SELECT DISTINCT field FROM reviews WHERE verdict = 'withdraw' ORDER BY field"
    assert [row["field"] for row in Record(said.path).sql(asked)] == [
        "", "cameo_code", "date_end", "goldstein", "quad_class",
    ]  # fmt: skip


def test_a_clock_that_was_set_back_does_not_hide_the_latest_word(said: Desk) -> None:
    said.say("correct", field="goldstein", value=3)
    with duckdb.connect(str(said.path)) as connection:
        connection.execute("UPDATE reviews SET reviewed_at = '2100-01-01'")
    said.say("correct", field="goldstein", value=4)
    assert said.told[-1] == 4


def test_reviewed_values_are_preferred_where_asked(tmp_path: Path) -> None:
    record = Record(tmp_path / "r.duckdb")
    record.add([article(number) for number in range(4)], make_coder=Coder)
    ids = [event(f"a{number}").event_id for number in range(4)]
    claims: list[tuple[int, str, str, Any]] = [
        (0, "reject", "", None),
        (1, "correct", "event_type", "AID"),
        (1, "correct", "event_type", "AGREE"),
        (1, "correct", "date_start", "2024-06-01"),
        (1, "correct", "actors", [{"text": "The", "start": 0, "end": 3, "country": "ORL"}]),
        (1, "correct", "place", None),
        (1, "correct", "contexts", ["trade"]),
        (1, "correct", "goldstein", 3),
        (2, "accept", "", None),
        (2, "correct", "trigger", {"text": "Belmora", "start": 33, "end": 40}),
        (2, "correct", "historical", True),
        (2, "correct", "said_by", {"text": "he", "start": 1, "end": 3}),
        (2, "correct", "place", {"text": "Arvan", "start": 17, "end": 22, "latitude": 2.5}),
    ]
    for number, verdict, name, value in claims:
        keep(record.path, Review(event_id=ids[number], verdict=verdict, field=name, value=value, reviewer="ada"))
    found = {row["event_id"]: Event.from_dict(row) for row in record.events(reviewed="prefer")}
    assert list(found) == [ids[2], ids[3], ids[1]]
    changed = found[ids[1]]
    assert (changed.event_type, changed.dating.date_start, changed.place) == ("AGREE", "2024-06-01", None)
    assert (changed.actors, changed.contexts, changed.goldstein) == (
        (Party("The", 0, 3, country="ORL"),), ("trade",), 3.0,
    )  # fmt: skip
    other = found[ids[2]]
    assert (other.trigger.text, other.historical, other.said_by) == ("Belmora", True, Voice("he", 1, 3))
    assert other.place == Place("Arvan", 17, 22, latitude=2.5)
    assert found[ids[3]] == event("a3")
    assert [row["event_id"] for row in record.events(reviewed="only", type="AGREE")] == [ids[1]]
    by_verdict = {name: [row["event_id"] for row in record.events(verdict=name)] for name in SAID}
    assert {name: sorted(map(ids.index, found)) for name, found in by_verdict.items()} == {
        "accept": [2], "reject": [0], "correct": [1, 2], "none": [3],
    }  # fmt: skip
    with pytest.raises(UsageError, match="verdict 'maybe'"):
        record.events(verdict="maybe")
    assert len(record.events(reviewed="only")) == 2
    assert len(record.events(type="AGREE")) == 0
    told: dict[str, Any] = {"event_id": ids[1], "reviewer": "bo", "verdict": "withdraw"}
    keep(record.path, Review(**told, field="event_type"), Review(**told | {"event_id": ids[0]}))
    assert len(record.events(reviewed="prefer", type="AGREE")) == 0
    assert len(record.events(reviewed="prefer")) == 4
    with pytest.raises(UsageError, match="reviewed 'no'"):
        record.events(reviewed="no")


def test_what_was_not_said_cannot_be_withdrawn(tmp_path: Path) -> None:
    """A field misspelt would look done, and the correction stand."""
    path = tmp_path / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1))
    said = {"event_id": EVENT.event_id, "reviewer": "ada"}
    for field in ("", "nope", "status", "verdict"):
        with pytest.raises(UsageError, match="nothing was said of it that could be withdrawn"):
            keep(path, Review(verdict="withdraw", field=field, **said))
    keep(path, Review(verdict="correct", field="status", value="planned", **said), Review(verdict="accept", **said))
    with pytest.raises(UsageError, match=r"field 'mode': .*there is (status, verdict|verdict, status)"):
        keep(path, Review(verdict="withdraw", field="mode", **said))
    for field in ("status", "verdict"):
        keep(path, Review(verdict="withdraw", field=field, **said))
        with pytest.raises(UsageError, match="nothing was said"):
            keep(path, Review(verdict="withdraw", field=field, **said))
    assert len(Record(path).sql("FROM reviews")) == 4
