"""The tables fit together, and the linter sees when they do not."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from dragoman.ontology import Ontology, lint, load


def test_the_tables_have_no_faults() -> None:
    assert lint.faults() == []


def test_faults_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    known = load()
    broken_type = replace(
        known.types["AGREE"], quad_class=7, is_not=(), cameo_root="3", definition="Agree.", speech="yes"
    )
    broken_speech = replace(known.types["AID"], speech=True)
    broken_code = replace(known.cameo["042"], goldstein=11.0, quad_class=4)
    broken = Ontology(
        types=MappingProxyType({**known.types, "AGREE": broken_type, "AID": broken_speech}),
        cameo=MappingProxyType({**known.cameo, "042": broken_code}),
    )
    monkeypatch.setattr(lint, "load", lambda: broken)
    lines = "\n".join(lint.faults())
    for fault in ("quad_class 7", "cameo_root '3'", "definition is too short", "near misses", "score 11.0"):
        assert fault in lines
    assert "speech 'yes'" in lines
    assert "aid.yaml: what is speech is verbal" in lines
    assert "cameo.csv: 042: quad class differs" in lines
