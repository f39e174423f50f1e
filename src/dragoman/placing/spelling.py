"""Spelling: names out of the Arabic script, which every paper writes its own way, brought to one form.

In: a folded name ("dayr al balah"). Out: a key that its other spellings share ("deir el-balah", "deir al-balah").
The gazetteer keeps such keys beside the names of places in countries that write so (training/gazetteer.py).
"""

import re

# No name has the mark, so a key of sounds is never taken for a name.
MARK = "~"
# Shorter keys fit too many names.
_SHORTEST = 4
_ARTICLE = re.compile(r"\b(?:a[dlnrstz]|ath|adh|ash|e[dlnrstz]|esh|il|ul) ")
_WORDS = (
    (re.compile(r"\b(?:tell?|tall) "), "tal "),
    (re.compile(r"\b(?:kh?afa?r|kefr) "), "kafr "),
    (re.compile(r"\b(?:oued|ouadi|ouad) "), "wadi "),
    (re.compile(r"\b(?:ksar|kasr|gasr) "), "qasr "),
    (re.compile(r"\b(?:ou?m|oumm) "), "umm "),
    (re.compile(r"(?<=[a-z]{2})et\b"), "at"),
)
# In this order: what sounds alike is written alike.
_SOUNDS = (
    (re.compile(r"(?:dj|j)"), "j"),
    (re.compile(r"dz"), "z"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"[qg](?!h)"), "k"),
    (re.compile(r"(?:ch)"), "sh"),
    (re.compile(r"(?:[ae]y|[ae]i|ee)(?=[^aeiou]|$)"), "i"),
    (re.compile(r"(?:iyya|iya|ia|iyye|iye|iyyeh)h?\b"), "ia"),
    (re.compile(r"(?:a|e)h\b"), "a"),
    (re.compile(r"(?:ou|oo|aw|au|w|o)"), "u"),
    (re.compile(r"[ey]"), "i"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)


def sounded(key: str) -> str:
    """The key by sound of a folded name, marked as such; "" where too little is left of it."""
    name = _ARTICLE.sub("", key)
    for pattern, written in (*_WORDS, *_SOUNDS):
        name = pattern.sub(written, name)
    name = name.replace(" ", "")
    return MARK + name if len(name) >= _SHORTEST else ""
