"""Teachers and their pupil, on little of everything; asked where `.[training]` is installed."""

import gzip
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.training.tiny import encoder, pair, sentence, unlabelled
from training.corpus import Pair
from training.material import Material

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
commands = pytest.importorskip("training.__main__")
fit = pytest.importorskip("training.fit")
networks = pytest.importorskip("training.network")
sampling = pytest.importorskip("training.sampling")
teaching = pytest.importorskip("training.teaching")

RNG = random.Random(7)
LABELLED = [[sentence(RNG, false=1) for _ in range(4)] + [pair(RNG)] for _ in range(teaching.DRAWN)]
STORIES, PAIRS = [sentence(RNG, known=False) for _ in range(3)], [pair(RNG) for _ in range(3)]
# What pairs' own layers are shown: in each epoch another pair that has no label.
HEARD = [[*PAIRS, unlabelled(pair(RNG))] for _ in range(teaching.PAIRS_HEARING.epochs)]
EVENT = {
    "actor": [{"text": "Mali", "country": "MLI", "name": "Mali"}], "recipient": [], "type": "PROTEST", "mode": "demo",
    "trigger": "marched", "status": "actual", "when": "", "place": "", "said_by": "",
}  # fmt: skip
ROW = {"document_id": "d", "pub_date": None, "text": "Mali marched.", "events": [EVENT]}
AID = Pair("Mali fed Togo.", {"actor": [(0, 4)], "recipient": [(9, 13)]}, ("AID",))
STORY = "Police arrested two miners in Kayes on Monday. The mine has been shut for years."


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Teachers of one epoch."""
    for name in ("TEACHER", "ALONE"):
        monkeypatch.setattr(teaching, name, replace(getattr(teaching, name), epochs=1))


def lessons() -> Any:
    return teaching.lessons(lambda epoch: LABELLED[epoch], stories=STORIES, pairs=PAIRS, heard=HEARD.__getitem__)


@pytest.mark.usefixtures("brief")
def test_teachers_are_shown_labels_alone_and_tell_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter, shown, steps = lessons(), [], teaching.Steps.fit

    def watched(self: Any, state: Any, epochs: Any, *, recipe: Any) -> Any:
        shown.append((recipe.seed, epochs(0)))
        return steps(self, state, epochs, recipe=recipe)

    monkeypatch.setattr(teaching.Steps, "fit", watched)
    told, of_pairs = teaching.taught(encoder(tmp_path, "mpnet"), matter, count=2)
    seed = teaching.TEACHER.seed
    assert [number for number, _ in shown] == [seed, seed, seed + 1, seed + 1]
    assert [epoch for _, epoch in shown] == [matter.labelled[0], matter.pairs, matter.labelled[2], matter.pairs]
    assert told.count == 2
    for means in told.means.values():
        for mean in means.values():
            assert torch.allclose(mean[:-1].float().sum(-1), torch.ones(()), atol=1e-2)
    assert len(of_pairs) == len(PAIRS) + len(LABELLED) + len(HEARD)


def test_a_pupil_goes_on_from_where_it_starts_without_layers_for_pairs(tmp_path: Path) -> None:
    matter = lessons()
    told = teaching.silent(matter.shelves)
    told.hear(networks.Network(encoder(tmp_path / "teacher", "mpnet")))
    base = encoder(tmp_path / "base")
    earlier = networks.Network(base)
    earlier.part()
    torch.save(earlier.state_dict(), tmp_path / "start.pt")
    recipe = replace(fit.PUPIL, epochs=1, rate=0.0, head_rate=0.0)
    still = teaching.pupil(base, matter, told, recipe=recipe, start=tmp_path / "start.pt")
    assert still.pairs is None
    assert all(torch.equal(value, earlier.state_dict()[name]) for name, value in still.state_dict().items())


def test_layers_for_pairs_hear_what_was_told_and_change_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, steps = [], teaching.Steps.fit

    def watched(self: Any, state: Any, epochs: Any, *, recipe: Any) -> Any:
        shown.extend(epochs(epoch) for epoch in range(recipe.epochs))
        return steps(self, state, epochs, recipe=recipe)

    monkeypatch.setattr(teaching.Steps, "fit", watched)
    network = networks.Network(encoder(tmp_path))
    before = {name: value.clone() for name, value in network.state_dict().items()}
    matter = lessons()
    told = teaching.silent(matter.shelves)
    told.hear(network)
    answers = teaching.of_pairs(told, matter.items)
    after = teaching.fit_pairs_hearing(network, HEARD.__getitem__, told=answers).state_dict()
    changed = {name for name, value in before.items() if not torch.equal(after[name], value)}
    assert changed == {name for name in before if name.startswith("relate.")}
    own = "attention.self.query.weight"
    assert not torch.equal(after[f"pairs.0.{own}"], after[f"encoder.encoder.layer.3.{own}"])
    pairs = [sorted(one.item for epoch in each.values() for one in epoch) for each in shown]
    assert pairs == [[0, 1, 2, 3 + nth] for nth in range(len(HEARD))]


@pytest.mark.usefixtures("brief")
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::torch.jit.TracerWarning")
def test_the_command_teaches_from_the_corpora_to_the_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{**ROW, "document_id": f"d{n}"} for n in range(6)]
    material = Material(news=rows, own=[], pairs=[AID], coarse=[AID], written=[AID])
    base, target = encoder(tmp_path / "base"), tmp_path / "taught"
    with gzip.open(tmp_path / "synthetic-documents.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"text": STORY, "event_type": "COERCE"}) + "\n")
    monkeypatch.setattr(commands, "gathered", lambda _corpora: material)
    monkeypatch.setattr(commands, "base", lambda: base)
    monkeypatch.setattr(commands, "PUPIL", replace(commands.PUPIL, epochs=1))
    monkeypatch.setattr(commands, "TAUGHT", sampling.Draws(frames=5))
    torch.save(networks.Network(base).state_dict(), tmp_path / "start.pt")
    commands.teach_command(
        tmp_path, encoder(tmp_path / "mpnet", "mpnet"), fold=0, count=3, target=target, start=tmp_path / "start.pt",
        teachers=2, seed=1,
    )  # fmt: skip
    assert len(list(target.glob("*.onnx"))) == 1
    found = networks.restored(base, torch.load(target / "network.pt", weights_only=True))
    assert found.pairs is None
    commands.relate_command(
        target / "network.pt", tmp_path, fold=0, count=3, told=target / "told.pt", target=target / "related.pt"
    )
    related = torch.load(target / "related.pt", weights_only=True)
    assert any(name.startswith("pairs.") for name in related)
    assert torch.equal(related["detect.weight"], found.detect.weight)
