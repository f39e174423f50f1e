"""Relating: the type between two given parties."""

import pytest

from dragoman.coding.coder import Coder
from dragoman.errors import UsageError

SENTENCE = "Moldovan prosecutors accused Russia of paying the men who stormed the parliament."
ACTOR, RECIPIENT = (0, 20), (29, 35)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def test_all_types_likeliest_first(coder: Coder) -> None:
    pairs = coder.relate(SENTENCE, actor=ACTOR, recipient=RECIPIENT)
    assert len(pairs) == 16
    assert pairs == sorted(pairs, key=lambda p: -p[1])
    assert sum(p for _, p in pairs) == pytest.approx(1, abs=1e-5)
    assert pairs[0][0] == "ACCUSE"


@pytest.mark.parametrize("given", [{"actor": ACTOR}, {"recipient": RECIPIENT}, {"actor": [ACTOR, (63, 66)]}])
def test_a_side_may_be_missing_or_named_twice(coder: Coder, given: dict[str, tuple[int, int]]) -> None:
    assert len(coder.relate(SENTENCE, **given)) == 16


def test_no_side_at_all_is_refused(coder: Coder) -> None:
    with pytest.raises(UsageError, match="actor or a recipient"):
        coder.relate(SENTENCE)


@pytest.mark.parametrize("span", [(0, 999), (-1, 4), (5, 5)])
def test_a_span_outside_the_text_is_refused(coder: Coder, span: tuple[int, int]) -> None:
    with pytest.raises(UsageError, match="not within the text"):
        coder.relate(SENTENCE, actor=span)
