"""Attaching: only a plain preposition close to the trigger places an event."""

import pytest

from dragoman.coding.placing import attach, places

CASES = [
    ("Police arrested nine students in Cairo.", "arrested", "Cairo"),
    ("In Kyiv, thousands protested against the law.", "protested", "Kyiv"),
    ("The army shelled villages near Bakhmut.", "shelled", "Bakhmut"),
    ("Rebels attacked a tanker off Yemen.", "attacked", "Yemen"),
    ("He flew from Pyongyang to Hanoi.", "flew", "Hanoi"),
    ("Troops were deployed to northern Syria.", "deployed", "northern Syria"),
    ("The envoys met outside Geneva, but fighting went on in Aleppo.", "met", "Geneva"),
    ("The envoys met outside Geneva, but fighting went on in Aleppo.", "fighting", "Aleppo"),
    ("France condemned the vote.", "condemned", ""),
    ("The minister from Spain resigned.", "resigned", ""),
    ("Officials in Tehran criticised the move.", "criticised", ""),
    ("Germany imposed sanctions on Russia.", "imposed", ""),
    ("The union struck. In Lima, a court ruled.", "struck", ""),
    ("A court ruled without naming anyone.", "ruled", ""),
]


@pytest.mark.parametrize(("text", "trigger", "wanted"), CASES)
def test_the_place_of_an_act(text: str, trigger: str, wanted: str) -> None:
    start = text.index(trigger)
    found = attach(places(text), text, trigger_start=start, trigger_end=start + len(trigger))
    assert (found.text if found else "") == wanted


def test_a_place_inside_the_trigger_is_its_own() -> None:
    text = "The siege in Aleppo lasted; a raid in Homs failed."
    found = attach(places(text), text, trigger_start=0, trigger_end=26)
    assert found is not None
    assert found.text == "Aleppo"
