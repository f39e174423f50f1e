"""A coding process answers its batches, tells of its death, and goes when it is told to."""

import multiprocessing

import pytest

from dragoman.errors import ModelError
from dragoman.running.worker import Worker, WorkerDiedError
from fakes import FakeCoder, document, no_coder


def test_it_says_ready_then_answers() -> None:
    worker = Worker(FakeCoder, statements=True)
    assert worker.receive() == []
    worker.send([document(1), document(2, text="error")])
    first, second = worker.receive()
    assert len(first.events) == len(first.statements) == 1
    assert second.error == "nothing to parse"
    worker.end()
    assert not [p for p in multiprocessing.active_children() if p.name == "dragoman-coder"]


def test_its_death_is_told_with_the_signal() -> None:
    worker = Worker(FakeCoder, statements=False)
    assert worker.receive() == []
    worker.send([document(text="die")])
    with pytest.raises(WorkerDiedError) as death:
        worker.receive()
    assert death.value.code == -9
    worker.end()


def test_what_its_coder_raises_comes_over() -> None:
    worker = Worker(no_coder, statements=False)
    with pytest.raises(ModelError, match="weights are missing"):
        worker.receive()
    worker.end()


def test_a_busy_one_is_ended_at_once() -> None:
    worker = Worker(FakeCoder, statements=False)
    assert worker.receive() == []
    worker.send([document(text="sleep 60")])
    worker.end()
    assert not [p for p in multiprocessing.active_children() if p.name == "dragoman-coder"]
