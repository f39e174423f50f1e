"""How deep a page's tags are nested and how many there are, before a parser walks into them.

In: HTML as text. Out: the greatest depth, the number of tags. One pass in linear time, nothing is built.
"""

import re

# libxml2 stops at 256 and drops the rest. Real pages stay under 100.
MAX_DEPTH = 250
# Tags and attributes of a page: each costs about a kilobyte where it is worked on. Live pages have some ten thousand.
MAX_MARKS = 250_000
# Attributes of one tag: libxml2 compares each with all before it.
_MAX_ATTRIBUTES = 2_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{0,5000}?(/?)>")
# As a browser reads them, with a ">" inside quotes; what is between the name and the end is attributes.
_ATTRIBUTE = r"""(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+)"""
_OPENED = re.compile(rf"<[a-zA-Z][^\s/>]*+({_ATTRIBUTE}*+)")
_ONE = re.compile(_ATTRIBUTE)
_KEEPERS = ("script", "style", "textarea", "template", "svg", "noscript")
_RAW = re.compile(rf"<({'|'.join(_KEEPERS)})\b|<!--", re.I | re.A)
# Looked for in the page as it is: in lower case it may be longer ("İ") and every place in it another.
_ENDS = {name: re.compile(f"</{name}", re.I | re.A) for name in _KEEPERS} | {"": re.compile("-->")}

# Tags that never hold others, or that the next of their kind closes unsaid.
_FLAT = re.compile(
    "(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot"
    "|option|optgroup|html|body)",
    re.I,
)


def depth(page: str) -> int:
    """The greatest number of elements open at once; paragraphs, list items and cells do not count."""
    level = deepest = 0
    for match in _TAG.finditer(_without_raw(page)):
        closing, name, empty = match.groups()
        if empty or _FLAT.fullmatch(name):
            continue
        level = max(0, level - 1) if closing else level + 1
        deepest = max(deepest, level)
    return deepest


def _without_raw(page: str) -> str:
    """The page without scripts, styles and comments, in which a "<" opens nothing."""
    kept: list[str] = []
    at = 0
    while match := _RAW.search(page, at):
        kept.append(page[at : match.start()])
        end = _ENDS[(match[1] or "").lower()].search(page, match.end())
        if end is None:
            return "".join(kept)
        at = end.end()
    kept.append(page[at:])
    return "".join(kept)


def marks(page: str) -> int:
    """The number of tags that open and of their attributes; a tag with far too many counts as a page's worth."""
    count = 0
    for match in _OPENED.finditer(page):
        own = len(_ONE.findall(match[1])) if match[1] else 0
        count += 1 + (own if own <= _MAX_ATTRIBUTES else max(own, MAX_MARKS))
        if count > MAX_MARKS:
            break
    return count
