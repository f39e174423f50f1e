"""Bytes to text: which encoding, and what could not be decoded.

In: bytes of one document or line, and the encoding its page or server declares. Out: text; DocumentError when
the bytes are no text or fit no encoding. Tried in turn: byte order mark, declared, UTF-16 by its zero bytes,
UTF-8, Windows-1252, then charset-normalizer's guess.
"""

import codecs
import logging

from dragoman.errors import DocumentError

log = logging.getLogger(__name__)

# Looked at when judging what the bytes are; enough for a verdict, small enough to be free.
HEAD = 1 << 16

# Text holds hardly any control byte but tabs and line ends; images and programs hold over a tenth. Between.
BINARY_SHARE = 0.02

# English prose in Windows-1252 has a few curly quotes a line; above this share it is another alphabet.
WESTERN_SHARE = 0.1

# With fewer of them there is nothing to guess an alphabet from.
FEW = 8

# Above this share of undecodable bytes the result would be unreadable, and the encoding counts as unknown.
LOST_SHARE = 0.01

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# An encoding of texts leaves ASCII as it is; "undefined", "idna", "unicode_escape" and their like, which broken pages
# declare, do not, or refuse it.
_ASCII = bytes([*range(32, 92), *range(93, 127)]) + rb"\n\u0041~{~}\\"
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")
_MAGIC = (
    (b"%PDF", "a PDF; convert it to text first"),
    (b"PK\x03\x04", "a zip archive or office document; unpack it or save it as text first"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text first"),
    (b"SQLite format 3", "a SQLite database; export its rows as CSV first"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed; decompress it first"),
    (b"BZh", "bzip2-compressed; decompress it first"),
    (b"\xfd7zXZ", "xz-compressed; decompress it first"),
)


def binary_reason(head: bytes) -> str:
    """Why these first bytes are no text ("a PDF; convert …"), "" when they may be text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if marked(head) or _wide(head):
        return ""
    head = head[:HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > BINARY_SHARE * len(head) else ""


def marked(head: bytes) -> str:
    """The encoding that a byte order mark names, "" without one."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "")


def legible(data: bytes) -> bytes:
    """The bytes as patterns for ASCII can read them: what is UTF-16 or UTF-32 as UTF-8, all else as it is."""
    name = marked(data) or _wide(data)
    return data.decode(name, "ignore").encode("utf-8", "ignore") if name[4:6] in ("16", "32") else data


def encoding_of(head: bytes, *, declared: str = "") -> str:
    """Name of the encoding of a text that begins with these bytes. Raises DocumentError when it fits none."""
    if mark := marked(head):
        return mark
    if name := _known(declared):
        return name
    if wide := _wide(head):
        return wide
    if _fits_utf8(head):
        return "utf-8"
    high = len(head) - len(head.translate(None, bytes(range(128, 256))))
    return "cp1252" if high <= max(FEW, WESTERN_SHARE * len(head)) else _guessed(head)


def decode(data: bytes, *, source: str, declared: str = "") -> str:
    """Text of one document's bytes.

    Bytes that do not fit become U+FFFD and are logged with their number. Raises DocumentError for binary data
    and for an encoding that cannot be told.
    """
    if reason := binary_reason(data):
        raise DocumentError(f"{source}: is {reason}")
    try:
        encoding = encoding_of(data, declared=declared)
        text = data.decode(encoding, "replace")
    except DocumentError as error:
        raise DocumentError(f"{source}: {error}") from error
    lost = text.count("\ufffd")
    if lost > max(3, LOST_SHARE * len(text)):
        raise DocumentError(f"{source}: {lost} bytes are not {encoding}; convert it to UTF-8 first")
    if lost:
        log.warning("%s: %d bytes are not %s and were replaced", source, lost, encoding)
    return text


def _known(declared: str) -> str:
    """The codec for a declared name; pages that say Latin-1 mean Windows-1252 (the web's own rule)."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return ""
    # A declaration of UTF-8 proves nothing (most wrong ones say it), and UTF-16 would carry a mark.
    if not name or name.startswith("utf") or not _keeps_ascii(name):
        return ""
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _keeps_ascii(name: str) -> bool:
    try:
        return _ASCII.decode(name, "replace") == _ASCII.decode("ascii")
    except (LookupError, ValueError):
        # A codec that is none of text, or one that takes no damaged bytes.
        return False


def _fits_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, or were before some were damaged: most characters above ASCII fit."""
    if data.isascii():
        return True
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad == 0 or sum(not c.isascii() for c in text) > 2 * bad


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: in English text nearly every second byte is zero."""
    pairs = len(head[:HEAD]) // 2
    if pairs < 4:
        return ""
    if head[1 : 2 * pairs : 2].count(0) > 0.6 * pairs:
        return "utf-16-le"
    return "utf-16-be" if head[0 : 2 * pairs : 2].count(0) > 0.6 * pairs else ""


def _guessed(head: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(head[:HEAD]).best()
    if best is None:
        raise DocumentError("the encoding cannot be told; convert it to UTF-8 first")
    return best.encoding
