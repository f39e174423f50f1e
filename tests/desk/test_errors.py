"""Errors: which status tells which, in one shape."""

from http import HTTPStatus

import pytest

from dragoman.desk.errors import BusyError, MissingError, RefusedError, TooLongError, body, status_of
from dragoman.errors import DragomanError, ModelError, RecordError, SourceError, UsageError


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (UsageError, 422), (SourceError, 422), (RecordError, 503), (BusyError, 503), (TooLongError, 503),
        (MissingError, 404), (RefusedError, 403), (ModelError, 500), (DragomanError, 500),
    ],
)  # fmt: skip
def test_statuses(kind: type[DragomanError], status: int) -> None:
    assert status_of(kind("said")) == status


def test_the_shape() -> None:
    assert body(HTTPStatus.NOT_FOUND, "said") == {"error": {"code": "not_found", "message": "said"}}
