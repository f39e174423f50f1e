"""Rows for people: days as they are known, what and who in few words."""

import pytest

from dragoman.record.brief import brief


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        ("2024-06-19", "2024-06-19", "day", "2024-06-19"),
        ("2024-06-01", "2024-06-30", "month", "2024-06"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        ("2023-06-20", "2024-06-19", "year", "2023-06-20 – 2024-06-19"),
        ("2024-06-17", "2024-06-23", "week", "2024-06-17 – 2024-06-23"),
        (None, None, None, ""),
    ],
)
def test_when(first: str, last: str, precision: str, shown: str) -> None:
    row = {"date_start": first, "date_end": last, "date_precision": precision, "place": "Belmora"}
    assert brief([row], ("when", "place")) == [{"when": shown, "place": "Belmora"}]


def test_parties_are_shown_with_their_countries() -> None:
    row = {"parties": "foreign minister; Orland", "countries": "ORL; ORL", "actors": "rebels", "actor_countries": "",
           "recipients": "envoys", "recipient_countries": "BLM; ARV", "host": None, "host_country": ""}  # fmt: skip
    assert brief([row], ("parties", "who to whom", "host")) == [
        {"parties": "foreign minister (ORL); Orland (ORL)", "who to whom": "rebels → envoys (BLM; ARV)", "host": None}
    ]
    row |= {"actors": "Arva; Belmora", "actor_countries": "ARV; BLM", "recipients": "rebels; Orland; Ostra",
            "recipient_countries": "ORL; ORL"}  # fmt: skip
    assert brief([row], ("who to whom",)) == [
        {"who to whom": "Arva (ARV); Belmora (BLM) → rebels; Orland; Ostra (ORL)"}
    ]


def test_what_and_who() -> None:
    row = {"event_type": "CONSULT", "mode": "visit", "status": "planned", "actors": "Ada", "recipients": "Belmora"}
    lone = {"event_type": "PROTEST", "mode": "", "status": "actual", "actors": "", "recipients": ""}
    assert brief([row, lone], ("what", "who to whom")) == [
        {"what": "CONSULT visit planned", "who to whom": "Ada → Belmora"},
        {"what": "PROTEST", "who to whom": "?"},
    ]
