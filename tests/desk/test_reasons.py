"""Why: every field has its reason, from its words; what was weighed comes from the coder."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.desk.coder import DeskCoder
from dragoman.desk.options import Options
from dragoman.desk.reasons import chances, reasons, told
from dragoman.document import Document
from fakes import bare_event, event


def test_every_field_tells_its_words() -> None:
    found = {reason.field: reason for reason in reasons(event().to_dict())}
    assert (found["event_type"].value, found["event_type"].words) == ("CONSULT", "visited")
    assert found["actor"].words == "The president of Arvania"
    assert found["date"].words == "on Wednesday"
    assert "publication" in found["date"].by
    assert found["place"].value == "Belmora BLM (1.50, -2.25)"
    assert found["said_by"].value == "Foreign Ministry ARV, reported"
    assert found["quad_class"].value == "1 verbal cooperation"


def test_what_is_not_told_is_said() -> None:
    found = {reason.field: reason.value for reason in reasons(bare_event().to_dict())}
    assert (found["date"], found["said_by"]) == ("unknown", "the author")
    assert "place" not in found


def test_another_source_is_no_work_of_the_coder() -> None:
    told = event().to_dict() | {"origin": "gdelt", "confidence": 0.0, "mode": "", "said_by": None, "date_text": None}
    found = {reason.field: reason for reason in reasons(told)}
    assert {reason.by for reason in found.values()} == {"told by gdelt", "not told by gdelt"}
    assert (found["event_type"].value, found["event_type"].by) == ("CONSULT", "told by gdelt")
    for field in ("confidence", "mode", "said_by"):
        assert (found[field].value, found[field].by) == ("unknown", "not told by gdelt")
    assert {reason.field: reason.value for reason in reasons(told | {"confidence": 0.4})}["confidence"] == "40 %"
    ours = {reason.field: reason for reason in reasons(event().to_dict())}
    assert (ours["confidence"].value, "calibrated" in ours["confidence"].by) == ("91 %", True)


def test_who_corrected_is_named() -> None:
    row = event().to_dict() | {"corrections": [{"field": "event_type", "reviewer": "ada", "machine": "AID"}]}
    found = {reason.field: reason.by for reason in reasons(row)}
    assert found["event_type"] == "ada, who corrected “AID”"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("AID", "“AID”"),
        ("", "nothing"),
        (None, "nothing"),
        ([], "nothing"),
        (3, "“3”"),
        ({"text": "Moscow", "name": "", "start": 4}, "“Moscow”"),
        ([{"text": "he", "name": "Ada Rell"}, {"text": "rebels", "name": ""}], "“Ada Rell, rebels”"),
        (["trade", "arms"], "“trade, arms”"),
    ],
)
def test_what_the_machine_said_is_told_in_its_words(value: Any, shown: str) -> None:
    assert told(value) == shown


def test_nothing_untrue_is_said_of_every_event() -> None:
    found = {reason.field: reason.by for reason in reasons(event().to_dict())}
    assert "network" in found["said_by"]
    assert "mostly weighed" in found["status"]
    assert all("or rules" in found[field] for field in ("actor", "date", "place"))


def test_what_the_coder_made_of_pronouns() -> None:
    coder = DeskCoder(Options(record=Path("none.duckdb")))
    text = "Vladimir Putin met Kim Jong Un. He praised Kim, officials said."
    document = Document("d", text, pub_date=date(2024, 6, 21))
    praised = next(made for made in coder.code(document) if made.event_type == "SUPPORT")
    told = {one.what: one for one in chances(coder, document, praised.event_id) or []}
    assert told["who is actor"].choice == "Vladimir Putin RUS GOV"
    assert told["who is actor"].why.startswith("the person named before: “Vladimir Putin”, sentence 1")
    assert told["who is recipient"].why == "named so here"
    assert (told["who says so"].choice, told["confidence"].why) == ("officials", "calibrated")
    assert "heard by rules at “said”" in told["who says so"].why


def test_what_the_coder_weighs() -> None:
    coder = DeskCoder(Options(record=Path("none.duckdb")))
    document = Document("d", "Russia will send grain to Kenya in July.", pub_date=date(2024, 6, 21))
    (made,) = coder.code(document)
    told = {(one.what, one.choice): one for one in chances(coder, document, made.event_id) or []}
    assert told["type", "AID"].taken
    assert (told["words of the actor", "Russia"].chance or 0) > 0.5
    assert told["whether it happened", "planned"].why.startswith("“will”, by rules")
    assert told["when", "2024-07-01"].why.startswith("“July”, marked by the network")
    assert told["who says so", "the author"].chance is None
    assert chances(coder, document, "ev-none") is None
