"""Who stands on the other side of what a mention does or suffers: "F-16s blasted targets in Gaza" are not Gaza's.

In: a `Scene`, the deeds of its document, the act of a mention, and the countries of its other side. Out: the countries
that these tell of: those on the other side, those that fight them, the one that the document is about most beside them.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from operator import itemgetter

from dragoman.actors.mentions.mentions import Act, Mention
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.phrase import qualifies_only
from dragoman.actors.phrases.readings import Said
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene, Sightings

# What is done to foes, by what tells most of it: who fights abroad may arrest at home.
_HOSTILE = {
    "ASSAULT": "force", "MOBILIZE": "force", "COERCE": "police",
    "THREATEN": "words", "SANCTION": "words", "ACCUSE": "words", "REJECT": "words",
    "CONSULT": "peace", "AGREE": "peace", "SUPPORT": "peace", "COOPERATE": "peace", "AID": "peace",
}  # fmt: skip
# What a council, or a statement of many, does to a state that is not its own.
_JUDGING = frozenset({"ACCUSE", "REQUEST", "SANCTION", "THREATEN"})
_BODY = re.compile(r"[Tt]he [A-Z][a-z]+")
# What tells where weapons strike, which is not of where they are, and beside whom their kind is named.
_MACHINES = ("at nearest", "at before", "at after", "at close", "held in", "last kin", "first kin", "twin")
_OTHER = {"actor": "recipient", "recipient": "actor"}
Spans = tuple[tuple[int, int], ...]
_Told = tuple["Deed", frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Deed:
    """An event before its parties are known: its type, and where those stand who act and who are acted on."""

    type: str
    actors: Spans
    recipients: Spans

    def of(self, side: str) -> Act:
        """The deed as what one side of it does or suffers."""
        return Act(self.type, side, self.recipients if side == "actor" else self.actors)


class Fronts:
    """Who stands against whom in a document: by deeds whose words tell both sides, else by sentences of fighting."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: dict[str, dict[str, Counter[str]]] = {}
        self._roles: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._near: dict[str, Counter[str]] | None = None
        self._acts: dict[tuple[int, int], Act] = {}

    def learn(self, deeds: Iterable[Deed], owned: Callable[[Spans], frozenset[str]]) -> None:
        """Take in deeds; `owned` tells the countries that the words of a side name themselves."""
        told = [(deed, owned(deed.actors) - {""}, owned(deed.recipients) - {""}) for deed in deeds]
        self._acts = _foremost(told)
        self._roles.clear()
        for deed, acting, suffering in told:
            for side, countries in (("actor", acting), ("recipient", suffering)):
                self._roles[deed.type, side].update(sorted(countries))
        self._told = {sort: _counted(_pairs(told, sort)) for sort in set(_HOSTILE.values())}

    def act(self, span: tuple[int, int], act: Act | None) -> Act | None:
        """By which act a mention of several is known, so that it is the same party in all of them; None if by none."""
        return act and self._acts.get(span, act)

    def at_war(self, act: Act, countries: frozenset[str]) -> bool:
        """Whether an act is of force, and those of a country are told to use it against another more than at home."""
        sort = _HOSTILE.get(act.type, "")
        return sort == "force" and self._abroad(_among(self._told.get(sort, {}), countries), countries)

    def sides(self, named: Sequence[Clue], before: Sequence[Clue]) -> list[Clue]:
        """Whom "both sides" means: those `named` last, unless they are bystanders of several sentences and the document
        tells of a war; then the two of the war it tells most of, or [] where they are not named `before`."""
        force = self._told.get("force", {})
        fights = Counter({frozenset((one, foe)): count for one, foes in force.items() for foe, count in foes.items()})
        apart = len({clue.sentence for clue in named}) > 1
        if not fights or not apart or frozenset(clue.country for clue in named) in fights:
            return list(named)
        war = fights.most_common(1)[0][0]
        last = {clue.country: clue for clue in before if clue.country in war}
        return list(last.values()) if len(last) > 1 else []

    def faced(self, act: Act, facing: frozenset[str], *, told: bool) -> Sightings:
        """What the other side tells by its countries; `told` says that its own words tell them."""
        known = facing - {""}
        if not known:
            return self._in_role(act)
        if self._near is None:
            self._near = _counted(_fighting(self._scene))
        among = _among(self._told.get(_HOSTILE.get(act.type, "words"), {}), known)
        foe, near = _first(among, known), _first(_among(self._near, known), known)
        where = "at home" if among else "near war" if near else "alone"
        where = "at war" if self._abroad(among, known) else where
        seen = {
            "faces": known,
            f"faces {where}": known,
            "foe": foe,
            "near foe": near,
            "beside": frozenset([country for country in self._scene.ranked if country not in known][:1]),
        }
        sure = "" if told else " guessed"
        ways = ("", f" {act.type}", *([f" {act.type} {act.side}"] if told else []))
        return {f"{name}{sure}{way}": where for name, where in seen.items() if where for way in ways}

    @staticmethod
    def _abroad(among: Counter[str], known: frozenset[str]) -> bool:
        return among.total() > 2 * sum(among[country] for country in known)

    def _in_role(self, act: Act) -> Sightings:
        """Who else in the document does what a mention does, or suffers it, where nobody is on the other side."""
        same, other = self._role(act.type, act.side), self._role(act.type, _OTHER[act.side])
        seen = {"role": same, "other role": other}
        return {f"{name}{way}": where for name, where in seen.items() if where for way in ("", f" {act.type}")}

    def _role(self, kind: str, side: str) -> frozenset[str]:
        counted = self._roles.get((kind, side))
        return frozenset([country for country, _ in counted.most_common(1)] if counted else ())


