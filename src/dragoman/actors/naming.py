"""What a party nobody has a name for is called, and where its words end: they keep both brackets, the name neither.

In: a phrase. Out: its plain name, without article, possessive pronoun and acronym; the end of its words.
"""

import re

_ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "our ", "my ", "some ", "these ", "those ")
# "the Department of Foreign Affairs (DFA)", also where the bracket was cut off.
_ACRONYM = re.compile(r"(?<=\w) \([A-Z][A-Za-z]{1,6}\)?$")


def plain(written: str) -> str:
    """A phrase without its article or possessive pronoun and the acronym in brackets behind it, blanks made one."""
    text = _ACRONYM.sub("", " ".join(written.split()))
    lowered = text.lower()
    return text[next((len(article) for article in _ARTICLES if lowered.startswith(article)), 0) :]


def whole(written: str, name: str) -> str:
    """The name of words that are known to be one: all of them, where it is but their end, else what tables call it."""
    return plain(written) if written.endswith(name) else name


def closed(text: str, start: int, end: int) -> int:
    """The end of words of a text, behind the bracket that closes one opened in them where it stands right there."""
    return end + 1 if text.startswith(")", end) and text.rfind("(", start, end) > text.rfind(")", start, end) else end
