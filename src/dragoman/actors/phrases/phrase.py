"""A noun phrase taken apart without a parser: its core, its owner, its complement, its coordinated parts.

In: a phrase of running English. Out: `Item`s (a name of the index, or a plain word) and `Part`s of them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.enclosed import enclosed
from dragoman.actors.names.matching import HYPHENS, Item, Match, Name, fold, hyphenated, tokens
from dragoman.actors.names.roster import Roster
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import headed
from dragoman.actors.phrases.postposed import brought_forward

# How far the second half of "US-sponsored" may reach, in characters.
_COMPOUND = 20
# How far before a name the word for a stance may begin, hyphen included.
_STANCE = 5
# What before a demonym says that it tells descent, and not whose somebody is.
_DESCENT = ("ethnic ", "Ethnic ", "ethnically ")
_TWO = 2
# Words after the first of "Russian and Iran-backed".
_PAIR = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One party's words: an owner ("Turkey's"), a core ("foreign minister"), complements by preposition; `called` is
    what it is called where its words lack a head that it shares ("French" of "the French and German ambassadors")."""

    start: int
    end: int
    owner: tuple[Item, ...]
    core: tuple[Item, ...]
    complements: tuple[tuple[str, tuple[Item, ...]], ...]
    called: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase taken apart once for all who read it."""

    text: str
    words: tuple[Item, ...]
    items: tuple[Item, ...]
    parts: tuple[Part, ...]


@lru_cache(maxsize=4096)
def taken_apart(text: str, names: Roster) -> Phrase:
    """A phrase with its words, its names and its parties before their meaning is known; news repeats its phrases."""
    words = tokens(text)
    found = _of_all_times(items(text, names, cut=words), names)
    return Phrase(
        text, tuple(words), tuple(found), tuple(_headed_by_name(text, part, names) for part in parts(text, found))
    )


def _headed_by_name(text: str, part: Part, names: Roster) -> Part:
    """A part with the name for its head that stands behind a title and what the title is of."""
    told = brought_forward(text, part.core, part.complements, names=names) if part.complements else None
    if told is None:
        return part
    owner, core, complements = told
    return replace(part, owner=part.owner or owner, core=core, complements=complements)


def items(
    text: str, names: Roster, *, matches: Sequence[Match] | None = None, cut: Sequence[Item] | None = None
) -> list[Item]:
    """The phrase as names and plain words; demonyms inside "US-led", "Turkish-backed", "pro-Russian" become plain."""
    words = tokens(text) if cut is None else cut
    found = names.matches(text, words=words) if matches is None else list(matches)
    made: list[Item] = []
    starts = [word.start for word in words]
    at = 0
    for match in found:
        first = bisect_left(starts, match.start, at)
        made.extend(words[at:first])
        at = bisect_left(starts, match.end, first)
        made.append(_named(text, match, words[at : at + _TWO]))
    made.extend(words[at:])
    return _joined_compounds(text, made)


def _joined_compounds(text: str, made: list[Item]) -> list[Item]:
    """The first half of "Russian and Iran-backed" says no more of a party than the second."""
    if listed("compounds").isdisjoint([item.key for item in made]):
        return made
    for at in range(len(made) - _PAIR):
        if not made[at].names:
            continue
        first, link, second, compound = made[at : at + _PAIR + 1]
        if (
            first.first("demonym", "state")
            and link.key in ("and", "or")
            and compound.key in listed("compounds")
            and text[second.end : compound.start] in HYPHENS
        ):
            made[at] = first._replace(names=())
    return made


def _named(text: str, match: Match, behind: Sequence[Item]) -> Item:
    written = fold(text[match.start : match.end])
    if text.endswith(_DESCENT, 0, match.start):
        return Item(match.start, match.end, written, tuple(map(_by_descent, match.names)))
    nobody = qualifies_only(text, match, behind) or enclosed(text, match)
    return Item(match.start, match.end, written, () if nobody else match.names)


def _by_descent(name: Name) -> Name:
    """Who is of a people and may be of any country: ethnic Albanians live in Serbia, ethnic Uzbeks in Kyrgyzstan."""
    if name.kind != "demonym":
        return name
    sector = "CVL" if name.text.endswith("s") else ""
    return name._replace(kind="people", name=name.text, country="", sector=sector, code="")


def qualifies_only(text: str, match: Match, behind: Sequence[Item]) -> bool:
    """Whether a name only says something about a party that is not its own: "US-backed", "pro-Russian"; `behind` are
    the words after it, two at least where there are two."""
    if match.kind == "noun":
        return False
    if text.endswith(HYPHENS, 0, match.start) and _stance(text[max(0, match.start - _STANCE) : match.start]):
        return match.kind in ("demonym", "state", "people", "capital", "region")
    joint = text[match.end : match.end + 1]
    if joint != " " and joint not in HYPHENS:
        return False
    if not behind or behind[0].start >= match.end + _COMPOUND:
        return False
    if behind[0].key not in listed("compounds"):
        return joint in HYPHENS and behind[0].key in listed("makes")
    if behind[0].key == "led" and joint in HYPHENS and behind[1:]:
        if match.kind in ("state", "demonym"):
            return behind[1].key not in listed("led forces")
        return not any(name.sector in sectors_in("rebel") for name in match.names)  # "Hamas-led gunmen"
    after = behind[1].key if behind[1:] else ""
    return joint in HYPHENS or (text.startswith(" ", behind[0].end) and not _acts(match, behind[0].key, after))


def _acts(match: Match, participle: str, after: str) -> bool:
    """Whether who stands in front of a participle without a hyphen is the party itself, and not another's backer."""
    if participle == "armed" and (match.kind == "demonym" or after in listed("own arms")):
        return True  # "Libyan armed men", "US armed forces"; "US armed rebels" are not the US
    # "Somali pirates armed with knives"; "Russia backed the rebels", "the United States imposed sanctions".
    verb = match.kind == "state" and (participle == "imposed" or after in listed("determiners"))
    return verb or after in listed("prepositions")


