"""A finding built by hand, for tests of what comes after the network."""

import numpy as np

from dragoman.coding.triggers.arguing import Finding, Role
from dragoman.event import Status

ROLES = ("actor", "recipient", "said_by", "place", "when")


def finding(
    sentence: str, trigger: str, *, kind: str = "ASSAULT", status: Status = "actual", index: int = 0,
    chance: float = 0.9, mode: str = "", **roles: str | list[str],
) -> Finding:  # fmt: skip
    """A finding whose trigger and role words are found in the sentence."""
    start = sentence.index(trigger)
    words = {name: roles.get(name, []) for name in ROLES}
    spans = {name: _spans(sentence, [w] if isinstance(w, str) else w) for name, w in words.items()}
    return Finding(
        sentence=index, start=start, end=start + len(trigger), chance=chance, event_type=kind, type_chance=0.9,
        types=np.full(16, 1 / 16, np.float32), status=status, status_chance=0.9, mode=mode, roles=spans,
    )  # fmt: skip


def _spans(sentence: str, words: list[str]) -> tuple[Role, ...]:
    return tuple(Role(sentence.index(w), sentence.index(w) + len(w), 0.9) for w in words)
