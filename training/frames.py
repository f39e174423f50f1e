"""Writes plain news sentences whose events are known, so that the network learns what grammar tells.

In: patterns (frames.yaml), verbs (verbs.yaml) and the states of the actor knowledge. Out: rows of the events format.
The same verb comes active and passive, done and denied, planned and urged; a third of the rows holds no event.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from training.parties import WEEKDAYS, Land, Party, Side, data, filled, lands, some_day, some_party, some_speaker
from training.verbs import SLOT, Verb, formed, read_verb, tailed, verbs

Row = dict[str, Any]

NO_EVENT = 1 / 3
SWAPPED = 0.08  # share of events told again with the parties exchanged
TOLD = 0.15  # share of sentences without an event that somebody says
DATED = 0.15  # share of rows with a publication date
SAME_STATE = 0.5  # share of recipients from the actor's state
STATES = {"state", "capital", "government"}
OTHERS = ("state", "government", "leader", "organisation")
MODES = {"AID": "assist", "CONSULT": "meet", "RETREAT": "yield"}  # of a request, by what is requested
HARMS = {
    "ASSAULT": "violence",
    "arrest": "arrest",
    "ban": "ban",
    "expel": "expel",
}  # of a threat, by the act
ARTICLE = re.compile(r"\b([Aa]) (?=(?!one\b|Eu|eu)[AEIOaeio]|Uzbek)")
PREPOSITION = re.compile(r" (?:of|to|on|with|for|against|into|by)\b.*")
# Clauses that take no "on Tuesday": perfects, plans without a day, wishes.
TIMELESS = re.compile(
    r"\{(?:has|is|plans|intends|participle|bare_perfect|passive_perfect|not_passive|ing|present)\}"
    r"|yet|soon|never|next week|have "
)
PASSIVES = {
    "passive_past": ("was",), "bare_past": ("was",),
    "passive_perfect": ("has been",), "bare_perfect": ("has been",),
    "not_passive": ("was not", "has not been", "was never", "has never been"),
    "could_passive": ("could be", "may be", "might be"), "will_passive": ("will be", "is to be", "is due to be"),
}  # fmt: skip
MANY = {"was": "were", "has": "have", "is": "are", "plans": "plan", "intends": "intend"}


@dataclass(frozen=True, slots=True)
class Frame:
    name: str
    status: str
    weight: int
    clauses: tuple[str, ...]
    types: tuple[str, ...] = ()
    others: tuple[tuple[str, str, str, str, str], ...] = ()
    said: str = ""
    title: bool = False  # in the style of a headline
    whole: bool = False  # a sentence with two clauses already
    noun: bool = False
    of: bool = False  # only nouns that take their recipient with "of"
    agentless: bool = False
    alone: bool = False
    two: bool = False  # two recipients
    actors: bool = False  # two actors
    second: bool = False  # a second verb
    negated: bool = False  # and that one did not happen

    @property
    def passive(self) -> bool:
        return any(f"{{{name}}}" in clause for name in PASSIVES for clause in self.clauses)


@dataclass(slots=True)
class Scene:
    """Who does what to whom, and what has been written of it so far."""

    verb: Verb
    sides: dict[str, Side]
    second: Verb | None = None
    actor: bool = True
    triggers: list[str] = field(default_factory=list)


def framed(count: int, rng: random.Random) -> list[Row]:
    """That many rows, ids frame-0~0 and on; the same for the same state of the random numbers."""
    rows: list[Row] = []
    last: Scene | None = None
    while len(rows) < count:
        row, scene = _nothing(rng) if rng.random() < NO_EVENT else _something(last, rng)
        if _holds(row):
            name = f"frame-{len(rows)}"
            rows.append({"id": f"{name}~0", "document_id": name, **row, "sample": "written"})
            last = scene
    return rows


def _holds(row: Row) -> bool:
    """Whether each party and trigger stands in the text just once, so that no other words are meant."""
    sides = {p["text"] for e in row["events"] for p in (*e["actor"], *e["recipient"])}
    said = {e["said_by"] for e in row["events"] if e["said_by"]}
    triggers = [e["trigger"] for e in row["events"]]
    once = all(_times(piece.lower(), row["text"].lower()) == 1 for piece in {*sides, *said, *triggers})
    return once and len(set(triggers)) == len(triggers)


def _times(piece: str, text: str) -> int:
    """How often a piece stands in a text as whole words."""
    padded, found, at = f" {text} ", 0, -1
    while piece and (at := padded.find(piece, at + 1)) >= 0:
        before, after = padded[at - 1], padded[at + len(piece)]
        found += not (before.isalnum() or after.isalnum())
    return found


def _nothing(rng: random.Random) -> tuple[Row, None]:
    """A sentence without an event."""
    said, fragments = data()["nothing"], data()["fragments"]
    number = rng.randrange(len(said) + len(fragments))
    if number >= len(said):
        return _row(filled(fragments[number - len(said)], rng), [], _pub_date(rng)), None
    wrap = rng.choice(data()["wraps"]["said"]["patterns"]) if rng.random() < TOLD else "{clause}."
    clause = filled(said[number], rng)
    if "{day}" in wrap and " on " in clause:
        wrap = "{clause}."
    return _row(filled(wrap, rng, clause=clause, S=some_speaker(rng)), [], _pub_date(rng)), None


def _something(last: Scene | None, rng: random.Random) -> tuple[Row, Scene]:
    """A sentence with an event or more; now and then the last one's event, with its parties exchanged."""
    if last and _exchangeable(last) and rng.random() < SWAPPED:
        frame = _frames()[rng.choice(("active", "perfect", "passive" if last.verb.passive else "active"))]
        sides = {**last.sides, "A": last.sides["B"], "B": last.sides["A"]}
        return _told(frame, Scene(last.verb, sides), rng), Scene(last.verb, sides)
    frames = list(_frames().values())
    frame = rng.choices(frames, [frame.weight for frame in frames])[0]
    scene = _scene(frame, rng)
    return _told(frame, scene, rng), replace(scene, triggers=[])


