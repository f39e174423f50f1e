"""What a fixed text costs, counted and not timed: a slow-down of the hot path shows here on any machine."""

import gc
import sys
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Act
from dragoman.coding.coder import Coder
from dragoman.coding.story import Story
from dragoman.coding.timing import finding
from dragoman.document import Document
from dragoman.event import Party
from dragoman.models import BATCH_TOKENS, Network

SHORT = (Path(__file__).parents[2] / "examples" / "summit.txt").read_text(encoding="utf-8")
# Three times as long, and no sentence twice: what is repeated is not read again.
TEXT = "".join(SHORT.replace(".", stop).replace("Read more:", f"Read {stop} more:") for stop in (".", "!", "?"))
# Python functions entered for a word of it, events and statements: a quarter more than measured.
MOST_CALLS = 93


@pytest.fixture(name="counted")
def _counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    """What is asked of the network, call by call, and how often the document is laid out."""
    seen: dict[str, list[Any]] = {"calls": [], "stories": []}
    run, of = Network._run, Story.of

    def noted(self: Network, asked: str, ids: NDArray[np.int64], **given: Any) -> Any:
        seen["calls"].append((asked, (ids != 0).sum(1).tolist()))
        return run(self, asked, ids, **given)

    def laid_out(document: Document, **options: Any) -> Story:
        seen["stories"].append(document.id)
        return of(document, **options)

    monkeypatch.setattr(Network, "_run", noted)
    monkeypatch.setattr(Story, "of", laid_out)
    return seen


def test_a_document_is_laid_out_once_for_its_events_and_statements(counted: dict[str, list[Any]]) -> None:
    coder, document = Coder(), Document("d", TEXT)
    coder.code_document(document)
    coder.statements(document)
    assert counted["stories"] == ["d"]


def test_the_network_is_asked_no_more_than_it_must(counted: dict[str, list[Any]]) -> None:
    document = Document("d", TEXT)
    Coder().code_document(document)
    sentences = sum(len(lengths) for name, lengths in counted["calls"] if name == "detecting")
    candidates = sum(len(lengths) for name, lengths in counted["calls"] if name == "arguing")
    assert sentences == len(Story.of(document).spans)
    assert candidates <= 2 * sentences
    padded = [max(lengths) * len(lengths) for _, lengths in counted["calls"]]
    assert sum(padded) <= 1.2 * sum(sum(lengths) for _, lengths in counted["calls"])
    assert all(
        tokens <= BATCH_TOKENS or len(lengths) == 1
        for tokens, (_, lengths) in zip(padded, counted["calls"], strict=True)
    )
    assert len(padded) <= 2 + 2 * sum(padded) / BATCH_TOKENS


def test_the_network_is_not_asked_about_a_sentence_again(counted: dict[str, list[Any]]) -> None:
    Coder().code_document(Document("d", f"{SHORT}\n{SHORT}"))
    sentences = sum(len(lengths) for name, lengths in counted["calls"] if name == "detecting")
    assert sentences < 1.3 * len(Story.of(Document("d", SHORT)).spans)


def test_nothing_of_a_document_is_worked_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int, date | None, Act | None]] = []
    resolve = Cast._parties

    def noted(self: Cast, start: int, end: int, on: date | None, act: Act | None) -> list[Party]:
        asked.append((start, end, on, act))
        return resolve(self, start, end, on, act)

    monkeypatch.setattr(Cast, "_parties", noted)
    before = finding._expressions.cache_info().misses
    coder, document = Coder(), Document("d", TEXT)
    events = coder.code_document(document)
    coder.statements(document)
    assert len(set(asked)) == len(asked)
    assert finding._expressions.cache_info().misses - before <= 2 * len(events)


def test_the_python_work_for_a_word_does_not_grow() -> None:
    coder, document = Coder(), Document("d", SHORT)
    coder.code_document(Document("warm", f"{SHORT} And so it went."))
    calls = 0

    def count(_frame: FrameType, what: str, _value: object) -> None:
        nonlocal calls
        calls += what == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        coder.code_document(document)
        coder.statements(document)
    finally:
        sys.setprofile(before)
    assert calls <= MOST_CALLS * len(SHORT.split())


def test_what_was_coded_leaves_nothing_behind() -> None:
    coder = Coder()

    def left() -> int:
        for number in range(2):
            document = Document(f"d{number}", f"{SHORT} It was day {number}.")
            coder.code_document(document)
            coder.statements(document)
        gc.collect()
        return sys.getallocatedblocks()

    left()
    before = left()
    assert left() - before < 1_000
