"""Sectors: the table is sound, and its sets are those that the code has names for."""

import re

from dragoman.actors.knowledge import sectors

KNOWN = sectors.load_sectors()


def test_sectors_are_unique_and_have_a_role_code() -> None:
    codes = [sector.code for sector in KNOWN]
    assert len(set(codes)) == len(codes)
    for sector in KNOWN:
        assert sector.name, sector.code
        assert len(sector.definition.split()) >= 4, sector.code
        assert re.fullmatch("[A-Z]{3}", sector.cameo) or sector.code == "UNK"


def test_each_set_of_the_table_has_one_name_and_each_name_its_set() -> None:
    in_table = {name: {s.code for s in KNOWN if name in s.sets} for sector in KNOWN for name in sector.sets}
    named = [value for name, value in vars(sectors).items() if name.isupper() and isinstance(value, frozenset)]
    assert sorted(map(sorted, named)) == sorted(map(sorted, in_table.values()))
    assert len({frozenset(codes) for codes in in_table.values()}) == len(in_table)


def test_a_set() -> None:
    assert {"IGO", "INT"} == sectors.BETWEEN_STATES
    assert {"GOV", "MIL", "COP", "SPY", "JUD", "LEG"} == sectors.OF_STATE
