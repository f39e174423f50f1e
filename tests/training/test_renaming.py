"""Renaming countries in annotated sentences: the annotation stays true of the new sentence."""

import random

from training.renaming import renamed

ROW = {
    "text": "An Iranian envoy told Tehran that Kenya had accused Peruvians of a raid.",
    "events": [
        {
            "actor": [{"text": "Kenya", "country": "KEN", "name": "Kenya"}],
            "recipient": [{"text": "Peruvians", "country": "PER", "name": "Peruvians"}],
            "type": "ACCUSE", "mode": "allege", "trigger": "accused", "status": "actual", "when": "", "place": "",
            "said_by": "An Iranian envoy",
        }
    ],
}  # fmt: skip


def quoted(row: dict) -> list[str]:
    """Every piece that an annotation quotes."""
    event = row["events"][0]
    return [p["text"] for p in (*event["actor"], *event["recipient"])] + [event["trigger"], event["said_by"]]


def test_quoted_pieces_still_stand_in_the_sentence():
    for seed in range(50):
        row = renamed(ROW, random.Random(seed))
        assert all(piece in row["text"] for piece in quoted(row))


def test_no_old_country_is_left_and_one_country_stays_one():
    row = renamed(ROW, random.Random(1))
    assert not any(word in row["text"] for word in ("Iranian", "Tehran", "Kenya", "Peruvians"))
    assert row["text"].startswith(("A ", "An "))
    assert row["events"][0]["type"] == "ACCUSE"


def test_articles_follow_the_new_word():
    texts = [renamed(ROW, random.Random(seed))["text"] for seed in range(80)]
    starts = {text.split()[0] for text in texts}
    assert starts == {"A", "An"}
    assert all((text.split()[0] == "An") == (text.split()[1][0] in "AEIO") for text in texts)


def test_a_sentence_without_countries_stays():
    row = {"text": "The envoy left.", "events": []}
    assert renamed(row, random.Random(0)) == row


def test_the_given_row_is_not_changed():
    before = repr(ROW)
    renamed(ROW, random.Random(3))
    assert repr(ROW) == before
