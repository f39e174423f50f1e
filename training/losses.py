"""How far a network's answers are from the labels, and from another network's answers.

In: logits as `Network.answer` gives them, the batch. Out: one number. All questions are weighed the same way in both,
what only fills a batch up weighs nothing, and about a pair without a label a teacher alone counts.
"""

from torch import Tensor
from torch.nn.functional import cross_entropy

from training.batch import Batch
from training.corpus import IGNORE

# The type of a trigger weighs one. Roles are many labels, nearly all of them "none"; set by hand, not swept.
_WEIGHTS = {"type": 1.0, "status": 0.5, "mode": 0.5, "roles": 4.0}


def missed(said: dict[str, Tensor], batch: Batch, *, smoothing: float) -> Tensor:
    """From the labels: cross entropy, smoothed for the types; a pair without a label weighs nothing."""
    if batch.is_pairs:
        return _over(_pairs(said["relate"], batch.allowed, smoothing), _there(batch) & ~batch.unlabelled)
    loss = _mean(said["detect"], batch.tokens, smoothing / 4)
    labels = {"type": batch.types, "status": batch.statuses, "mode": batch.modes, "roles": batch.roles}
    for name, weight in _WEIGHTS.items():
        if name in said:
            part = _mean(said[name], labels[name], smoothing if name == "type" else 0.0)
            loss = loss + _share(batch) * weight * part
    return loss


def apart(said: dict[str, Tensor], told: dict[str, Tensor], batch: Batch) -> Tensor:
    """From a teacher's answers (`told`): cross entropy against its probabilities (Hinton and others 2015)."""
    if batch.is_pairs:
        return _over(_against(said["relate"], told["relate"]), _there(batch))
    held = batch.ids != 0
    loss = _over(_against(said["detect"], told["detect"]), held)
    asked, there = _asked(batch), held.index_select(0, batch.rows).unsqueeze(-1)
    for name, weight in _WEIGHTS.items():
        if name in said:
            kept = asked[:, None, None] & there if name == "roles" else asked
            loss = loss + _share(batch) * weight * _over(_against(said[name], told[name]), kept)
    return loss


def between(
    said: dict[str, Tensor], batch: Batch, *, told: dict[str, Tensor], smoothing: float, heard: float
) -> Tensor:  # fmt: skip
    """From both, what a teacher told weighing `heard` beside the labels, and all where a pair has none."""
    if not batch.is_pairs:
        return heard * apart(said, told, batch) + (1 - heard) * missed(said, batch, smoothing=smoothing)
    share = heard + (1 - heard) * batch.unlabelled.float()
    far, wrong = _against(said["relate"], told["relate"]), _pairs(said["relate"], batch.allowed, smoothing)
    return _over(share * far + (1 - share) * wrong, _there(batch))


def _share(batch: Batch) -> Tensor:
    """Questions a sentence: a batch's mean over triggers counts as often as there are some."""
    return _asked(batch).sum() / _there(batch).sum().clamp(min=1)


def _asked(batch: Batch) -> Tensor:
    """(Q,): whether a question is one, and does not only fill up; those mark something."""
    return batch.marks.flatten(1).any(1)


def _there(batch: Batch) -> Tensor:
    """(B,): whether a sentence is one."""
    return batch.ids[:, 0] != 0


def _mean(logits: Tensor, labels: Tensor, smoothing: float) -> Tensor:
    """Over the labels that are known; nothing where none is."""
    flat = labels.flatten()
    total = cross_entropy(logits.flatten(0, -2), flat, ignore_index=IGNORE, label_smoothing=smoothing, reduction="sum")
    return total / (flat != IGNORE).sum().clamp(min=1)


def _against(logits: Tensor, told: Tensor) -> Tensor:
    return -(told.softmax(-1) * logits.log_softmax(-1)).sum(-1)


def _over(values: Tensor, kept: Tensor) -> Tensor:
    return (values * kept).sum() / kept.expand_as(values).sum().clamp(min=1)


def _pairs(logits: Tensor, allowed: Tensor, smoothing: float) -> Tensor:
    """(B,): against the types that each annotation allows together; "no type" is none of them."""
    logp = logits[:, 1:].log_softmax(-1)
    hard = -logp.masked_fill(~allowed[:, 1:], -1e4).logsumexp(-1)
    soft = -logp.mean(-1)
    return (1 - smoothing) * hard + smoothing * soft
