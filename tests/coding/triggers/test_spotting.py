"""Spotting: runs of likely tokens become candidates; words are never cut and types never mixed."""

import numpy as np

from dragoman.coding.triggers.spotting import candidates
from dragoman.models.tokens import tokenise

TYPES = 17


def look(tokens: int, hot: dict[int, tuple[int, float]]) -> np.ndarray:
    """(tokens, types) probabilities with `hot` tokens: index -> (type, chance)."""
    probabilities = np.zeros((tokens, TYPES), np.float32)
    probabilities[:, 0] = 1
    for i, (kind, chance) in hot.items():
        probabilities[i, 0], probabilities[i, kind] = 1 - chance, chance
    return probabilities


def test_neighbours_of_one_type_are_one_candidate() -> None:
    tokens = tokenise(["Rebels laid siege to Aleppo."], limit=64)[0]
    found = candidates(3, tokens, look(len(tokens.ids), {2: (16, 0.9), 3: (16, 0.6)}))
    assert [(c.sentence, c.first, c.last) for c in found] == [(3, 2, 4)]
    assert found[0].strength == np.float32(0.9)
    assert int(found[0].types.argmax()) + 1 == 16


def test_neighbours_of_two_types_are_two_candidates() -> None:
    tokens = tokenise(["Police arrested beaten men."], limit=64)[0]
    found = candidates(0, tokens, look(len(tokens.ids), {2: (15, 0.9), 3: (16, 0.9)}))
    assert len(found) == 2


def test_pieces_of_one_word_stay_together_whatever_their_scores() -> None:
    tokens = tokenise(["Troops bombarded Kharkiv."], limit=64)[0]
    first, last = tokens.span(7, 16)
    hot = {first: (16, 0.8)} if last - first > 1 else {first: (16, 0.8), first + 1: (0, 0.0)}
    found = candidates(0, tokens, look(len(tokens.ids), hot))
    assert "Troops bombarded Kharkiv."[slice(*tokens.characters(found[0].first, found[0].last))] == "bombarded"


def test_the_end_of_a_word_alone_is_no_candidate() -> None:
    tokens = tokenise(["Envoys left Pyongyang on foot."], limit=64)[0]
    first, last = tokens.span(12, 21)
    assert last - first > 1
    assert candidates(0, tokens, look(len(tokens.ids), {last - 1: (2, 0.9)})) == []


def test_a_name_joined_by_a_hyphen_gives_no_candidate_that_begins_with_it() -> None:
    tokens = tokenise(["The Kenya-Uganda visit ended."], limit=64)[0]
    hyphen = tokens.ids.index(1011)
    (found,) = candidates(0, tokens, look(len(tokens.ids), {hyphen: (2, 0.9), hyphen + 2: (2, 0.9)}))
    assert "The Kenya-Uganda visit ended."[slice(*tokens.characters(found.first, found.last))] == "visit"


def test_nothing_likely_gives_nothing() -> None:
    tokens = tokenise(["Rain fell on the coast."], limit=64)[0]
    assert candidates(0, tokens, look(len(tokens.ids), {})) == []
