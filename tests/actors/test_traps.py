"""Names that also mean something else do not count where their neighbours say so."""

import pytest

from dragoman.actors.roster import roster


def countries(text: str) -> set[str]:
    return {m.entry.country for m in roster().matches(text) if m.kind in ("state", "capital", "demonym")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey closed the border", {"TUR"}),
        ("They ate turkey on Thursday", set()),
        ("Jordan recalled its envoy", {"JOR"}),
        ("Michael Jordan retired again", set()),
        ("Chad protested", {"TCD"}),
        ("It helped us all", set()),
        ("It helped the US", {"USA"}),
        ("Denzel Washington came", set()),
        ("Washington objected", {"USA"}),
    ],
)
def test_neighbours_and_case_decide(text: str, expected: set[str]) -> None:
    assert countries(text) == expected


def test_a_trap_knows_its_rule() -> None:
    assert roster().traps["us"].rule == "upper"
