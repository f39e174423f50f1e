"""What goes wrong in the code while a source is read becomes an error of the source."""

import pytest

from dragoman.errors import DocumentError, SourceError
from dragoman.reading.faults import of_source


@pytest.mark.parametrize("fault", [KeyError("spans"), RecursionError("too\ndeep"), UnicodeError("undefined")])
def test_any_fault_is_one_line_that_names_the_source(fault: Exception) -> None:
    with (
        pytest.raises(DocumentError, match=f"news.txt: cannot be read .{type(fault).__name__}") as caught,
        of_source("news.txt"),
    ):
        raise fault
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("error", [SourceError("news.txt: is empty"), KeyboardInterrupt()])
def test_an_error_of_ours_and_an_end_asked_for_stay_as_they_are(error: BaseException) -> None:
    with pytest.raises(type(error)) as caught, of_source("news.txt"):
        raise error
    assert caught.value is error
