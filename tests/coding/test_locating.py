"""Locating: the words that tell where, and what tells it where the network marks none."""

import pytest

from coding.findings import finding
from dragoman.coding.locating import chosen

LINE = "LUSAKA, Aug. 12 (Xinhua) -- "


def told(sentence: str, trigger: str, kind: str, *, document: str = "", **roles: str | list[str]) -> str:
    """The chosen words."""
    span = chosen(sentence, finding(sentence, trigger, kind=kind, **roles), document=document or sentence)
    return sentence[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("sentence", "trigger", "place", "words"),
    [
        ("Jets bombed Kisumu on Monday.", "bombed", "Kisumu", "Kisumu"),
        ("Jets bombed the Embakasi air base in Kenya.", "bombed", ["Embakasi", "Kenya"], "Embakasi air base in Kenya"),
        ("Jets bombed the port in Kisumu.", "bombed", "in Kisumu", "Kisumu"),
        ("Jets bombed a ship near Kisumu.", "bombed", "near Kisumu", "near Kisumu"),
        ("Jets bombed Kisumu, Kenya.", "bombed", ["Kisumu", "Kenya"], "Kisumu, Kenya"),
        ("The fight for Kisumu is hailed in Kenya.", "fight", ["Kisumu", "Kenya"], "Kisumu"),
        ("Jets bombed Kisumu while Rwanda looked on.", "bombed", ["Kisumu", "Rwanda"], "Kisumu"),
        ("This raid was outcast to outcast, as was the one in Kenya.", "raid", ["outcast", "Kenya"], "Kenya"),
        ("They toured the Zaporizhzhia nuclear power plant.", "toured", "Zaporizhzhia",
         "Zaporizhzhia nuclear power plant"),
        ("Jets bombed its borders in Kenya.", "bombed", ["its", "Kenya"], "Kenya"),
        ("Jets bombed the eastern front.", "bombed", "the eastern", ""),
        ("Jets bombed the east.", "bombed", "the east", "the east"),
        ("Jets bombed two northern cities.", "bombed", "two", ""),
        ("He was tried in absentia.", "tried", "absentia", ""),
        ("Jets bombed areas where rebels hid.", "bombed", "areas where", "areas"),
        ("Jets bombed the eastern bank of it.", "bombed", "the eastern bank of", "the eastern bank"),
    ],
)  # fmt: skip
def test_marked_words_are_made_whole(sentence: str, trigger: str, place: str | list[str], words: str) -> None:
    assert told(sentence, trigger, "ASSAULT", place=place) == words


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "words"),
    [
        ("Speaking in Tallinn, the minister urged Riga to act.", "urged", "REQUEST", "Tallinn"),
        ("She told reporters in Oslo that Minsk lied.", "lied", "ACCUSE", "Oslo"),
        ("Speaking in French, the minister urged Riga to act.", "urged", "REQUEST", ""),
        ("He told them that Oslo lied.", "lied", "ACCUSE", ""),
        ("She told reporters in Oslo that tanks shelled a town.", "shelled", "ASSAULT", ""),
    ],
)
def test_who_speaks_speaks_there(sentence: str, trigger: str, kind: str, words: str) -> None:
    assert told(sentence, trigger, kind) == words


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "actor", "recipient", "words"),
    [
        ("Police in Kisumu picked up an editor.", "picked up", "COERCE", "Police in Kisumu", "an editor", "Kisumu"),
        ("Nurses across northern Ghana went on strike.", "strike", "PROTEST", "Nurses", [], "Ghana"),
        ("Police in Marsabit county held a nun.", "held", "COERCE", "Police", "a nun", "Marsabit county"),
        ("Drivers at Amazon went on strike.", "strike", "PROTEST", "Drivers", [], ""),
        ("Men in Turkish uniforms held a nun.", "held", "COERCE", "Men", "a nun", ""),
        ("Hands at Gdansk's Lenin Shipyard struck.", "struck", "PROTEST", "Hands", [], "Gdansk"),
        ("Officials in Kyiv celebrated the blast.", "celebrated", "SUPPORT", "Officials in Kyiv", [], ""),
        ("Exiles picketed the Omani embassy in Paris.", "picketed", "PROTEST", "Exiles", "the Omani embassy", "Paris"),
        ("Exiles denounced the junta in Niger.", "denounced", "PROTEST", "Exiles", "the junta", ""),
    ],
)
def test_who_protests_or_arrests_is_there(
    sentence: str, trigger: str, kind: str, actor: str, recipient: str, words: str
) -> None:
    assert told(sentence, trigger, kind, actor=actor, recipient=recipient) == words


@pytest.mark.parametrize(
    ("sentence", "trigger", "recipient", "words"),
    [
        ("Rebels retook Idlib in June.", "retook", "Idlib", "Idlib"),
        ("Tanks shelled the besieged town of Debaltseve.", "shelled", "the besieged town of Debaltseve", "Debaltseve"),
        ("Rebels retook Idlib city in June.", "retook", [], "Idlib"),
        ("Rebels retook Idlib in June.", "retook Idlib", [], "Idlib"),
        ("Rebels retook two hills from Moscow.", "retook", "Moscow", ""),
        ("Tanks invaded Kuwait.", "invaded", "Kuwait", ""),
        ("Gunmen killed Lyon.", "killed", "Lyon", ""),
    ],
)
def test_a_town_that_is_taken_is_the_place(sentence: str, trigger: str, recipient: str, words: str) -> None:
    assert told(sentence, trigger, "ASSAULT", recipient=recipient) == words


def test_a_town_that_is_visited_is_the_place() -> None:
    assert told("A visit to Hanoi failed.", "visit", "CONSULT", mode="visit", recipient="Hanoi") == "Hanoi"
    assert told("Hanoi hosted them.", "hosted", "CONSULT", mode="visit", recipient="Hanoi") == ""


@pytest.mark.parametrize(
    ("sentence", "trigger", "words"),
    [
        ("The Oslo talks of 1993 brought them together.", "talks", "Oslo"),
        ("They shook hands at the Singapore summit.", "shook hands", "Singapore"),
        ("They shook hands at the Africa summit.", "shook hands", ""),
        ("They agreed at the Dayton negotiations to stop.", "agreed", "Dayton"),
        ("They met before the Dayton negotiations.", "met", ""),
        ("Peace talks stalled.", "talks", ""),
    ],
)
def test_a_meeting_goes_by_its_city(sentence: str, trigger: str, words: str) -> None:
    assert told(sentence, trigger, "CONSULT") == words


def test_here_is_told_under_a_dateline_only() -> None:
    sentence = "The two envoys met here on Monday."
    assert told(sentence, "met", "CONSULT", document=LINE + sentence) == "here"
    assert told(sentence, "met", "CONSULT") == ""
    said = "The envoys met, and “we are here on business”, one said."
    assert told(said, "met", "CONSULT", document=LINE + said) == ""
