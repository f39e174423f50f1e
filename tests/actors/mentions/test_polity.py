"""A state told by its people."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Act


@pytest.mark.parametrize(
    ("text", "words", "deed", "sector"),
    [
        ("Chad wept as the Saudis bombed it.", "the Saudis", Act("ASSAULT", "actor", ()), ""),
        ("The Americans left Chad.", "The Americans", Act("RETREAT", "actor", ()), ""),
        # people as such: who protest, who suffer, some of them, those without a state
        ("The Saudis marched.", "The Saudis", Act("PROTEST", "actor", ()), "CVL"),
        ("Chad shot the Saudis.", "the Saudis", Act("ASSAULT", "recipient", ()), "CVL"),
        ("Saudis bombed Chad.", "Saudis", Act("ASSAULT", "actor", ()), "CVL"),
        ("Six Saudis left. The Saudis bombed Chad.", "The Saudis", Act("ASSAULT", "actor", ()), "CVL"),
        ("The Saudis in Chad bombed it.", "The Saudis in Chad", Act("ASSAULT", "actor", ()), "CVL"),
        ("The Kurds bombed Chad.", "The Kurds", Act("ASSAULT", "actor", ()), "CVL"),
    ],
)
def test_what_the_saudis_do_the_state_does(text: str, words: str, deed: Act, sector: str) -> None:
    cast = Cast(text, [(0, len(text))], pub_date=date(2024, 6, 21))
    at = text.rindex(words)
    (party,) = cast.parties(at, at + len(words), act=deed)
    assert party.sector == sector
    assert party.actor_code == party.country + sector
