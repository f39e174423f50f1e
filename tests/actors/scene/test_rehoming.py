"""Towns whose country the text tells."""

import pytest

from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.scene import scene


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Gunmen attacked Valencia in Venezuela.", "Valencia", "VEN"),
        ("Venezuela sent men to Valencia.", "Valencia", "VEN"),
        ("Gunmen attacked Valencia.", "Valencia", "ESP"),
        ("Spain and Venezuela sent men to Valencia.", "Valencia", "ESP"),
        ("Gunmen attacked Tripoli in Lebanon.", "Tripoli", "LBN"), ("Lebanon spoke to Tripoli.", "Tripoli", "LBY"),
        ("They fight for Moscow in Ukraine.", "Moscow", "RUS"), ("They left Aden in Yemen.", "Aden", "YEM"),
        ("Gunmen attacked Palma in northern Mozambique.", "Palma", "MOZ"), ("Kenya spoke in London.", "London", "GBR"),
    ],
)  # fmt: skip
def test_a_town_is_where_the_text_has_it(text: str, town: str, country: str) -> None:
    (clue,) = [c for c in scene(text, [(0, len(text))], View(roster(), None)).clues if text[c.start : c.end] == town]
    assert clue.country == country
