"""Sectors: the table is sound, and its sets are those that the code has names for."""

import re
from pathlib import Path

import pytest

import dragoman
from dragoman.actors.knowledge import sectors
from dragoman.errors import KnowledgeError

KNOWN = sectors.load_sectors()
SOURCE = Path(dragoman.__file__).parent


def test_sectors_are_unique_and_have_a_role_code() -> None:
    codes = [sector.code for sector in KNOWN]
    assert len(set(codes)) == len(codes)
    for sector in KNOWN:
        assert sector.name, sector.code
        assert len(sector.definition.split()) >= 4, sector.code
        assert re.fullmatch("[A-Z]{3}", sector.cameo) or sector.code == "UNK"


def test_each_set_of_the_table_is_asked_for_and_each_asked_for_is_in_the_table() -> None:
    in_table = {name for sector in KNOWN for name in sector.sets}
    source = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    assert set(re.findall(r'sectors_in\("([^"]+)"\)', source)) == in_table
    assert len({sectors.sectors_in(name) for name in in_table}) == len(in_table)


def test_a_set() -> None:
    assert sectors.sectors_in("between states") == {"IGO", "INT"}
    assert sectors.sectors_in("of state") == {"GOV", "MIL", "COP", "SPY", "JUD", "LEG"}


def test_no_such_set() -> None:
    with pytest.raises(KnowledgeError, match="no sector is in a set called 'armd'"):
        sectors.sectors_in("armd")
