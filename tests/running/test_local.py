"""The loop gives every item back in order, in one process and in several, whatever happens to a process."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.document import Document, Failure
from dragoman.errors import DragomanError, ModelError
from dragoman.running.local import SHORT_ITEMS, cores, run
from dragoman.running.result import Result
from fakes import FakeCoder, document, dying_coder, no_coder

SKIPPED = Failure("news/x.txt", "not English (de)", "skipped")


def mixed() -> list[Document | Failure]:
    """Forty documents with failures of every kind between them."""
    items: list[Document | Failure] = [document(number) for number in range(40)]
    items[3] = SKIPPED
    items[17] = document(17, text="error")
    items[18] = document(18, text="fault")
    return items


def named(results: Iterator[Result]) -> list[tuple[str, str]]:
    """Each result as its document's id, or source, and the reason of its failure."""
    return [
        (r.document.id if r.document else "", r.failure.reason if r.failure else f"{len(r.events)} events")
        for r in results
    ]


def test_one_process_gives_all_in_order() -> None:
    found = named(run(mixed(), make_coder=FakeCoder, jobs=1))
    assert [name for name, _ in found] == ["" if n == 3 else f"doc-{n}" for n in range(40)]
    assert found[3][1] == "not English (de)"
    assert found[17][1] == "nothing to parse"
    assert found[18][1] == "KeyError: 'spans'"
    assert found[39][1] == "1 events"


def test_two_processes_give_what_one_gives() -> None:
    one = list(run(mixed(), make_coder=FakeCoder, jobs=1, statements=True))
    two = list(run(mixed(), make_coder=FakeCoder, jobs=2, statements=True))
    assert one == two
    assert one[0].statements == ({"document_id": "doc-0", "said_by": "the ministry"},)


def test_a_document_that_kills_its_process_fails_by_name_and_alone() -> None:
    items = [document(number, text="die" if number == 5 else "calm") for number in range(20)]
    results = list(run(items, make_coder=FakeCoder, jobs=2))
    failed = [r.failure for r in results if r.failure]
    assert [r.document.id for r in results if r.document] == [item.id for item in items]
    assert [f.source for f in failed] == ["news/5.txt"]
    assert "died, twice (exit code -9)" in failed[0].reason


def test_a_document_whose_process_dies_by_accident_is_coded_again(tmp_path: Path) -> None:
    items = [document(0), document(1, text=f"die once {tmp_path / 'mark'}"), document(2)]
    results = list(run(items, make_coder=FakeCoder, jobs=2))
    assert [len(r.events) for r in results] == [1, 1, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_coder_is_one_error(jobs: int) -> None:
    with pytest.raises(ModelError, match="weights are missing"):
        list(run([document()], make_coder=no_coder, jobs=jobs))


def test_processes_that_cannot_start_end_the_run() -> None:
    with pytest.raises(DragomanError, match="end while they start"):
        list(run([document()], make_coder=dying_coder, jobs=2))


def test_reading_stays_close_ahead_of_the_results() -> None:
    read = 0

    def counted() -> Iterator[Document]:
        nonlocal read
        for number in range(5_000):
            read += 1
            yield document(number)

    results = run(counted(), make_coder=FakeCoder, jobs=2)
    next(results)
    ahead = read
    results.close()
    assert ahead < 500


def test_of_long_documents_fewer_are_read_ahead_but_one_for_each_process() -> None:
    read = 0

    def counted() -> Iterator[Document]:
        nonlocal read
        for number in range(100):
            read += 1
            yield document(number, text="long " * 200_000 if number else "sleep 1")

    results = run(counted(), make_coder=FakeCoder, jobs=2)
    next(results)
    ahead = read
    results.close()
    assert 2 <= ahead <= 8


@pytest.mark.parametrize("count", [0, 1, SHORT_ITEMS - 1])
def test_a_short_input_starts_no_process(count: int) -> None:
    def here() -> FakeCoder:  # cannot be sent to another process
        return FakeCoder()

    assert len(list(run([document(n) for n in range(count)], make_coder=here))) == count


def test_the_cores_are_those_this_process_may_use() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


def test_a_run_of_nothing_but_failures_ends() -> None:
    assert len(list(run([SKIPPED] * 100, make_coder=FakeCoder, jobs=2))) == 100


STOPPABLE = """
    import sys
    sys.path.insert(0, sys.argv[1])
    from fakes import FakeCoder, document
    from dragoman.running.local import run

    def documents():
        for number in range(100_000):
            yield document(number, text="sleep 30" if number == 50 else "sleep 0.005")

    if __name__ == "__main__":
        try:
            for result in run(documents(), make_coder=FakeCoder, jobs=int(sys.argv[2])):
                print(result.document.id, flush=True)
        except KeyboardInterrupt:
            print("stopped", flush=True)
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_within_two_seconds_and_keeps_what_is_finished(tmp_path: Path, jobs: str) -> None:
    script = tmp_path / "stoppable.py"
    script.write_text(textwrap.dedent(STOPPABLE))
    command = [sys.executable, str(script), str(Path(__file__).parent.parent), jobs]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stderr
        lines = [process.stdout.readline().strip() for _ in range(33)]
        time.sleep(1)
        asked = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: every process of the group
        rest, noise = process.communicate(timeout=10)
        seconds = time.monotonic() - asked
    lines += rest.split()
    assert seconds < 2
    assert noise == ""
    assert lines[-1] == "stopped"
    numbers = [int(line.removeprefix("doc-")) for line in lines[:-1]]
    assert numbers == sorted(numbers)
    assert numbers[:33] == list(range(33))
    assert 50 not in numbers
