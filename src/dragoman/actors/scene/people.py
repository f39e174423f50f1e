"""People a document names that no table knows: a full name once, then the surname.

In: a document's items. Out: `Chain`s, each with every place where the person is named.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from dragoman.actors.names.choosing import family_first
from dragoman.actors.names.matching import Item, key, tokens
from dragoman.actors.names.roster import Roster
from dragoman.actors.names.words import listed
from dragoman.placing.gazetteer import cities

_LONGEST = 5
# So many letters at the beginning make two given names one: "Mohamed", "Mohammed".
_ALIKE = 2
_SEVERAL = 2
_PEOPLE = "people"
# Endings of words that are no given names: "Sadly", "Yesterday", "Announcing".
_NO_NAMES = ("ly", "day", "ing")
# Fewer letters in capitals are an acronym's.
_LOUD = 4
# How far before a name those are told whose relative it is: "Matar's younger brother, ".
_NEAR = 40
_KIN = re.compile(r"(['’]s|\b[Hh]is|\b[Hh]er)(?: [a-z-]+){0,2} ([a-z-]+),? $")
# "The island of Kos" is nobody.
_KIND_OF = re.compile(r"\b(?:island|city|town|village|hamlet|port|suburb|district|province|neighbou?rhood) of $")
# Behind a mark the first word has its capital as at the start of a sentence: "Sadly, ...", she said.
_OPENED = re.compile(r"[“„«‘\[(•]|(?<![^\s(\[])[\"'](?=\w)")


@dataclass(slots=True)
class Chain:
    """One person or body known only from this document, with those of the same last name: the fullest name, the spans
    that name it, and, where they are several people, whom each full name means, by its end."""

    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    names: list[tuple[int, str]] = field(default_factory=list)

    def called(self, end: int) -> str:
        """The fullest name of whom words that end at a character name; the last name alone is of who had it last."""
        if not self.names:
            return self.name
        return self.names[max(0, bisect_right(self.names, end, key=itemgetter(0)) - 1)][1]


def chains(
    text: str,
    found: Sequence[Item],
    starts: Sequence[int],
    *,
    given: Collection[str] = (),
    bodies: Collection[str] = (),
) -> dict[str, Chain]:
    """Chains by the look-up key of their last word ("bates" for John Bates and Mr Bates); `given` are given names,
    `bodies` the nouns for a body of people."""
    heads = {*starts, *[found.end() for found in _OPENED.finditer(text)]}
    opening = {i.key for i in found if i.start in heads}
    again = [i for i in found if i.key in opening]  # only of these it is asked how they are written elsewhere
    lower = {i.key for i in again if text[i.start].islower()}
    inner = {i.key for i in again if text[i.start].isupper() and i.start not in heads}
    made: dict[str, Chain] = {}
    before = {right.start: left for left, right in pairwise(found)}
    for run in _runs(text, found, lower, heads, given):
        last = run[-1].key
        left = before.get(run[0].start)
        if len(run) == 1 and (_of_body(text, left, run[0], bodies) or _of_the_people(text, left, before)):
            continue
        if len(run) == 1 and ((run[0].start in heads and last not in inner) or _numbered(text, run[0])):
            continue
        span = (run[0].start, run[-1].end)
        chain = made.get(last)
        if chain is None:
            chain = made[last] = Chain(text[slice(*span)])
        elif len(chain.name) < span[1] - span[0]:
            chain.name = text[slice(*span)]
        chain.spans.append(span)
    out = _familiar(made)
    for chain in out.values():
        if " " in chain.name and len(chain.spans) > 1:
            chain.names = _apart(text, chain.spans, given)
    return out


def is_called(text: str, start: int) -> bool:
    """Whether the words before say that a name is an island's or a town's: "the city of Lyman"."""
    return _KIND_OF.search(text, max(0, start - _NEAR), start) is not None


def leave_out_called(text: str, made: dict[str, Chain]) -> None:
    """Take out of the people what an island or a town is called: "the town of Nowhere" is nobody."""
    for last, chain in list(made.items()):
        kept = [span for span in chain.spans if not is_called(text, span[0])]
        if not kept:
            del made[last]
        elif len(kept) < len(chain.spans):
            ends = {end for _, end in kept}
            chain.name, chain.spans = max((text[start:end] for start, end in kept), key=len), kept
            chain.names = [(end, name) for end, name in chain.names if end in ends]


def take_in_family_first(made: dict[str, Chain], names: Roster) -> None:
    """Key full names by their first word, too, where it is the surname: "Chen" of "Chen Weiguo"."""
    for chain in [chain for chain in made.values() if " " in chain.name]:
        first = tokens(chain.name)[0].key
        if first not in made and family_first(chain.name, first, names):
            made[first] = chain


def _of_body(text: str, before: Item | None, item: Item, bodies: Collection[str]) -> bool:
    """Whether a word only ends the name of a body: the Division of "the Sixth Infantry Division"."""
    noun = before.first("noun") if before is not None and text[before.start].isupper() else None
    if before is None or noun is None or text[before.end : item.start] != " ":
        return False
    return noun.name in bodies or noun.text != noun.name


def _of_the_people(text: str, left: Item | None, before: Mapping[int, Item]) -> bool:
    """Whether a word behind a genitive of people ends the name of a body: the Shield of "the People's Shield"."""
    whose = before.get(left.start) if left is not None and left.key == "s" else left
    noun = whose.first("noun") if whose is not None and text[whose.start].isupper() else None
    if whose is None or noun is None or text[whose.end : whose.end + 1] not in ("'", "’"):
        return False
    return noun.text != noun.name or noun.name == _PEOPLE


def _numbered(text: str, item: Item) -> bool:
    """Whether a number tells which of several a word means, so that it is a thing: "Article 99", "Gate 5"."""
    return text[item.end : item.end + 1] == " " and text[item.end + 1 : item.end + 2].isdigit()


def _apart(text: str, spans: Sequence[tuple[int, int]], given: Collection[str]) -> list[tuple[int, str]]:
    """Whom each full name means, by its end, where several people bear the last name; [] where one does.

    A place before a last name makes nobody else: "On Salisbury Smith says". Relatives are of one country more often
    than not, so that they stay together for that.
    """
    people: list[str] = []
    meant: list[tuple[int, int, int]] = []
    first: dict[tuple[str, str], int] = {}  # who has a mark, so that none is compared with all others
    for name, start, end in [(text[start:end], start, end) for start, end in spans]:
        if " " in name:
            words = [word.key for word in tokens(name)[:-1]]
            asked = [(name, ""), *[("begins", w[:_ALIKE]) for w in words], *[("is", w[:1]) for w in words]]
            who = min((first[mark] for mark in asked if mark in first), default=len(people))
            if who == len(people) and people and _headed_by_place(name, given):
                who -= 1
            if who == len(people):
                people.append(name)
            people[who] = max(people[who], name, key=len)
            for mark in _marks(name, words):
                first[mark] = min(who, first.get(mark, who))
            meant.append((start, end, who))
    return list(_told(text, people, meant)) if len(people) >= _SEVERAL else []


def _told(text: str, people: Sequence[str], meant: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, str]]:
    """Whom full names mean, by their ends; a relative leaves the last name to whom it was of: "Matar's brother, Y"."""
    ends = frozenset([end for _, end, _ in meant])
    holder = meant[0][2]
    for start, end, who in meant:
        yield end, people[who]
        kin = _KIN.search(text, max(0, start - _NEAR), start)
        if kin is None or kin[2] not in listed("kin") or kin.start(1) in ends:
            holder = who
        else:
            yield end + 1, people[holder]


def _marks(name: str, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """By what another full name with the same last word may be the same person's, who shares a given name, its first
    letters or its initial."""
    yield name, ""
    for word in words:
        yield "is", word
        yield "begins", word[:1]
        yield "begins", word[:_ALIKE]


def _headed_by_place(name: str, given: Collection[str]) -> bool:
    """Whether a name begins with a place that is no given name."""
    first = name.split()[0]
    return key(first) not in given and bool(cities(first))


def _familiar(made: dict[str, Chain]) -> dict[str, Chain]:
    """With a given name alone ("Jac") joined to the one longer name that begins with it ("Jac Holmes")."""
    longer: dict[str, list[Chain]] = {}
    for chain in made.values():
        if " " in chain.name:
            longer.setdefault(key(chain.name).partition(" ")[0], []).append(chain)
    out: dict[str, Chain] = {}
    for last, chain in made.items():
        found = longer.get(last, ())
        if " " in chain.name or len(found) != 1:
            out[last] = chain
        else:
            found[0].spans = sorted([*found[0].spans, *chain.spans])
    return out


def _runs(
    text: str, found: Sequence[Item], lower: set[str], heads: set[int], given: Collection[str]
) -> list[list[Item]]:
    runs: list[list[Item]] = []
    current: list[Item] = []
    particles, known = listed("particles"), _known(found)
    for at, item in enumerate(found):
        if not current and not text[item.start].isupper():  # most words
            continue
        if current and not _continues(text, found[at - 1], item, heads, given=given, known=known):
            runs.append(current)
            current = []
        named = _named(text, item, lower, heads) and not _loud(text, item, found[at + 1 : at + 2])
        if named or (current and not item.names and _links(text, item, particles)):
            current.append(item)
        elif current:
            runs.append(current)
            current = []
    if current:
        runs.append(current)
    trimmed = [_trim(run) for run in runs]
    return [run for run in trimmed if run and len(run) <= _LONGEST]


def _links(text: str, item: Item, particles: Collection[str]) -> bool:
    """Whether a small word may stand inside a name: "van", the "uz" of "Waker-uz-Zaman"."""
    return item.key in particles or text[item.start - 1] == text[item.end : item.end + 1] == "-"


def _continues(
    text: str, left: Item, right: Item, heads: set[int], *, given: Collection[str], known: Collection[str]
) -> bool:
    gap = text[left.end : right.start]
    if gap == ". ":
        return left.key in listed("honorifics") or left.end - left.start == 1
    if left.start in heads and right.first("surname") and left.key not in given:
        return not (right.key in known or left.names or left.key.endswith(_NO_NAMES)) and gap == " "
    return gap in (" ", "-", "’", "'", "\u00a0")


def _known(found: Sequence[Item]) -> frozenset[str]:
    """The last names of those whom the text names in full or by an office, so that a word before them at the head of a
    sentence is none of theirs: "Maybe Trump"."""
    full = {name.name for item in found for name in item.names if name.kind == "person"}
    offices = listed("titles") - listed("honorifics")
    bearers = [(before, item, n.name) for before, item in pairwise(found) for n in item.names if n.kind == "surname"]
    return frozenset([item.key for before, item, name in bearers if name in full or before.key in offices])


def _named(text: str, item: Item, lower: set[str], heads: set[int]) -> bool:
    if not text[item.start].isupper() or item.key in listed("not names") or item.key in listed("honorifics"):
        return False
    if item.names and item.first("surname", "city", "region") is None:
        return False
    return not (item.start in heads and item.key in lower)


def _loud(text: str, item: Item, after: Sequence[Item]) -> bool:
    """Whether capitals only stress a word before people: "a CRAZED knifeman"."""
    word = text[item.start : item.end]
    if len(word) < _LOUD or not word.isupper() or not after or after[0].first("noun") is None:
        return False
    return text[item.end : after[0].start] == " " and text[after[0].start].islower()


def _trim(run: list[Item]) -> list[Item]:
    while run and run[-1].key in listed("particles"):
        run = run[:-1]
    while run and run[0].key in listed("titles"):
        run = run[1:]
    if len(run) == 1 and (run[0].names or run[0].end - run[0].start < 3):
        return []
    return run
