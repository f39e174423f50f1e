"""Names are found longest first, by case, in one pass; spans quote the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.names.kinds import Kind
from dragoman.actors.names.matching import Index, Match, Name, case_of, fold, key, tokens, undotted, word_between
from dragoman.actors.names.roster import roster


def name(text: str, kind: Kind = "state", country: str = "") -> Name:
    return Name(text, kind, text, country, case=case_of(text))


INDEX = Index(
    [
        name("Korea"), name("North Korea"), name("US"), name("Nato", "organisation"), name("NATO", "organisation"),
        name("People's Army", "organisation"), name("Sana'a", "capital"), name("Kim Jong-un", "person"),
        name("Jane Doe", "person"), name("John Q. Doe", "person"), Name("John Doe", "person", "John Q. Doe"),
        Name("coast guard", "noun", "coast guard", case="any"), name("St. Kitts"), name("Côte d'Ivoire"),
    ]
)  # fmt: skip


def found(text: str) -> list[str]:
    return [text[m.start : m.end] for m in INDEX.matches(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("North Korea and Korea", ["North Korea", "Korea"]),
        ("It told us that the US left", ["US"]),
        ("Us and them", []),
        ("U.S. troops met NATO's and Nato’s envoys", ["U.S.", "NATO", "Nato"]),
        ("the People’s Army", ["People’s Army"]),
        ("in Sanaa, Sana’a and Sana'a", ["Sanaa", "Sana’a", "Sana'a"]),
        ("Kim Jong Un met Kim Jong-un", ["Kim Jong Un", "Kim Jong-un"]),
        ("a Coast Guard ship, a coast guard", ["Coast Guard", "coast guard"]),
        ("korea", []),
        ("Cote d’Ivoire and St Kitts", ["Cote d’Ivoire", "St Kitts"]),
        ("North, Korea", ["Korea"]),
        ("Jane Q. Doe, Jane Q. R. Doe and Jane Q.R. Doe", ["Jane Q. Doe", "Jane Q. R. Doe", "Jane Q.R. Doe"]),
        ("Jane Q. Dole praised Doe", []),
        ("Jane Q. Doe Smith of North K. Korea", ["Jane Q. Doe", "Korea"]),
        ("John Q. Doe met John X. Doe", ["John Q. Doe"]),
        ("", []),
    ],
)
def test_what_is_found(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_folding_joins_writings() -> None:
    assert fold("Erdoğan") == fold("ERDOGAN") == "erdogan"
    assert key("Kim Jong-un") == key("Kim  Jong Un")
    assert key("Łódź") == "lodz"


def test_every_reading_of_a_writing_is_kept_and_the_order_of_rows_never_matters() -> None:
    rows = [name("Georgia", "state", "GEO"), name("Georgia", "region", "USA"), name("Chad", "state", "TCD")]
    one, other = Index(rows), Index(rows[::-1])
    assert one.find("georgia") == other.find("Georgia")
    assert {n.country for n in one.find("Georgia")} == {"GEO", "USA"}
    assert one.matches("Georgia met Chad") == other.matches("Georgia met Chad")
    assert len(one) == 2


def test_a_match_shows_its_first_reading() -> None:
    match = Match(0, 4, INDEX.find("Nato"))
    assert match.kind == "organisation"
    assert match.entry.text in ("NATO", "Nato")


SHIPPED = roster()


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_walked_and_spans_follow_one_another(text: str) -> None:
    at = 0
    for match in SHIPPED.matches(text):
        assert at <= match.start < match.end <= len(text)
        at = match.end
    assert all(text[t.start : t.end] for t in tokens(text))


def test_the_first_word_of_a_stretch_is_folded_and_placed() -> None:
    text = "the US-Backed rebels"
    assert word_between(text, 7, 20) == ("backed", 13)
    assert word_between(text, 13, 14) == ("", 14)


def test_a_longer_name_is_tried_no_further_than_names_go_on() -> None:
    names = Index(Name(text, "state", text) for text in ("South Sudan", "South Sudan Liberation Army", "Sudan"))
    found = names.matches("South Sudan signed. South Sudan Liberation Army men left. South of Sudan it rained.")
    assert [match.entry.name for match in found] == ["South Sudan", "South Sudan Liberation Army", "Sudan"]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("The U.S. envoy met Gen. A. Abe. He left.", [30, 39]),
        ("It left the UN. St. Ives is far.", [14, 31]),
        ("It rose 2.5 times.", [9, 17]),
    ],
)
def test_dots_of_abbreviations_are_no_stops(text: str, stops: list[int]) -> None:
    plain = undotted(text)
    assert [at for at, letter in enumerate(plain) if letter == "."] == stops
    assert [b for a, b in zip(plain, text, strict=True) if a != b] == ["."] * (text.count(".") - len(stops))
