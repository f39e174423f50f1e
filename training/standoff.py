"""Annotations that stand off: which characters of which text of the corpora report an event.

In: annotations.jsonl and clips.jsonl (document id, characters, labels; no text) and the texts: articles for the first;
for the second the single sentences, and headlines with summaries, whose corpora annotate no whole events. Out: rows of
the events format.
"""

from collections.abc import Iterator
from pathlib import Path

from training.corpus import Row, packed, rows

FILE = Path(__file__).parent / "annotations.jsonl"
CLIPS = Path(__file__).parent / "clips.jsonl"
_CLIPPED = ("relations-train.jsonl", "spans-train.jsonl", "triplets-train.jsonl")


def annotations(articles: Path, *, path: Path = FILE) -> Iterator[Row]:
    """Every annotated sentence of the articles as a row; the spans of the file are characters of the article's text."""
    texts = {row["id"]: row for row in packed(articles)}
    return (standing(note, texts[note["document_id"]]) for note in rows(path))


def clips(corpora: Path, *, path: Path = CLIPS) -> Iterator[Row]:
    """The same of the corpora of pairs, spans and triplets, of which any may be missing."""
    found = (rows(corpora / name) for name in _CLIPPED if (corpora / name).exists())
    texts = {row["id"]: row for table in found for row in table}
    return (standing(note, texts[note["document_id"]]) for note in rows(path) if note["document_id"] in texts)


def standing(note: Row, article: Row) -> Row:
    """A note as a row: the words of its spans, which are characters of the article's text."""
    text = article["text"]
    start, end = note["span"]
    return {
        "id": f"{note['document_id']}@{start}", "document_id": note["document_id"], "sample": "chosen",
        "pub_date": article.get("pub_date"), "title": article.get("title") or "", "context": "",
        "text": text[start:end], "events": [_event(event, text) for event in note["events"]],
    }  # fmt: skip


def _event(event: Row, text: str) -> Row:
    """The event with the words of its spans; everything else as it stands."""
    sides = {side: [_party(party, text) for party in event[side]] for side in ("actor", "recipient")}
    words = {name: _words(text, event[name]) for name in ("trigger", "place", "said_by")}
    return {**event, **sides, **words}


def _party(party: Row, text: str) -> Row:
    return {"text": _words(text, party["span"]), "country": party["country"], "name": party["name"]}


def _words(text: str, span: list[int] | None) -> str:
    return text[span[0] : span[1]] if span else ""