def foreign(scene: Scene, mention: Mention, read: Said) -> frozenset[str]:
    """The states, named as such, to which officials do something: none of them is their own. `read` is what words at a
    span say."""
    if mention.kind != "government" or mention.act is None or mention.act.side != "actor":
        return frozenset()
    facing = mention.act.facing
    states = {clue.country for span in facing for clue in scene.between(*span) if clue.name.kind == "state"}
    said = [one for span in facing if states for _, one in read(*span)]
    return frozenset(one.country for one in said if not (one.sector or one.noun or one.person)) & states


def judged(scene: Scene, mention: Mention) -> frozenset[str]:
    """The one state that "the Council", or the "we" of a statement, condemns, asks or threatens: it is not their own,
    and nobody can tell which is."""
    if mention.act is None or mention.act.side != "actor" or mention.act.type not in _JUDGING:
        return frozenset()
    if mention.said != ("we",) and not _BODY.fullmatch(scene.text, mention.start, mention.end):
        return frozenset()
    found = {c.country for span in mention.act.facing for c in scene.between(*span) if (c.start, c.end) == span}
    return frozenset(found) if len(found) == 1 else frozenset()


def backers(scene: Scene, mention: Mention) -> frozenset[str]:
    """Whose backing the words tell of, so that they are somebody else: the US of "US-backed rebels"."""
    first, last = bisect_left(scene.starts, mention.start), bisect_left(scene.starts, mention.end)
    inside = [match for match in scene.matches[first:last] if match.end <= mention.end]
    told = [match for match in inside if qualifies_only(scene.text, match, scene.words_behind(match.end))]
    return frozenset([name.country for match in told for name in match.names])


def of_machine(mention: Mention, seen: Sightings) -> Sightings:
    """What is seen from a weapon that stands for those who send it, apart from what is seen from people."""
    if not mention.words or mention.words[-1] not in listed("war machines"):
        return {}
    return {f"machine {name}": seen[name] for name in _MACHINES if seen.get(name)}


def _foremost(told: Iterable[_Told]) -> dict[tuple[int, int], Act]:
    """The act that tells most of each mention: the first with another side whose words tell its country, else the first
    with another side, else the first."""
    acts: list[tuple[int, tuple[int, int], Act]] = []
    for deed, acting, suffering in told:
        acts += [(bool(deed.recipients) + bool(suffering), span, deed.of("actor")) for span in deed.actors]
        acts += [(bool(deed.actors) + bool(acting), span, deed.of("recipient")) for span in deed.recipients]
    found: dict[tuple[int, int], Act] = {}
    for _, span, act in sorted(acts, key=itemgetter(0), reverse=True):
        found.setdefault(span, act)
    return found


def _pairs(told: Iterable[_Told], sort: str) -> Iterator[tuple[str, str]]:
    """Who stands against whom in the deeds of a sort, each pair both ways."""
    for deed, acting, suffering in told:
        if _HOSTILE.get(deed.type) == sort:
            for one, other in product(sorted(acting), sorted(suffering)):
                yield one, other
                if one != other:
                    yield other, one


def _counted(pairs: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        found[one][other] += 1
    return found


def _among(against: dict[str, Counter[str]], known: frozenset[str]) -> Counter[str]:
    able = [against[country] for country in sorted(known) if country in against]
    return able[0] if len(able) == 1 else sum(able, Counter())


def _first(among: Counter[str], known: frozenset[str]) -> frozenset[str]:
    """The country that stands against others most often, the first of several."""
    return frozenset([country for country, _ in among.most_common() if country not in known][:1])


def _fighting(scene: Scene) -> Iterator[tuple[str, str]]:
    """Countries named together in the sentences that tell of fighting."""
    fighting = listed("fighting")
    for index in sorted({scene.sentence_at(word.start) for word in scene.words if word.key in fighting}):
        countries = {clue.country for clue in scene.sentence(index)} - {""}
        yield from permutations(sorted(countries), 2)
