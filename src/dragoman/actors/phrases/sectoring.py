"""The sector of a party from its words: of its head, of what stands before the head, of whose it is.

In: a part of a phrase with its head and the name in it. Out: a sector of sectors.csv, "" where the words tell none.
"""

from collections.abc import Sequence

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.matching import Item, Name
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.phrase import Part
from dragoman.actors.phrases.readings import Reading

# Sector of nouns that do not tell one: "spokesman", "leader".
UNKNOWN = "UNK"
_UNTOLD = frozenset({"", UNKNOWN})
# Sectors of nouns for people of an organisation, who are what it is: its fighters, members, negotiators.
_OF_A_BODY = _UNTOLD | {"CVL", "INT"}
# Posts and ranks written short before a name: "Gov. X", "Sen. Y", "Gen. Z".
_SHORT = (("GOV", "short posts"), ("LEG", "short seats"), ("MIL", "short ranks"))


def sector_of(part: Part, head: Name, entity: Name | None, *, country: str) -> str:
    """The sector of a description: of a known body before its head, else by what stands before it, else the head's."""
    if former(part.core) and (head.sector in _UNTOLD or head.sector in sectors_in("official")):
        return "ELI"
    body = entity is not None and entity.kind == "organisation" and entity.sector != "" and not former(part.core)
    body = body and not any(item.key in listed("stances") for item in part.core)
    if entity is not None and body and _staff(head, entity.sector):
        return entity.sector
    if entity is not None and serves(head, entity.sector, country=country or entity.country):
        return entity.sector
    if head.name in listed("part words"):
        return UNKNOWN  # "the army's media wing"
    told = modified(part.core, head.sector)
    if told == "IGO" and country and head.sector == "GOV":
        return "GOV"  # "Myanmar's UN ambassador"
    whole = entity.sector if entity is not None and head.sector in _UNTOLD else ""
    return told or whole or _of_members(part, head) or _beside(part.core, head) or head.sector


def _of_members(part: Part, head: Name) -> str:
    """The sector of those whom a body without a state gathers: "a coalition of gangs"; "" where they are states."""
    gathers = head.sector == "INT" and head.name in listed("quantities")
    word, rest = part.complements[0] if gathers and part.complements else ("", ())
    noun = next((name for item in reversed(rest) if (name := item.first("noun"))), None)
    if word != "of" or noun is None:
        return ""
    sector = modified(rest, noun.sector) or noun.sector
    return sector if sector not in _UNTOLD | {"GOV"} and sector not in sectors_in("between states") else ""


def serves(head: Name, body: str, *, country: str) -> bool:
    """Whether an official is an international body's: of the UNHCR, whose ministers are their states'."""
    own = head.name.rpartition(" ")[2] not in listed("of states")
    return body == "IGO" and not country and head.sector == "GOV" and own


def former(core: Sequence[Item]) -> bool:
    """Whether words say that somebody was what the head says: "former", "retired", "exiled"."""
    past = listed("past")
    return not past.isdisjoint([i.key for i in core]) or any(
        (m := i.first("modifier")) is not None and m.sector == "ELI" for i in core if i.names
    )


def personal(head: Name) -> bool:
    """Whether a noun means somebody by whose they are: family, a chief of staff, an aide."""
    return _of_family(head) or _aide(head)


def sent_abroad(head: Name) -> bool:
    """Whether a noun means those whom a state sends to another, or who settle there: where they are is not whose."""
    return head.sector == "SET" or _ends_in(head, "sent abroad")


def _of_family(head: Name) -> bool:
    return head.name.rpartition(" ")[2] in listed("kin")


def _aide(head: Name) -> bool:
    return _ends_in(head, "aides")


def may_be_of_state(body: str) -> bool:
    """Whether the head of a body of a sector may hold an office of its state, or of no state at all."""
    return body in sectors_in("of state") or body in ("", "SET", "IGO")


def _staff(head: Name, body: str) -> bool:
    """Whether whom a noun means is what the body is: its fighters, its officers, its president."""
    if head.sector in _OF_A_BODY or (head.sector in sectors_in("staff") and _has_own_staff(body)):
        return True
    if head.name == "worker" and body in sectors_in("joined"):
        return True  # a party's, a union's
    if head.sector in sectors_in("fighters") and (body in sectors_in("armed") or body == "IGO"):
        return True
    return _heads(head)


