"""The coder as people use it: whole texts in, events with their evidence out, the same ones every time."""

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding import coder as module
from dragoman.coding.coder import Coder
from dragoman.document import Document
from dragoman.errors import UsageError
from dragoman.event import Event, Party, Words

ARTICLE = """Kenyan police arrested four opposition activists in Kisumu on Tuesday, their lawyer said.
The foreign ministers of Poland and Latvia met in Riga to discuss border security.
Nobody was surprised, and the weather stayed mild.
Turkey will send 200 tonnes of wheat to Somalia next month, officials said.
The president of Peru has not visited Bolivia since he took office."""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def eager() -> Coder:
    """A coder that tells nearly everything, so that odd texts give events too."""
    return Coder(threshold=0.15, min_confidence=0.0)


@pytest.fixture(scope="module")
def events(coder: Coder) -> list[Event]:
    return coder.code(ARTICLE, pub_date="2023-05-18")


def find(events: list[Event], kind: str, words: str) -> Event:
    found = [e for e in events if e.event_type == kind and words in e.sentence]
    assert found, f"no {kind} in {[(e.event_type, e.trigger.text) for e in events if words in e.sentence]}"
    return found[0]


def test_an_arrest_with_who_whom_when_and_where(events: list[Event]) -> None:
    event = find(events, "COERCE", "Kisumu")
    assert event.mode == "arrest"
    assert {p.country for p in event.actors} == {"KEN"}
    assert {p.country for p in event.recipients} == {"KEN"}
    assert (event.dating.date_start, event.dating.date_text) == ("2023-05-16", "Tuesday")
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("Kisumu", "KEN")
    assert event.said_by is not None
    assert event.said_by.text == "their lawyer"


@pytest.mark.parametrize(
    "moment", [date(2023, 5, 18), datetime(2023, 5, 18, 23, 59), datetime(2023, 5, 18, tzinfo=UTC)]
)
def test_a_moment_of_publication_is_its_day(coder: Coder, events: list[Event], moment: date) -> None:
    assert coder.code(ARTICLE, pub_date=moment) == events


def test_what_is_no_day_is_said(coder: Coder) -> None:
    class Never(datetime):
        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = datetime.__hash__

    undated = coder.code("Kenya accused Uganda.")
    assert coder.code("Kenya accused Uganda.", pub_date=Never(2024, 6, 21)) == undated
    with pytest.raises(UsageError, match="pub_date 20240621 is a int; give a date or a day as 2024-06-21"):
        coder.code("Kenya accused Uganda.", pub_date=20240621)  # type: ignore[arg-type]


def test_a_meeting_of_equals_has_all_as_actors(events: list[Event]) -> None:
    event = find(events, "CONSULT", "Riga")
    assert {p.country for p in (*event.actors, *event.recipients)} == {"POL", "LVA"}


def test_help_to_come_is_aid_and_planned(events: list[Event]) -> None:
    event = find(events, "AID", "wheat")
    assert event.status == "planned"
    assert ({p.country for p in event.actors}, {p.country for p in event.recipients}) == ({"TUR"}, {"SOM"})


def test_a_sentence_without_an_event_gives_none(events: list[Event]) -> None:
    assert not [e for e in events if "weather" in e.sentence]


def test_what_never_happened_is_not_told_as_actual(events: list[Event]) -> None:
    assert not [e for e in events if "Peru" in e.sentence and e.status == "actual"]


def test_the_same_input_gives_the_same_events(events: list[Event]) -> None:
    again = Coder().code(ARTICLE, pub_date="2023-05-18")
    assert [e.to_dict() for e in again] == [e.to_dict() for e in events]


def test_other_documents_of_the_process_change_nothing(coder: Coder, events: list[Event]) -> None:
    coder.code("Rebels shelled the town of Minova, killing nine soldiers.", pub_date="2020-01-01")
    assert [e.event_id for e in coder.code(ARTICLE, pub_date="2023-05-18")] == [e.event_id for e in events]


def test_events_survive_their_public_form(events: list[Event]) -> None:
    assert [Event.from_dict(e.to_dict()) for e in events] == events


def test_least_confidence_only_drops_events(events: list[Event]) -> None:
    half = Coder(min_confidence=0.5).code(ARTICLE, pub_date="2023-05-18")
    assert [e.event_id for e in half] == [e.event_id for e in events if e.confidence >= 0.5]


@pytest.mark.parametrize("value", [-0.1, 1.5])
def test_a_confidence_that_is_no_probability_is_refused(value: float) -> None:
    with pytest.raises(UsageError, match="no probability"):
        Coder(min_confidence=value)


def test_a_day_that_is_none_is_refused(coder: Coder) -> None:
    with pytest.raises(UsageError, match="2024-06-21"):
        coder.code("Nothing.", pub_date="21/06/2024")


