"""What a text takes for granted: its own ministers, and where each paragraph of a digest was written."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.mentions.newsroom import Newsroom
from dragoman.coding.sentences import sentences

DIGEST = (
    "NAIROBI - Teachers went on strike over pay. Police closed a school.\n"
    "KAMPALA, Uganda - Rebels burnt a bridge.\n"
    "LUSAKA - Kenya's president met farmers."
)
LINES = [(0, 43), (44, 67), (68, 108), (109, 148)]


@pytest.mark.parametrize(
    ("words", "country"), [("Police", "KEN"), ("Rebels", "UGA"), ("Teachers", "KEN"), ("a school", "KEN")]
)
def test_bare_nouns_of_a_digest_are_where_their_paragraph_is(words: str, country: str) -> None:
    made = Cast(DIGEST, LINES, pub_date=date(2020, 5, 1))
    start = DIGEST.index(words)
    assert [party.country for party in made.parties(start, start + len(words))] == [country]


def test_what_names_another_country_since_is_left_to_the_ranker() -> None:
    made = Cast(DIGEST, LINES, pub_date=date(2020, 5, 1))
    start = DIGEST.index("farmers")
    room = Newsroom(made.scene)
    assert room.digest(made.mention(start, start + 7)) == frozenset()
    assert room.granted(made.mention(start, start + 7))["dateline"] == {"ZMB"}


def test_one_dateline_makes_no_digest() -> None:
    text = "NAIROBI - Police closed a school."
    made = Cast(text, [(0, len(text))], pub_date=date(2020, 5, 1))
    assert Newsroom(made.scene).digest(Mention(10, 16, 0, "police")) == frozenset()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Foreign Minister Penny Wong met Chad's envoys. The Government said little.", {"AUS"}),
        ("The Minister for Foreign Affairs, Penny Wong, met Chad's envoys. The Government said little.", {"AUS"}),
        ("Australian Foreign Minister Penny Wong met Chad's envoys. The Government said little.", None),
        ("Australia's Foreign Minister, Penny Wong, met Chad's envoys. The Government said little.", None),
        ("Penny Wong met Chad's envoys. The Government said little.", None),
    ],
)
def test_a_minister_named_without_a_country_is_the_text_s_own(text: str, own: set[str] | None) -> None:
    stop = text.index(". ") + 1
    made = Cast(text, [(0, stop), (stop + 1, len(text))], pub_date=date(2023, 5, 1))
    start = text.index("The Government")
    assert Newsroom(made.scene).granted(made.mention(start, start + 14)).get("insider") == own


def test_an_unknown_minister_is_seen_with_the_known_ones() -> None:
    text = "Foreign Minister Penny Wong met Chad's envoys. Shadow Minister Talin Oberek objected."
    made = Cast(text, [(0, 46), (47, len(text))], pub_date=date(2023, 5, 1))
    start = text.index("Talin Oberek")
    assert Newsroom(made.scene).granted(made.mention(start, start + 12))["minister insider"] == {"AUS"}


HEADED = (
    "Kenya condemned Chad.\n\nMEXICO: Gunmen killed a mayor.\n\n* PERU: Police met farmers.\n\nTOGO-BENIN: Envoys met."
)


@pytest.mark.parametrize(
    ("words", "country"), [("Gunmen", "MEX"), ("a mayor", "MEX"), ("Police", "PER"), ("farmers", "PER")]
)
def test_bare_nouns_of_a_digest_are_of_the_state_that_heads_their_paragraph(words: str, country: str) -> None:
    made = Cast(HEADED, sentences(HEADED), pub_date=date(2020, 5, 1))
    start = HEADED.index(words)
    assert [party.country for party in made.parties(start, start + len(words))] == [country]


def test_below_two_states_either_is_granted() -> None:
    made = Cast(HEADED, sentences(HEADED), pub_date=date(2020, 5, 1))
    start = HEADED.index("Envoys")
    assert Newsroom(made.scene).granted(made.mention(start, start + 6))["dateline"] == {"TGO", "BEN"}


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("NAIROBI - Police met.", 10),
        ("MEXICO: Gunmen met.\n\nPERU: Police met.", 8),
        ("TOGO-BENIN: Envoys met.", 12),
        ("Togo: Benin broke the ceasefire.", 0),  # who says it
        ("Police met.", 0),
    ],
)
def test_where_a_sentence_goes_on_behind_its_head(text: str, opening: int) -> None:
    made = Cast(text, sentences(text), pub_date=date(2020, 5, 1))
    assert Newsroom(made.scene).behind_head(0) == opening