def _has_own_staff(body: str) -> bool:
    # Its officers and workers are no police and no workforce: of the police they are police.
    return body in sectors_in("of no state") or (body != "COP" and body in sectors_in("armed"))


def enlisted(head: Name, body: str) -> bool:
    """Whether whom a noun means is what the body is whose they are: a group's fighters, an alliance's inspectors."""
    if head.sector in sectors_in("fighters") or head.name in listed("defectors"):
        return body in sectors_in("rebel")
    return head.sector in sectors_in("staff") and body in sectors_in("of no state")


def _heads(head: Name) -> bool:
    """Whether a noun is for the head of a body."""
    return head.name.replace(" ", "-") in listed("heads of bodies")


def _ends_in(head: Name, words: str) -> bool:
    """Whether a noun, or the last word of it, is in a list."""
    return head.name.replace(" ", "-") in listed(words) or head.name.rpartition(" ")[2] in listed(words)


def heading(phrase: str, core: Sequence[Item], head: Name, *, sector: str, whose: Reading | None) -> str:
    """The sector of who heads a body, which is the body's: of a party's, a union's, and "" of an unknown one's; a
    secretary general whose body is not told is an international one's."""
    if not _heads(head):
        return sector
    if whose is not None and not whose.person and whose.sector in sectors_in("joined"):
        return whose.sector
    at = next((n for n, item in enumerate(core) if head in item.names), 0)
    before = [phrase[item.start : item.end] for item in core[:at] if not item.names]
    unknown = sector == "IGO" and any(len(word) > 1 and word.isupper() for word in before)
    return "" if unknown else sector


def modified(core: Sequence[Item], sector: str) -> str:
    """The sector that a word of the core gives a noun of a sector: "opposition" an official's; "" when none does."""
    found = [(item, name) for item in core if (name := item.first("modifier"))]
    told = [
        name.sector
        for item, name in found
        if not name.code or (sector or UNKNOWN) in name.code.split(";") or (item is core[-1] and name.sector == sector)
    ]
    return told[-1] if told else ""


def _beside(core: Sequence[Item], head: Name) -> str:
    """The sector of the noun right before a head that takes it: "health ministry spokeswoman", "militia unit"; a
    "deputy commander" sits in no parliament."""
    at = next((n for n in range(len(core) - 1, 0, -1) if head in core[n].names), 0)
    before = core[at - 1].first("noun") if at and head.name in listed("told before") else None
    told = before is not None and before.sector not in _UNTOLD | {"CVL"} and before.name != "deputy"
    return before.sector if before is not None and told else ""


def abuts(core: Sequence[Item], owner: Reading | None) -> bool:
    """Whether somebody is beside a state: "its neighbour", "Chad's neighbours"; not "his neighbour"."""
    if owner is not None:
        return bool(owner.country) and not owner.person and not owner.noun
    return bool(core) and core[0].key == "its"


def of_member(body: Reading | None) -> str:
    """The sector of somebody unknown who is named with a body."""
    if body is None or body.person or not (body.sector in sectors_in("joined") or body.sector == "IGO"):
        return ""
    return body.sector


def of_owner(head: Name, sector: str, owner: Reading | None) -> str:
    """The sector of what is somebody's: family of those in office is elite, a chancellor's chief of staff is hers."""
    if owner is None or not (owner.person or (owner.noun and owner.sector in sectors_in("official"))):
        return sector
    if _of_family(head):
        return "ELI" if owner.sector in sectors_in("ruling") else sector
    return owner.sector if _aide(head) and owner.sector else sector


def of_person(core: Sequence[Item], noun: Name | None, own: str) -> str:
    """The sector of a person out of office whose own is `own`: of the words beside the name where they tell one."""
    # Who is "exiled" was no official for that: "exiled Hamas leader X".
    if former([item for item in core if item.key != "exiled"]):
        return own
    if noun is None:
        return next((sector for sector, short in _SHORT if any(i.key in listed(short) for i in core)), own)
    body = next((name for item in core if (name := item.first("organisation"))), None)
    if body is not None and body.sector and _staff(noun, body.sector):
        return body.sector
    told = modified(core, noun.sector) or noun.sector
    # A post that the tables do not follow to the day is held by whom it stands before: "Vice President X".
    post = (
        noun.name.rpartition(" ")[2].lower() in listed("posts")
        and told not in _UNTOLD
        and noun.name not in listed("tabled")
    )
    loose = told in _UNTOLD or told in sectors_in("loose")
    return own if loose and not post else told
