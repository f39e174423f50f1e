"""The user's own actors add to the tables and replace what they say; a wrong row is named with its line."""

import unicodedata
from pathlib import Path

import pytest

from dragoman.actors import resolve
from dragoman.actors.knowledge import load
from dragoman.actors.names.matching import Name
from dragoman.actors.names.users import COLUMNS, after_office, read_own, roster_with
from dragoman.coding.coder import Coder
from dragoman.errors import KnowledgeError
from growth import linear

HEAD = "name,aliases,country,sector,actor_code,office,start,end,wikidata\n"


def write(folder: Path, rows: str, head: str = HEAD) -> Path:
    path = folder / "my.csv"
    path.write_text(head + rows, encoding="utf-8")
    return path


def test_a_new_group_is_found_by_name_and_alias(tmp_path: Path) -> None:
    names = roster_with(write(tmp_path, "Blue Dawn Brigades,BDB;Dawn Brigades,SYR,REB,SYRREBBDB,,,,Q42\n"))
    for phrase in ("the Blue Dawn Brigades", "BDB", "Dawn Brigades fighters"):
        (party,) = resolve(phrase, names=names)
        assert (party.country, party.sector) == ("SYR", "REB")
    assert resolve("BDB", names=names)[0].actor_code == "SYRREBBDB"
    assert resolve("BDB") == []


def test_dates_say_when_a_row_is_true(tmp_path: Path) -> None:
    rows = "Iron Pact,,GEO,REB,,,2001-01-01,2009-12-31,\nIron Pact,,GEO,GOV,,,2010-01-01,,\n"
    names = roster_with(write(tmp_path, rows))
    assert [resolve("Iron Pact", on=day, names=names)[0].sector for day in ("2005-05-05", "2015-05-05")] == [
        "REB",
        "GOV",
    ]
    assert resolve("Iron Pact", on="1999-01-01", names=names) == []


def coded(path: Path, text: str, day: str) -> list[tuple[str, str, str, str]]:
    """Name, country, sector and office of the parties of a text's events."""
    events = Coder(actors=path).code(text, pub_date=day)
    return [(p.name, p.country, p.sector, p.office) for e in events for p in (*e.actors, *e.recipients)]


def test_dates_hold_in_coding(tmp_path: Path) -> None:
    rows = (
        "Zorb Front,,GEO,REB,,,2020-01-01,2021-12-31,\nAda Quill,,KEN,GOV,,trade minister,2020-01-01,2021-12-31,Q42\n"
    )
    path = write(tmp_path, rows)
    text = "The Zorb Front attacked a police post in Kenya on Monday. Ada Quill condemned France."
    told = {day: coded(path, text, day) for day in ("2019-06-03", "2021-06-07", "2024-06-03")}
    assert told["2021-06-07"][0] == ("Zorb Front", "GEO", "REB", "")
    assert ("Ada Quill", "KEN", "GOV", "trade minister") in told["2021-06-07"]
    assert ("Ada Quill", "KEN", "ELI", "") in told["2024-06-03"]
    for day in ("2019-06-03", "2024-06-03"):
        assert {(country, office) for _, country, _, office in told[day]}.isdisjoint(
            {("GEO", ""), ("KEN", "trade minister")}
        )


def test_who_held_an_office_is_out_of_it_afterwards(tmp_path: Path) -> None:
    rows = "Ada Quill,A. Quill,KEN,GOV,,trade minister,2020-01-01,2021-12-31,Q42\nAda Quill,,KEN,OPP,,,2024-01-01,,\n"
    names = roster_with(write(tmp_path, rows))

    def sector(phrase: str, day: str) -> list[tuple[str, str]]:
        return [(party.sector, party.office) for party in resolve(phrase, on=day, names=names)]

    assert sector("Ada Quill", "2021-12-31") == [("GOV", "trade minister")]
    assert sector("Ada Quill", "2022-01-01") == [("ELI", "")]
    assert sector("Ada Quill", "2025-01-01") == [("OPP", "")]
    assert sector("A. Quill", "2025-01-01") == [("ELI", "")]
    assert sector("Ada Quill", "2019-01-01") == []


