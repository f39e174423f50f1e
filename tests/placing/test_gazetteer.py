"""The gazetteer: names to places, small and quick to load."""

import subprocess
import sys
from importlib.resources import files

import pytest

from dragoman.placing.gazetteer import cities, gazetteer


@pytest.mark.parametrize(("name", "geonames_id"), [("Hanoi", 1581130), ("hanoi", 1581130), ("São Paulo", 3448439)])
def test_a_name_finds_its_place_first(name: str, geonames_id: int) -> None:
    assert cities(name)[0].geonames_id == geonames_id


def test_most_people_come_first() -> None:
    found = cities("Springfield")
    assert len(found) > 5
    assert [city.population for city in found] == sorted((city.population for city in found), reverse=True)


def test_an_unknown_name_has_no_place() -> None:
    assert cities("Gondolin") == cities("") == cities("\n") == ()


def test_first_and_last_name_are_found() -> None:
    index = gazetteer()
    for number in (0, len(index.key_ends) - 1):
        start = int(index.key_ends[number - 1]) + 1 if number else 0
        assert index.rows(index.keys[start : int(index.key_ends[number])].decode())


def test_it_is_small_in_the_package() -> None:
    assert len(files("dragoman.placing").joinpath("data/gazetteer.npz").read_bytes()) < 6_000_000


def test_it_takes_little_memory() -> None:
    script = (
        "import resource, numpy, dragoman.placing.gazetteer as g\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "g.gazetteer()\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    grown = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert int(grown.stdout) < 60_000
