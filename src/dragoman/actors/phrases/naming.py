"""What a party nobody has a name for is called, and where its words end: they keep both brackets, the name neither.

In: a phrase. Out: its plain name, without article, possessive pronoun, acronym and stock code, and of "the Syrian city
of Raqqa" the city's alone; the end of its words.
"""

import re
from functools import cache

from dragoman.actors.names.stock_codes import stock_codes
from dragoman.actors.names.words import listed

_ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "our ", "my ", "some ", "these ", "those ")
# What words may open and not close.
_BRACKETS = (("(", ")"), ("[", "]"), ("<", ">"))
# "the Department of Foreign Affairs (DFA)", also where the bracket was cut off.
_ACRONYM = re.compile(r"(?<=\w) [(\[][A-Z][A-Za-z]{1,6}[)\]]?$")
# Words before that a town is of another phrase: "residents of the city of Homs".
_TOWN = (
    r"(?:(?!(?:{prepositions})\b)[\w-]+ ){{0,4}}(?:{towns}) of "
    r"(?P<name>(?:[a-z]{{2}}-)?[A-Z][^\s,’']*(?:[ -](?:(?:{particles})[ -])*[A-Z][^\s,’']*)*)(?=$|, | (?:in|on|near) )"
)


def plain(written: str) -> str:
    """A phrase without its article or possessive pronoun and what stands in brackets behind it, blanks made one."""
    text = _ACRONYM.sub("", stock_codes().sub("", " ".join(written.split())))
    lowered = text.lower()
    bare = text[next((len(article) for article in _ARTICLES if lowered.startswith(article)), 0) :]
    if bare.partition(" ")[0] in listed("who"):
        return text  # "those who fled"
    town = _towns().match(bare)
    return town["name"] if town else bare


def whole(written: str, name: str) -> str:
    """The name of words that are known to be one: all of them, where it is but their end, else what tables call it."""
    return plain(written) if written.endswith(name) else name


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


@cache
def _towns() -> re.Pattern[str]:
    lists = {name: "|".join(sorted(listed(name))) for name in ("prepositions", "towns", "particles")}
    return re.compile(_TOWN.format(**lists))
