"""The crew starts no more processes than there is work for, and codes again what a dead one held."""

from collections.abc import Iterator

import pytest

from dragoman.running.crew import Crew, Task
from dragoman.running.result import Outcome
from fakes import FakeCoder, document


@pytest.fixture
def crew() -> Iterator[Crew]:
    """A crew of at most two."""
    made = Crew(make_coder=FakeCoder, jobs=2)
    yield made
    made.end()


def work_off(crew: Crew) -> dict[int, Outcome]:
    """Everything that waits, coded."""
    outcomes: dict[int, Outcome] = {}
    while crew.has_work:
        outcomes |= crew.hand_out()
        outcomes |= crew.answers(crew.ready(timeout=60))
    return outcomes


def test_one_task_starts_one_process(crew: Crew) -> None:
    crew.waiting.append(Task({0: document(0)}))
    outcomes = work_off(crew)
    assert len(outcomes[0].events) == 1
    assert len(crew._all()) == 1


def test_no_more_processes_than_jobs(crew: Crew) -> None:
    crew.waiting.extend(Task({number: document(number)}) for number in range(9))
    assert sorted(work_off(crew)) == list(range(9))
    assert len(crew._all()) <= 2


def test_a_task_that_kills_is_split_and_only_its_killer_fails(crew: Crew) -> None:
    crew.waiting.append(Task({0: document(0), 1: document(1, text="die"), 2: document(2)}))
    outcomes = work_off(crew)
    assert [bool(outcomes[number].error) for number in range(3)] == [False, True, False]
