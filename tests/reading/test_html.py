"""A page gives its article and its own date; a hostile one gives a line."""

import time

import pytest

from dragoman.errors import DocumentError
from dragoman.reading import html
from dragoman.reading.draft import Draft
from sources import STORY, drafts_of, page

SECOND = "Fishermen in Tromso protested against the bridge and blocked the harbour for an hour."


def draft(markup: str | bytes, url: str = "") -> Draft:
    data = markup if isinstance(markup, bytes) else markup.encode()
    (found,) = drafts_of(html, data, url=url)
    assert isinstance(found, Draft)
    return found


def test_the_article_without_the_page_around_it() -> None:
    markup = page(STORY, SECOND).replace("<body>", "<body><nav><a href=/>Home</a></nav>")
    found = draft(markup.replace("</body>", "<footer><p>All rights reserved.</p></footer></body>"))
    assert found.text == f"{STORY}\n{SECOND}"
    assert found.title == "Ministers meet"
    assert found.language == "en"


def test_metadata() -> None:
    head = (
        '<meta name="author" content="Kari Holm"><meta property="og:site_name" content="Harbour Watch">'
        '<meta property="article:published_time" content="2024-06-21T10:00:00+02:00">'
        '<meta property="article:modified_time" content="2024-07-01T10:00:00+02:00">'
    )
    found = draft(page(STORY, SECOND, head=head))
    assert (found.author, found.publisher, found.pub_date) == ("Kari Holm", "Harbour Watch", "2024-06-21")


@pytest.mark.parametrize(
    "mark",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-06-21T08:00:00Z"}</script>',
        '<time datetime="2024-06-21T08:00:00Z" pubdate>21 June</time>',
    ],
)
def test_dates_in_the_body_that_are_metadata(mark: str) -> None:
    assert draft(page(STORY, SECOND).replace("<article>", f"<article>{mark}")).pub_date == "2024-06-21"


def test_a_date_in_the_words_is_no_publication_date() -> None:
    assert draft(page(f"{STORY} The treaty of 2003-05-17 ended on 12 March 2019.", SECOND)).pub_date == ""


def test_the_url_is_kept() -> None:
    assert draft(page(STORY, SECOND), url="https://x.example/a").url == "https://x.example/a"


@pytest.mark.parametrize("charset", ["iso-8859-2", "utf-16", "utf-8"])
def test_a_page_in_its_declared_encoding(charset: str) -> None:
    markup = page(f"The talks in Łódź ended. {STORY}", SECOND, head=f'<meta charset="{charset}">')
    assert "Łódź" in draft(markup.encode(charset)).text


def test_xhtml_with_a_declaration() -> None:
    assert draft('<?xml version="1.0" encoding="utf-8"?>' + page(STORY, SECOND)).text.startswith(STORY)


@pytest.mark.parametrize("tag", ["div", "b", "a href=x", "x-y", "section"])
def test_tags_nested_a_hundred_thousand_deep(tag: str) -> None:
    started = time.monotonic()
    with pytest.raises(DocumentError, match="source: tags are nested 100,000 deep"):
        draft(f"<html><body>{f'<{tag}>' * 100_000}<p>{STORY}</p>")
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<b>x</b>" * 300_000, "more than 250,000 tags"),
        ("<p " + " ".join(f"a{n}" for n in range(5_000)) + ">x</p>", "more than 250,000 tags"),
        (f"<p>{STORY}</p>" * 6_000, "its text has 1,.* characters, more than 1,000,000"),
    ],
)
def test_a_page_that_would_take_all_memory_is_refused(body: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        draft(f"<html><body>{body}</body></html>")


@pytest.mark.parametrize("markup", ["<html></html>", "<html><!--" * 1000, "<p", "<html><body><script>" * 1000])
def test_a_page_without_text(markup: str) -> None:
    with pytest.raises(DocumentError, match="source: "):
        draft(markup)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One &amp; two.</p><p>Three.</p>", "One & two.\nThree."),
        ("One.<br>Two.<script>alert(1)</script>", "One.\nTwo."),
        ("One<p>from <b>Bolivia</b>.</p>", "One\nfrom Bolivia."),
        ("plain words, 3 < 4", "plain words, 3 < 4"),
        ("<b>" * 100_000, ""),
        ("<!-- nothing -->", ""),
    ],
)
def test_a_piece_of_markup_as_text(markup: str, text: str) -> None:
    assert html.markup_text(markup) == text


@pytest.mark.parametrize(
    "body",
    [
        "<article><ul><li>Peru recalled its ambassador from {}.</li></ul></article>",
        "<article><p>Peru recalled its ambassador from {}.</p></article>",
        "<div>Peru recalled its ambassador from {}.</div>",
        "<table><tr><td>Peru recalled its ambassador from {}.</td></tr></table>",
    ],
)
@pytest.mark.parametrize("mark", ["<b>Bolivia</b>", "<a href=/b>Bolivia</a>", "<i>Bo<span>livia</span></i>"])
def test_a_short_page_is_not_cut_at_inline_tags(body: str, mark: str) -> None:
    assert draft(f"<html><body>{body.format(mark)}</body></html>").text == "Peru recalled its ambassador from Bolivia."


def test_what_looks_like_markup() -> None:
    assert html.looks_like_markup(" <p>One.</p>")
    assert not html.looks_like_markup("<Unknown> said so.")
