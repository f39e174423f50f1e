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


def test_a_span_without_a_word_is_refused(coder: Coder) -> None:
    with pytest.raises(UsageError, match=r"span \(9, 11\) holds no word"):
        coder.relate("Moldovan   prosecutors accused Russia.", actor=(9, 11))


FAR = "The council met again. " * 80


@pytest.mark.parametrize(("before", "after"), [(FAR, ""), ("", FAR), (FAR, FAR)])
def test_parties_are_read_wherever_they_stand(coder: Coder, before: str, after: str) -> None:
    text, at = f"{before}{SENTENCE} {after}", len(before)
    actor, recipient = (at + ACTOR[0], at + ACTOR[1]), (at + RECIPIENT[0], at + RECIPIENT[1])
    assert coder.relate(text, actor=actor, recipient=recipient)[0][0] == "ACCUSE"
    # Named again far away: read where most of the names stand together.
    again = [actor, (4, 11)] if before else [actor, (len(text) - 8, len(text) - 2)]
    assert coder.relate(text, actor=again, recipient=recipient)[0][0] == "ACCUSE"


def test_parties_too_far_apart_are_refused(coder: Coder) -> None:
    text = f"{SENTENCE} {FAR}{SENTENCE}"
    second = (len(text) - len(SENTENCE) + RECIPIENT[0], len(text) - len(SENTENCE) + RECIPIENT[1])
    with pytest.raises(UsageError, match="more than 254 word pieces apart"):
        coder.relate(text, actor=ACTOR, recipient=second)
