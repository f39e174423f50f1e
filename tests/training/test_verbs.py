"""Verbs of written sentences: enough a type, with known modes, parties and tails, inflected as they are spoken."""

import random
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from training.corpus import Row
from training.labels import MODES, TYPES
from training.parties import data
from training.verbs import SLOT, formed, read_verb, tailed, verbs


@cache
def diction() -> Row:
    found: Row = yaml.safe_load((Path(__file__).parents[2] / "training" / "verbs.yaml").read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", TYPES[1:])
def test_each_type_has_at_least_twenty_verbs(name: str) -> None:
    assert len({(verb.head, verb.particle, verb.after) for verb in verbs() if verb.type == name}) >= 20


def test_verbs_name_known_types_modes_parties_and_tails() -> None:
    kinds, tails = data()["kinds"], diction()["tails"]
    for verb in verbs():
        assert verb.type in TYPES[1:], verb
        assert not verb.mode or f"{verb.type}:{verb.mode}" in MODES, verb
        assert verb.by, verb
        assert {*verb.by, *verb.to} <= set(kinds), verb
        assert bool(verb.to) == verb.takes, verb
        assert verb.takes or not verb.nouns, verb
        assert set(SLOT.findall(verb.after + "".join(verb.alone))) <= {"B", *tails}, verb


def test_every_listed_inflection_and_tail_is_used() -> None:
    written = " ".join(verb.after + " ".join(verb.alone) for verb in verbs())
    heads = {verb.head for verb in verbs()} | set(re.findall(r"<([\w-]+)", str(diction())))
    assert set(diction()["irregular"]) <= heads
    assert all(len(forms.split()) == 4 for forms in diction()["irregular"].values())
    assert set(diction()["tails"]) <= set(SLOT.findall(written))


@pytest.mark.parametrize(
    ("verb", "form", "words"),
    [
        ("<agree> on it", "ing", "agreeing"),
        ("<accuse> {B}", "ing", "accusing"),
        ("<defy> {B}", "past", "defied"),
        ("<deploy> {B}", "participle", "deployed"),
        ("<lash out> at {B}", "present", "lashes out"),
        ("<meet> {B}", "past", "met"),
        ("<withdraw> from it", "participle", "withdrawn"),
    ],
)
def test_verbs_are_inflected_as_they_are_spoken(verb: str, form: str, words: str) -> None:
    assert formed(read_verb(verb), form) == words


def test_a_chosen_tail_fills_its_slot_and_leaves_the_recipient() -> None:
    name, texts = next(iter(diction()["tails"].items()))
    verb = tailed(read_verb(f"<send> {{B}} {{{name}}}"), random.Random(1))
    assert verb.after.removeprefix(" {B} ") in texts
    assert verb.takes


def test_of_several_many_speak_in_the_plural() -> None:
    verb = read_verb("<call> on {B}")
    assert [formed(verb, "present", many=many) for many in (False, True)] == ["calls", "call"]
