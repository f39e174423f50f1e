"""Every rule does what its own examples say, alone and within the whole cleaning."""

import time

import pytest

from dragoman.reading.cleaning import clean
from dragoman.reading.rules import Rule, apply_rules, rules


def name(rule: Rule) -> str:
    return rule.name.replace(" ", "-")


def test_names_are_unique() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names)) > 20


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_it_says_why_and_has_examples_of_both_kinds(rule: Rule) -> None:
    assert len(rule.why.split()) > 4
    assert rule.removes
    assert rule.keeps


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_it_removes_what_its_examples_say(rule: Rule) -> None:
    for before, after in rule.removes:
        assert apply_rules(before, [rule]) != before
        assert clean(before) == after


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_it_keeps_what_its_examples_say(rule: Rule) -> None:
    for text in rule.keeps:
        assert clean(text) == text


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_words_that_announce_it_are_in_lower_case_and_in_every_match(rule: Rule) -> None:
    assert all(word == word.lower() for word in rule.near)
    for before, _ in rule.removes:
        matches = [match[0].lower() for match in rule.pattern.finditer(before)]
        assert all(any(word in match for word in rule.near) for match in matches)


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_no_text_made_to_resist_takes_long(rule: Rule) -> None:
    units = [*rule.near, *(f". {word}" for word in rule.near), *(before[:-2] for before, _ in rule.removes)]
    for unit in units:
        started = time.process_time()
        rule.pattern.sub(" ", (unit * 20_000)[:50_000])
        assert time.process_time() - started < 2
