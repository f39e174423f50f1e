"""Dating: which days an event's own words give it, or the publication day where it has none.

In: a finding and its story. Out: `Dating`, and whether the text tells the event as history.
"""

from datetime import date, timedelta

from dragoman.coding import timing
from dragoman.coding.arguing import Finding
from dragoman.coding.story import Story
from dragoman.event import Dating, Status

# Older than this at publication is history (the contract's definition).
_HISTORY = timedelta(days=365)


def dated(story: Story, finding: Finding, *, status: Status) -> Dating:
    """The event's dating by the words that the network gave it, else by the nearest ones of its clause."""
    sentence, pub_date = story.sentence(finding.sentence), story.document.pub_date
    expression = _expression(sentence, finding)
    if expression is None:
        return timing.default(pub_date, tense="future" if status == "planned" else "past")
    tense = timing.tense(sentence, finding.start, finding.end, expression=expression)
    if status == "planned" and tense == "present":
        tense = "future"
    before = timing.anchor(story.document.text, story.spans[finding.sentence][0] + expression.start, pub_date=pub_date)
    return timing.resolve(expression, pub_date=pub_date, tense=tense, anchor=before)


def _expression(sentence: str, finding: Finding) -> timing.DateExpression | None:
    """The date expression that is the event's: of those that the network marked, the one attached most closely."""
    found = timing.expressions(sentence)
    marked = [e for e in found if any(r.start < e.end and e.start < r.end for r in finding.roles["when"])]
    span = {"trigger_start": finding.start, "trigger_end": finding.end}
    attached = timing.attach(marked or found, sentence, **span)
    return attached or next(iter(marked), None)


def historical(dating: Dating, pub_date: date | None) -> bool:
    """Whether the event lies over a year before publication."""
    if dating.date_end is None or pub_date is None:
        return False
    return date.fromisoformat(dating.date_end) < pub_date - _HISTORY
