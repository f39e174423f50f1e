"""The gate itself, and that the shipped coder passes it."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", Path(__file__).with_name("gate.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gate"] = module
    spec.loader.exec_module(module)
    return module


def test_the_shipped_coder_is_at_or_above_every_floor(gate: ModuleType) -> None:
    assert gate.failures(gate.measure(), gate.load(), gold=gate.digest(gate.GOLD, gate.PAIRS)) == []


def test_the_gold_has_every_type_and_many_sentences_without_events(gate: ModuleType) -> None:
    sentences = gate.read_gold(gate.GOLD).sentences
    types = {event.event_type for sentence in sentences for event in sentence.events}
    assert len(sentences) >= 300
    assert len(types) == 16
    assert sum(not sentence.events for sentence in sentences) >= len(sentences) * 0.3


def test_the_gold_has_pairs_of_every_type(gate: ModuleType) -> None:
    counts = Counter(pair.event_type for pair in gate.read_gold(gate.PAIRS).pairs)
    assert len(counts) == 15
    assert min(counts.values()) >= 25


def test_a_figure_below_its_floor_fails_and_is_named(gate: ModuleType) -> None:
    floors = gate.Floors("d", "w", 1, {"type f1": 0.7, "status": 0.9})
    assert gate.failures({"type f1": 0.7, "status": 0.9}, floors, gold="d") == []
    assert gate.failures({"type f1": 0.69, "status": 0.9}, floors, gold="d")[0].startswith("type f1: 0.6900")
    assert "status" in gate.failures({"type f1": 0.7}, floors, gold="d")[0]


def test_other_gold_needs_a_new_pin(gate: ModuleType) -> None:
    assert "re-pin" in gate.failures({}, gate.Floors("old", "w", 1, {}), gold="new")[0]


def test_floors_rise_and_fall_only_when_allowed(gate: ModuleType) -> None:
    floors = gate.Floors("d", "w", 1, {"type f1": 0.7, "gone": 0.5})
    assert gate.raised({"type f1": 0.6}, floors, allow_drop=False) == {"type f1": 0.7, "gone": 0.5}
    assert gate.raised({"type f1": 0.9}, floors, allow_drop=False)["type f1"] == 0.88
    assert gate.raised({"type f1": 0.6}, floors, allow_drop=True) == {"type f1": 0.58}
    assert gate.raised({"type f1": 0.71}, floors, allow_drop=True) == {"type f1": 0.7}


def test_floors_survive_saving(gate: ModuleType, tmp_path: Path) -> None:
    floors = gate.Floors("d", "w", 3, {"b": 0.5, "a": 0.25})
    gate.save(floors, tmp_path / "floors.json")
    assert gate.load(tmp_path / "floors.json") == floors
