"""Grammar: the data file is right, and a wrong one is told with the pattern that is wrong."""

from importlib.resources import files
from typing import Any, get_args

import pytest
import yaml

from dragoman.coding.timing.expression import Kind
from dragoman.coding.timing.grammar import compile_grammar, grammar
from dragoman.errors import KnowledgeError


@pytest.fixture
def rules() -> dict[str, Any]:
    """The rules as the data file holds them."""
    text = files("dragoman.coding").joinpath("data/dates.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def test_every_pattern_is_of_a_known_kind_and_seed(rules: dict[str, Any]) -> None:
    for rule in rules["patterns"]:
        assert rule["kind"] in get_args(Kind)
        assert rule["seed"] in rules["seeds"]


def test_repetitions_are_bounded(rules: dict[str, Any]) -> None:
    for rule in rules["patterns"]:
        assert "*" not in rule["regex"]
        assert "+" not in rule["regex"]


def test_every_share_lies_within_its_unit(rules: dict[str, Any]) -> None:
    assert all(0 <= low < high <= parts for low, high, parts in rules["parts"].values())


def test_the_grammar_is_compiled_once() -> None:
    assert grammar() is grammar()


def test_unknown_words_are_told(rules: dict[str, Any]) -> None:
    rules["patterns"].append({"seed": "month", "kind": "date", "regex": "{fortnightly}"})
    with pytest.raises(KnowledgeError, match="fortnightly"):
        compile_grammar(rules)


def test_a_broken_pattern_is_told(rules: dict[str, Any]) -> None:
    rules["patterns"].append({"seed": "month", "kind": "date", "regex": "(oops"})
    with pytest.raises(KnowledgeError, match="oops"):
        compile_grammar(rules)
