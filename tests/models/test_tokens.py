"""Tokens: offsets quote the sentence, a long one is cut."""

from dragoman.models.tokens import tokenise

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
