"""Dating: which days an event's own words give it, or the publication day where it has none.

In: a finding and its story. Out: `Dating`, and whether the text tells the event as history.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from dragoman.coding import timing
from dragoman.coding.arguing import Finding
from dragoman.coding.story import Story
from dragoman.event import Dating, Status

# Older than this at publication is history (the contract's definition).
_HISTORY = timedelta(days=365)
# Between "five years after" and the trigger of its clause: no stop, one apposition ("the envoy, Ann Lee, spoke").
_CLAUSE = re.compile(r"[^,.;:“”\"]*(?:, [^,.;:“”\"]*, [^,.;:“”\"]*)?")
_REACH = 100
_PURPOSE = re.compile(r"\bto [a-z]")


def dated(story: Story, finding: Finding, *, status: Status) -> Dating:
    """The event's dating by the words that the network gave it, else by the nearest ones of its clause."""
    sentence, pub_date = story.sentence(finding.sentence), story.document.pub_date
    expression = _expression(sentence, finding)
    given = _given(sentence, finding)
    if given and (expression is None or expression.start <= given.start):
        return _before(story, finding, given)
    if expression is None:
        return timing.default(pub_date, tense="future" if status == "planned" else "past")
    tense = timing.tense(sentence, finding.start, finding.end, expression=expression)
    if status == "planned" and tense == "present":
        tense = "future"
    before = _told_before(story, finding, expression) if expression.kind == "anchored" else None
    told = timing.resolve(expression, pub_date=pub_date, tense=tense, anchor=before)
    return timing.default(pub_date) if status == "actual" and _to_come(told, pub_date) else told


def _told_before(story: Story, finding: Finding, expression: timing.DateExpression) -> Dating | None:
    """The dating that "the next day" and "that year" count from; no other expression asks for it."""
    at = story.spans[finding.sentence][0] + expression.start
    return timing.anchor(story.document.text, at, pub_date=story.document.pub_date)


def _to_come(dating: Dating, pub_date: date | None) -> bool:
    """What happened cannot lie after the article: "promised to end it by 2030" dates the end, not the promise."""
    return bool(pub_date and dating.date_start and date.fromisoformat(dating.date_start) > pub_date)


def _expression(sentence: str, finding: Finding) -> timing.DateExpression | None:
    """The date expression that is the event's: of those that the network marked, the one attached most closely."""
    found = [e for e in timing.expressions(sentence) if not _leans(e) and not _deadline(e, sentence, finding)]
    marked = [e for e in found if any(r.start < e.end and e.start < r.end for r in finding.roles["when"])]
    span = {"trigger_start": finding.start, "trigger_end": finding.end}
    attached = timing.attach(marked or found, sentence, **span)
    return attached or next(iter(marked), None)


def _leans(expression: timing.DateExpression) -> bool:
    """ "A week after he left": it tells how far two events lie apart and, of itself, the day of neither."""
    return expression.kind == "anchored" and expression.loose and expression.turn in ("after", "before")


def _deadline(expression: timing.DateExpression, sentence: str, finding: Finding) -> bool:
    """ "Agreed to reopen the crossing by May": the day by which something else is to be done."""
    between = sentence[finding.end : max(finding.end, expression.start)]
    return expression.relation == "by" and bool(_PURPOSE.search(between))


def _given(sentence: str, finding: Finding) -> timing.DateExpression | None:
    """The words that set the trigger's clause before another event: "five years after the army invaded, …"."""
    for expression in timing.expressions(sentence):
        between = sentence[expression.end : max(expression.end, finding.start)]
        if _leans(expression) and expression.turn == "after" and expression.end <= finding.start:
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
