"""Characters that no reader of the text ever saw: control and zero-width ones, odd spaces, mojibake.

In: text as decoded. Out: the same words with LF line ends, plain spaces and no invisible characters, each letter one
character with its accents (NFC). Curly quotes and dashes stay as they are; ``these'' of wire services become curly.
"""

import re

from dragoman.document import composed

# Runs fast over clean text: nothing below is done unless one of these occurs.
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_NEWLINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# A speech between marks of a typewriter; a longer one is a lost closing mark.
_TYPED = re.compile("``([^`]{1,3000}?)''")
# A character that mojibake of UTF-8 begins with (Ã, Â, â, ð read in a Western code page, or their like in a
# Cyrillic or DOS one) followed by another one above ASCII. Only such lines are shown to ftfy.
_SUSPECT = re.compile("[\x80-\x9fÂ-Åà-ïðÐÑРСГвГΓ╬╧√¬∂‚ÎÏ][^\x00-\x7f]")

# A longer line is repaired in pieces, so that one broken character does not hold all of a book back.
_PIECE = 100_000


def plain(text: str) -> str:
    """The text without invisible characters, with LF line ends and plain spaces, mojibake repaired, NFC."""
    if not text.isascii() and _SUSPECT.search(text):
        text = "\n".join(_repaired(line) for line in text.split("\n"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "``" in text:
        text = _TYPED.sub("“\\1”", text)
    return composed(_ODD.sub(_replacement, text))


def _replacement(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SPACES:
        return " "
    if character in _NEWLINES:
        return "\n" if character not in "\x1c\x1d\x1e" else ""
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""


def _repaired(line: str) -> str:
    """The line with its encoding repaired where ftfy finds that it was decoded wrongly."""
    if line.isascii() or not _SUSPECT.search(line):
        return line
    from ftfy import fix_encoding

    pieces = range(0, len(line), _PIECE)
    return "".join(fix_encoding(line[at : at + _PIECE]) for at in pieces)
