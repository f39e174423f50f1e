"""An event and its document become one flat report."""

from datetime import date

from dragoman.document import Document
from dragoman.record.linking import from_event
from fakes import event


def test_every_field_comes_from_the_event_or_the_document() -> None:
    found = from_event(event(), Document("doc-1", "", publisher="Lake Herald", pub_date=date(2024, 6, 21)))
    assert found.event_id == event().event_id
    assert (found.publisher, found.pub_date) == ("Lake Herald", date(2024, 6, 21))
    assert (found.actors, found.recipients) == ((("Ada Rell", "ARV", "GOV"),), (("Belmora", "BLM", ""),))
    assert (found.date_start, found.date_end, found.precision) == (date(2024, 6, 19), date(2024, 6, 19), "day")
    assert (found.place_name, found.place_country, found.latitude) == ("Belmora", "BLM", 1.5)
    assert (found.said_by, found.trigger, found.confidence) == ("Foreign Ministry", "visited", 0.91)


def test_what_is_unknown_stays_so() -> None:
    found = from_event(event(place=None, said_by=None), Document("doc-1", ""))
    assert (found.place_name, found.latitude, found.said_by, found.pub_date) == ("", None, "", None)
