"""Statements: who says what to whom about whom, each a record with a stable id."""

import json
from datetime import date

import pytest

from dragoman.coding.story import Story
from dragoman.coding.voice.statements import Statement, statements
from dragoman.document import Document

ARTICLE = """French President Emmanuel Macron told the German chancellor on Monday that Russia had attacked Ukraine.
He added: “We will not accept this. We will answer it.
“And we will answer it with force.”
According to the Pentagon, Iran has fired two missiles at Israel.
The weather stayed mild."""


def told(text: str = ARTICLE) -> list[Statement]:
    return statements(Story.of(Document("doc-1", text, pub_date=date(2024, 6, 21))))


def test_speaker_verb_addressee_and_day() -> None:
    first = told()[0]
    assert (first.speaker.name, first.speaker.country, first.verb) == ("Emmanuel Macron", "FRA", "told")
    assert first.addressee is not None
    assert first.addressee.country == "DEU"
    assert first.words.text.startswith("Russia had attacked Ukraine")
    assert {party.country for party in first.about} == {"RUS", "UKR"}
    assert (first.dating.date_start, first.kind) == ("2024-06-17", "reported")


def test_a_pronoun_speaks_for_its_party_over_paragraphs() -> None:
    spoken = [s for s in told() if s.kind == "quoted"]
    assert [s.speaker.name for s in spoken] == ["Emmanuel Macron", "Emmanuel Macron"]
    assert spoken[0].words.text == "We will not accept this. We will answer it"
    assert spoken[1].words.text == "And we will answer it with force"


def test_words_and_sentences_stand_where_they_say() -> None:
    for statement in told():
        assert ARTICLE[statement.words.start : statement.words.end] == statement.words.text
        assert statement.start <= statement.words.start
        assert statement.words.end <= statement.end


def test_ids_are_stable_and_distinct() -> None:
    ids = [s.statement_id for s in told()]
    assert ids == [s.statement_id for s in told()]
    assert len(set(ids)) == len(ids) == 4


def test_the_row_is_plain_json() -> None:
    row = json.loads(json.dumps(told()[0].to_dict()))
    assert list(row)[:2] == ["statement_id", "document_id"]
    assert {"date_start", "date_basis", "addressee", "about", "kind"} <= set(row)


def test_a_text_without_speech_has_none() -> None:
    assert told("Troops crossed the river. The bridge fell.") == []


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, verb and words of each statement."""
    return [(s.speaker.text, s.verb, s.words.text) for s in told(text)]


def test_a_full_stop_ends_no_words_wherever_the_speaker_stands() -> None:
    assert said("Kenya said Uganda will pay.") == [("Kenya", "said", "Uganda will pay")]
    assert said("Uganda will pay, Kenya said.") == [("Kenya", "said", "Uganda will pay")]
    assert said("Kenya said: “We will not go.”") == [("Kenya", "said", "We will not go")]
    assert said("Kenya asked: “Will it pay?”") == [("Kenya", "asked", "Will it pay?")]
    assert said("Kenya said that it had left the U.S.") == [("Kenya", "said", "it had left the U.S.")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya told Uganda the war would end.", "Uganda"),
        ("Kenya warned Uganda that the war would end.", "Uganda"),
        ("Kenya warned that Uganda and Chad would fight.", None),
        ("Kenya warned last week that Chad would fight.", None),
        ("Kenya warned Monday that Chad would fight.", None),
        ("Chad would fight, warned Kenya.", None),
    ],
)
def test_who_is_told(text: str, who: str | None) -> None:
    (found,) = told(text)
    assert (found.addressee.text if found.addressee else None) == who


def test_a_denial_shows_in_its_verb() -> None:
    assert said("Kenya denied that it shelters the group.") == [("Kenya", "denied", "it shelters the group")]
    assert said("Kenya rejected claims that it bombed Juba.") == [("Kenya", "rejected claims", "it bombed Juba")]
    assert said("Kenya dismissed reports that Uganda struck Juba.")[0][:2] == ("Kenya", "dismissed reports")


def test_what_is_claimed_for_oneself_is_not_said() -> None:
    assert said("The Taliban claimed responsibility for a bombing in Kabul.") == []
    assert said("Ukraine claimed full responsibility for the raid.") == []
    assert [words for *_, words in said("Ukraine claimed that it took responsibility for the raid.")]
    assert [words for *_, words in said("Ukraine claimed it had won.")] == ["it had won"]


def test_a_dateline_is_not_said() -> None:
    line = "KABUL, June 20 (Harbour Wire) - The army killed nine militants in Kandahar, the governor said."
    (found,) = told(line)
    assert found.words.text == "The army killed nine militants in Kandahar"
    assert "Harbour Wire" not in {party.name for party in found.about}
    assert "KABUL" not in {party.text for party in found.about}
