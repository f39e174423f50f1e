"""What tests of the desk share: a record of our own articles, coded by the shipped coder, and ways to ask it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk.news import articles
from dragoman.desk.app import create
from dragoman.desk.desk import Desk, opened
from dragoman.desk.options import Options
from dragoman.record.record import Record

Ask = Callable[..., TestClient]


@pytest.fixture(name="coded", scope="session")
def _coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record, which no test writes to."""
    path = tmp_path_factory.mktemp("desk") / "news.duckdb"
    Record(path).add(articles())
    return path


@pytest.fixture(name="record")
def _record(coded: Path, tmp_path: Path) -> Path:
    """A copy of the record for a test that writes."""
    return Path(shutil.copy(coded, tmp_path / "news.duckdb"))


@pytest.fixture(name="desk", scope="session")
def _desk(coded: Path) -> Iterator[Desk]:
    """A desk over the record that no test writes to."""
    made = opened(Options(record=coded))
    yield made
    made.readings.close()


@pytest.fixture(name="foreign", scope="session")
def _foreign(coded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with as many events of another source beside, which no test writes to."""
    path = Path(shutil.copy(coded, tmp_path_factory.mktemp("foreign") / "news.duckdb"))
    record = Record(path)
    other = {"confidence": 0.0, "coder": "import gdelt", "sentence": "", "trigger": None, "said_by": None}
    record.append(
        [
            row | other | {"event_id": f"g-{row['event_id']}", "document_id": f"gdelt:{n}"}
            for n, row in enumerate(record.events().dicts())
        ],
        origin="gdelt",
    )
    return path


@pytest.fixture(name="beside", scope="session")
def _beside(foreign: Path) -> TestClient:
    """A caller of a desk over the record with events of another source."""
    return client_of(Options(record=foreign))


@pytest.fixture(name="client", scope="session")
def _client(coded: Path) -> TestClient:
    """A caller of a desk over the record that no test writes to."""
    return client_of(Options(record=coded))


def client_of(options: Options) -> TestClient:
    """A caller of a desk of its own."""
    return TestClient(create(options), base_url="http://localhost:8000", follow_redirects=False)


@pytest.fixture(name="ask")
def _ask(record: Path) -> Ask:
    """Makes callers of desks over a copy of the record, with options."""

    def make(**given: object) -> TestClient:
        return client_of(Options(**({"record": record} | given)))

    return make
