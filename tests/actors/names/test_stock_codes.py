"""Stock codes behind companies."""

import pytest

from dragoman.actors.names.stock_codes import coded


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        ("Rivers (BA.N) met", "BA", True), ("Rivers <RIV.PA>", "PA", True), ("the BA met", "BA", False),
        ("the Rivers Authority (PA) met", "PA", False), ("Rivers (BA.N) met BA", "met", False),
    ],
)  # fmt: skip
def test_a_name_within_a_stock_code(text: str, name: str, answer: bool) -> None:
    start = text.index(name)
    assert coded(text, start, start + len(name)) is answer
