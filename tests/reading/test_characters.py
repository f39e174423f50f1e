"""Invisible and broken characters go, curly quotes stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.characters import plain


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\x00b\x07c", "abc"),
        ("zero\u200bwidth \u2066mark\u2069\ufeff", "zerowidth mark"),
        ("hard\u00a0space\u2009thin\tx", "hard space thin x"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("soft\u00adhyphen", "softhyphen"),
        ("``We left,'' he said. ``Why?''", "“We left,” he said. “Why?”"),
        ("a ``lost mark", "a ``lost mark"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("Tu\u0308rkiye, Co\u0302te d’Ivoire", "Türkiye, Côte d’Ivoire"),
        ("e\u200b\u0301", "é"),
        ("the ministerâ€™s cafÃ©", "the minister’s café"),
        ("“curly” ‘quotes’ – café, Kaboré, Erdoğan", "“curly” ‘quotes’ – café, Kaboré, Erdoğan"),
    ],
)
def test_characters(raw: str, expected: str) -> None:
    assert plain(raw) == expected


@pytest.mark.parametrize("text", ["Mirziyoyev’s “visit” – Côte d’Ivoire", "São Tomé, Þingvellir, Łódź, İzmir", "Київ"])
def test_good_text_is_not_touched(text: str) -> None:
    assert plain(text) == text


def test_broken_encoding_of_a_whole_line_is_repaired_by_round_trip() -> None:
    line = "The minister’s “frank” talks – in São Paulo"
    assert plain(line.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")) == line


@given(st.text(alphabet=st.characters(max_codepoint=126, min_codepoint=32)))
def test_ascii_is_not_touched(text: str) -> None:
    assert plain(text) == text
