"""Sentences without labels: each once, with the triggers that the shipped network proposes, nothing known of them."""

import gzip
import json
from pathlib import Path

from training.corpus import IGNORE
from training.unlabelled import unlabelled

from dragoman.models.tokens import tokenizer

STORY = "Police arrested two miners in Kayes on Monday. The mine has been shut for years. They did."


def test_stories_become_sentences_with_proposed_triggers(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "synthetic-documents.jsonl.gz", "wt", encoding="utf-8") as lines:
        for _ in range(2):
            lines.write(json.dumps({"text": STORY, "event_type": "COERCE"}) + "\n")
    found = unlabelled(tmp_path)
    words = [tokenizer().decode(example.ids) for example in found]
    assert words == ["police arrested two miners in kayes on monday.", "the mine has been shut for years."]
    assert [set(example.tokens) for example in found] == [{IGNORE}, {IGNORE}]
    (trigger,) = found[0].triggers
    assert tokenizer().decode(found[0].ids[slice(*trigger.span)]) == "arrested"
    assert (trigger.type, trigger.status, trigger.roles) == (IGNORE, IGNORE, ())


def test_without_the_corpus_there_are_none(tmp_path: Path) -> None:
    assert unlabelled(tmp_path) == []
