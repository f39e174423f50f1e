"""Cues of status: the lexicon is sound, and what a cue governs ends with its clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.status.cueing import cues, is_name, rules
from dragoman.coding.words import words


def test_every_phrase_of_the_lexicon_can_be_found() -> None:
    for opening, own in rules().items():
        assert opening == opening.lower()
        for rule in own:
            assert rule.status in ("actual", "planned", "hypothetical", "negated")
            assert rule.scope in ("verb", "clause", "noun", "near", "back", "both")
            assert rule.words[0], "a phrase cannot open with a gap"


@pytest.mark.parametrize(
    ("text", "cue", "governed"),
    [
        ("Oman will host talks, which began late.", "will", "host talks"),
        ("If it rains, they march.", "If", "it rains"),
        ("A possible invasion was discussed.", "possible", "invasion"),
        ("They urged the king to leave and have marched.", "urged", "the king to leave"),
        ("They will leave and then sent word.", "will", "leave"),
        ("They will pay the debt it promised.", "will", "pay the debt"),
        ("Oman has notice of a strike for 7 May then.", "for 7 May", "Oman has notice of a strike for 7 May then"),
    ],
)
def test_what_is_governed(text: str, cue: str, governed: str) -> None:
    told = words(text)
    found = next(c for c in cues(told) if text[told[c.first].start : told[c.last - 1].end] == cue)
    assert " ".join(w.text for w in told[found.begin : found.stop]) == governed


def test_a_capital_within_a_sentence_is_a_name_and_in_a_headline_none() -> None:
    assert cues(words("The Defense Forces plan left Ghana to its own in May then")) == []
    assert [c.kind for c in cues(words("Navy May Attack Port"))] == ["modal"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elena May met Boris Ivanov in Quito.", True),
        ("Judge Elena May, Boris Ivanov", True),
        ("Police Arrest Boris Ivanov in May", True),
        ("Ivanov May Not Meet Elena", False),
        ("Elena may meet Boris Ivanov.", False),
        ("Elena Will Meet Boris Ivanov", False),
    ],
)
def test_a_name_spelled_as_an_auxiliary_is_none(text: str, *, name: bool) -> None:
    told = words(text)
    at = next(i for i, word in enumerate(told) if word.low in ("may", "will"))
    assert is_name(told, at) is name
    assert any(cue.first == at for cue in cues(told)) is not name


WORDS = ["if", "will", "not", "plan", "to", "the", ",", ".", "?", "had", "been", "failed", "from", "and", "cancelled"]


@given(st.lists(st.sampled_from(WORDS), max_size=15))
def test_cues_stay_within_the_sentence(tokens: list[str]) -> None:
    told = words(" ".join(tokens))
    for cue in cues(told):
        assert 0 <= cue.first < cue.last <= len(told)
        assert min(cue.begin, cue.stop) >= 0
        assert max(cue.begin, cue.stop) <= len(told)
