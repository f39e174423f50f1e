"""Tokens: offsets quote the sentence, markers go where they should and nothing else moves."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.models.tokens import MARKERS, marked, tokenise

SENTENCE = "Lusaka’s envoy Mwansa Phiri arrived in São Tomé on Tuesday."


def test_offsets_quote_the_sentence() -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    start = SENTENCE.index("São Tomé")
    first, last = tokens.span(start, start + len("São Tomé"))
    assert SENTENCE[slice(*tokens.characters(first, last))] == "São Tomé"


def test_a_long_sentence_is_cut_and_keeps_its_closing_token() -> None:
    tokens = tokenise(["peace " * 500], limit=20)[0]
    assert len(tokens.ids) == 20
    assert tokens.ids[-1] == tokenise(["peace"], limit=64)[0].ids[-1]


def test_a_span_outside_every_token_is_empty() -> None:
    assert tokenise(["A  b"], limit=9)[0].span(1, 2) == (0, 0)


@given(st.lists(st.integers(200, 900), min_size=1, max_size=12), st.data())
def test_markers_add_two_ids_and_keep_the_order(ids: list[int], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(ids) - 1))
    end = data.draw(st.integers(start + 1, len(ids)))
    out, moved = marked(ids, {"trigger": [(start, end)]})
    assert [i for i in out if i not in MARKERS["trigger"]] == ids
    assert [out[moved[i]] for i in range(len(ids))] == ids
    assert (out[moved[start] - 1], out[moved[end - 1] + 1]) == MARKERS["trigger"]
