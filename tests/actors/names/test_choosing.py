"""One reading of a name is chosen by day, neighbours and the countries around; a doubtful one is not."""

from dataclasses import replace
from datetime import date

from dragoman.actors.names.choosing import View, beside, choose, family_first
from dragoman.actors.names.matching import Name
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items

KINDS = ("person", "state", "capital", "region", "surname")


def chosen(text: str, at: int = 0, *, on: date | None = None, near: tuple[str, ...] = ()) -> Name | None:
    found = items(text, roster())
    return choose(found[at], KINDS, View(roster(), on, near), beside=beside(found, at), phrase=text)


def test_the_day_decides_between_a_state_and_its_forerunner() -> None:
    today, then = chosen("Moscow", on=date(2020, 1, 1)), chosen("Moscow", on=date(1985, 1, 1))
    assert today is not None
    assert then is not None
    assert (today.name, then.name) == ("Russia", "Soviet Union")


def test_the_countries_around_decide_between_namesakes() -> None:
    state, region = chosen("Georgia", near=("GEO",)), chosen("Georgia", near=("USA",))
    assert state is not None
    assert region is not None
    assert (state.country, region.country) == ("GEO", "USA")


def test_a_surname_within_a_longer_name_is_somebody_else_s() -> None:
    assert chosen("Putin") is not None
    assert chosen("Ivan Putin", 1) is None
    assert chosen("Putin Ivanov") is None


def test_a_surname_that_is_a_word_needs_a_title() -> None:
    day = date(2018, 3, 1)
    assert chosen("May", on=day) is None
    titled = chosen("Mrs May", 1, on=day)
    assert titled is not None
    assert titled.name == "Theresa May"


def test_a_body_that_is_no_more_is_still_meant_but_none_that_was_not_yet() -> None:
    found = items("Stasi", roster())
    after, before = (choose(found[0], ("organisation",), View(roster(), date(year, 6, 1))) for year in (1995, 1940))
    assert after is not None
    assert after.country == "DDR"
    assert before is None


def test_a_stranger_s_last_name_is_a_leader_s_only_behind_their_office() -> None:
    view = View(roster(), date(2023, 8, 5), strangers=frozenset({"maduro"}))

    def named(text: str, view: View) -> str:
        found = items(text, roster())
        name = choose(found[1], KINDS, view, beside=beside(found, 1), phrase=text)
        return name.name if name is not None else ""

    known = replace(view, strangers=frozenset())
    assert named("Mr Maduro", known) == named("President Maduro", view) == "Nicolás Maduro"
    assert named("Mr Maduro", view) == named("General Maduro", view) == ""


def test_a_surname_that_stands_first_is_of_whom_the_text_names_in_full() -> None:
    view = View(roster(), date(2018, 6, 13), named=frozenset({"Kim Yong-chol"}))
    found = items("Kim", roster())
    both = replace(view, named=view.named | {"Kim Jong-un"})
    meant = [choose(found[0], KINDS, one, phrase="Kim") for one in (view, both)]
    assert [name.name if name else "" for name in meant] == ["Kim Yong-chol", "Kim Jong-un"]
    assert not family_first("Kim Kardashian West", "west", roster())