def _exchangeable(scene: Scene) -> bool:
    verb, sides = scene.verb, scene.sides
    return "B" in sides and sides["A"][0].kind in verb.to and sides["B"][0].kind in verb.by and not verb.joint


# ---- who and what


def _scene(frame: Frame, rng: random.Random) -> Scene:
    by_type = _fitting(frame.name)
    verb = tailed(rng.choice(by_type[rng.choice(list(by_type))]), rng)
    homes = rng.sample(lands(), 5)
    a = some_party(rng.choice(verb.by), homes[0], rng)
    while frame.noun and re.search(r" (?:of|in|near) ", a.text):  # "teachers in Brno's march" is not said
        a = some_party(rng.choice(verb.by), homes[0], rng)
    sides: dict[str, Side] = {"A": (a,), "C": (some_party(rng.choice(OTHERS), homes[2], rng),)}
    if verb.takes or frame.alone or frame.noun:
        sides["B"] = _recipients(verb, a, homes, rng)[: 2 if frame.two else 1]
    if frame.actors or "cleft" in frame.name:
        sides["C"] = (some_party(a.kind, homes[2], rng),)
    second = _second(verb, a, rng) if frame.second else None
    if second and second.takes:
        sides["C"] = (some_party(rng.choice(second.to), homes[2], rng),)
    return Scene(verb, sides, second)


def _recipients(verb: Verb, actor: Party, homes: Sequence[Land], rng: random.Random) -> Side:
    kind = rng.choice(verb.to)
    home = rng.random() < SAME_STATE and not {actor.kind, kind} & STATES and actor.kind != kind
    return some_party(kind, homes[0 if home else 1], rng), some_party(kind, homes[3], rng)


def _second(first: Verb, actor: Party, rng: random.Random) -> Verb:
    others = [verb for verb in verbs() if actor.kind in verb.by and verb.head != first.head and not verb.swap]
    return tailed(rng.choice(others), rng)


# ---- the telling


def _told(frame: Frame, scene: Scene, rng: random.Random) -> Row:
    template = rng.choice(frame.clauses)
    if scene.sides["A"][0].many and "both" in template:
        template = frame.clauses[0]
    clause = SLOT.sub(lambda m: _slot(m.group(1), scene, rng), _with_aside(template, frame, scene, rng))
    wrap = _wrap(frame, template, scene, rng)
    day, city, speaker, pub_date = (
        some_day(rng),
        rng.choice(data()["words"]["city"]),
        some_speaker(rng) if "{S}" in wrap else "",
        _pub_date(rng),
    )
    words = {key: rng.choice(data()["words"][key]) for key in ("scene", "time", "remark") if f"{{{key}}}" in wrap}
    text = filled(wrap, rng, clause=clause, day=day, city=city, S=speaker, **words)
    dated = "{day}" in wrap and "{S}" not in wrap
    extra = {
        "when": _when(day, pub_date, frame.status) if dated else "",
        "place": city if "{city}" in wrap else "",
        "said_by": speaker if "{S}" in wrap else "",
    }
    return _row(text if not frame.title else text.rstrip("."), list(_events(frame, scene, extra)), pub_date)


