"""Annotated sentences become examples: what is labelled stands on the tokens of its words, what is unknown on none."""

import gzip
import json
import random
from pathlib import Path

import pytest
from training.corpus import (
    CLS,
    IGNORE,
    MAX_TOKENS,
    SEP,
    Pair,
    Row,
    false_trigger,
    false_triggers,
    find,
    folds,
    packed,
    pair_example,
    rows,
    sentence_example,
    token_span,
    trigger_words,
)
from training.labels import MODES, ROLES, STATUSES, TYPES

from dragoman.models.tokens import tokenizer


def event(trigger: str, **known: object) -> Row:
    told = {"actor": [], "recipient": [], "type": "PROTEST", "mode": "", "status": "actual"}
    return {**told, "trigger": trigger, "when": "", "place": "", "said_by": "", **known}


def row(text: str, *events: Row, pub_date: str | None = "2020-05-07") -> Row:
    return {"id": "s", "document_id": "d", "pub_date": pub_date, "text": text, "events": list(events)}


def labelled(text: str, told: Row, role: str) -> list[str]:
    """The tokens that an example labels with a role, the first of each span in capitals."""
    (trigger,) = sentence_example(tokenizer(), told).triggers
    words = tokenizer().encode(text).tokens
    found = zip(words, trigger.roles[ROLES.index(role)], strict=True)
    return [word.upper() if label == 1 else word for word, label in found if label > 0]


@pytest.mark.parametrize(
    ("words", "near", "place"),
    [("man", None, (13, 16)), ("man", 20, (21, 24)), ("Germany", None, None), ("", None, None), ("German", 0, (0, 6))],
)
def test_words_are_found_whole_and_nearest(words: str, near: int | None, place: tuple[int, int] | None) -> None:
    assert find("Germans: the man met man.", words, near=near) == place


def test_folds_are_of_like_size_and_the_same_whatever_the_order() -> None:
    names = [f"d{n}" for n in range(10)]
    homes = folds(names, 3)
    assert homes == folds([*reversed(names), "d1"], 3)
    assert sorted(list(homes.values()).count(fold) for fold in range(3)) == [3, 3, 4]
    assert homes != folds(names, 3, seed=8)


def test_lines_are_read_packed_or_not(tmp_path: Path) -> None:
    lines = json.dumps({"id": "é"}) + "\n\n" + json.dumps({"id": "b"}) + "\n"
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    assert rows(tmp_path / "a.jsonl") == list(packed(tmp_path / "a.jsonl.gz")) == [{"id": "é"}, {"id": "b"}]


def test_tokens_of_characters() -> None:
    encoding = tokenizer().encode("Mali marched.")
    assert [encoding.tokens[i] for i in range(*token_span(encoding, 6, 12))] == ["marched"]
    assert token_span(encoding, 5, 5) == (0, 0)


def test_an_event_is_labelled_with_its_type_status_and_mode() -> None:
    told = event("marched", mode="demo", status="planned")
    example = sentence_example(tokenizer(), row("Mali marched.", told))
    (trigger,) = example.triggers
    assert (example.ids[0], example.ids[-1]) == (CLS, SEP)
    assert (TYPES[trigger.type], STATUSES[trigger.status], MODES[trigger.mode]) == (
        "PROTEST",
        "planned",
        "PROTEST:demo",
    )
    assert [example.tokens[i] for i in range(*trigger.span)] == [trigger.type]
    assert sum(map(bool, example.tokens)) == 1


def test_a_mode_that_nobody_knows_is_none() -> None:
    (trigger,) = sentence_example(tokenizer(), row("Mali marched.", event("marched", mode="dance"))).triggers
    assert trigger.mode == 0


def test_parties_are_labelled_where_they_stand_nearest_to_the_trigger() -> None:
    text = "Mali was calm. Later South Sudan and Mali marched."
    told = event("marched", actor=[{"text": "Mali"}, {"text": "South Sudan"}])
    assert labelled(text, row(text, told), "actor") == ["SOUTH", "sudan", "MALI"]


def test_what_is_cut_off_is_not_asked() -> None:
    text = "a " * MAX_TOKENS + "march"
    example = sentence_example(tokenizer(), row(text, event("march")))
    assert (len(example.ids), len(example.tokens), example.triggers) == (MAX_TOKENS, MAX_TOKENS, ())
    assert false_trigger(tokenizer(), text, (len(text) - 5, len(text))) is None


@pytest.mark.parametrize(
    ("when", "pub_date", "words"),
    [
        ("2020-05-04", "2020-05-07", ["MONDAY"]), ("2020-05-01", "2020-05-07", None), ("", None, None),
        ("", "2020-05-07", []),
    ],
)  # fmt: skip
def test_days_are_labelled_where_they_give_the_annotated_day(
    when: str, pub_date: str | None, words: list[str] | None
) -> None:
    text = "Mali marched on Monday."
    told = row(text, event("marched", when=when), pub_date=pub_date)
    (trigger,) = sentence_example(tokenizer(), told).triggers
    unknown = set(trigger.roles[ROLES.index("when")]) == {IGNORE}
    assert unknown == (words is None)
    assert labelled(text, told, "when") == (words or [])


def test_both_sides_of_a_pair_are_marked() -> None:
    example = pair_example(tokenizer(), Pair("Mali fed Togo.", {"actor": [(0, 4)], "recipient": [(9, 13)]}, ("AID",)))
    assert example is not None
    words = tokenizer().encode("Mali fed Togo.").tokens
    assert {side: words[slice(*spans[0])] for side, spans in example.sides.items()} == {
        "actor": ["mali"], "recipient": ["togo"],
    }  # fmt: skip
    assert example.types == (TYPES.index("AID"),)
    far = "a " * MAX_TOKENS
    assert pair_example(tokenizer(), Pair(f"{far}Mali", {"actor": [(len(far), len(far) + 4)]}, ("AID",))) is None


def test_false_triggers_are_triggers_elsewhere_two_at_most() -> None:
    words = trigger_words([row("", event("Raid on"), event("march"), event("vote"))])
    assert words == {"raid": 1, "march": 1, "vote": 1}
    told = row("The march met a raid, a vote and a raid.", event("march"))
    found = false_triggers(told, words, random.Random(1))
    assert len(found) == 2
    assert {told["text"][slice(*span)] for span in found} <= {"raid", "vote"}
