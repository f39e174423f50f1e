"""The known name in a part of a phrase: which it is, whose it is made, what it means with the words around it."""

from datetime import date

import pytest

from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.entities import country_in, entity_in, of_its_owner, read_name
from dragoman.actors.phrases.phrase import Part, taken_apart

VIEW = View(roster(), date(2022, 6, 1))


def only(phrase: str) -> Part:
    """The one part of a phrase."""
    (part,) = taken_apart(phrase, VIEW.roster).parts
    return part


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Turkish officials", "TUR"), ("US Syria envoy", "USA"), ("UN Syria envoy", ""), ("London-based activists", ""),
        ("officials", ""),
    ],
)  # fmt: skip
def test_the_first_adjective_or_place_tells_the_country(phrase: str, country: str) -> None:
    assert country_in(only(phrase).core, VIEW) == country


@pytest.mark.parametrize(
    ("phrase", "name"), [("French President Emmanuel Macron", "Emmanuel Macron"), ("the tired officials", "")]
)
def test_the_name_in_a_part(phrase: str, name: str) -> None:
    found = entity_in(phrase, only(phrase), noun=None, view=VIEW)
    assert (found[1].name if found else "") == name


def test_a_body_that_others_have_too_is_its_owner_s() -> None:
    part = only("Congress")
    found = entity_in("Congress", part, noun=None, view=VIEW)
    made = of_its_owner(part, found, owner="PER", view=VIEW)
    assert found is not None
    assert made is not None
    assert (made[1].country, made[1].sector, made[1].name, made[1].wikidata) == ("PER", found[1].sector, "", "")
    assert of_its_owner(part, found, owner=found[1].country, view=VIEW) == found


def test_a_person_has_the_office_of_the_day_unless_the_words_say_it_is_past() -> None:
    serving, past = "Emmanuel Macron", "the ousted Emmanuel Macron"
    told = []
    for phrase in (serving, past):
        part = only(phrase)
        found = entity_in(phrase, part, noun=None, view=VIEW)
        assert found is not None
        told.append(read_name(part, found[1], owner="", noun=None, view=VIEW))
    assert [(one.name, one.country, one.person) for one in told] == [("Emmanuel Macron", "FRA", True)] * 2
    assert (told[0].sector, bool(told[0].office)) == ("GOV", True)
    assert (told[1].sector, told[1].office) == ("ELI", "")
