"""What a format's reader gives: one document as its source has it, before cleaning and dating.

In: fields as they stand in a page, row, entry or record. Out: `Draft`, which `finishing` makes a Document.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One document as found.

    `source` names it for people ("news.jsonl line 12"); `pub_date` is the date as written, "" where none is.
    `id` is the source's own id, "" where it has none.
    """

    source: str
    text: str
    id: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    pub_date: str = ""
