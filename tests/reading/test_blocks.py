"""Block elements break lines and inline ones do not, whatever extraction made of them."""

import time

import pytest
from lxml.html import HtmlElement, document_fromstring

from dragoman.reading.blocks import block_lines, whole_lines


def tree(body: str) -> HtmlElement:
    return document_fromstring(f"<html><head><title>No line</title></head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>From <b>Bolivia</b>.</p><p>To <a href='/t'>To<i>go</i></a>.</p>", ["From Bolivia.", "To Togo."]),
        ("One<div>Two <span>three</span></div>four", ["One", "Two three", "four"]),
        ("One.<br>Two.<script>alert(1)</script> Three.", ["One.", "Two. Three."]),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"]),
        ("<p>One\n wrapped line.</p>Plain.\n\nPlain too.", ["One wrapped line.", "Plain.", "Plain too."]),
        ("<svg><text>drawn</text></svg>", []),
    ],
)
def test_lines(body: str, lines: list[str]) -> None:
    assert block_lines(tree(body)) == lines


def test_what_was_broken_at_inline_tags_is_whole() -> None:
    page = tree("<ul><li>Peru recalled its envoy from <b>Bolivia</b>.</li><li>Ghana sent rice.</li></ul>")
    broken = "Peru recalled its envoy from\nBolivia\n.\nGhana sent rice."
    assert whole_lines(broken, page) == "Peru recalled its envoy from Bolivia.\nGhana sent rice."


def test_what_is_whole_stays() -> None:
    page = tree("<p>Peru recalled its envoy from <b>Bolivia</b>.</p><p>Bolivia</p><p>.</p>")
    text = "Peru recalled its envoy from Bolivia.\nBolivia\n."
    assert whole_lines(text, page) == text


def test_a_page_made_to_be_slow_is_not() -> None:
    page = tree("".join(f"<p>a{'<b>b</b>' * (n % 300)}</p>" for n in range(1_000)))
    started = time.monotonic()
    whole_lines("a\n" * 50_000, page)
    assert time.monotonic() - started < 10
