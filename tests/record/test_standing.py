"""Standing: the latest claim on each field stands, if it can be read and the event stays one."""

from datetime import datetime, timedelta

import pytest

from dragoman.record.standing import Claim, readable, standing, unfit, value_of
from fakes import event

MACHINE = event("a1").to_dict()


def claim(n: int, field: str, value: str | None, *, verdict: str = "correct", at: int | None = None) -> Claim:
    """A claim of the n-th minute, or of another one."""
    when = datetime(2024, 7, 1) + timedelta(minutes=n if at is None else at)
    return Claim(n, MACHINE["event_id"], verdict, field, value, "ada", "", when)


def test_the_latest_stands_unless_it_was_withdrawn() -> None:
    said = [claim(2, "mode", '"phone"'), claim(1, "mode", '""'), claim(3, "goldstein", "3"), claim(4, "", None)]
    found = standing(MACHINE, said)
    assert (found.row["mode"], found.row["goldstein"], found.left_out) == ("phone", 3, {})
    assert {name: one.n for name, one in found.claims.items()} == {"mode": 2, "goldstein": 3}
    assert standing(MACHINE, [*said, claim(5, "mode", None, verdict="withdraw")]).row["mode"] == MACHINE["mode"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("mode", '"\\ud800"'), ("mode", "{"), ("mode", "7"), ("colour", '"red"'), ("event_id", '"x"'), ("place", '""'),
        ("contexts", "[" * 50_000 + "]" * 50_000), ("contexts", "[[[[[]]]]]"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_left_out_and_the_word_before_stands(field: str, value: str) -> None:
    said = [claim(1, "mode", '"phone"'), claim(2, field, value)]
    found = standing(MACHINE, said)
    assert found.row["mode"] == "phone"
    assert list(found.left_out) == [2]
    assert standing(MACHINE, [*said, claim(3, field, None, verdict="withdraw")]).left_out == {}


def test_what_makes_no_event_is_left_out_and_what_was_said_with_it() -> None:
    said = [claim(1, "status", '"planned"'), claim(2, "date_start", '"2024-07-01"'), claim(3, "mode", '"phone"', at=2)]
    found = standing(MACHINE, said)
    assert (found.row["status"], found.row["mode"], found.row["date_start"]) == ("planned", "visit", "2024-06-19")
    assert set(found.left_out.values()) == {"date_end 2024-06-19 is before date_start 2024-07-01"}
    whole = standing(MACHINE, [*said, claim(4, "date_end", '"2024-07-01"')])
    assert (whole.row["date_start"], whole.row["mode"], whole.left_out) == ("2024-07-01", "phone", {})


def test_what_the_machine_did_not_tell_is_held_against_no_claim() -> None:
    told = MACHINE | dict.fromkeys(("sentence_start", "sentence_end", "goldstein", "trigger", "quad_class"))
    told |= {"actors": [], "recipients": []}
    assert standing(told, [claim(1, "mode", '"phone"')]).left_out == {}


def test_values() -> None:
    assert value_of('["a"]') == ["a"]
    assert readable('"\\ud800"') == '"\\ud800"'
    assert unfit({"a": ["\ud800"]}).startswith("holds half")
    assert unfit([[[[1]]]]).startswith("is nested")
    assert unfit([{"text": "a", "start": 1}]) == ""
