"""Every entry of a feed is a document with its own id, date and text."""

import pytest

from dragoman.errors import SourceError
from dragoman.reading import feeds
from dragoman.reading.draft import Draft, Origin
from sources import DEFAULTS, STORY, drafts_of, stream_of

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Watch</title><language>en-gb</language>
<item><guid>hw-1</guid><title>Ministers &amp;amp; bridges</title><link>https://x.example/1</link>
<pubDate>Fri, 21 Jun 2024 23:30:00 +0900</pubDate><author>Kari Holm</author>
<description>A teaser.</description><content:encoded><![CDATA[<p>{STORY}</p><p>More.</p>]]></content:encoded></item>
<item><guid>hw-2</guid><title>A headline alone</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Watch</title>
<entry><id>hw-3</id><title>Talks</title><published>2024-06-21T10:00:00Z</published>
<content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>"""


def test_rss() -> None:
    first, second = drafts_of(feeds, RSS.encode())
    assert isinstance(first, Draft)
    assert first.text == f"{STORY}\nMore."
    assert (first.id, first.url, first.publisher) == ("hw-1", "https://x.example/1", "Harbour Watch")
    assert (first.title, first.author, first.language) == ("Ministers & bridges", "Kari Holm", "en-gb")
    assert first.pub_date.startswith("Fri, 21 Jun 2024")
    assert first.source == "source#entry 1"
    assert isinstance(second, Draft)
    assert second.text == "A headline alone"


def test_atom() -> None:
    (entry,) = drafts_of(feeds, ATOM.encode())
    assert isinstance(entry, Draft)
    assert (entry.id, entry.text, entry.pub_date) == ("hw-3", STORY, "2024-06-21T10:00:00Z")


_TIMES = [
    ("<pubDate>Fri, 21 Jun 2024 23:30:00 +0900</pubDate>", "Fri, 21 Jun 2024 23:30:00 +0900"),
    ("<dc:date>2024-06-21T08:00:00Z</dc:date>", "2024-06-21T08:00:00Z"),
    ("<dc:date>2024-06-23</dc:date><pubDate>Fri, 21 Jun 2024 08:00:00 GMT</pubDate>", "Fri, 21 Jun 2024 08:00:00 GMT"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "expected"), _TIMES)
def test_the_date_of_an_entry(written: str, expected: str) -> None:
    data = f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <item><title>Talks</title>{written}</item></channel></rss>"""
    (entry,) = drafts_of(feeds, data.encode())
    assert isinstance(entry, Draft)
    assert entry.pub_date == expected


@pytest.mark.parametrize(("published", "expected"), [("", "2024-06-22"), ("2024-06-21", "2024-06-21")])
def test_an_atom_entry_may_say_when_it_was_updated_alone(published: str, expected: str) -> None:
    data = ATOM.replace("<published>2024-06-21T10:00:00Z</published>", "<updated>2024-06-22</updated>")
    told = f"<published>{published}</published>" if published else ""
    (entry,) = drafts_of(feeds, data.replace("<updated>", f"{told}<updated>").encode())
    assert isinstance(entry, Draft)
    assert entry.pub_date == expected


@pytest.mark.parametrize(
    ("link", "url", "expected"),
    [
        ("/a", "https://x.example/feeds/world", "https://x.example/a"),
        ("a", "https://x.example/feeds/world", "https://x.example/feeds/a"),
        ("https://y.example/a", "https://x.example/feeds/world", "https://y.example/a"),
        ("/a", "", "https://site.example/a"),
        ("https://y.example/a", "", "https://y.example/a"),
        ("http://[", "https://x.example/feeds/world", "http://["),
        ("", "https://x.example/feeds/world", ""),
    ],
)
def test_where_an_entry_leads(link: str, url: str, expected: str) -> None:
    data = f"""<rss version="2.0"><channel><link>https://site.example/news/</link>
    <item><title>Talks</title><link>{link}</link></item></channel></rss>"""
    (entry,) = feeds.drafts(stream_of(data.encode()), Origin("source", url=url), DEFAULTS)
    assert isinstance(entry, Draft)
    assert entry.url == expected


@pytest.mark.parametrize("data", [b"<rss><channel></channel></rss>", b"<rss", b"words", b"\x89PNG...."])
def test_a_feed_without_entries(data: bytes) -> None:
    with pytest.raises(SourceError, match="source: "):
        drafts_of(feeds, data)


def test_a_feed_of_nothing_but_tags_is_refused() -> None:
    data = "<rss><channel>" + "<item/>" * 300_000 + "</channel></rss>"
    with pytest.raises(SourceError, match="more than 250,000 tags"):
        drafts_of(feeds, data.encode())


def test_entities_that_may_grow_without_end_are_refused() -> None:
    grow = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">{grow}]><rss><channel><item><title>t</title>'
    bomb += "<description>&e11;</description></item></channel></rss>"
    with pytest.raises(SourceError, match="declares entities of its own"):
        drafts_of(feeds, bomb.encode())
    with pytest.raises(SourceError, match="declares entities of its own"):
        drafts_of(feeds, bomb.replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16"))
