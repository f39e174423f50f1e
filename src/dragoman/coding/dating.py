"""Dating: which days an event's own words give it, or the publication day where it has none.

In: a finding and its story. Out: `Dating`, and whether the text tells the event as history.
"""

from datetime import date, timedelta

from dragoman.coding import timing
from dragoman.coding.arguing import Finding
from dragoman.coding.story import Story
from dragoman.event import Dating

# Older than this at publication is history (the contract's definition).
_HISTORY = timedelta(days=365)


def dated(story: Story, finding: Finding) -> Dating:
    """The event's dating by the words that the network gave it, else by the nearest ones of its clause."""
    sentence, pub_date = story.sentence(finding.sentence), story.document.pub_date
    tense = timing.tense(sentence, finding.start, finding.end)
    if finding.status == "planned":
        tense = "future"
    expressions = timing.expressions(sentence)
    chosen = [e for e in expressions if any(r.start < e.end and e.start < r.end for r in finding.roles["when"])]
    expression = timing.attach(
        chosen or expressions, sentence, trigger_start=finding.start, trigger_end=finding.end
    )
    if expression is None:
        return timing.default(pub_date, tense=tense)
    return timing.resolve(expression, pub_date=pub_date, tense=tense)


def historical(dating: Dating, pub_date: date | None) -> bool:
    """Whether the event lies over a year before publication."""
    if dating.date_end is None or pub_date is None:
        return False
    return date.fromisoformat(dating.date_end) < pub_date - _HISTORY