def test_who_led_no_state_stays_of_what_he_led(tmp_path: Path) -> None:
    names = roster_with(write(tmp_path, "Bo Marr,,GEO,REB,,commander,,2021-12-31,\n"))
    (party,) = resolve("Bo Marr", on="2024-01-01", names=names)
    assert (party.country, party.sector, party.office) == ("GEO", "REB", "")


def test_a_row_replaces_the_shipped_reading(tmp_path: Path) -> None:
    names = roster_with(write(tmp_path, "the Kremlin,,USA,CVL,,museum,,,\n"))
    (party,) = resolve("Kremlin", names=names)
    assert (party.country, party.sector, party.office) == ("USA", "CVL", "museum")
    assert resolve("Kremlin")[0].country == "RUS"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Iron Pact,,GEORGIA,,,,,,\n", "line 2: country 'GEORGIA' is no ISO 3166 alpha-3 code"),
        ("Iron Pact,,GEO,XXX,,,,,\n", "line 2: sector 'XXX' is no sector"),
        ("Iron Pact,,GEO,REB,,,,,\n,,GEO,,,,,,\n", "line 3: name '' is no name"),
        ("Iron Pact,,GEO,,,,yesterday,,\n", "line 2: start 'yesterday' is no day"),
        ("Iron Pact,,GEO,,,,2020-01-01,2019-01-01,\n", "line 2: end 2019-01-01 is before start 2020-01-01"),
        ("Iron Pact,,GEO,,,,,,42\n", "line 2: wikidata '42' is no item"),
        ("Iron Pact,,GEO,,geo reb,,,,\n", "line 2: actor_code 'geo reb' is no code"),
        ("Iron Pact,GEO\n", "line 2: not as many fields"),
        ("Iron, Pact,,GEO,,,,,,\n", "line 2: not as many fields"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        list(read_own(write(tmp_path, rows), load()))


def test_a_wrong_head_or_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="line 1: unknown column 'nation'"):
        list(read_own(write(tmp_path, "", head="name,nation\n"), load()))
    with pytest.raises(KnowledgeError, match="no column 'name'"):
        list(read_own(write(tmp_path, "", head="country\n"), load()))
    with pytest.raises(KnowledgeError, match="cannot be read"):
        list(read_own(tmp_path / "missing.csv", load()))


def test_only_the_name_must_be_there(tmp_path: Path) -> None:
    (name,) = read_own(write(tmp_path, "Iron Pact\n", head="name\n"), load())
    assert (name.text, name.country) == ("Iron Pact", "")
    assert COLUMNS[0] == "name"


def test_a_file_that_is_not_there_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.csv: cannot be read: No such file or directory; give a CSV file"):
        roster_with(tmp_path / "none.csv")


def test_many_holders_of_offices_take_no_longer_than_there_are() -> None:
    def work(size: int) -> None:
        names = [
            Name(f"Person{n} Quill", "organisation", "x", "KEN", "GOV", office="minister", end="2015-01-01")
            for n in range(size)
        ]
        assert len(list(after_office(names))) == 2 * size

    assert linear(work, 1_000)


def test_names_written_with_letters_apart_are_found(tmp_path: Path) -> None:
    rows = unicodedata.normalize("NFD", "Frente Ostróvia,,MLI,REB,,,,,\n")
    (party,) = resolve("the Frente Ostróvia", names=roster_with(write(tmp_path, rows)))
    assert party.country == "MLI"


def test_a_file_that_was_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one of the same name in another folder is another one."""
    first = roster_with(write(tmp_path, "Iron Pact,,GEO,REB,,,,,\n"))
    assert roster_with(tmp_path / "my.csv") is first
    names = roster_with(write(tmp_path, "Iron Pact,,MLI,REB,,,,,\n"))
    assert resolve("Iron Pact", names=names)[0].country == "MLI"
    (tmp_path / "other").mkdir()
    write(tmp_path / "other", "Iron Pact,,SDN,REB,,,,,\n")
    found = []
    for folder in (tmp_path, tmp_path / "other"):
        monkeypatch.chdir(folder)
        found.append(resolve("Iron Pact", names=roster_with(Path("my.csv")))[0].country)
    assert found == ["MLI", "SDN"]
