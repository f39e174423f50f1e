"""Web pages: the article's text, title, author and date out of the page around it.

In: the bytes of one page. Out: one Draft. trafilatura finds the text, htmldate the date (from the page's metadata
alone, never from its words).
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from io import BufferedReader

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dragoman.document import Failure
from dragoman.errors import DocumentError
from dragoman.reading.blocks import UNSEEN, block_lines, whole_lines
from dragoman.reading.decoding import decode
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.nesting import MAX_DEPTH, MAX_MARKS, depth, marks
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import read_all, too_long

_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([\w.:-]{2,40})", re.I)
_MARKUP = re.compile(r"\s{0,20}(?:<!doctype html|<(?:html|body|article|div|p|section|h[1-6])[\s>])", re.I)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")

# A page may name its encoding in its first 1024 bytes, so the HTML standard; pages are less strict.
_CHARSET_WITHIN = 4096


def drafts(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """The article of one page. Raises DocumentError for a page that is too large, too deep or without text."""
    data = read_all(stream, source=origin.source, limit=options.max_document)
    yield page_draft(data, origin, options)


def page_draft(data: bytes, origin: Origin, options: ReadingOptions, *, id: str = "") -> Draft:
    """The article of a page's bytes. Raises DocumentError where there is none."""
    declared = origin.charset or _declared(data)
    page = _XML_DECLARATION.sub("", decode(data, source=origin.source, declared=declared)).replace("\0", "")
    if marks(page) > MAX_MARKS:
        raise DocumentError(f"{origin.source}: has more than {MAX_MARKS:,} tags and attributes; is it a page?")
    if (deep := depth(page)) > MAX_DEPTH:
        raise DocumentError(f"{origin.source}: tags are nested {deep:,} deep, more than {MAX_DEPTH}; is it a page?")
    tree = _parsed(page, origin.source)
    if (length := _length(tree)) > options.max_text:
        raise DocumentError(f"{origin.source}: {too_long(length, options.max_text)}")
    written = _page_date(tree)
    language = tree.get("lang") or tree.get("xml:lang") or ""
    return _extracted(tree, origin, Draft(origin.source, "", id=id, language=language, pub_date=written))


def looks_like_markup(text: str) -> bool:
    """Whether a field that should be text begins as HTML does."""
    return bool(_MARKUP.match(text))


def markup_text(markup: str) -> str:
    """All text of a piece of HTML, a line for each block. Used for feeds and rows, which hold no page around it."""
    if "<" not in markup and "&" not in markup:
        return markup
    markup = _XML_DECLARATION.sub("", markup.replace("\0", ""))
    if marks(markup) > MAX_MARKS:
        return ""
    try:
        tree = document_fromstring(f"<div>{markup}</div>", parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return "\n".join(block_lines(tree))


def _parser() -> HTMLParser:
    return HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False)


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    return found[1].decode("ascii", "replace") if found else ""


def _parsed(page: str, source: str) -> HtmlElement:
    try:
        return document_fromstring(page, parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"{source}: is no readable HTML: {str(error)[:100]}") from error


def _length(tree: HtmlElement) -> int:
    """Characters of text that a reader may see."""
    return sum(len(text) for element in tree.iter() if element.tag not in UNSEEN for text in _around(element))


def _around(element: HtmlElement) -> tuple[str, str]:
    return element.text or "", element.tail or ""


def _page_date(tree: HtmlElement) -> str:
    """The date that the page's metadata gives, ISO, "" without one.

    htmldate also searches a page's words and takes what looks like a date. Words are no metadata: it is shown only
    the head, linked data and <time> elements.
    """
    from htmldate import find_date

    shown = document_fromstring("<html><head></head><body></body></html>")
    for kind, place in (("meta", shown.head), ("script", shown.head), ("time", shown.body)):
        for element in list(tree.iter(kind))[:200]:
            if kind != "script" or "ld+json" in (element.get("type") or ""):
                copied = deepcopy(element)
                copied.tail = None
                place.append(copied)
    return find_date(shown, url="", extensive_search=False, original_date=True, min_date="1900-01-01") or ""


def _extracted(tree: HtmlElement, origin: Origin, draft: Draft) -> Draft:
    from trafilatura import bare_extraction

    page = bare_extraction(
        tree, url=origin.url or None, with_metadata=True, include_comments=False, include_tables=False
    )
    text = whole_lines(getattr(page, "text", None) or "", tree)
    if not text:
        raise DocumentError(f"{origin.source}: no article text is found in the page; save its text as .txt instead")
    title = getattr(page, "title", None) or ""
    return Draft(
        source=draft.source,
        # The headline has a field of its own.
        text=text.removeprefix(f"{title}\n"),
        id=draft.id,
        title=title,
        author=getattr(page, "author", None) or "",
        publisher=getattr(page, "sitename", None) or "",
        url=origin.url or getattr(page, "url", None) or "",
        language=draft.language,
        pub_date=draft.pub_date,
    )
