"""The shipped network: weights (ONNX, int8), tokenizer and label lists, and the three questions it answers.

In: token ids of sentences, with markers where a question needs them. Out: probabilities as float32 arrays.
The weights file is named by its content's hash; its metadata holds the label lists and the calibration.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.event import Status

Floats = NDArray[np.float32]
Span = tuple[int, int]

# Padded tokens a call, swept 1 to 4096 (docs/performance.md): what a layer makes of more no longer fits a core's cache.
BATCH_TOKENS = 256
MAX_TOKENS = 256
# ONNX Runtime's kernel for this fusion takes longer on a CPU than the two that it joins (docs/performance.md).
_SLOWER = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the outputs stand for, as the exported model says."""

    types: tuple[str, ...]
    statuses: tuple[Status, ...]
    roles: tuple[str, ...]
    modes: tuple[str, ...]
    calibration: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Argument:
    """The network's view of one marked trigger: probabilities; `roles` is (tokens, roles, O/B/I)."""

    types: Floats
    statuses: Floats
    modes: Floats
    roles: Floats


@dataclass(frozen=True, slots=True)
class Question:
    """Token ids and the two token spans whose vectors are pooled (the trigger, or actor and recipient)."""

    ids: list[int]
    first: Span
    second: Span = (0, 1)


class Network:
    """One ONNX session and what its metadata says. `threads` is per call; 1 suits many processes."""

    def __init__(self, path: Path, *, threads: int = 1) -> None:
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = ort.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
            meta = self._session.get_modelmeta().custom_metadata_map
            self.labels = _labels(json.loads(meta["dragoman"]))
        except _failures() as error:
            raise ModelError(f"{path.name}: not a model of this version ({error}); reinstall dragoman") from error
        self.version = path.stem

    def detect(self, sentences: Sequence[list[int]]) -> list[Floats]:
        """For each sentence's ids, (tokens, types): the probability that a token is (part of) a trigger."""
        out: list[Floats] = [np.empty((0, 0), np.float32)] * len(sentences)
        for group in grouped([len(ids) for ids in sentences]):
            (logits,) = self._run(["detect"], [Question(sentences[i], (0, 1)) for i in group])
            for row, i in enumerate(group):
                out[i] = softmax(logits[row, : len(sentences[i])])
        return out

    def argue(self, questions: Sequence[Question]) -> list[Argument]:
        """For each sentence with one trigger marked: type again, status, mode and role spans."""
        names = ["type", "status", "mode", "roles"]
        out: list[Argument | None] = [None] * len(questions)
        for group in grouped([len(q.ids) for q in questions]):
            types, statuses, modes, roles = self._run(names, [questions[i] for i in group])
            for row, i in enumerate(group):
                own = roles[row, : len(questions[i].ids)]
                out[i] = Argument(softmax(types[row]), softmax(statuses[row]), softmax(modes[row]), softmax(own))
        return [argument for argument in out if argument is not None]

    def relate(self, questions: Sequence[Question]) -> list[Floats]:
        """For each sentence with actor and recipient marked: the probability of each type."""
        out: list[Floats] = [np.empty(0, np.float32)] * len(questions)
        for group in grouped([len(q.ids) for q in questions]):
            (logits,) = self._run(["relate"], [questions[i] for i in group])
            for row, i in enumerate(group):
                out[i] = softmax(logits[row])
        return out

    def _run(self, names: list[str], questions: Sequence[Question]) -> list[Floats]:
        width = max(len(q.ids) for q in questions)
        ids = np.zeros((len(questions), width), np.int64)
        pools = np.zeros((2, len(questions), width), np.float32)
        for row, question in enumerate(questions):
            ids[row, : len(question.ids)] = question.ids
            for k, (start, end) in enumerate((question.first, question.second)):
                pools[k, row, start:end] = 1 / (end - start)
        # The first look has layers of its own, in a branch of the graph.
        feed = {"ids": ids, "first": pools[0], "second": pools[1], "spot": np.array(names == ["detect"])}
        return list(self._session.run(names, feed))


def grouped(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices in batches of similar length, about BATCH_TOKENS padded tokens each."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    batch: list[int] = []
    for i in order:
        if batch and lengths[i] * (len(batch) + 1) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def softmax(logits: Floats) -> Floats:
    """Over the last axis."""
    high = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(high / high.sum(-1, keepdims=True), np.float32)


def sigmoid(x: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def _failures() -> tuple[type[Exception], ...]:
    """What a file that is no model raises, in ONNX Runtime or when its metadata are read."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = (state.Fail, state.InvalidArgument, state.InvalidGraph, state.InvalidProtobuf, state.NoSuchFile)
    return (KeyError, ValueError, RuntimeError, *own)


def _labels(meta: dict[str, Any]) -> Labels:
    return Labels(
        types=tuple(meta["types"]),
        statuses=tuple(meta["statuses"]),
        roles=tuple(meta["roles"]),
        modes=tuple(meta["modes"]),
        calibration=meta["calibration"],
    )


@cache
def weights() -> Path:
    """The one weights file of the package. Raises ModelError when it is missing."""
    with as_file(files("dragoman.models")) as folder:
        found = sorted(folder.glob("*.onnx"))
    if len(found) != 1:
        raise ModelError(f"{folder}: {len(found)} weights files where one should be; reinstall dragoman")
    return found[0]


@cache
def network(path: Path | None = None, *, threads: int = 1) -> Network:
    """The network of a weights file (default: the shipped one), loaded once a process and thread setting."""
    return Network(path or weights(), threads=threads)
