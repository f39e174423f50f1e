"""Kinds of names: the sets hold known kinds, and the likelier reading comes first."""

from typing import get_args

from dragoman.actors.names import kinds


def test_sets_hold_known_kinds_and_each_has_one_name() -> None:
    sets = [value for name, value in vars(kinds).items() if name.isupper() and isinstance(value, frozenset | tuple)]
    assert {kind for one in sets for kind in one} <= set(get_args(kinds.Kind))
    assert len({frozenset(one) for one in sets}) == len(sets)


def test_who_is_somebody() -> None:
    assert kinds.WHO == ("person", "organisation", "state", "capital", "metonym", "region", "city", "surname")
