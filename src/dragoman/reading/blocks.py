"""Blocks of a page: which pieces of its text stand on one line, as a reader sees them.

In: a parsed page. Out: the lines that its block elements make, and an extracted text whose lines were broken at inline
tags made whole again. A block element begins and ends a line; an inline one (a link, bold, a span) does neither.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
))  # fmt: skip
UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg", "head")

_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
# What a line is looked up by has at most so many lengths: a page made to have thousands is none.
_LENGTHS = 20


def block_lines(tree: HtmlElement) -> list[str]:
    """The lines of all text that a reader may see. An empty line ends one too: feeds hold plain text between tags."""
    texts = (text for pieces in _blocks(tree) for text in _EMPTY_LINE.split("".join(pieces)))
    return [line for text in texts if (line := _line(text))]


def whole_lines(text: str, tree: HtmlElement) -> str:
    """An extracted `text` with the lines of `tree` that were broken at inline tags made whole.

    Where a page has little text, extraction falls back to every piece of it as a line of its own.
    """
    broken: dict[tuple[str, ...], str] = {}
    lengths: dict[str, set[int]] = {}
    for block in _blocks(tree):
        pieces = tuple([piece for one in block if (piece := _line(one))])
        if len(pieces) > 1 and len(lengths.setdefault(pieces[0], set())) < _LENGTHS:
            broken[pieces] = _line("".join(block))
            lengths[pieces[0]].add(len(pieces))
    return "\n".join(_mended(text.split("\n"), broken, lengths)) if broken else text


def _mended(lines: list[str], broken: dict[tuple[str, ...], str], lengths: dict[str, set[int]]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        for count in sorted(lengths.get(lines[at], ()), reverse=True):
            if whole := broken.get(tuple(lines[at : at + count])):
                yield whole
                at += count
                break
        else:
            yield lines[at]
            at += 1


def _blocks(tree: HtmlElement) -> Iterator[list[str]]:
    """The pieces of text of each block, in order; a block within another ends the line of the outer one."""
    line: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        hidden += (event == "start") - (event == "end") if element.tag in UNSEEN else 0
        if element.tag in _BLOCKS:
            yield line
            line = []
        # The text after the outermost element is not of it; what is after a hidden one is seen again.
        piece = element.text if event == "start" else element.tail if element is not tree else None
        if piece and not hidden:
            line.append(piece)
    yield line


def _line(text: str) -> str:
    return " ".join(text.split())
