"""Sentences of a text made for a test: each ends with a full stop, one blank before the next."""


def cut(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences."""
    ends = [at + 1 for at, mark in enumerate(text) if mark == "."]
    return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))
