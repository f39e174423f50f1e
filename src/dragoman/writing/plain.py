"""Words of an article made safe to show on a terminal: an article may hold commands for it.

In: any text. Out: one line of printable characters.
"""

# C0 and C1 controls, line separators, and the marks that turn the direction of writing.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), " ")


def plain(words: str) -> str:
    """The words with controls as spaces, runs of space as one, and lone surrogates as question marks."""
    shown = words.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")
    return " ".join(shown.split())
