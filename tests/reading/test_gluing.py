"""Sentences that touch are parted; what only looks so stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.gluing import unglue


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("He was arrested.The police left.", "He was arrested. The police left."),
        ("It fell in 2014.Some rejoiced.", "It fell in 2014. Some rejoiced."),
        ("It grew by 3.5%.The bank rejoiced.", "It grew by 3.5%. The bank rejoiced."),
        ("“We left.”The army stayed.", "“We left.” The army stayed."),
        ("It left.“We know,” she said.", "It left. “We know,” she said."),
        ('He said "we go."The army stayed.', 'He said "we go." The army stayed.'),
        ('It was 2018."It was late," she said.', 'It was 2018. "It was late," she said.'),
        ("They left the EU.The talks failed.", "They left the EU. The talks failed."),
        ("They fled from IS.Last year it fell.", "They fled from IS. Last year it fell."),
        ("It warned officials.U.S. troops came.", "It warned officials. U.S. troops came."),
        ("They ended talks.NATO stayed.", "They ended talks. NATO stayed."),
        ("Who left?What came?", "Who left? What came?"),
        ("He came.A man left.", "He came. A man left."),
        ("They left.(The army stayed.)", "They left. (The army stayed.)"),
        (
            "Leaders met on the crisisIn private, they quarrelled.",
            "Leaders met on the crisis\nIn private, they quarrelled.",
        ),
        ("Storm reaches HavanaThe wind fell.", "Storm reaches Havana\nThe wind fell."),
        ("Tanks for UkraineWhile they waited.", "Tanks for Ukraine\nWhile they waited."),
        ("a new blow to the governmentPolitics is rough", "a new blow to the government\nPolitics is rough"),
        ("a camp inDeir ez-Zor and theSyrian army", "a camp in Deir ez-Zor and the Syrian army"),
    ],
)
def test_sentences_are_parted(glued: str, parted: str) -> None:
    assert unglue(glued) == parted


@pytest.mark.parametrize(
    "whole",
    [
        "in the U.S.A and the U.K.",
        "on example.com and Booking.Com",
        "3.5 or No.10",
        "e.g.The dog",
        "J.K.Smith and Mr.Smith",
        "ASP.Net and Node.JS",
        "the U.S.Army and St.Petersburg",
        "see https://example.org/a.The or desk@harbour.Example.The",
        "System.Out.println",
        "vitamin B.",
        "It ended. The next began.",
        "on YouTube, WhatsApp and TikTok",
        "an iPhone, eBay and macOS",
        "Amy MacMahon and Ronald McDonald said",
        "antiAmerican and vanDyke said",
        "the tag #ReleaseThe or @CityOn here",
        "see example.org/pageThe or pageThe.html",
    ],
)
def test_what_belongs_together_stays(whole: str) -> None:
    assert unglue(whole) == whole


@given(st.text(alphabet='aB.!?"“”’( \n3U', max_size=60))
def test_only_spaces_and_line_ends_are_added(text: str) -> None:
    parted = unglue(text)
    assert parted.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
    assert len(parted) >= len(text)
