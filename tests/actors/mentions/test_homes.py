"""Peoples and strangers have their country before pronouns lean on them."""

from datetime import date

from dragoman.actors.mentions.homes import peoples, strangers
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.scene import Scene, scene

TEXT = "Boran Gelu fed the Kurds in Aleppo. Gelu wept."


def laid_out() -> Scene:
    return scene(TEXT, [(0, 35), (36, len(TEXT))], View(roster(), date(2020, 5, 1)))


def test_a_people_of_several_countries_has_one_where_it_is_named() -> None:
    (found,) = peoples(laid_out(), lambda start, end: {"Kurds": "SYR"}[TEXT[start:end]])
    assert (TEXT[found.start : found.end], found.country) == ("Kurds", "SYR")


def test_a_stranger_is_of_one_country_wherever_named() -> None:
    asked: list[str] = []

    def country(mention: Mention) -> str:
        asked.append(TEXT[mention.start : mention.end])
        return "SYR"

    found = strangers(laid_out(), country)
    assert [(TEXT[c.start : c.end], c.country, c.name.name) for c in found] == [
        ("Boran Gelu", "SYR", "Boran Gelu"), ("Gelu", "SYR", "Boran Gelu")
    ]  # fmt: skip
    assert asked == ["Boran Gelu"]