def _with_aside(template: str, frame: Frame, scene: Scene, rng: random.Random) -> str:
    """The clause with a word about who acts that names nobody who does."""
    (party, *more), words = scene.sides["A"], data()["words"]
    kind = "borders" if party.kind == "state" and party.text.removeprefix("the ") == party.name else ""
    kind = "life" if party.kind in ("leader", "person") else kind
    plain = template.startswith("{A} ") and not (frame.actors or frame.alone or more or frame.title)
    if not kind or not plain or rng.random() > 0.25:
        return template
    return template.replace("{A}", f"{{A}}, {filled(rng.choice(words[kind]), rng)},", 1)


def _wrap(frame: Frame, template: str, scene: Scene, rng: random.Random) -> str:
    names = ["plain"]
    if not frame.title and not frame.said:
        names += ["quoted"] if frame.whole else ["quoted", "said"]
        past = frame.status in ("actual", "negated") and not TIMELESS.search(template)
        told = not (frame.second or frame.others or frame.whole)
        names += ["scene"] if past else []
        names += ["dated"] if told and (past or (frame.status == "planned" and not TIMELESS.search(template))) else []
        here = (
            scene.verb.type in ("CONSULT", "PROTEST", "ASSAULT", "COERCE", "COOPERATE", "AID")
            and scene.verb.mode != "visit"
        )
        names += ["placed"] if told and past and here and frame.status == "actual" and not frame.noun else []
    wraps = data()["wraps"]
    name = rng.choices(names, [wraps[name]["weight"] for name in names])[0]
    patterns = [p for p in wraps[name]["patterns"] if frame.status == "actual" or "{remark}" not in p]
    return str(rng.choice(patterns))


def _slot(name: str, scene: Scene, rng: random.Random) -> str:
    verb, side = scene.verb, scene.sides.get(name)
    if side:
        return _text(side)
    if name in PASSIVES:
        return _passive(name, scene, rng)
    if name == "poss":
        text = _text(scene.sides["A"])
        return f"{text}'" if re.search(r"[^s]s$", text) else f"{text}'s"
    if name == "noun":
        return _noun(verb, scene, rng)
    if name in MANY:
        return MANY[name] if _many(scene.sides["A"]) else name
    if name in data()["words"]:
        return filled(rng.choice(data()["words"][name]), rng)
    if name.startswith("alone_"):
        return _phrase(read_verb(verb.alone[0]), name.removeprefix("alone_"), scene, side="")
    if name.endswith("2") and scene.second:
        return _phrase(scene.second, name[:-1], scene, side="C")
    return _phrase(verb, name, scene, side="B")


def _text(side: Side) -> str:
    return " and ".join(party.text for party in side)


def _many(side: Side) -> bool:
    return len(side) > 1 or side[0].many


def _phrase(verb: Verb, form: str, scene: Scene, *, side: str) -> str:
    """The verb in a form, with its recipient and tail; its words are the trigger."""
    trigger = formed(verb, form, many=_many(scene.sides["A"]))
    scene.triggers.append(trigger)
    return trigger + verb.after.replace("{B}", _text(scene.sides[side])) if verb.takes else trigger + verb.after


def _passive(name: str, scene: Scene, rng: random.Random) -> str:
    """ "B was accused by A of …": without the agent in bare ones, and in half of those that did not happen."""
    verb, b = scene.verb, scene.sides["B"]
    auxiliary = rng.choice(PASSIVES[name])
    first, *rest = auxiliary.split(" ")
    auxiliary = " ".join((MANY.get(first, first) if _many(b) else first, *rest))
    scene.actor = name.startswith("passive") or (not name.startswith("bare") and rng.random() < 0.5)
    trigger = formed(verb, "participle")
    scene.triggers.append(trigger)
    tail, agent = verb.after.removeprefix(" {B}"), f" by {_text(scene.sides['A'])}" if scene.actor else ""
    early = re.match(r" (?:of|over|for|with|to|from|near|on) ", tail)
    return f"{_text(b)} {auxiliary} {trigger}{agent + tail if early else tail + agent}"


def _noun(verb: Verb, scene: Scene, rng: random.Random) -> str:
    noun = rng.choice(verb.nouns)
    scene.triggers.append(PREPOSITION.sub("", noun))
    return noun


