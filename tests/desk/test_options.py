"""Choices: an address that others reach has a token."""

from pathlib import Path

import pytest

from dragoman.desk.options import Options, is_local
from dragoman.errors import UsageError

RECORD = Path("r.duckdb")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_own_addresses(host: str) -> None:
    assert is_local(host)
    assert Options(record=RECORD, host=host).token == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk.example"])
def test_others_need_a_token(host: str) -> None:
    with pytest.raises(UsageError, match="--token"):
        Options(record=RECORD, host=host)
    assert not Options(record=RECORD, host=host, token="x" * 16).local


def test_short_tokens_are_none() -> None:
    with pytest.raises(UsageError, match="16"):
        Options(record=RECORD, token="short")


def test_it_binds_to_this_machine_and_fetches_nothing_unless_told() -> None:
    made = Options(record=RECORD)
    assert (made.host, made.fetch) == ("127.0.0.1", False)
    assert made.secret not in repr(made)
