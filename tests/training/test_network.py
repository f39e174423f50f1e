"""The network embeds and places as its encoder does; asked where `.[training]` is installed."""

import random
from pathlib import Path
from typing import Any

import pytest
from tests.training.tiny import encoder, pair, sentence

torch = pytest.importorskip("torch")
batches = pytest.importorskip("training.batch")
networks = pytest.importorskip("training.network")

RNG = random.Random(8)
SENTENCES = [sentence(RNG, words=words) for words in (5, 9, 14)]


def made(folder: Path, kind: str) -> Any:
    """A network whose distances between words tell something, too."""
    network = networks.Network(encoder(folder, kind)).eval()
    if kind == "mpnet":
        torch.nn.init.normal_(network.encoder.encoder.relative_attention_bias.weight)
    return network


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
@torch.no_grad()
def test_reading_to_the_end_is_what_the_encoder_gives(tmp_path: Path, kind: str) -> None:
    network = made(tmp_path, kind)
    ids = batches.collated(SENTENCES).ids
    held = ids != 0
    own = ids
    if kind == "mpnet":
        own = torch.where(held, ids + 4, 1)
        own[ids == 101], own[ids == 102] = 0, 2
    whole = network.encoder(input_ids=own, attention_mask=held.long()).last_hidden_state
    layers = network.halves[1]
    further = network._through(layers, ids, network.read(ids))
    assert torch.allclose(whole[held], further[held], atol=1e-5)


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
@torch.no_grad()
def test_words_are_embedded_as_the_encoder_does(tmp_path: Path, kind: str) -> None:
    network = made(tmp_path, kind)
    ids = batches.collated(SENTENCES).ids
    held = ids != 0
    assert torch.equal(network.embedded(ids)[held], network.encoder.embeddings(network._own(ids))[held])


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
@torch.no_grad()
def test_a_sentence_s_answers_do_not_hang_on_its_neighbours(tmp_path: Path, kind: str) -> None:
    network = made(tmp_path, kind)
    for examples in (SENTENCES, [pair(RNG, words=words) for words in (4, 12)]):
        whole, alone = batches.collated(examples), batches.laid(examples[:1], width=16)
        together, single = network.answer(whole, whole.ids), network.answer(alone, alone.ids)
        assert all(
            torch.allclose(together[name][:1], single[name], atol=1e-5) for name in ("type", "relate") if name in single
        )