# ---- the events


def _events(frame: Frame, scene: Scene, extra: Mapping[str, str]) -> Iterator[Row]:
    verb, sides = scene.verb, scene.sides
    b = sides.get("B", ())
    actor = (*sides["A"], *sides["C"]) if frame.actors else sides["A"]
    actor = actor if scene.actor and not frame.agentless else ()
    for kind, who, whom, trigger, status in frame.others:
        mode = _inner_mode(kind, verb)
        parties = [tuple(p for key in keys for p in sides.get(key, ())) for keys in (who, whom)]
        yield _event(parties, kind, mode, trigger, status, extra)
    told = {**extra, "said_by": _text(sides[frame.said])} if frame.said else extra
    yield _event(_roles(verb, actor, b), verb.type, verb.mode, scene.triggers[0], frame.status, told)
    if scene.second:
        parties = _roles(scene.second, actor, sides["C"] if scene.second.takes else ())
        status = "negated" if frame.negated else frame.status
        yield _event(parties, scene.second.type, scene.second.mode, scene.triggers[1], status, extra)


def _inner_mode(kind: str, verb: Verb) -> str:
    """The mode of a request or threat, by the act that it is about."""
    if kind == "THREATEN":
        return HARMS.get(verb.type, HARMS.get(verb.mode, ""))
    return MODES.get(verb.type, "") if kind == "REQUEST" else ""


def _roles(verb: Verb, actor: Side, recipient: Side) -> list[Side]:
    if verb.joint:
        return [(*actor, *recipient), ()]
    return [recipient, actor] if verb.swap else [actor, recipient]


def _event(sides: Sequence[Side], kind: str, mode: str, trigger: str, status: str, extra: Mapping[str, str]) -> Row:
    actor, recipient = ([{"text": p.text, "country": p.country, "name": p.name} for p in side] for side in sides)
    return {
        "actor": actor,
        "recipient": recipient,
        "type": kind,
        "mode": mode,
        "trigger": trigger,
        "status": status,
        **extra,
    }


def _row(text: str, events: list[Row], pub_date: date | None) -> Row:
    """The row with its capital and articles, in its quoted pieces too."""
    text = ARTICLE.sub(r"\1n ", re.sub(r"^[\"“]?\w", lambda m: m.group().upper(), text))
    for event in events:
        for place in (*event["actor"], *event["recipient"]):
            place["text"] = _as_written(place["text"], text)
        event.update({key: _as_written(event[key], text) for key in ("trigger", "said_by")})
    day = pub_date.isoformat() if pub_date else None
    return {"pub_date": day, "title": "", "context": "", "text": text, "events": events}


def _as_written(piece: str, text: str) -> str:
    piece = ARTICLE.sub(r"\1n ", piece)
    return piece if _times(piece, text) else piece[:1].upper() + piece[1:]


def _pub_date(rng: random.Random) -> date | None:
    return date(2015, 1, 1) + timedelta(days=rng.randrange(3900)) if rng.random() < DATED else None


def _when(day: str, pub_date: date | None, status: str) -> str:
    """The day meant: the last such weekday up to the publication date, or the next one for what is to come."""
    if pub_date is None:
        return ""
    back = (pub_date.weekday() - WEEKDAYS.index(day.removeprefix("on "))) % 7
    return (pub_date + timedelta(days=7 - back if status == "planned" else -back)).isoformat()


# ---- the data


@cache
def _frames() -> dict[str, Frame]:
    return {name: Frame(name, **{**row, "clauses": tuple(row["clauses"])}) for name, row in data()["frames"].items()}


@cache
def _fitting(name: str) -> dict[str, list[Verb]]:
    """The verbs that a frame can tell, by type."""
    frame, found = _frames()[name], dict[str, list[Verb]]()
    for verb in verbs():
        if _fits(verb, frame):
            nouns = tuple(noun for noun in verb.nouns if not frame.of or noun.endswith(" of"))
            found.setdefault(verb.type, []).append(replace(verb, nouns=nouns))
    return found


def _fits(verb: Verb, frame: Frame) -> bool:
    nouns = [noun for noun in verb.nouns if not frame.of or noun.endswith(" of")]
    return (
        (not frame.types or verb.type in frame.types)
        and (verb.passive or not frame.passive)
        and (bool(nouns) or not frame.noun)
        and (bool(verb.alone) or not frame.alone)
        and (verb.takes or not frame.two)
        and not (verb.swap and (frame.two or frame.actors or frame.others))
    )
