"""Names of those who have none: without article and acronym; words that keep both brackets."""

import pytest

from dragoman.actors.phrases.naming import closed, plain


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the  armed police", "armed police"),
        ("their allies", "allies"),
        ("those allies", "allies"),
        ("Those who fled", "Those who fled"),
        ("The Who", "Who"),
        ("The Board of Rivers (BOR)", "Board of Rivers"),
        ("The Board of Rivers [BOR]", "Board of Rivers"),
        ("the Board of Rivers (BOR", "Board of Rivers"),
        ("Board of Rivers (Lagos office)", "Board of Rivers (Lagos office)"),
        ("the miners (about 30)", "miners (about 30)"),
        ("(BOR)", "(BOR)"),
        ("Rivers Co (RIV.N)", "Rivers Co"),
        ("The Dutch firm Rivers <RIV.AS", "Dutch firm Rivers"),
        ("Rivers <RIVX.HK> and the Board", "Rivers and the Board"),
        ("traders (U.S.)", "traders (U.S.)"),
        ("the Kurdish-held town of Manbij", "Manbij"),
        ("the northern Syrian city of Deir el-Zour in Syria", "Deir el-Zour"),
        ("the enclave of al-Bab", "al-Bab"),
        ("residents of the city of Homs", "residents of the city of Homs"),
        ("the town of Manbij’s council", "town of Manbij’s council"),
        ("the city of Homs residents", "city of Homs residents"),
        ("the mayor of Homs", "mayor of Homs"),
    ],
)
def test_plain_names(written: str, name: str) -> None:
    assert plain(written) == name


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Board (BOR) met", "The Board (BOR", "The Board (BOR)"),
        ("The Board (BOR) met", "The Board", "The Board"),
        ("The Board [Rivers] met", "The Board [Rivers", "The Board [Rivers]"),
        ("The Board (BOR and others) met", "The Board (BOR", "The Board"),
        ("Senator Ann Lee (D-Ohio.) met", "Senator Ann Lee (D-Ohio", "Senator Ann Lee"),
        ("(the Board) met", "(the Board", "(the Board)"),
        ("(the Board of Rivers", "(the Board", "(the Board"),
        ("(said the Board) and", "the Board", "the Board"),
        ("The Board <BOR.N> met", "The Board <BOR.N", "The Board <BOR.N>"),
        ("The Union (UR) of Rivers) met", "The Union (UR) of Rivers", "The Union (UR) of Rivers"),
    ],
)
def test_a_bracket_that_words_open_stays_closed(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    assert text[start : closed(text, start, start + len(words))] == expected
