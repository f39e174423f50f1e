"""What a party nobody has a name for is called, and where its words end: they keep both brackets, the name neither.

In: a phrase. Out: its plain name, without article, possessive pronoun and acronym; the end of its words.
"""

import re

from dragoman.actors.words import listed

_ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "our ", "my ", "some ", "these ", "those ")
_BRACKETS = (("(", ")"), ("[", "]"))
# "the Department of Foreign Affairs (DFA)", also where the bracket was cut off.
_ACRONYM = re.compile(r"(?<=\w) [(\[][A-Z][A-Za-z]{1,6}[)\]]?$")


def plain(written: str) -> str:
    """A phrase without its article or possessive pronoun and the acronym in brackets behind it, blanks made one."""
    text = _ACRONYM.sub("", " ".join(written.split()))
    lowered = text.lower()
    bare = text[next((len(article) for article in _ARTICLES if lowered.startswith(article)), 0) :]
    return bare if bare.partition(" ")[0] not in listed("who") else text  # "those who fled"


def closed(text: str, start: int, end: int) -> int:
    """The end of words of a text: behind the bracket that closes one opened in them where it stands right there, else
    before the one that stays open: "Daesh [Isis]", but "Senator Lee" of "Senator Lee (D-Calif"."""
    for opening, closing in _BRACKETS:
        opened = text.rfind(opening, start, end)
        if opened <= text.rfind(closing, start, end):
            continue
        if text.startswith(closing, end):
            return end + 1
        before = len(text[start:opened].rstrip())
        return start + before if before else end
    return end
