"""A format is told by content first, then by name."""

import pytest

from dragoman.errors import SourceError
from dragoman.reading.formats import SUFFIXES, format_of, suffix_format
from growth import linear
from sources import STORY

HTML = b"<!DOCTYPE html><html><body><p>Talks.</p></body></html>"
RSS = b'<?xml version="1.0"?>\n<!-- a feed -->\n<rss version="2.0"><channel></channel></rss>'
WIDE = HTML.decode()
DTD = b'<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n'
JSON = b'{"id": 1, "text": "Talks."}\n'


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.txt", STORY.encode(), "text"),
        ("a.txt.gz", STORY.encode(), "text"),
        ("a.txt", HTML, "html"),
        ("a.html", HTML, "html"),
        ("a.html", STORY.encode(), "text"),
        ("a.html", RSS, "feeds"),
        ("a.xml", RSS, "feeds"),
        ("a.xml", b"<?xml version='1.0'?>\n<!DOCTYPE rss>" + b"<!-- part -->\n" * 90 + b"<rss>", "feeds"),
        ("a.html", b"<!DOCTYPE html>" + b"<!-- part -->\n" * 90 + HTML, "html"),
        ("a.html", b"<!-- <rss> -->" + HTML, "html"),
        ("a.xml", b'<feed xmlns="http://www.w3.org/2005/Atom">', "feeds"),
        ("a.xml", b'<?xml version="1.0"?>' + HTML, "html"),
        ("a.xml", b'<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "feeds"),
        ("a.xml", b'<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feeds"),
        ("a.xml", DTD + b'<rss version="2.0">', "feeds"),
        ("a.xml", RSS.decode().encode("utf-16"), "feeds"),
        ("a.html", WIDE.encode("utf-16"), "html"),
        ("a.htm", WIDE.encode("utf-16-be"), "html"),
        ("a.txt", WIDE.encode("utf-16-le"), "html"),
        ("a.html", STORY.encode("utf-16"), "text"),
        ("standard input", WIDE.encode("utf-32"), "html"),
        ("standard input", JSON.decode().encode("utf-16"), "jsonl"),
        ("standard input", STORY.encode("utf-16"), "text"),
        ("a.jsonl", JSON, "jsonl"),
        ("a.JSON.GZ", b"[]", "jsonl"),
        ("a.csv", b"id,text\n", "csv"),
        ("a.warc", b"WARC/1.0\r\n", "warc"),
        ("a", b"WARC/1.1\r\n", "warc"),
        ("a.txt", b"PAR1....", "parquet"),
        ("standard input", STORY.encode(), "text"),
        ("standard input", HTML, "html"),
        ("standard input", RSS, "feeds"),
        ("standard input", JSON, "jsonl"),
        ("standard input", b'\xef\xbb\xbf[{"text": 1}]', "jsonl"),
        ("standard input", b"id;headline;body\n1;a;b\n", "csv"),
        ("standard input", b"[ad_1]\nThe envoys met.", "text"),
        ("standard input", b"{Oslo} The envoys met.", "text"),
    ],
)
def test_formats(name: str, head: bytes, expected: str) -> None:
    assert format_of(name, head) == expected


def test_a_server_that_says_what_it_sends() -> None:
    assert format_of("https://x.example/a", b"<span>Talks.</span>", media_type="text/html") == "html"


def test_a_mapped_name_marks_a_table() -> None:
    assert format_of("standard input", b"id,story\n", text_field="story") == "csv"


@pytest.mark.parametrize(
    ("name", "head", "reason"),
    [
        ("a.txt", b"%PDF-1.4", "is a PDF"),
        ("a.xml", b'<?xml version="1.0"?><nitf/>', "neither RSS, Atom nor XHTML"),
        ("a.xml", '<?xml version="1.0"?><nitf/>'.encode("utf-16"), "neither RSS, Atom nor XHTML"),
        ("a.xml", b"<rss:nitf/><?xml?>", "neither RSS, Atom nor XHTML"),
        ("a.jsonl", bytes(range(256)), "is a binary file"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(name: str, head: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=f"{name}: .*{reason}"):
        format_of(name, head)


def test_every_suffix_is_known_with_and_without_gz() -> None:
    for suffix, expected in SUFFIXES.items():
        assert suffix_format(f"a{suffix}") == suffix_format(f"a{suffix.upper()}.gz") == expected
    assert suffix_format("a.png") is None
    assert suffix_format("README") is None


@pytest.mark.parametrize(
    "unit", ["<!-- part -->\n", "<!-- ", "<?xml?> ", "<!DOCTYPE html>", " \n", "<", "-->", "{", "[ "]
)
def test_no_beginning_takes_long(unit: str) -> None:
    assert linear(lambda size: format_of("page", unit.encode() * size + HTML), 150)
