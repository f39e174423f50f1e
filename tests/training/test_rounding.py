"""Weights in int8 that no processor's sums overflow with; asked where `.[training]` is installed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import dragoman.models

onnx = pytest.importorskip("onnx")
rounding = pytest.importorskip("training.rounding")

SHIPPED = next(Path(dragoman.models.__file__).parent.glob("*.onnx"))
WEIGHTS = arrays(np.float32, st.tuples(st.integers(1, 9), st.integers(1, 4)), elements=st.floats(-8, 8, width=32))


@given(WEIGHTS)
def test_no_pair_of_neighbours_overflows_and_no_weight_is_off_by_more_than_half_a_step(weights: Any) -> None:
    rounded, scales = rounding.fitted(weights)
    assert rounding.worst(rounded).max() <= rounding.MOST
    assert (np.abs(weights - rounded * scales) <= scales * 0.5001).all()


def test_a_lone_large_weight_keeps_all_steps_of_int8() -> None:
    rounded, _ = rounding.fitted(np.array([[1.0, 1.0], [-1.0, 1.0]], np.float32))
    assert rounded.tolist() == [[127, 64], [-127, 64]]


def test_the_shipped_weights_give_exact_products_on_this_processor() -> None:
    matrices = [value for value in _integers(onnx.load(SHIPPED).graph) if value.ndim == 2 and len(value) < 5000]
    assert len(matrices) > 40
    for weights in matrices:
        assert rounding.worst(weights).max() <= rounding.MOST
    far = np.random.default_rng(3).choice(np.array([0, 255], np.uint8), size=(16, len(matrices[0])))
    assert (_product(far, matrices[0]) == far.astype(np.int32) @ matrices[0].astype(np.int32)).all()


def _integers(graph: Any) -> Iterator[Any]:
    """Every matrix of an integer product, those within branches too."""
    held = {one.name: one for one in graph.initializer}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            yield onnx.numpy_helper.to_array(held[node.input[1]])
        for part in node.attribute:
            if part.g.node:
                yield from _integers(part.g)


def _product(activations: Any, weights: Any) -> Any:
    """What ONNX Runtime makes of them here."""
    told = [onnx.helper.make_tensor_value_info(name, kind, None) for name, kind in (("x", 2), ("y", 6))]
    node = onnx.helper.make_node("MatMulInteger", ["x", "w"], ["y"])
    graph = onnx.helper.make_graph([node], "one", told[:1], told[1:], [onnx.numpy_helper.from_array(weights, "w")])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString())
    return session.run(None, {"x": activations})[0]
