"""The rules fit the ontology, and nearness goes both ways."""

import re
from dataclasses import fields
from importlib.resources import files

from dragoman.record.linking.rules import Points, near, rules


def test_types_and_sectors_are_plovers() -> None:
    types = {file.name[:-5].upper() for file in files("dragoman.ontology").joinpath("types").iterdir()}
    assert set(rules().near) <= types
    assert rules().mutual <= types
    assert all(re.fullmatch(r"([A-Z]{3})?", sector) for sector in rules().classes)


def test_near_is_mutual_and_each_type_is_near_itself() -> None:
    assert all(one in near(other) for one in rules().near for other in near(one))
    assert near("PROTEST") == ("PROTEST",)


def test_points_for_and_against_have_their_sign() -> None:
    points = rules().points
    for field in fields(Points):
        if field.name.endswith("_same"):
            assert getattr(points, field.name) > 0
        if field.name.endswith(("_other", "_far", "_abroad", "floor", "start")):
            assert getattr(points, field.name) < 0