def test_an_empty_document_has_no_events(coder: Coder) -> None:
    assert coder.code_document(Document("d", "")) == []


def spans(event: Event) -> list[Party | Words]:
    return [*event.actors, *event.recipients, event.trigger]


def quotes(event: Event, text: str) -> bool:
    own = [*spans(event), *(x for x in (event.place, event.said_by) if x)]
    return all(text[x.start : x.end] == x.text for x in own)


WORDS = st.sampled_from(
    [
        *("Russia", "attacked", "Ukraine", "“", "”", ".", ",", "the", "U.S.", "said", "on", "Monday", "police"),
        *("arrested", "12", "protesters", "in", "Kyiv", "\n", "é", "中", "—", "he", "not", "will"),
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_every_span_quotes_the_text_exactly(eager: Coder, text: str) -> None:
    for event in eager.code(text, pub_date="2023-05-18"):
        assert quotes(event, text)
        assert text[event.sentence_start : event.sentence_end] == event.sentence


def test_a_document_of_many_blocks_is_coded_to_its_end(eager: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = eager.code(ARTICLE, pub_date="2023-05-18")
    monkeypatch.setattr(module, "BLOCK", 2)
    parts = eager.code(ARTICLE, pub_date="2023-05-18")
    assert all(quotes(event, ARTICLE) for event in parts)
    sure = {(e.event_type, e.sentence) for e in whole if e.confidence > 0.5}
    assert len({sentence for _, sentence in sure}) > 2
    assert sure <= {(e.event_type, e.sentence) for e in parts}


def test_an_article_that_stands_on_its_page_twice_is_coded_once(coder: Coder) -> None:
    twice = coder.code(f"{ARTICLE}\n{ARTICLE}", pub_date="2023-05-18")
    assert twice
    assert max(event.sentence_end for event in twice) <= len(ARTICLE)


def test_half_a_character_is_read_as_reading_reads_it(coder: Coder) -> None:
    broken = "France condemned Russia on Tuesday \ud800 in Paris."
    for found in (coder.code(broken), coder.code_document(Document("d", broken))):
        (event,) = found
        assert event.sentence == broken.replace("\ud800", "\ufffd")
        assert event.sentence[event.trigger.start : event.trigger.end] == event.trigger.text


def test_a_document_keeps_its_own_id(coder: Coder) -> None:
    assert {e.document_id for e in coder.code_document(Document("wire-7", ARTICLE))} == {"wire-7"}


GUESTS = ", ".join(f"Abdoulaye Ouédraogo of Koulikoro{number}" for number in range(40))
RAID = "rebels attacked a village in Mali on Monday"


@pytest.mark.parametrize("guests", range(400, len(GUESTS), 90))
def test_an_event_is_found_wherever_in_a_long_sentence(coder: Coder, guests: int) -> None:
    cut = GUESTS[:guests].rpartition(", ")[0]
    rest = GUESTS[guests:].partition(", ")[2] or "nobody else"
    text = f"The ministry listed {cut} among the guests, {RAID}, and there came {rest}."
    (event,) = [e for e in coder.code(text, pub_date="2024-06-21") if e.event_type == "ASSAULT"]
    assert (event.trigger.text, text[event.trigger.start : event.trigger.end]) == ("attacked", "attacked")
    assert quotes(event, text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rebels attacked a village in Mali on 3RD June 2024.", {"2024-06-03"}),
        ("Rebels attacked a village in Mali on 00/00/2024.", {"2024-01-01", "2024-06-21", None}),
        ("Rebels attacked a village in Mali in the fir\u017ft week of May.", {"2024-05-01"}),
    ],
)
def test_an_odd_date_costs_no_event(coder: Coder, text: str, days: set[str | None]) -> None:
    (event,) = coder.code(text, pub_date="2024-06-21")
    assert event.dating.date_start in days


def test_letters_apart_are_read_as_those_in_one(coder: Coder) -> None:
    text = "Côte d’Ivoire accused Türkiye’s president Recep Tayyip Erdoğan on Monday of arming rebels."
    found = coder.code(unicodedata.normalize("NFD", text), pub_date="2024-06-21", title="São Tomé")
    assert found == coder.code(text, pub_date="2024-06-21", title="São Tomé")
    assert {p.country for e in found for p in e.actors} >= {"CIV"}
    assert all(quotes(event, text) for event in found)


def test_another_language_is_warned_of_where_nothing_is_found(coder: Coder, caplog: pytest.LogCaptureFixture) -> None:
    assert coder.code("Le président français a rencontré son homologue allemand hier à Berlin.") == []
    assert "language is fr" in caplog.text
    caplog.clear()
    assert coder.code("The weather of that week was as warm as that of the week before it.") == []
    assert caplog.text == ""
