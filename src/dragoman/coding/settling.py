"""Settling: a finding becomes an event: who, when, where, whether, who says so, and in which terms.

In: a story and a finding of it. Out: an `Event`, or None when nobody is left who acts or is acted on, or when it is
not sure enough; what cannot be is given up before anything of it is looked up.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from dragoman import ontology, placing
from dragoman.actors.countries.opponents import Deed
from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.mentions.mentions import is_pronoun
from dragoman.actors.names.codes import recoded
from dragoman.actors.names.kinds import PERSONS, TOWNS
from dragoman.actors.names.matching import key
from dragoman.coding.contexts import contexts
from dragoman.coding.locating import chosen
from dragoman.coding.status.status import StatusReading, read_status
from dragoman.coding.story import Story
from dragoman.coding.timing.clauses import words
from dragoman.coding.timing.dating import dated, gone, historical
from dragoman.coding.triggers.arguing import Finding, Role
from dragoman.coding.triggers.confidence import confidence, reaches
from dragoman.coding.voice.voicing import said_by
from dragoman.event import Dating, Event, Party, Place, Words
from dragoman.models import Labels
from dragoman.ontology.crosswalk import cameo_code
from dragoman.placing.resolving import only

# Who accuse each other are both actors already.
_EACH_OTHER = frozenset({"each other", "one another"})
_FIRMS = (" Ltd", " Ltd.", " Inc", " Inc.", " Corp", " Corp.", " Co.", " Plc", " plc", " LLC")
# "Algeria sent tanks to its border with Libya": where who acts is at home.
_OWN_BORDER = re.compile(r"\b(?:its|their) (?:[\w-]+ )?(?:border|frontier)s?\b")
# Who denies a part in a deed does not deny the deed.
_PART = re.compile(
    r"\b(?:deny|denies|denied|denying)(?: \w+){0,2} (?:involvement|role|part|hand|complicity|responsibility) "
    r"(?:in|for) (?:(?!and\b|but\b)[\w’'-]+ ){0,5}$"
)


def settle(story: Story, finding: Finding, labels: Labels, *, coder: str, least: float = 0.0) -> Event | None:
    """The event that a finding of `story` tells, unless its confidence is below `least`."""
    if _hopeless(story, finding, labels, least):
        return None
    start, end = story.spans[finding.sentence]
    sentence = story.sentence(finding.sentence)
    status = status_of(story, finding).status
    dating = dated(story, finding, status=status)
    actors, recipients = _parties(story, finding, on=_day(dating))
    sure = confidence(labels.calibration, finding, actors, recipients)
    if sure < least or not (actors or recipients):
        return None
    place, about = _place(story, finding, actors), contexts(sentence)
    if place is not None and place.country:
        actors, recipients = _where(story, finding, actors, recipients, place=place)
    code = cameo_code(finding.event_type, finding.mode, status=status, contexts=about, words=sentence)
    book = ontology.load()
    return Event(
        document_id=story.document.id, sentence_index=finding.sentence, sentence=sentence,
        sentence_start=start, sentence_end=end, event_type=finding.event_type, mode=finding.mode,
        contexts=about, cameo_code=code, quad_class=book.quad_class(finding.event_type),
        goldstein=book.goldstein(code), actors=actors, recipients=recipients,
        trigger=Words(sentence[finding.start : finding.end], start + finding.start, start + finding.end),
        status=status, historical=historical(dating, story.document.pub_date), dating=dating,
        place=place, said_by=said_by(story, finding, actors=actors),
        confidence=sure, coder=coder,
    )  # fmt: skip


def _hopeless(story: Story, finding: Finding, labels: Labels, least: float) -> bool:
    """Whether the confidence of a finding is below `least` whoever its parties turn out to be: a third of them."""
    offset = story.spans[finding.sentence][0]

    def most(role: str) -> int:
        return sum(story.cast.most(*span) for span in _moved(finding.roles[role], offset))

    return not reaches(labels.calibration, finding, least=least, parties=lambda: (most("actor"), most("recipient")))


def _parties(story: Story, finding: Finding, *, on: date | None) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who acts and who is acted on."""
    offset = story.spans[finding.sentence][0]
    deed = deed_of(story, finding)
    actors = story.parties(deed.actors, on=on, act=deed.of("actor"))
    recipients = story.apart(story.parties(deed.recipients, on=on, act=deed.of("recipient")), actors)
    if actors:
        recipients = tuple(_of_all(story, p, actors) for p in recipients if p.text.casefold() not in _EACH_OTHER)
    actors, recipients = (tuple(_at_home(story, p) for p in side) for side in (actors, recipients))
    recipients = _within(story, recipients, actors=actors)
    return _one_side(finding, actors, recipients, offset=offset)


