"""Figures for people and for programs."""

import io
import json

from rich.console import Console

from dragoman.evaluation.gold import Gold, GoldEvent, GoldParty, GoldSentence, joined
from dragoman.evaluation.report import as_dict, as_tables
from dragoman.evaluation.score import Evaluation, evaluate
from fakes import SENTENCE, event

VISIT = GoldEvent("CONSULT", (GoldParty("Arvania", "ARV"),), (GoldParty("Belmora", "BLM"),), status="planned")


def evaluation() -> Evaluation:
    texts = {"d1": SENTENCE, "d2": "The [old] harbour was quiet in Belmora."}
    rows = tuple(GoldSentence(f"{name}#0", name, text, (VISIT,)) for name, text in texts.items())
    gold = Gold("harbour.jsonl", rows, joined(rows))
    return evaluate(gold, code=lambda d: [event(d.id)] if d.id == "d1" else [], relate=lambda *_, **__: [])


def test_the_dictionary_goes_through_json_and_holds_every_figure() -> None:
    row = json.loads(json.dumps(as_dict(evaluation())))
    assert row["gold"] == "harbour.jsonl"
    assert row["levels"]["dyad"] | {"interval": []} == {
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.6667,
        "gold": 2,
        "coded": 1,
        "right": 1,
        "interval": [],
    }
    assert row["types"]["CONSULT"]["gold"] == 2
    assert row["confusion"] == {"CONSULT": {"-": 1, "CONSULT": 1}}
    assert row["layers"]["status"]["accuracy"] == 0.0
    assert row["calibration"]["error"] == 0.09
    assert {miss["id"] for miss in row["misses"]} == {"d1#0", "d2#0"}


def test_the_tables_show_levels_types_layers_and_misses() -> None:
    console = Console(file=io.StringIO(), width=120, record=True)
    console.print(as_tables(evaluation()))
    text = console.export_text()
    for part in ("sentences 2, documents 2", "dyad", "macro-F1", "status", "calibration error 0.090", "Worst misses"):
        assert part in text
    assert "The [old] harbour was quiet" in text
    assert "missed    CONSULT: Arvania [ARV] -> Belmora [BLM]" in text


def test_where_nothing_is_confused_no_table_is_empty() -> None:
    rows = (GoldSentence("d1#0", "d1", SENTENCE, (VISIT,)),)
    right = evaluate(Gold("g.jsonl", rows, joined(rows)), code=lambda d: [event(d.id)], relate=lambda *_, **__: [])
    for figures, shown in ((evaluation(), True), (right, False)):
        console = Console(file=io.StringIO(), width=120, record=True)
        console.print(as_tables(figures))
        assert ("Types confused most" in console.export_text()) == shown
