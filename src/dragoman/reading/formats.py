"""Which format a source has.

In: its name, its first bytes, the media type that a server declares. Out: the name of a format, which is the name
of the module that reads it. What the bytes show for certain wins over the suffix, the suffix over a guess.
"""

import re
from pathlib import PurePosixPath
from typing import Literal

from dragoman.errors import SourceError
from dragoman.reading.decoding import binary_reason, legible
from dragoman.reading.options import NAMES

Format = Literal["text", "html", "feeds", "jsonl", "csv", "parquet", "warc"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feeds",
    ".rss": "feeds",
    ".atom": "feeds",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".warc": "warc",
}
_MEDIA: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feeds",
    "application/atom+xml": "feeds",
    "application/json": "jsonl",
    "application/x-ndjson": "jsonl",
    "text/csv": "csv",
    "text/plain": "text",
}
# What may stand before a feed's first tag is taken once: read a second way, many comments would take for ever.
# A DOCTYPE may declare entities.
_FEED = re.compile(
    rb"\A[^\w<]{0,9}(?>\s++|<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,2000}+-->"
    rb"|<!DOCTYPE[^>[]{0,200}+(?:\[[^]]{0,2000}+\]\s{0,9}+)?>)*+"
    rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)(?![\w:.-])",
    re.S,
)
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p)\b", re.I)
_XML = re.compile(rb"\A\W{0,9}<\?xml\b")
_JSON = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"|\}|\Z)|\[\s*\{)")

# How far into a source its kind must show: comments and blank lines may stand before the first tag.
_NEAR_START = 4096


def suffix_format(name: str) -> Format | None:
    """The format that a file's name tells, None when it tells none; ".gz" is looked through."""
    path = PurePosixPath(name.lower().removesuffix(".gz"))
    return SUFFIXES.get(path.suffix)


def format_of(name: str, head: bytes, *, media_type: str = "", text_field: str = "") -> Format:
    """The format of a source with this name and these first bytes. Raises SourceError for what is none."""
    seen = legible(head)
    start = seen[:_NEAR_START]
    if certain := _certain(head, start):
        return certain
    if reason := binary_reason(head):
        raise SourceError(f"{name}: is {reason}")
    told = suffix_format(name)
    if told == "feeds" or (told is None and _XML.match(start)):
        return _markup(name, start)
    if told == "html" and not re.search(rb"<[a-zA-Z!]", seen):
        return "text"
    return _unnamed(start, told, media_type=media_type, text_field=text_field)


def _certain(head: bytes, start: bytes) -> Format | None:
    """Formats that say themselves what they are."""
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    return "feeds" if _FEED.match(start) else None


def _markup(name: str, start: bytes) -> Format:
    """XML that is no feed may still be a page."""
    if _HTML.search(start):
        return "html"
    raise SourceError(f"{name}: is XML but neither RSS, Atom nor XHTML; convert it to one of them or to JSON lines")


def _unnamed(start: bytes, told: Format | None, *, media_type: str, text_field: str) -> Format:
    """What the bytes look like, where the name leaves it open or a plain-text name hides a page."""
    guess = _look(start, text_field)
    if told and not (told == "text" and guess == "html"):
        return told
    return guess or _MEDIA.get(media_type) or "text"


def _look(start: bytes, text_field: str) -> Format | None:
    if _HTML.match(start.lstrip()[:100]):
        return "html"
    if _JSON.match(start):
        return "jsonl"
    header = start.split(b"\n", 1)[0].decode("utf-8", "replace").strip().lower()
    names = {name.strip(' "') for name in re.split(r"[,;\t|]", header)}
    texts = {text_field.lower()} if text_field else set(NAMES["text"])
    return "csv" if len(names) > 1 and names & texts else None
