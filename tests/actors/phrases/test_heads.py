"""Heads of phrases: words for people that no table knows, and the participles behind a head that are seen through."""

import pytest

from dragoman.actors import resolve
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.heads import headed, many, member, of_people, participle
from dragoman.actors.phrases.phrase import items


@pytest.mark.parametrize(
    "word", ["depositors", "tapper", "sprinter", "evacuees", "hairdressers", "oarsmen", "veterans"]
)
def test_words_for_people_by_their_endings(word: str) -> None:
    assert of_people(word)


@pytest.mark.parametrize(
    "word", ["river", "trees", "headquarters", "airpower", "computer", "restaurants", "paint", "door"]
)
def test_things_that_end_alike(word: str) -> None:
    assert not of_people(word)


def test_participles() -> None:
    assert all(map(participle, ["stationed", "fleeing", "shot"]))
    assert not participle("troops")


@pytest.mark.parametrize(
    ("phrase", "kept"),
    [
        ("rice farmers owed money", "rice farmers"),
        ("an oil worker shot", "an oil worker"),
        ("Serbs fleeing Knin", "Serbs"),
        ("rebel training camp", "rebel training camp"),
        ("rebel-held villages", "rebel-held villages"),
    ],
)
def test_what_is_told_behind_a_head_is_no_part_of_it(phrase: str, kept: str) -> None:
    left = headed(phrase, items(phrase, roster()))
    assert phrase[left[0].start : left[-1].end] == kept


@pytest.mark.parametrize(
    ("phrase", "one"),
    [
        ("the Tennessee Republican", True),
        ("the Ohio Republicans", False),
        ("Republican", False),
        ("the Conservative party", False),
    ],
)
def test_a_member_is_not_the_party(phrase: str, *, one: bool) -> None:
    core = items(phrase, roster())
    party = next(name for name in core[-1].names if name.kind == "organisation")
    assert member(core, party) is one


def test_several_people() -> None:
    found = {phrase: many(items(phrase, roster())[-1]) for phrase in ("farmers", "farmer", "Syrians", "Syrian")}
    assert found == {"farmers": True, "farmer": False, "Syrians": True, "Syrian": False}


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Lebanese depositors", "LBN"), ("Mossad agents", "ISR"), ("a Kazakh oil worker shot in Zhanaozen", "KAZ"),
        ("a handful of Jordanian lawmakers", "JOR"), ("a Norwegian skier", "NOR"), ("Hezbollah's military wing", "LBN"),
        ("the political wing of Hamas", "PSE"), ("laid-off Turkish textile workers", "TUR"),
    ],
)  # fmt: skip
def test_people_whom_no_table_knows(phrase: str, country: str) -> None:
    assert [party.country for party in resolve(phrase, on="2018-05-05")] == [country]


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        ("the Labour Party", ("NGA",), ("", "PTY")), ("the Labour Party", ("NGA", "GBR"), ("GBR", "PTY")),
        ("the Labour Party", (), ("GBR", "PTY")), ("Malta's Labour Party", (), ("MLT", "PTY")),
        ("the Norwegian Labour Party", ("GBR",), ("NOR", "PTY")),
        ("the Democratic Party in Seoul", ("KOR",), ("KOR", "PTY")), ("the Democratic Party", ("USA",), ("USA", "PTY")),
        ("Peru's Navy Seals", (), ("PER", "MIL")), ("Navy Seals", ("USA",), ("USA", "MIL")),
        ("a Navy Seal", ("PHL",), ("", "MIL")), ("US Navy SEALs", ("PHL",), ("USA", "MIL")),
    ],
)  # fmt: skip
def test_a_name_of_several_states_bodies_is_a_noun_where_its_own_country_is_not_told(
    words: str, near: tuple[str, ...], expected: tuple[str, str]
) -> None:
    (party,) = resolve(words, on="2022-05-01", near=near)
    assert (party.country, party.sector) == expected