def _stance(before: str) -> bool:
    """Whether the words before a name end with what makes it one that a party is for or against: "pro-"."""
    return fold(before.rstrip("-–‑").split(" ")[-1]) in listed("stances")


def parts(phrase: str, found: Sequence[Item]) -> list[Part]:
    """The phrase's parties before their meaning is known: split at "and" and commas, each taken apart."""
    return [_part(phrase, run) for run in _runs(phrase, found) if run]


def _of_all_times(found: Sequence[Item], names: Roster) -> list[Item]:
    """The items, "current and former" officials as officials: one adjective, which says nothing of their office."""
    out = list(found)
    for at in range(len(out) - _TWO, 0, -1):
        left, link, right = out[at - 1 : at + _TWO]
        now = left.key in listed("in office") or right.key in listed("in office")
        if now and link.key in ("and", "or") and (_past(left) or _past(right)):
            _, _, rest = right.key.partition(" ")
            own = tuple(name for name in names.index.find(rest) if name.kind == "noun") if rest else ()
            made = right._replace(key=rest or "current", names=own)
            out[at - 1 : at + _TWO] = [left._replace(key="current", names=()), made]
    return out


def _past(item: Item) -> bool:
    """Whether a word is "former", or a noun for somebody who was: "retired officers"."""
    told = item.first("modifier", "noun")
    return item.key.partition(" ")[0] in listed("past") or (told is not None and told.sector == "ELI")


def spread(part: Part) -> list[Part]:
    """A part whose complement lists places, or peoples that it counts, a part each: "officials from Kenya and Uganda",
    "dozens of Kenyans and Somalis". Others stay as they are."""
    for at, (word, complement) in enumerate(part.complements):
        places = [item for item in complement if item.key != "the" or item.names]
        counts = bool(part.core) and part.core[-1].key in listed("quantities")
        kinds = ("state", "demonym") if counts else ("state",)
        if word in ("of", "from") and len(places) > 1 and all(item.first(*kinds) for item in places):
            starts = (part.start, *(place.start for place in places[1:]))
            told = [(*part.complements[:at], (word, (p,)), *part.complements[at + 1 :]) for p in places]
            rows = zip(starts, places, told, strict=True)
            head = singular(part.core)  # "the presidents of Kenya and Uganda" are one president each
            return [replace(part, start=start, end=place.end, core=head, complements=own) for start, place, own in rows]
    return [part]


def singular(core: Sequence[Item]) -> tuple[Item, ...]:
    """The words of a core, its nouns in the singular, so that a title is found among them."""
    made = []
    for item in core:
        noun = item.first("noun")
        made.append(item._replace(key=noun.name) if noun is not None and noun.text != noun.name else item)
    return tuple(made)


def numbered(words: Sequence[Item]) -> bool:
    """Whether words before a noun tell how many are meant, so that "a Swede" and "60 Russians" are not the nation."""
    return any(
        word.key.isdigit() or word.key in listed("quantities") or word.key in listed("one of several")
        for word in words if not word.names
    )  # fmt: skip


