"""Forms of filters where what was typed cannot be: the page's own form again, with the message by the field.

In: a path and what was asked there. Out: what the form shows.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from dragoman.desk import documents, ledgers
from dragoman.desk.lists import Kind, orders
from dragoman.record.filters import Filters
from dragoman.record.ledgers import LEDGERS

LEDGER_NAMES = ("visits", "meetings", "agreements", "transfers", "sanctions", "statements", "dyads")
# Pages with the filters of events: their kind of list, and the order that they have unless another is asked for.
_LISTS: dict[str, tuple[Kind, str]] = {
    "/events": ("events", "latest"),
    "/incidents": ("incidents", "latest"),
    "/review": ("events", "least_sure"),
}
_NAMES = (*(one.name for one in fields(Filters)), "sort", "words")
# Messages begin with what they are about.
_ABOUT = re.compile(r"min confidence|\w+")


def ledger_head(name: str) -> dict[str, Any]:
    """What a ledger's page has above its rows; a ledger of one type of event has no filters of type."""
    refused = (*LEDGERS[name].refuses, *(("type", "mode", "quad") if name in ledgers.KINDS else ()))
    about = LEDGERS[name].about
    return {"name": name, "names": LEDGER_NAMES, "about": about, "refused": refused, "title": f"Ledger of {name}"}


def refused(path: str, typed: Mapping[str, str], *, message: str) -> dict[str, Any] | None:
    """The form of a page as it was sent, and the field that the message is about; None for a page without one."""
    head = _head(path)
    if head is None:
        return None
    asked = {name: typed.get(name) or None for name in _NAMES}
    found = _ABOUT.match(message)
    about = found[0].replace(" ", "_") if found else ""
    return head | {"asked": asked, "sort": asked["sort"] or "", "wrong": about if about in asked else ""}


def _head(path: str) -> dict[str, Any] | None:
    plain: dict[str, Any] = {"name": "", "refused": (), "orders": [], "statuses": (), "action": path}
    if path == "/documents":
        return plain | {"title": "Documents", "statuses": documents.STATUSES}
    if path in _LISTS:
        kind, usual = _LISTS[path]
        return plain | {"title": path[1:].capitalize(), "orders": [one for one in orders(kind) if one != usual]}
    name = path.removeprefix("/ledgers/")
    return plain | ledger_head(name) if name != path and name in LEDGER_NAMES else None
