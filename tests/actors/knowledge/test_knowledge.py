"""All tables at once: read one time, whole, in any order the same."""

import pickle

from dragoman.actors.knowledge import Knowledge, load


def test_the_tables_are_read_once() -> None:
    assert load() is load()


def test_no_table_is_empty() -> None:
    known = load()
    assert all(getattr(known, table) for table in Knowledge.__slots__)


def test_knowledge_travels_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(load())) == load()
