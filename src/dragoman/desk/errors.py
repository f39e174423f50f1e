"""What the desk says when it cannot: errors of its own, and the one shape in which every error is told.

In: an exception or a status. Out: `{"error": {"code": ..., "message": ...}}` for programs, a page for people.
"""

from http import HTTPStatus

from dragoman.errors import DragomanError, RecordError, SourceError, UsageError


class DeskError(DragomanError):
    """The desk cannot answer now or so."""

    status = HTTPStatus.SERVICE_UNAVAILABLE


class BusyError(DeskError):
    """Too much is asked at once; the same question may be answered in a moment."""


class TooLongError(DeskError):
    """The answer takes too long."""


class MissingError(DeskError):
    """There is no such thing in the record."""

    status = HTTPStatus.NOT_FOUND


class UnsupportedError(DeskError):
    """What was sent is of a kind that is not read."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE


class RefusedError(DeskError):
    """The caller may not do this."""

    status = HTTPStatus.FORBIDDEN


def status_of(error: DragomanError) -> HTTPStatus:
    """The HTTP status that tells an error of ours."""
    if isinstance(error, DeskError):
        return error.status
    if isinstance(error, UsageError | SourceError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.SERVICE_UNAVAILABLE if isinstance(error, RecordError) else HTTPStatus.INTERNAL_SERVER_ERROR


# Python names some statuses otherwise from version to version; programs rely on these.
_CODES = {
    400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 405: "method_not_allowed",
    408: "timeout", 413: "too_large", 415: "unsupported_media_type", 422: "invalid", 503: "unavailable",
}  # fmt: skip


def body(status: HTTPStatus, message: str) -> dict[str, dict[str, str]]:
    """An error as programs read it; `code` is the status in words, as not_found."""
    return {"error": {"code": _CODES.get(status, "error"), "message": message}}
