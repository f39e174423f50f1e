"""Plain text: one file is one article.

In: decoded text. Out: a Draft, hard-wrapped lines joined again so that a line is a paragraph.
"""

import re
from collections.abc import Iterator
from io import BufferedReader

from dragoman.document import Failure
from dragoman.reading.decoding import decode
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import read_all

# Wire copy and mail are wrapped at 65 to 80 columns; a wrapped line is near that width, never far above.
WRAP_MIN, WRAP_MAX = 45, 100

_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def drafts(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """The one article of a plain text. Raises DocumentError when it is too large or no text."""
    data = read_all(stream, source=origin.source, limit=options.max_document)
    text = decode(data, source=origin.source, declared=origin.charset)
    yield Draft(source=origin.source, text=unwrap(text), url=origin.url)


def unwrap(text: str) -> str:
    """Join the lines of hard-wrapped paragraphs; any other text keeps its lines, with LF ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = [p.strip("\n").split("\n") for p in _PARAGRAPHS.split(text)]
    if not any(_wrapped(lines) for lines in paragraphs):
        return text
    return "\n\n".join(
        " ".join(line.strip() for line in lines) if _wrapped(lines) else "\n".join(lines) for lines in paragraphs
    )


def _wrapped(lines: list[str]) -> bool:
    """Whether these lines are one paragraph broken at a column: all but the last nearly fill the width."""
    body = [len(line.rstrip()) for line in lines[:-1]]
    if not body or len(lines[-1]) > WRAP_MAX:
        return False
    widest = max(body)
    return WRAP_MIN <= widest <= WRAP_MAX and min(body) >= 0.7 * widest and _runs_on(lines)


def _runs_on(lines: list[str]) -> bool:
    """Whether most line ends fall inside a sentence; lists and short paragraphs end with their lines."""
    open_ends = sum(not line.rstrip().endswith((".", "!", "?", ":", "”", '"')) for line in lines[:-1])
    return 2 * open_ends >= len(lines) - 1
