"""Wording: features of the words at and around a trigger."""

from dragoman.coding.wording import form, place, wording
from dragoman.coding.words import words


def test_words_are_told_by_their_place() -> None:
    told = words("If it rains, Peru may send tanks?")
    found = set(wording(told, *place(told, 22, 26)))
    assert {"before 1 may", "before 2 peru", "before peru may", "near if", "after 0 tanks"} <= found
    assert {"opens send", "closes send", "form ", "has if", "has may", "asks"} <= found


def test_the_edges_of_a_sentence_are_told() -> None:
    told = words("Shelling began")
    found = set(wording(told, 0, 1))
    assert {"before 1 ^", "form ing", "after 0 began", "after 1 $"} <= found


def test_a_name_is_no_auxiliary() -> None:
    told = words("Elena May met Boris in Quito.")
    found = set(wording(told, 2, 3))
    assert {"near May", "before elena May"} <= found
    assert not {"near may", "has may", "before 1 may"} & found


def test_a_place_is_that_of_whole_words() -> None:
    told = words("Peru sent tanks.")
    assert place(told, 5, 9) == (1, 2)
    assert place(told, 6, 12) == (1, 3)
    assert place(told, 90, 95) == (4, 4)


def test_endings() -> None:
    assert [form(word) for word in ("shelled", "shelling", "shells", "shell")] == ["ed", "ing", "s", ""]


def test_features_come_in_the_same_order_in_every_process() -> None:
    told = words(
        "Whether planned or not, it would be expected if it could, unless it may not: it will or might, and should."
    )
    found = [feature for feature in wording(told, 0, 1) if feature.startswith("has ")]
    assert found == [
        f"has {word}"
        for word in [
            "if",
            "will",
            "would",
            "could",
            "may",
            "might",
            "should",
            "unless",
            "whether",
            "planned",
            "expected",
        ]
    ]
