"""The gazetteer: populated places of GeoNames, in arrays that load in a few hundredths of a second.

In: data/gazetteer.npz, which training/gazetteer.py builds. Out: `City` candidates for a name, most people first.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from dragoman.errors import KnowledgeError
from dragoman.placing.folding import fold
from dragoman.placing.spelling import sounded

if TYPE_CHECKING:
    import numpy as np

# Decimal places of coordinates: five is about a metre, and hides the rounding of 32-bit floats.
_DECIMALS = 5


@dataclass(frozen=True, slots=True)
class City:
    """A populated place. `country` is ISO alpha-3, `admin` GeoNames' first-level code, coordinates in degrees.

    `spellings` counts its names in all languages, which tells how far it is known.
    """

    geonames_id: int
    name: str
    country: str
    admin: str
    population: int
    spellings: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The arrays: sorted folded names (`keys`, one byte string), and for each the rows of its places."""

    keys: bytes
    key_ends: "np.ndarray[Any, Any]"
    names: list[str]
    arrays: "dict[str, np.ndarray[Any, Any]]"

    def rows(self, key: str) -> list[int]:
        """Row numbers of the places called so, most people first; [] when none is."""
        wanted = key.encode("utf-8", "replace")
        found = bisect_left(range(len(self.key_ends)), wanted, key=self._key)
        if found == len(self.key_ends) or self._key(found) != wanted:
            return []
        first = self.arrays["key_rows"]
        return [int(row) for row in self.arrays["rows"][first[found] : first[found + 1]]]

    def goes_on(self, word: str) -> bool:
        """Whether a name of several words begins with this one; its form is a key's."""
        wanted = word.encode("utf-8", "replace")
        found = bisect_left(range(len(self.key_ends)), wanted + b" ", key=self._key)
        following = self._key(found) if found < len(self.key_ends) else b""
        # What parts words in a key, blanks and few other marks, comes before digits and letters.
        return following.startswith(wanted) and following[len(wanted) : len(wanted) + 1] < b"0"

    def _key(self, number: int) -> bytes:
        start = self.key_ends[number - 1] + 1 if number else 0
        return self.keys[start : self.key_ends[number]]

    def city(self, row: int) -> City:
        """The place of a row."""
        values = self.arrays
        return City(
            geonames_id=int(values["id"][row]),
            name=self.names[row],
            country=str(values["countries"][values["country"][row]]),
            admin=str(values["admins"][values["admin"][row]]),
            population=int(values["population"][row]),
            spellings=int(values["spellings"][row]),
            latitude=round(float(values["latitude"][row]), _DECIMALS),
            longitude=round(float(values["longitude"][row]), _DECIMALS),
        )


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read on first use. Raises KnowledgeError when the file is missing."""
    import numpy as np  # slow to load, and most phrases name no place of the gazetteer

    source = files("dragoman.placing").joinpath("data/gazetteer.npz")
    if not source.is_file():
        raise KnowledgeError("gazetteer.npz is missing from dragoman/placing/data; run training/gazetteer.py")
    with as_file(source) as path, np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    keys = arrays.pop("keys")
    ends = np.append(np.flatnonzero(keys == ord("\n")), len(keys)).astype(np.uint32)
    names = arrays.pop("names").tobytes().decode("utf-8").split("\n")
    return Gazetteer(keys.tobytes(), ends, names, arrays)


@lru_cache(maxsize=4_096)
def cities(name: str) -> tuple[City, ...]:
    """The places called so, whatever the case and marks of the letters, most people first."""
    return _called(fold(name))


@lru_cache(maxsize=1_024)
def sounding(key: str) -> tuple[City, ...]:
    """The places whose names sound like a folded name, where names come out of the Arabic script."""
    sound = sounded(key)
    return _called(sound) if sound else ()


def _called(key: str) -> tuple[City, ...]:
    places = gazetteer()
    return tuple(places.city(row) for row in places.rows(key))
