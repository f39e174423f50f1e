"""Dating: which days an event's own words give it, or the publication day where it has none.

In: a finding and its story. Out: `Dating`, and whether the text tells the event as history.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from dragoman.actors.matching import undotted
from dragoman.coding import timing
from dragoman.coding.arguing import Finding
from dragoman.coding.story import Story
from dragoman.event import Dating, Status

# Older than this at publication is history (the contract's definition).
_HISTORY = timedelta(days=365)
# Between "five years after" and the trigger of its clause: no stop, one apposition ("the envoy, Ann Lee, spoke").
_CLAUSE = re.compile(r"[^,.;:“”\"]*(?:, [^,.;:“”\"]*, [^,.;:“”\"]*)?")
_REACH = 100
# What is to come, or only might, has no day unless words give it one; the annotated news dates neither by publication.
_UNDATED = frozenset({"planned", "hypothetical"})
_PURPOSE = re.compile(r"\bto [a-z]")
# What parts a clause's date from its verb: a purpose, a relative, a comma.
_SIDE = re.compile(r"[,;:“”\"]| to (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]{2,}| (?:who|which|that|where)\b")


def dated(story: Story, finding: Finding, *, status: Status) -> Dating:
    """The event's dating by the words that the network gave it, else by the nearest ones of its clause."""
    sentence, pub_date = story.sentence(finding.sentence), story.document.pub_date
    expression = _expression(sentence, finding, status)
    given = _given(sentence, finding)
    if given and (expression is None or not _own(expression, given, sentence, finding)):
        return _before(story, finding, given)
    if expression is None:
        return timing.default(pub_date, tense="future" if status in _UNDATED else "past")
    told = _told(story, finding, expression, status)
    return timing.default(pub_date) if status == "actual" and _to_come(told, pub_date) else told


def _told(story: Story, finding: Finding, expression: timing.DateExpression, status: Status) -> Dating:
    """What the expression says of the event, with the words that lean on it."""
    sentence, pub_date = story.sentence(finding.sentence), story.document.pub_date
    span, others = (finding.start, finding.end), timing.expressions(sentence)
    expression = timing.dated_beside(expression, others, sentence)
    if timing.begun(expression, sentence, trigger=span):
        expression = replace(expression, relation="since")
    tense = _tense(sentence, finding, expression, status)
    before = _told_before(story, finding, expression) if expression.kind == "anchored" else None
    told = timing.resolve(expression, pub_date=pub_date, tense=tense, anchor=before)
    counted = timing.counted_from(expression, others, sentence, trigger=span)
    if counted is None or told.date_start is None:
        return told
    return timing.resolve(counted, pub_date=pub_date, tense=tense, anchor=told)


def _tense(sentence: str, finding: Finding, expression: timing.DateExpression, status: Status) -> timing.Tense:
    """The tense of the words, where the status leaves it open; "the 4 March attack" that happened is past."""
    tense = timing.tense(sentence, finding.start, finding.end, expression=expression)
    if status == "planned" and (tense == "present" or expression.start >= finding.end):
        return "future"
    attribute = 0 <= finding.start - expression.end <= 1
    return "past" if status == "actual" and attribute else tense


def _own(expression: timing.DateExpression, given: timing.DateExpression, sentence: str, finding: Finding) -> bool:
    """Whether the trigger's clause, which "a day after" opens, has a date of its own: "… he was held in May"."""
    return expression.start > given.start and not _SIDE.search(
        sentence, finding.end, max(finding.end, expression.start)
    )


def _told_before(story: Story, finding: Finding, expression: timing.DateExpression) -> Dating | None:
    """The dating that "the next day" and "that year" count from; no other expression asks for it."""
    at = story.spans[finding.sentence][0] + expression.start
    return timing.anchor(story.document.text, at, pub_date=story.document.pub_date)


def _to_come(dating: Dating, pub_date: date | None) -> bool:
    """What happened cannot lie after the article: "promised to end it by 2030" dates the end, not the promise."""
    return bool(pub_date and dating.date_start and date.fromisoformat(dating.date_start) > pub_date)


def _expression(sentence: str, finding: Finding, status: Status) -> timing.DateExpression | None:
    """The date expression that is the event's: of those that the network marked, the one attached most closely."""
    found = [e for e in timing.expressions(sentence) if not timing.leans(e) and _fits(e, sentence, finding, status)]
    marked = [e for e in found if any(r.start < e.end and e.start < r.end for r in finding.roles["when"])]
    span = {"trigger_start": finding.start, "trigger_end": finding.end}
    attached = timing.attach(marked or found, sentence, **span)
    return attached or next(iter(marked), None)


def _lasts(expression: timing.DateExpression) -> bool:
    """ "Killed fifty in three days", "fell within hours": of what is past it tells how long it took."""
    within = expression.kind == "recent" and expression.which == "within"
    return within or (expression.kind == "ahead" and expression.text.lower().startswith(("in ", "within ")))


def _fits(expression: timing.DateExpression, sentence: str, finding: Finding, status: Status) -> bool:
    """Whether the words can date such an event: no plan is of "earlier this year", no deed of the day "by" which
    something else is to be done ("agreed to reopen the crossing by May")."""
    if status == "actual" and _lasts(expression):
        return False
    if status == "planned":
        return expression.kind != "ago" and expression.side not in ("earlier", "so far")
    between = sentence[finding.start if status == "actual" else finding.end : max(finding.end, expression.start)]
    return not (expression.relation == "by" and _PURPOSE.search(between))


def _given(sentence: str, finding: Finding) -> timing.DateExpression | None:
    """The words that set the trigger's clause before another event: "five years after the army invaded, …"."""
    plain = undotted(sentence)
    for expression in timing.expressions(sentence):
        between = plain[expression.end : max(expression.end, finding.start)]
        if timing.leans(expression) and expression.turn == "after" and expression.end <= finding.start:
            return expression if len(between) <= _REACH and _CLAUSE.fullmatch(between) else None
    return None


def _before(story: Story, finding: Finding, given: timing.DateExpression) -> Dating:
    """So long before the day of the main clause: its own words right before, else the publication day."""
    sentence, pub_date = story.sentence(finding.sentence), story.document.pub_date
    near = [e for e in timing.expressions(sentence) if e.end <= given.start and not e.loose]
    told = timing.resolve(near[-1], pub_date=pub_date) if near else timing.default(pub_date)
    anchor = told if told.date_start else None
    counted = replace(given, turn="earlier", loose=anchor is None)
    return timing.resolve(counted, pub_date=pub_date, anchor=anchor)


def historical(dating: Dating, pub_date: date | None) -> bool:
    """Whether the event lies over a year before publication."""
    if dating.date_end is None or pub_date is None:
        return False
    return date.fromisoformat(dating.date_end) < pub_date - _HISTORY
