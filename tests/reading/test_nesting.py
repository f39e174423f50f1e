"""Depth and tags are counted in one pass, over what a browser would open."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.nesting import MAX_MARKS, depth, marks


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", 0),
        ("<div><div></div></div><div></div>", 2),
        ("<div><br><img src=x><p>a<p>b</div>", 1),
        ("<ul><li>a<li>b<li><ul><li>c</ul></ul>", 2),
        ("<div/><div/>", 0),
        ("</div></div><div>", 1),
        ("<script>'<div><div><div>'</script><div>", 1),
        ("<!-- <div><div> --><div>", 1),
        ("<script><div><div>", 0),
        ("İİİİİİİİİ<div><SCRIPT>'<div>'</Script></div><div></div>", 1),
        ("İİİİİİİİİ<div><!-- <div> --></div><div></div>", 1),
        ("<ſcript><div></div>", 1),
        ('<DIV class="a > b"><span>', 2),
    ],
)
def test_depth(page: str, expected: int) -> None:
    assert depth(page) == expected


@given(st.integers(min_value=0, max_value=300))
def test_depth_of_open_tags(number: int) -> None:
    assert depth("<div>" * number) == number


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("words, 3 < 4", 0),
        ("<p>a</p><br/>", 2),
        ("<a href='x>y' class=\"b c\" hidden>", 4),
        ("<a b = c d/e>", 4),
        ('<a b=">" c=it\'s d>', 4),
        ("<script>if (a < b)</script>", 1),
    ],
)
def test_tags_and_attributes(page: str, expected: int) -> None:
    assert marks(page) == expected


def test_one_tag_with_far_too_many_attributes_is_too_much() -> None:
    assert marks("<p " + " ".join(f"a{n}" for n in range(3_000)) + ">") > MAX_MARKS
    assert marks("<p>" * (MAX_MARKS + 1)) > MAX_MARKS


@pytest.mark.parametrize("unit", ["<div ", "<!--", "<script>", "<", "<a b=", "</", "<a b='", '<a"'])
def test_no_page_takes_long(unit: str) -> None:
    started = time.process_time()
    depth(unit * 100_000)
    marks(unit * 100_000)
    assert time.process_time() - started < 10
