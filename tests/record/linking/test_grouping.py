"""Average linkage: the best pairs first, no chains, ties to the earlier, whatever order the points come in."""

from dragoman.record.linking.grouping import groups

FLOOR = -100


def both_ways(pairs: dict[str, int]) -> dict[str, dict[str, int]]:
    """Points by pair of letters, both ways round."""
    scores: dict[str, dict[str, int]] = {one: {} for pair in pairs for one in pair}
    for (one, other), points in pairs.items():
        scores[one][other] = scores[other][one] = points
    return scores


def test_all_alike_are_one_group() -> None:
    assert groups("abc", both_ways({"ab": 1, "ac": 5, "bc": 9}), floor=FLOOR) == [["a", "b", "c"]]


def test_a_chain_does_not_pull_its_ends_together() -> None:
    chain = {"ab": 50, "bc": 40, "cd": 50}
    assert groups("abcd", both_ways(chain), floor=FLOOR) == [["a", "b"], ["c", "d"]]


def test_pairs_above_the_floor_count_as_they_are() -> None:
    assert groups("abc", both_ways({"ab": 50, "bc": 40, "ac": -20}), floor=FLOOR) == [["a", "b", "c"]]


def test_a_tie_goes_to_the_earlier() -> None:
    assert groups("abc", both_ways({"ab": 50, "bc": 50, "ac": -90}), floor=FLOOR) == [["a", "b"], ["c"]]


def test_one_is_a_group() -> None:
    assert groups("a", {"a": {}}, floor=FLOOR) == [["a"]]


def test_those_apart_are_in_no_group_together_by_whatever_way() -> None:
    near = both_ways({"ab": 90, "bc": 80, "ac": 70})
    assert groups("abc", near, floor=FLOOR, apart={"a": {"c"}, "c": {"a"}}) == [["a", "b"], ["c"]]


def test_a_group_is_apart_from_whatever_any_of_it_is_apart_from() -> None:
    near = both_ways({"ab": 90, "cd": 90, "ac": 80, "bc": 80, "ad": 80, "bd": 80})
    assert groups("abcd", near, floor=FLOOR, apart={"b": {"d"}, "d": {"b"}}) == [["a", "b"], ["c", "d"]]
