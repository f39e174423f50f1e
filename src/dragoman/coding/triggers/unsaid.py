"""Unsaid: what is threatened, promised or asked for is no event of its own beside the threat, the promise, the request.

In: the findings of a story, then its readings. Out: the findings, what is promised or threatened to nobody being so to
whom its content is done; the readings, those without an event that tell but the content of such an act of speech and
have not happened, or the sanctions that are lifted. On articles that the network has not seen, of 10 such contents of
threats and promises the annotation has 2, of 12 of requests 3.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding, touching
from dragoman.coding.triggers.rivals import says
from dragoman.coding.triggers.selecting import Reading
from dragoman.ontology import speech_acts

# What is said to be done, by who speaks or by whom he asks; who accuses, rejects or supports judges what is there.
_ASKED = "REQUEST"
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
# To whom the content of such acts is done, the act itself is made: wheat is promised to Mali; not removal to militants.
_MADE_TO = {
    "AGREE": frozenset({"AID", "CONSULT", "COOPERATE", "SUPPORT"}),
    "THREATEN": frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"}),
}
# Who is to be disarmed is whom a promise is about, and not to whom it is made. Of those to be freed or punished the
# annotation says otherwise ("agreed to release him"): without them dyads are worse on a fold and on the codebook.
_ABOUT = frozenset({"RETREAT:disarm"})
# What was conceded is often told as done; where it was not conceded, nothing was.
_CONCEDED, _OPEN = "CONCEDE", frozenset({"negated", "hypothetical"})
# Sanctions that are lifted are told by that, as long as nobody else imposed them.
_LIFTING = re.compile(r"(?:lift|eas|relax|suspend|waiv|remov|scrap|end)(?:s|es|ed|ing)?\b")
_LIFTED = re.compile(r"\b(?:sanctions?|embargo(?:es)?|bans?|curfews?|restrictions?|tariffs?|blockades?)$")
_IMPOSED = frozenset({"SANCTION", "COERCE"})
# Characters from the speech act's words to those of its content: "threaten to close", "offered Chile to train".
_REACH = 40
_STOPS = ",;:.?!—"


def addressed(findings: Sequence[Finding], story: Story, *, least: float) -> list[Finding]:
    """The findings of a story, in the given order: who "promised to send wheat to Mali" promised it to Mali.

    What has less than the `least` chance to be told says nothing of others.
    """
    sentences: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.chance >= least:
            sentences[finding.sentence].append(finding)
    return [_addressed(finding, sentences[finding.sentence], story) for finding in findings]


def _addressed(act: Finding, sentence: Sequence[Finding], story: Story) -> Finding:
    if act.event_type not in _MADE_TO:
        return act
    likely = [f for f in sentence if f.roles["recipient"] and _behind(act, f, story)]
    own = [f for f in likely if touching(f.roles["actor"], act.roles["actor"])]
    if act.roles["recipient"]:
        return _disowned(act, own) if act.event_type == "AGREE" else act
    contents = [f for f in own if f.event_type in _MADE_TO[act.event_type]]
    if not contents:
        return act
    nearest = min(contents, key=lambda f: f.start)
    whom = tuple(replace(role, rule="of what is promised or threatened") for role in nearest.roles["recipient"])
    return replace(act, roles={**act.roles, "recipient": whom})


def _disowned(act: Finding, contents: Sequence[Finding]) -> Finding:
    """A promise without those whom it is about: who promises to disarm rebels promises them nothing."""
    about = [role for f in contents if f"{f.event_type}:{f.mode}" in _ABOUT for role in f.roles["recipient"]]
    kept = tuple(role for role in act.roles["recipient"] if not touching([role], about))
    return replace(act, roles={**act.roles, "recipient": kept})


def _behind(act: Finding, content: Finding, story: Story) -> bool:
    """Whether a finding stands so close behind an act of speech, in its clause, that it may be its content."""
    gap = story.sentence(act.sentence)[act.end : content.start]
    return act.end <= content.start and len(gap) <= _REACH and not any(stop in gap for stop in _STOPS)


def without_unsaid(readings: Sequence[Reading], story: Story) -> list[Reading]:
    """The readings of a story, in the given order."""
    spoken: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        if _speaks(reading):
            spoken[reading.decision.finding.sentence].append(reading)
    conceded = [one.decision.finding for one in readings if one.event and one.event.event_type == _CONCEDED]
    return [
        _silent(one) if _content(one, spoken, story) or any(_lifts(c, one, story) for c in conceded) else one
        for one in readings
    ]


def _lifts(conceding: Finding, reading: Reading, story: Story) -> bool:
    """Whether a concession is the end of what a reading tells: "lifted its sanctions"."""
    lifted = reading.decision.finding
    if reading.event is None or reading.event.event_type not in _IMPOSED or conceding.sentence != lifted.sentence:
        return False
    words = story.sentence(lifted.sentence)
    lifting = _LIFTING.match(words[conceding.start : conceding.end])
    noun = _LIFTED.search(words[lifted.start : lifted.end])
    own = not lifted.roles["actor"] or touching(lifted.roles["actor"], conceding.roles["actor"])
    return bool(lifting and noun) and own and _behind(conceding, lifted, story)


def _silent(reading: Reading) -> Reading:
    return Reading(replace(reading.decision, verdict="content"), None)


def _speaks(reading: Reading) -> bool:
    """Whether a reading is an act of speech whose content is none of its own."""
    event = reading.event
    if event is None or event.event_type not in speech_acts() - _JUDGING:
        return False
    return event.event_type != _CONCEDED or event.status in _OPEN


def _content(reading: Reading, spoken: Mapping[int, Sequence[Reading]], story: Story) -> bool:
    """Whether a reading is the content of one of the acts of speech of its sentence."""
    inner, event = reading.decision.finding, reading.event
    if event is None or event.status == "actual":
        return False
    for act in spoken.get(inner.sentence, ()):
        outer = act.decision.finding
        near = _behind(outer, inner, story)
        asked = act.event is not None and act.event.event_type == _ASKED and event.status == "hypothetical"
        if act is not reading and near and (asked or says(outer, inner)):
            return True
    return False