def _at_home(story: Story, party: Party) -> Party:
    """The party, in the country where the text has its town: Venezuela's Valencia, the Tripoli of Lebanon."""
    towns = (c for c in story.cast.scene.between(party.start, party.end) if c.name.kind in TOWNS)
    moved = next((c for c in towns if c.country != c.name.country == party.country), None)
    if moved is None or (moved.start, moved.end) != (party.start, party.end):
        return party
    return recoded(replace(party, name=party.text), country=moved.country, sector="")


def _where(
    story: Story, finding: Finding, actors: Iterable[Party], recipients: Iterable[Party], *, place: Place
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Both sides, with the country of the event's place where that tells whose a party is."""
    acting, others = ([_held(story, p, place) for p in side] for side in (actors, recipients))
    if finding.event_type == "COERCE":
        acting = [_on_duty(story, p, place) for p in acting]
    return tuple(acting), tuple([_there(story, p, place) for p in others])


def _there(story: Story, party: Party, place: Place) -> Party:
    """The party, in the country of the event's place where it is that: a town that only the gazetteer knows."""
    if place.latitude is None or place.country == party.country:
        return party
    same = place.start <= party.start and party.end <= place.end and place.text.startswith(party.text)
    inside = story.cast.scene.between(party.start, party.end)
    known = any(not c.person or " " in c.name.name for c in inside)  # one word of no table may be taken for a name
    if not same or known or party.sector or not party.name[:1].isupper():
        return party
    return recoded(party, country=place.country, sector=party.sector)


def _held(story: Story, party: Party, place: Place) -> Party:
    """The party, of the country of the event's place where its own words end with that, a place that only the gazetteer
    knows: civilians are of where they are, "fishermen on the island of Kos"."""
    if party.sector != "CVL":
        return party
    inside = party.start < place.start and place.end == party.end
    if not inside or {c.country for c in story.cast.scene.between(party.start, party.end)} - {place.country}:
        return party
    return recoded(party, country=place.country, sector=party.sector)


def _on_duty(story: Story, party: Party, place: Place) -> Party:
    """The party, of the country where it arrests or sentences if its own words name none: police and courts do so at
    home. Of 22 such in 287 articles 19 are of it anyway, two by this."""
    if party.sector not in sectors_in("on duty"):
        return party
    if party.office or any(clue.country for clue in story.cast.scene.between(party.start, party.end)):
        return party
    return recoded(party, country=place.country, sector=party.sector)


def _of_all(story: Story, party: Party, actors: Iterable[Party]) -> Party:
    """The party, of no one country where it is "their citizens" of actors of several."""
    lands = {actor.country for actor in actors if actor.country}
    theirs = story.cast.mention(party.start, party.end).kind == "they+noun"
    if len(lands) <= 1 or not theirs or any(c.country for c in story.cast.scene.between(party.start, party.end)):
        return party
    return recoded(party, country="", sector=party.sector)


def deed_of(story: Story, finding: Finding) -> Deed:
    """A finding as what happens in its document."""
    offset = story.spans[finding.sentence][0]
    return Deed(finding.event_type, *(tuple(_moved(finding.roles[side], offset)) for side in ("actor", "recipient")))


def _within(story: Story, recipients: Iterable[Party], *, actors: Iterable[Party]) -> tuple[Party, ...]:
    """The recipients without the actor's own name in an earlier clause: "impeached Yoon after he declared martial law",
    where "he" is the actor."""
    text = story.document.text
    subjects = {
        actor.name: actor.start
        for actor in actors
        if is_pronoun(actor.text) and text.endswith(_opening(), 0, actor.start)
    }
    return tuple(p for p in recipients if is_pronoun(p.text) or p.start > subjects.get(p.name, -1))


@cache
def _opening() -> tuple[str, ...]:
    """The words that open a clause, between blanks."""
    return tuple(f" {word} " for word in words()["opening"])


def _one_side(
    finding: Finding, actors: tuple[Party, ...], recipients: tuple[Party, ...], *, offset: int
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The sides with nobody on both: who is named on both stays where the words are likelier to stand.

    Of 4,229 annotated events two have somebody on both sides. A pronoun stays: it may mean somebody else.
    """
    shared = {p.name for p in actors if not is_pronoun(p.text)} & {p.name for p in recipients if not is_pronoun(p.text)}
    if not shared:
        return actors, recipients
    acts = {name: _chance(finding.roles["actor"], actors, name, offset) for name in shared}
    suffers = {name: _chance(finding.roles["recipient"], recipients, name, offset) for name in shared}
    return (
        tuple(p for p in actors if p.name not in shared or acts[p.name] >= suffers[p.name]),
        tuple(p for p in recipients if p.name not in shared or acts[p.name] < suffers[p.name]),
    )


def _chance(roles: Iterable[Role], parties: Iterable[Party], name: str, offset: int) -> float:
    """The chance of the likeliest words by which a side names somebody."""
    spans = [(p.start - offset, p.end - offset) for p in parties if p.name == name]
    return max((r.chance for r in roles if any(r.start < end and start < r.end for start, end in spans)), default=0.0)


def status_of(story: Story, finding: Finding) -> StatusReading:
    """The status of a finding, with the words that gave it. Where no words tell of a plan and the day is before
    publication, it happened."""
    reading = _in_words(story.sentence(finding.sentence), finding)
    past = reading.status == "planned" and reading.cue is None and gone(story, finding)
    return replace(reading, status="actual") if past else reading


def _in_words(sentence: str, finding: Finding) -> StatusReading:
    """The status by the sentence alone, whatever its day."""
    reading = read_status(
        sentence, finding.start, finding.end, event_type=finding.event_type, chances=finding.statuses or None
    )
    part = _PART.search(sentence, 0, finding.start)
    if part is None or reading.status not in ("actual", "negated"):
        return reading
    denier = any(role.start < part.start() for role in finding.roles["actor"])
    return replace(reading, status="negated" if denier else "actual", cue=reading.cue if denier else None)


def _moved(roles: Iterable[Role], offset: int) -> list[tuple[int, int]]:
    return [(offset + role.start, offset + role.end) for role in roles]


def _day(dating: Dating) -> date | None:
    return date.fromisoformat(dating.date_start) if dating.date_start else None


def _place(story: Story, finding: Finding, actors: Iterable[Party]) -> Place | None:
    text = story.document.text
    offset, close = story.spans[finding.sentence]
    span = chosen(text[offset:close], finding, document=text[:close])
    if span is None:
        return None
    start, end = offset + span[0], offset + span[1]
    place = placing.resolve(text, start, end, countries=story.hints)
    if key(place.name) != key(place.text) and _is_person(story, finding, start, end):
        return None  # "Baghdadi" is none, nor what sounds like it
    if _is_company(story, finding, start, end):
        return None
    if not place.country and _OWN_BORDER.search(place.text):
        place = replace(place, country=only({actor.country for actor in actors}))
    return place if place.country or finding.roles["place"] else None


def _is_person(story: Story, finding: Finding, start: int, end: int) -> bool:
    """Whether a span is within the name of a person of the tables."""
    within = (m for m in story.names(finding.sentence) if m.start <= start and end <= m.end)
    return any(m.kind in PERSONS for m in within)


def _is_company(story: Story, finding: Finding, start: int, end: int) -> bool:
    """Whether a span is a company, which is nowhere: "on strike at Westfield Ltd", "workers at Boeing"."""
    within = (m for m in story.names(finding.sentence) if m.start <= start and end <= m.end)
    known = any(m.kind == "organisation" and m.entry.sector in sectors_in("company") for m in within)
    return known or story.document.text[start:end].endswith(_FIRMS)
