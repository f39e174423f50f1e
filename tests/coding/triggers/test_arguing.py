"""Arguing: tags become spans that quote whole words."""

import numpy as np
import pytest

from dragoman.coding.triggers.arguing import Role, one_sided, spans, trimmed, written
from dragoman.models.tokens import Tokens, tokenise

SENTENCE = "Demonstrators in Ouagadougou and Koudougou marched."


def tags(tokens: Tokens, labels: dict[int, int]) -> np.ndarray:
    out = np.zeros((len(tokens.ids), 3), np.float32)
    for i in range(len(tokens.ids)):
        out[i, labels.get(i, 0)] = 1
    return out


def quoted(labels: dict[int, int], tokens: Tokens) -> list[str]:
    return [SENTENCE[role.start : role.end] for role in spans(SENTENCE, tokens, tags(tokens, labels))]


def test_a_begin_inside_a_word_takes_the_whole_word() -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    first, last = tokens.span(SENTENCE.index("Ouaga"), SENTENCE.index("Ouaga") + len("Ouagadougou"))
    assert last - first > 1
    assert quoted({last - 1: 1}, tokens) == ["Ouagadougou"]


def test_a_second_begin_starts_a_second_span() -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    one, _ = tokens.span(SENTENCE.index("Ouaga"), SENTENCE.index("Ouaga") + 11)
    two, _ = tokens.span(SENTENCE.index("Koud"), SENTENCE.index("Koud") + 9)
    assert quoted({one: 1, two: 1}, tokens) == ["Ouagadougou", "Koudougou"]


def test_inside_tags_run_on() -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    first, last = tokens.span(0, SENTENCE.index(" and"))
    assert quoted({first: 1} | dict.fromkeys(range(first + 1, last), 2), tokens) == ["Demonstrators in Ouagadougou"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Demonstrators in", "Demonstrators"), ("in Ouagadougou and", "Ouagadougou"), ("Koudougou", "Koudougou")],
)
def test_words_that_only_lead_to_others_are_no_part_of_a_party(words: str, expected: str) -> None:
    start = SENTENCE.index(words)
    role = trimmed(SENTENCE, Role(start, start + len(words), 0.9))
    assert (SENTENCE[role.start : role.end], role.chance) == (expected, 0.9)


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("A Kenyan-led force landed", "A Kenyan-led", "A Kenyan"),
        ("A Kenyan-led force landed", "A Kenyan-led force", "A Kenyan-led force"),
        ("Self-styled judges sat", "Self-styled judges", "Self-styled judges"),
        ("They shelled at least nine villages", "at least nine villages", "at least nine villages"),
        ("They met at Gao", "at Gao", "Gao"),
        ("The men who had fled met", "The men who had", "The men"),
        ("The men who fled met", "The men who fled", "The men who fled"),
        ("The rebels he met left", "The rebels he", "The rebels"),
        ("Those who left met", "Those who", "Those"),
        ("All the people in it met", "All the people in it", "All the people in it"),
        ("Ann Lee and she met", "Ann Lee and she", "Ann Lee and she"),
        ("The Who met", "The Who", "The Who"),
    ],
)
def test_a_party_is_neither_its_lead_nor_its_number_cut(sentence: str, words: str, expected: str) -> None:
    start = sentence.index(words)
    role = trimmed(sentence, Role(start, start + len(words), 0.9))
    assert sentence[role.start : role.end] == expected


def test_markers_are_never_in_a_span() -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    assert quoted({0: 1, len(tokens.ids) - 1: 1}, tokens) == []


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Yarmouk’s mayor left", "Yarmouk’s", "Yarmouk"),
        ("The U.S. left", "The U.", "The U.S."),
        ("Nasr al-Hariri spoke", "Hariri", "al-Hariri"),
        ("Mira Rojkan, 22, left", "Mira Rojkan,", "Mira Rojkan"),
        ("“Rebels” shot", "Rebels", "Rebels"),
        ("talks—Mali said", "Mali", "Mali"),
        ("rebels.", "rebels.", "rebels"),
        ("soldiers’ wives", "soldiers’", "soldiers"),
        ("The Miners' League (ML) met", "The Miners' League (ML", "The Miners' League (ML)"),
        ("(rebels) met", "rebels)", "rebels"),
    ],
)
def test_spans_are_whole_written_words(sentence: str, words: str, expected: str) -> None:
    at = sentence.index(words)
    start, end = written(sentence, at, at + len(words))
    assert sentence[start:end] == expected


def test_a_word_is_on_one_side_only_the_likelier_one() -> None:
    roles = ("actor", "recipient", "place")
    tags_of = np.array(
        [
            [[0.2, 0.8, 0.0], [0.4, 0.6, 0.0], [0.1, 0.9, 0.0]],
            [[0.6, 0.4, 0.0], [0.1, 0.1, 0.8], [1.0, 0.0, 0.0]],
        ],
        np.float32,
    )
    kept = one_sided(roles, tags_of).argmax(-1)
    assert kept.tolist() == [[1, 0, 1], [0, 2, 0]]


def test_an_article_alone_is_nobody() -> None:
    sentence = "The rebels left."
    tokens = tokenise([sentence], limit=64)[0]
    assert spans(sentence, tokens, tags(tokens, {1: 1})) == ()


def chances(tokens: Tokens, said: dict[str, tuple[float, float, float]]) -> np.ndarray:
    """O, B and I of the words of SENTENCE; of others O alone."""
    out = np.tile(np.float32([1, 0, 0]), (len(tokens.ids), 1))
    for word, row in said.items():
        start = SENTENCE.index(word)
        first, last = tokens.span(start, start + len(word))
        out[first:last] = row
    return out


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ((0.75, 0.02, 0.23), ["Demonstrators in Ouagadougou"]),  # may well be inside
        ((0.94, 0.01, 0.05), ["Demonstrators", "Ouagadougou"]),
    ],
)
def test_words_that_may_well_be_inside_tear_no_phrase(between: tuple[float, float, float], expected: list[str]) -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    rows = chances(tokens, {"Demonstrators": (0.1, 0.8, 0.1), "in": between, "Ouagadougou": (0.3, 0.2, 0.5)})
    assert [SENTENCE[role.start : role.end] for role in spans(SENTENCE, tokens, rows)] == expected


def test_a_list_is_no_torn_phrase() -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    rows = chances(tokens, {"Ouagadougou": (0.1, 0.8, 0.1), "and": (0.6, 0.0, 0.4), "Koudougou": (0.1, 0.8, 0.1)})
    assert [SENTENCE[role.start : role.end] for role in spans(SENTENCE, tokens, rows)] == ["Ouagadougou", "Koudougou"]
