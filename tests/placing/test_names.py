"""Names: the tables of areas and words are right."""

import csv
from importlib.resources import files

from dragoman.actors.knowledge import load
from dragoman.placing.gazetteer import cities
from dragoman.placing.names import areas, capitals, words

ROWS = [
    line
    for line in files("dragoman.placing").joinpath("data/places.csv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PLACES = list(csv.DictReader(ROWS))


def test_every_country_is_a_known_one() -> None:
    known = {state.iso3 for state in load().states} | {""}
    assert [row["name"] for row in PLACES if row["country"] not in known] == []


def test_points_have_coordinates_and_only_they() -> None:
    for row in PLACES:
        assert bool(row["latitude"] and row["longitude"]) == (row["kind"] == "point"), row["name"]
    points = [row for row in PLACES if row["kind"] == "point"]
    assert all(-90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180 for row in points)


def test_no_name_is_given_twice() -> None:
    names = [(row["name"], row["country"], row["kind"]) for row in PLACES]
    assert len(names) == len(set(names))


def test_every_alias_names_a_city_of_the_gazetteer() -> None:
    for row in PLACES:
        if row["kind"] == "alias":
            assert row["country"] in {city.country for city in cities(row["name"])}, row["name"]


def test_demonyms_and_states_are_known_by_any_case_and_mark() -> None:
    assert {area.country for area in areas()["cote divoire"]} == {"CIV"}
    assert areas()["syrian"][0].kind == "demonym"


def test_every_word_is_small() -> None:
    lists = words()
    assert all(word == word.lower() for word in (*lists.kinds, *lists.areas, *lists.offshore, *lists.articles))


def test_nearly_every_capital_is_in_the_gazetteer() -> None:
    missing = [code for code, name in capitals().items() if not any(c.country == code for c in cities(name))]
    assert len(missing) < len(capitals()) / 10, missing
