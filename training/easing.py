"""Activations that int8 keeps apart: features that reach far are scaled down, the weights they meet scaled up.

In: a network. Out: a copy whose feed-forward parts have a buffer `ease`, which their inputs are to be multiplied by.

Int8 gives a whole matrix of activations one scale, and one feature that reaches ten times as far as the others leaves
them a tenth of the steps. After SmoothQuant (Xiao and others 2023); how far a feature reaches is not measured on
sentences but told by the weights before it, so that it can be told wherever a network is exported.
"""

from copy import deepcopy

import torch
from torch import Tensor, nn

from training.network import Network

# Standard deviations that a feature may stray from its mean: the wide part behind gelu reaches about as far as this in
# 160 annotated sentences.
_STRAY = 3.0
# What comes out of a normalization strays further where it is weighed more. Of the powers 0.5, 1 and 1.5 of its reach
# the last leaves the least noise in the products with the weights, an eighth of that without easing.
_POWER = 1.5
# gelu lets nothing below this through.
_LEAST = 0.5


@torch.no_grad()
def eased(network: Network) -> Network:
    """A copy of the network, equal to it where the inputs of its feed-forward parts are multiplied by their `ease`."""
    copy = deepcopy(network)
    for layer in _layers(copy):
        norm, inner, outer = layer.attention.output.LayerNorm, layer.intermediate, layer.output
        mean = inner.dense.weight @ norm.bias + inner.dense.bias
        spread = (inner.dense.weight * norm.weight).square().sum(1).sqrt()
        _ease(inner, (_STRAY * norm.weight.abs() + norm.bias.abs()) ** _POWER)
        _ease(outer, (mean + _STRAY * spread).clamp(min=_LEAST))
    return copy


def _layers(network: Network) -> list[nn.Module]:
    """All layers once; pairs may share theirs with the other questions."""
    every = (layer for half in (*network.halves, network.relating) for layer in half)
    return list({id(layer): layer for layer in every}.values())


def _ease(part: nn.Module, reach: Tensor) -> None:
    part.dense.weight.mul_(reach)
    part.register_buffer("ease", 1 / reach)
