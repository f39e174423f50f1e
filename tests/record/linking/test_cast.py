"""Parties as sets, and the keys under which they meet."""

from dragoman.record.linking.cast import cast

ARMY, REBELS, UN = ("army", "COD", "MIL"), ("M23", "COD", "REB"), ("UN", "", "IGO")


def test_an_army_and_its_rebels_are_told_apart() -> None:
    found = cast((ARMY,), (REBELS,))
    assert found.actors.who == found.recipients.who == ("COD",)
    assert set(found.actors.roles).isdisjoint(found.recipients.roles)


def test_a_government_stands_for_its_army() -> None:
    assert cast((ARMY,), ()).actors.roles == cast((("Congo", "COD", "GOV"),), ()).actors.roles


def test_a_party_without_a_country_is_vague_and_gives_no_key_beside_one_that_has() -> None:
    found = cast((UN,), (ARMY,))
    assert found.actors.vague
    assert found.stand == ("COD|-",)
    assert cast((UN,), ()).stand == ("un|-",)


def test_a_bar_in_a_name_does_not_end_it() -> None:
    assert cast((("a|b", "", ""),), ()).stand == ("a b|-",)


def test_nobody_has_no_key() -> None:
    assert cast((), ()).look == ()
