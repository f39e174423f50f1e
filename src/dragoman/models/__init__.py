"""The shipped network: weights (ONNX, int8), tokenizer and label lists, and the three questions it answers.

In: token ids of sentences; for further questions, what reading them gave and the spans to mark. Out: probabilities as
float32 arrays. A sentence is read once by half of the layers; each question about it takes only the other half.
The weights file is named by its content's hash; its metadata holds the label lists and the calibration.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
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
# What can be marked in a sentence, in the order of the network's marks.
MARKS = {"trigger": 0, "actor": 1, "recipient": 2}
# The outputs of the graph by what is done to a sentence, which names the input that asks for it.
ANSWERS = {"detecting": ("detect", "hidden"), "arguing": ("type", "status", "mode", "roles"), "relating": ("relate",)}
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
class Look:
    """A sentence read once: its ids, (tokens, types) the probability that a token is (part of) a trigger, and what
    further questions about it start from, (tokens, width)."""

    ids: list[int]
    types: Floats
    hidden: Floats


@dataclass(frozen=True, slots=True)
class Argument:
    """The network's view of one marked trigger: probabilities; `roles` is (tokens, roles, O/B/I)."""

    types: Floats
    statuses: Floats
    modes: Floats
    roles: Floats


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence that has been read, and the token spans that are marked in it, by their kind (one of MARKS)."""

    look: Look
    spans: Mapping[str, Sequence[Span]]


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

    def detect(self, sentences: Sequence[list[int]]) -> list[Look]:
        """Each sentence's ids read, with the probability of every token to be a trigger of each type."""
        out: dict[int, Look] = {}
        for group in grouped([len(ids) for ids in sentences]):
            ids = _padded([sentences[i] for i in group])
            nothing = np.zeros((0, 0, 0), np.float32)
            logits, hidden = self._run("detecting", ids, hidden=nothing, marks=nothing)
            types = softmax(logits)
            for row, i in enumerate(group):
                length = len(sentences[i])
                out[i] = Look(sentences[i], types[row, :length], hidden[row, :length])
        return [out[i] for i in range(len(sentences))]

    def argue(self, questions: Sequence[Question]) -> list[Argument]:
        """For each sentence with one trigger marked: type again, status, mode and role spans."""
        out: dict[int, Argument] = {}
        for group, logits in self._asked("arguing", questions):
            types, statuses, modes, roles = map(softmax, logits)
            for row, i in enumerate(group):
                out[i] = Argument(types[row], statuses[row], modes[row], roles[row, : len(questions[i].look.ids)])
        return [out[i] for i in range(len(questions))]

    def relate(self, questions: Sequence[Question]) -> list[Floats]:
        """For each sentence with actor and recipient marked: the probability of each type."""
        out: dict[int, Floats] = {}
        for group, (logits,) in self._asked("relating", questions):
            out |= dict(zip(group, softmax(logits), strict=True))
        return [out[i] for i in range(len(questions))]

    def _asked(self, asked: str, questions: Sequence[Question]) -> Iterator[tuple[list[int], list[Floats]]]:
        """Numbers of questions that are asked together, and the answers."""
        for group in grouped([len(question.look.ids) for question in questions]):
            mine = [questions[i] for i in group]
            ids = _padded([question.look.ids for question in mine])
            hidden = np.zeros((*ids.shape, mine[0].look.hidden.shape[-1]), np.float32)
            marks = np.zeros((len(mine), len(MARKS), ids.shape[1]), np.float32)
            for row, question in enumerate(mine):
                hidden[row, : len(question.look.ids)] = question.look.hidden
                for kind, spans in question.spans.items():
                    for start, end in spans:
                        marks[row, MARKS[kind], start:end] = 1
            yield group, self._run(asked, ids, hidden=hidden, marks=marks)

    def _run(self, asked: str, ids: NDArray[np.int64], *, hidden: Floats, marks: Floats) -> list[Floats]:
        # What answers each of these stands in a branch of the graph.
        chosen = {name: np.array(name == asked) for name in ANSWERS}
        return list(self._session.run(ANSWERS[asked], {"ids": ids, "given": hidden, "marks": marks, **chosen}))


def _padded(sentences: Sequence[list[int]]) -> NDArray[np.int64]:
    ids = np.zeros((len(sentences), max(map(len, sentences))), np.int64)
    for row, own in enumerate(sentences):
        ids[row, : len(own)] = own
    return ids


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
