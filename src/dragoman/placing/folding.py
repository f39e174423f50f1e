"""One spelling for look-up: names that differ only in case, diacritics, hyphens or dots fold together.

In: a name as written. Out: its folded form, for dictionary keys only, never for showing.
"""

from unicodedata import combining, normalize

# Letters that do not decompose into a base letter and a mark, and signs that writers use freely inside names.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
        "ə": "a",
        "-": " ", "–": " ", "‑": " ", "‐": " ", "\u00a0": " ",
        ".": "", "'": "", "’": "", "‘": "", "ʻ": "", "ʼ": "", "`": "", "´": "",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Casefolded, without diacritics, dots and apostrophes; hyphens and runs of blanks become one blank."""
    if text.isascii():
        plain = text.lower()
        if plain.replace(" ", "").isalpha():
            return " ".join(plain.split())
        return " ".join(plain.translate(_LETTERS).split())
    bare = _base(_base(text).casefold())
    return " ".join(bare.translate(_LETTERS).split())


def _base(text: str) -> str:
    return "".join(char for char in normalize("NFKD", text) if not combining(char))