def counted(part: Part) -> tuple[Item, ...]:
    """The core of a part, or what it counts: the fighters of "dozens of fighters"."""
    quantity = bool(part.core) and part.core[-1].key in listed("quantities")
    if quantity and part.complements and part.complements[0][0] == "of":
        return part.complements[0][1]
    return part.core


def _runs(phrase: str, found: Sequence[Item]) -> list[list[Item]]:
    runs: list[list[Item]] = [[]]
    inside = False  # within a complement, where "and" joins what it joins there
    for at, item in enumerate(found):
        gap = phrase[found[at - 1].end : item.start] if at else ""
        if item.key in listed("conjunctions") and not item.names:
            if not inside:
                runs.append([])
            continue
        if runs[-1] and not inside and (_two(found[at - 1], item, gap) or _facing(found, gap)):
            runs.append([])
        if item.key in listed("allegiance") and runs[-1] and [i.key for i in found[at + 1 : at + 2]] == ["to"]:
            inside = True
            continue
        opens = item.key in listed("clause openers") and not item.names and runs[-1] and gap not in HYPHENS
        if opens and not _by_adverb(runs[-1]):
            break
        inside = inside or (_preposition(phrase, item) and not _counting(runs[-1]))
        runs[-1].append(item)
    return runs


def _by_adverb(run: Sequence[Item]) -> bool:
    """Whether a participle behind these words stands before its noun: "the internationally backed" authority."""
    adverb = run[-1].key.endswith("ly") and not run[-1].names
    return adverb and all(item.key in listed("determiners") for item in run[:-1])


def _two(left: Item, right: Item, gap: str) -> bool:
    """Whether a comma or a hyphen parts two parties: "US-China talks", "the Putin-Kim visit"; not "25,000 men"."""
    if "," in gap:
        return not (gap == "," and left.key[-1:].isdigit() and right.key[:1].isdigit())
    return gap in HYPHENS and all(item.first("state", "capital", "person", "surname") for item in (left, right))


def _facing(found: Sequence[Item], gap: str) -> bool:
    """Whether a phrase of two adjectives and no more is of two states: "US-Turkish" of "US-Turkish talks"; one of
    "Somali-American", which tells where somebody lives, is of one."""
    if len(found) != _TWO or gap not in HYPHENS or found[1].key in listed("adoptive"):
        return False
    return found[0].first("demonym", "state") is not None and found[1].first("demonym") is not None


def _part(phrase: str, run: Sequence[Item]) -> Part:
    core: list[Item] = []
    complements: list[tuple[str, list[Item]]] = []
    for item in run:
        if _preposition(phrase, item) and not _counting(core):
            # After a word of allegiance: "forces loyal to the president" are of him.
            complements.append(("of" if _owed(phrase, item) else item.key, []))
        elif complements:
            complements[-1][1].append(item)
        else:
            core.append(item)
    owner, head = owned(phrase, core)
    head = headed(phrase, head)
    ends = [i.end for i in run]
    kept = tuple((preposition, tuple(rest)) for preposition, rest in complements if rest)
    return Part(run[0].start, max(ends), tuple(owner), tuple(head), kept)


def _preposition(phrase: str, item: Item) -> bool:
    """Whether a word is a preposition, and no part of "laid-off workers", "off-duty police"."""
    if item.names or item.key not in listed("prepositions"):
        return False
    return not hyphenated(phrase, item)


def _counting(core: Sequence[Item]) -> bool:
    """Whether nothing stands before a preposition but words of a count: "up to 10 fighters", "more than 25"."""
    return all(item.key in listed("counting") for item in core)


def _owed(phrase: str, item: Item) -> bool:
    return item.key == "to" and fold(phrase[: item.start].rstrip().rpartition(" ")[2]) in listed("allegiance")


def owned(phrase: str, core: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The owner among the words of a core, and the rest: "Turkey" and "foreign minister"."""
    for at in range(len(core) - 1, -1, -1):
        item = core[at]
        mark = phrase[item.start - 1 : item.start] if item.start else ""
        if item.key == "s" and mark in ("'", "’"):
            return list(core[:at]), list(core[at + 1 :])
        plural = phrase[item.end : item.end + 1] in ("'", "’") and phrase[item.end - 1 : item.end] == "s"
        if plural and at + 1 < len(core):
            return list(core[: at + 1]), list(core[at + 1 :])
    return [], list(core)
