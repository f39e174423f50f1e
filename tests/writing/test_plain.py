"""What is shown on a terminal holds no command for it."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.writing.plain import plain


def test_terminal_commands_are_disarmed() -> None:
    assert plain("safe\x1b]0;owned\x07\x1b[2J\r\nnext") == "safe ]0;owned [2J next"
    assert plain("left‮right") == "left right"


def test_words_stay_as_they_are() -> None:
    assert plain("São Tomé “agreed” — 東京") == "São Tomé “agreed” — 東京"


@given(st.text(st.characters()))
def test_nothing_unprintable_is_left(words: str) -> None:
    shown = plain(words)
    assert not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert shown.encode("utf-8").decode("utf-8") == shown
