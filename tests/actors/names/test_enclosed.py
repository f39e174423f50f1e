"""Names that are only a part of other names are nobody there."""

import pytest

from dragoman.actors.names.enclosed import enclosed
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items


@pytest.mark.parametrize(
    ("text", "name", "inside"),
    [
        ("rangers in Virunga National Park", "Park", True), ("Queen Elizabeth National Park", "Queen Elizabeth", True),
        ("a siren at Ben Gurion airport", "Ben Gurion", True), ("Ben Gurion spoke at an airport", "Ben Gurion", False),
        ("the King Hussein Bridge crossing", "King Hussein", True), ("President Park left", "Park", False),
        ("On Monday Park left", "Park", False), ("Ms. Park left", "Park", False),
        ("Vladimir Putin Said", "Vladimir Putin", False),
        ("Defence minister Aden Duale left", "Aden", True), ("Minister Aden left", "Aden", False),
        ("fighting in Aden Harbour", "Aden", False), ("President Moscow", "Moscow", False),
        ("General Waker-uz-Zaman left", "Zaman", True), ("the newspaper Zaman reported", "Zaman", False),
        ("beaten on Moscow Road", "Moscow", True), ("beaten on Moscow roads", "Moscow", False),
        ("Moscow Avenue", "Moscow", True), ("Moscow’s Square", "Moscow", False), ("Moscow", "Moscow", False),
        ("Fighters took Mocimboa da Praia", "Praia", True), ("They flew to Praia", "Praia", False),
        ("a Su-24M took off", "Su", True), ("Su left", "Su", False),
        ("Rivers (BA.N) left", "BA", True), ("Rivers (BA) left", "BA", False),
        ("the pro-Hamas group", "Hamas", False), ("the US-NATO pact", "NATO", False),
    ],
)  # fmt: skip
def test_a_name_inside_another(text: str, name: str, *, inside: bool) -> None:
    (match,) = [m for m in roster().matches(text) if text[m.start : m.end] == name]
    assert enclosed(text, match) is inside


def test_it_names_nobody_in_a_phrase() -> None:
    assert [item.key for item in items("Minister Aden Duale", roster()) if item.first("metonym")] == []
