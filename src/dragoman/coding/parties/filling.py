"""Filling: what the network leaves of a name, or leaves out, and the words plainly give.

In: a story and a finding of it. Out: the finding with names whole ("Korea" of "North Korea" becomes both words);
where nobody acts, with the one whose act the words say it is ("his war on …", "Rwanda's incursion"); where a visit has
only a place, with its host ("flew to Hanoi"), and where it is told of the host, with the guest as actor (visits.py);
where one side cooperates "with" another, with both; and without an actor who is only where the act sets out ("From
Oslo, …"), who leads the one who acts, or the "we" of one who acts anyway; and the UN of "anti-UN" as recipient.
"""

import re
from dataclasses import replace
from functools import cache

from dragoman import placing
from dragoman.actors.names.kinds import WHO
from dragoman.actors.names.matching import Match, undotted
from dragoman.actors.names.words import listed
from dragoman.coding.parties.portfolios import undivided
from dragoman.coding.parties.quantities import whole
from dragoman.coding.parties.visits import directed
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding, Role, touching
from dragoman.coding.voice.quotations import quotations

_NAMED = frozenset(WHO) - {"surname"}
_WHOLE = ("actor", "recipient", "said_by", "place")
# A possessive before the trigger, with at most two words between: in the annotated news the genitive names the actor
# in 178 of 200 events, the pronoun in 46 of 54 that have no other actor, but for the types below.
_GENITIVE = re.compile(
    r"(?P<who>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’'])[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})"
    r"[’'](?:s)?\s+(?:[\w-]+\s+){0,2}$"
)
_PRONOUN = re.compile(r"\b(?P<who>his|her|its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
# "his arrest", "her conviction": what is done to the one who has it.
_SUFFERED = frozenset({"COERCE", "SANCTION"})
# "From Pyongyang, he flew on": where the sentence sets out from. Of 5,712 annotated sentences none has its actor there.
_ORIGIN = re.compile(r"[“\"]?From (?:the )?$")
_LED_ENDS = re.compile(r"[,.;)]|$")
# Behind the trigger, before any stop: "is building bridges with".
_WITH = re.compile(r"[^,.;:“”\"]{0,40}?\bwith\b")
_SIDES = ("actor", "recipient")
_SPEAKERS = frozenset({"we", "i"})
# Between the parts of one name that the network tags apart.
_PARTED = ("’s ", "'s ", " (")
# "Anti-UN protests" are against the UN.
_AGAINST = re.compile(r"[Aa]nti[-‑](?=(?:[A-Z]|government$|regime$)\S*$)")
# How old somebody is, and no party: "a man, aged 50, and his son, 12, died".
_AGE = re.compile(r"\d{1,3}")
_AGED = re.compile(r"(?:\baged |\w, )$")
_AGE_ENDS = re.compile(r"[,.;:)]|$")
# A party and a state behind the name of a member of Congress: "Sen. X (R-Ohio)".
_SEAT = re.compile(r" \([RDI][-–‑][^()\d]{2,20}(?:\)|$)")
# A transcript's "Q" or "A", which opens what is asked or answered.
_LABEL = re.compile(r"(?:Q(?:[.:] ?|\s{2,}|$)|A(?:: ?|\s{2,}))\s*")
# Characters before the trigger that are looked at.
_REACH = 80


def fill(story: Story, finding: Finding) -> Finding:
    """The finding with whole names and, where it has no actor, the possessor of its trigger."""
    offset = story.spans[finding.sentence][0]
    names = [m for m in story.names(finding.sentence) if m.kind in _NAMED]
    roles = {
        name: tuple([_whole(role, names, offset) for role in spans]) if name in _WHOLE else spans
        for name, spans in finding.roles.items()
    }
    sentence = story.sentence(finding.sentence)
    roles = _unsourced(story, finding, roles)
    roles = {**roles, **{side: _ageless(sentence, _bare(sentence, roles[side])) for side in _SIDES}}
    roles = _opposed(sentence, {**roles, **{side: undivided(sentence, roles[side]) for side in _SIDES}})
    roles = joined(sentence, finding, _inside(story, finding, roles))
    roles = {**roles, **{side: _unled(sentence, finding, whole(story, finding, roles[side])) for side in _SIDES}}
    roles["actor"] = _spoken(sentence, _setting_out(sentence, roles["actor"])) or possessor(sentence, finding)
    roles = directed(sentence, finding, _partnered(sentence, finding, roles))
    return replace(finding, roles={**roles, "recipient": roles["recipient"] or _host(story, finding, roles)})


def _whole(role: Role, names: list[Match], offset: int) -> Role:
    """The role grown over every known name that it holds a part of."""
    start, end = role.start + offset, role.end + offset
    for name in names:
        if name.start < end and start < name.end:
            start, end = min(start, name.start), max(end, name.end)
    if (start - offset, end - offset) == (role.start, role.end):
        return role
    return replace(role, start=start - offset, end=end - offset)


def _inside(story: Story, finding: Finding, roles: dict[str, tuple[Role, ...]]) -> dict[str, tuple[Role, ...]]:
    """The roles behind the dateline or the heading of the sentence; a heading may say where it happens."""
    opening = story.cast.newsroom.behind_head(finding.sentence) - story.spans[finding.sentence][0]
    if not opening:
        return roles
    headed = story.sentence(finding.sentence).endswith(": ", 0, opening)
    return {
        name: spans
        if headed and name == "place"
        else tuple(replace(role, start=max(role.start, opening)) for role in spans if role.end > opening)
        for name, spans in roles.items()
    }


def _unsourced(story: Story, finding: Finding, roles: dict[str, tuple[Role, ...]]) -> dict[str, tuple[Role, ...]]:
    """The roles without the source that a headline has behind a dash: "Shelling kills two in Bryansk - governor"."""
    offset = story.spans[finding.sentence][0]
    said = story.said(offset + finding.start, offset + finding.end)
    dashes = [told.verb[0] for told in said if told.end <= told.verb[0] and story.document.text[told.verb[0]] in "–—-"]
    if not dashes:
        return roles
    dash = min(dashes) - offset
    before = len(story.document.text[offset : offset + dash].rstrip())
    return {
        name: spans
        if name == "said_by"
        else tuple(replace(role, end=min(role.end, before)) for role in spans if role.start < before)
        for name, spans in roles.items()
    }


def _bare(sentence: str, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles without a seat behind the name or the letter of a transcript before it, which alone is nobody."""
    label = _LABEL.match(sentence)
    if label is None and "(" not in sentence:
        return roles
    bare = []
    for role in roles:
        start = label.end() if label and 0 <= role.start < label.end() else role.start
        seat = _SEAT.search(sentence, role.start + 1, role.end) if role.start >= 0 else None
        bare.append(replace(role, start=start, end=seat.start() if seat else role.end))
    return tuple(role for role in bare if role.start < role.end)


def _ageless(sentence: str, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles without the ages of those before them; "soldiers killed 15" tells how many."""

    def age(role: Role) -> bool:
        before = _AGED.search(sentence, 0, role.start) if _AGE.fullmatch(sentence, role.start, role.end) else None
        return before is not None and bool(before[0].startswith("aged") or _AGE_ENDS.match(sentence, role.end))

    return tuple([role for role in roles if not age(role)])


def _opposed(sentence: str, roles: dict[str, tuple[Role, ...]]) -> dict[str, tuple[Role, ...]]:
    """The roles with the UN of a bare "anti-UN" as recipient: it is not who protests."""
    against = {
        role: replace(role, start=role.start + found.end(), rule="behind “anti”")
        for side in _SIDES
        for role in roles[side]
        if (found := _AGAINST.match(sentence[role.start : role.end]))
    }
    if not against:
        return roles
    recipients = tuple(role for role in roles["recipient"] if role not in against)
    moved = tuple(role for role in against.values() if not touching(recipients, [role]))
    actors = tuple(role for role in roles["actor"] if role not in against)
    return {**roles, "actor": actors, "recipient": (*recipients, *moved)}


def joined(sentence: str, finding: Finding, roles: dict[str, tuple[Role, ...]]) -> dict[str, tuple[Role, ...]]:
    """The sides with the parts of one name in one piece: "President" and "Putin", "the UN council (" and "UNC".

    Parts on different sides go to the likelier side, but never over the trigger.
    """
    sides = sorted(((role, side) for side in _SIDES for role in roles[side]), key=lambda one: one[0].start)
    kept: list[tuple[Role, str]] = []
    for role, side in sides:
        left = kept[-1] if kept else None
        if left is not None and _torn(sentence, left, (role, side)):
            kept[-1] = role, side
            continue
        if left is None or not _one_name(sentence, finding, left, (role, side)):
            kept.append((role, side))
            continue
        likelier = max((left, (role, side)), key=lambda one: one[0].chance)
        whole = Role(left[0].start, max(left[0].end, role.end), likelier[0].chance)
        kept[-1] = whole, likelier[1]
    return {**roles, **{side: tuple([role for role, own in kept if own == side]) for side in _SIDES}}


def _one_name(sentence: str, finding: Finding, left: tuple[Role, str], right: tuple[Role, str]) -> bool:
    """Whether two neighbouring roles are parts of one name."""
    gap = sentence[left[0].end : right[0].start]
    if left[0].end <= finding.start < right[0].start or right[0].start < left[0].end:
        return False
    title = sentence[: left[0].end].rpartition(" ")[2].casefold() in listed("titles")
    return gap in _PARTED or (gap == " " and title and sentence[right[0].start].isupper())


def _torn(sentence: str, left: tuple[Role, str], right: tuple[Role, str]) -> bool:
    """Whether a bare title is all that is left of a description of the name behind it: "minister" of "Kenya's foreign
    minister, X"."""
    title = sentence[left[0].start : left[0].end].casefold() in listed("titles")
    beside = sentence[left[0].end : right[0].start] == ", " and left[1] == right[1]
    return title and beside and sentence[right[0].start].isupper()


def _setting_out(sentence: str, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """The actors without the place that the sentence sets out from, where there are others."""
    staying = tuple(
        role for role in actors if not (_ORIGIN.fullmatch(sentence, 0, role.start) and sentence[role.end :][:1] == ",")
    )
    return staying or actors


def _unled(sentence: str, finding: Finding, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles without who only leads or backs the one before: "The army, led by X, attacked". Not where leading is
    the act itself."""
    if " by " not in sentence:
        return roles

    def led(role: Role) -> bool:
        found = _led().search(sentence, max(0, role.start - _REACH), role.start)
        if found is None or not _LED_ENDS.match(sentence, role.end) or found.start() <= finding.start < found.end():
            return False
        return any(one.end == found.start() for one in roles)

    return tuple([role for role in roles if not led(role)])


@cache
def _led() -> re.Pattern[str]:
    """From somebody to who leads or backs them."""
    return re.compile(
        rf", (?:(?:now|formerly|then) )?(?:{'|'.join(sorted(listed('leading participles')))}) "
        r"by (?:(?:the|its|an?) )?(?:[a-z-]+ ){0,3}(?:[A-Z][\w-]+ )?$"
    )


def _spoken(sentence: str, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """The actors without the "we" of a quotation whose speaker is one of them: both mean the same."""
    quoted = [(said.start, said.end) for said in quotations(sentence)] if len(actors) > 1 else []
    within = [any(start <= role.start and role.end <= end for start, end in quoted) for role in actors]
    if all(within):
        return actors
    return tuple(
        role
        for role, inside in zip(actors, within, strict=True)
        if not (inside and sentence[role.start : role.end].casefold() in _SPEAKERS)
    )


def _partnered(sentence: str, finding: Finding, roles: dict[str, tuple[Role, ...]]) -> dict[str, tuple[Role, ...]]:
    """Cooperation of one side "with" another has both sides: who stands behind the "with" is the recipient."""
    joint = _WITH.match(undotted(sentence), finding.end)
    if finding.event_type != "COOPERATE" or roles["recipient"] or joint is None:
        return roles
    before = tuple(role for role in roles["actor"] if role.start < finding.start)
    behind = tuple(replace(r, rule="behind “with”") for r in roles["actor"] if r.start >= joint.end())
    return {**roles, "actor": before, "recipient": behind} if before and behind else roles


def _host(story: Story, finding: Finding, roles: dict[str, tuple[Role, ...]]) -> tuple[Role, ...]:
    """Whom a visitor visits where only the place is told: the country or the city abroad stands for its government.

    In the annotated news 53 of 71 visits with a place have it, or who rules it, as recipient.
    """
    place = max(roles["place"], key=lambda role: role.chance, default=None)
    if (finding.event_type, finding.mode) != ("CONSULT", "visit") or place is None:
        return ()
    offset = story.spans[finding.sentence][0]
    found = placing.resolve(story.document.text, offset + place.start, offset + place.end, countries=story.hints)
    home = {p.country for p in story.parties((offset + r.start, offset + r.end) for r in roles["actor"])}
    return (replace(place, rule="the place of a visit"),) if found.country and found.country not in home else ()


def possessor(sentence: str, finding: Finding) -> tuple[Role, ...]:
    """Who has the trigger's act by the words before it, where that means who does it; () else."""
    before = sentence[max(0, finding.start - _REACH) : finding.start]
    shift = finding.start - len(before)
    found = _GENITIVE.search(before)
    if found is None and finding.event_type not in _SUFFERED:
        found = _PRONOUN.search(before) or _PRONOUN.match(sentence[finding.start : finding.end] + " ")
        shift = finding.start if found and found.string != before else shift
    if found is None:
        return ()
    role = Role(shift + found.start("who"), shift + found.end("who"), finding.chance, "whose act it is by the words")
    taken = any(r.start < role.end and role.start < r.end for r in finding.roles["recipient"])
    return () if taken else (role,)
