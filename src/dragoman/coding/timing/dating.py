"""Dating: which days an event's own words give it, or the publication day where it has none.

In: a finding and its story. Out: `Dating`, and whether the text tells the event as history.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.actors.names.matching import undotted
from dragoman.coding import timing
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding
from dragoman.datelines import behind_dateline
from dragoman.event import Dating, Status
from dragoman.ontology import speech_acts

# Older than this at publication is history (the contract's definition).
_HISTORY = timedelta(days=365)
# Between "five years after" and the trigger of its clause: no stop, one apposition ("the envoy, Ann Lee, spoke").
_CLAUSE = re.compile(r"[^,.;:“”\"]*(?:, [^,.;:“”\"]*, [^,.;:“”\"]*)?")
_REACH = 100
# "Days after the coup and has threatened": the words have a noun, and what follows is the main clause's.
_MAIN = re.compile(r" (?:the|an?|his|her|its|their)(?: [\w-]+){1,3} and (?:has|have|had|is|are|was|were|will)\b")
# "Jailed for seven years after joining": a length, not how far two events lie apart.
_FOR = re.compile(r"\bfor $")
# Counted from the day told before, which the network may mark for both: "killed ten on Monday and fled a day later".
_COUNTED = frozenset({"later", "earlier", "following", "next"})
# What is to come, or only might, has no day unless words give it one; the annotated news dates neither by publication.
_UNDATED = frozenset({"planned", "hypothetical"})
# "Born in Lima in 1960, he joined the marches as a student".
_BORN = re.compile(r"\W*(?:Born|Raised|Educated)\b")
# How many sentences back history is looked for that a sentence goes on from.
_SENTENCES = 2
# What makes a date that of another event, whatever the status.
_ANOTHERS = (timing.of_participle, timing.of_charge, timing.of_later, timing.of_fronted, timing.of_first)
# From a trigger to its own date: "planned to spray gas on the beaches in 1940".
_NEAR = re.compile(r"(?: [\w’'-]+){0,4} ")
# "In June Israel could attack".
_AT_HEAD = re.compile(r"\W*(?:(?:In|On|By)(?: the)? )?")
# "Arrives on July 7" tells, soon afterwards, of what is past.
_LATELY = timedelta(days=90)
_PURPOSE = re.compile(r"\bto [a-z]")
# Acts that judge what the words before them name: the year is that of what is judged.
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
# What leads from asking, promising or refusing to what is to be done: "agreed to meet", "called for talks".
_AIM = re.compile(r" (?:to|for|of) ")
# "Promised to hold elections in March.": with no other clause between, and nothing behind.
_MONTH_AIM = re.compile(
    r"[\w’'-]+(?: (?!of\b|since\b|when\b|who\b|that\b|during\b)[\w’'-]+){0,6}? (?:to|for) [\w’' -]*"
)
_END = re.compile(r"\W*$|[.,;”]")
# "Suspended until 20 June", "extended the truce to 3 December".
_UNTIL = frozenset({"until", "till"})
_TO = re.compile(r" to $")
# "Granted bail until his hearing on 1 March".
_UNTIL_THEN = re.compile(r" (?:until|till) [^,.;:“”\"]{3,40} on $")
# "Banned exports from 5 March", of February; "from Monday" is as often the last one.
_FROM = re.compile(r" from $")
# What parts a clause's date from its verb: a purpose, a relative, a comma.
_SIDE = re.compile(r"[,;:“”\"]| to (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]{2,}| (?:who|which|that|where)\b")
# Words that tell of the past, whatever stands around them.
_BYGONE = frozenset({"recent", "last", "past", "last few", "past few", "before last"})


def dated(story: Story, finding: Finding, *, status: Status) -> Dating:
    """The event's dating by the words that the network gave it, else by the nearest ones of its clause."""
    pub_date = story.document.pub_date
    expression, before = _chosen(story, finding, status)
    sentence = story.sentence(finding.sentence)
    if expression is None:
        return _without_words(story, finding, status)
    if before:
        return _before(story, finding, expression)
    told = _told(story, finding, expression, status)
    near = _marked(expression, finding) or _NEAR.fullmatch(sentence, finding.end, expression.start)
    if status in _UNDATED and _over(told, pub_date) and not near:
        return timing.default(pub_date, tense="future")
    return timing.default(pub_date) if status == "actual" and _to_come(told, pub_date) else told


def _without_words(story: Story, finding: Finding, status: Status) -> Dating:
    """The day of publication, unless the event is to come, goes on from what happened long before, or is of the life of
    somebody whose birth opens the sentence."""
    sentence, pub_date = story.sentence(finding.sentence), story.document.pub_date
    span, others = (finding.start, finding.end), timing.expressions(sentence)
    if status != "actual" or pub_date is None:
        return timing.default(pub_date, tense="future" if status in _UNDATED else "past")
    before = _history_before(story, finding.sentence) if timing.told_on(sentence, trigger=span) else None
    if before:
        return timing.since_then(others, before)
    born = any(timing.of_fronted(e, sentence, trigger=span) for e in others) and _BORN.match(sentence)
    return Dating() if born else timing.default(pub_date)


def _history_before(story: Story, index: int) -> Dating | None:
    """What the sentence before, or the one before that in the same paragraph, dates to history."""
    for earlier in range(index - 1, max(-1, index - 1 - _SENTENCES), -1):
        if earlier < index - 1 and "\n" in story.document.text[story.spans[earlier][1] : story.spans[index][0]]:
            return None
        sentence = story.sentence(earlier)
        last = timing.told_last(timing.expressions(sentence), sentence)
        if last:
            told = timing.resolve(last, pub_date=story.filed)
            return told if historical(told, story.document.pub_date) else None
    return None


def gone(story: Story, finding: Finding) -> bool:
    """Whether the plain present tells of a day before publication, as a chronicle does: "Aug. 2: Pelosi arrives". A day
    without a year is the last such day where that lies near, and nearer than the next."""
    pub_date = story.filed
    expression, before = _chosen(story, finding, "planned")
    if pub_date is None or expression is None or before or not (expression.point.month and expression.point.day):
        return False
    sentence = story.sentence(finding.sentence)
    tense = timing.tense(sentence, finding.start, finding.end, expression=expression)
    if tense != "present" or _TO.search(sentence, 0, finding.start):
        return False
    last, following = (timing.resolve(expression, pub_date=pub_date, tense=tense) for tense in ("past", "future"))
    if not (last.date_end and following.date_start and _over(last, pub_date)):
        return False
    since = pub_date - date.fromisoformat(last.date_end)
    return last == following or (since <= _LATELY and since < date.fromisoformat(following.date_start) - pub_date)


def marked(story: Story, finding: Finding, *, status: Status) -> bool:
    """Whether the network marked the words that date the event; else rules chose them, or there are none."""
    expression, _ = _chosen(story, finding, status)
    return expression is not None and _marked(expression, finding)


def _marked(expression: timing.DateExpression, finding: Finding) -> bool:
    return any(role.start < expression.end and expression.start < role.end for role in finding.roles["when"])


def _chosen(story: Story, finding: Finding, status: Status) -> tuple[timing.DateExpression | None, bool]:
    """The words that date the event, and whether they set its clause before another event."""
    sentence = story.sentence(finding.sentence)
    expression, given = _expression(story, finding, status), _given(sentence, finding)
    if given and (expression is None or not _own(expression, given, sentence, finding)):
        return given, True
    return expression, False


def _told(story: Story, finding: Finding, expression: timing.DateExpression, status: Status) -> Dating:
    """What the expression says of the event, with the words that lean on it."""
    sentence, pub_date = story.sentence(finding.sentence), story.filed
    span, others = (finding.start, finding.end), timing.expressions(sentence)
    expression = timing.dated_beside(expression, others, sentence)
    expression = timing.without_since(expression, sentence, trigger=span)
    if timing.begun(expression, sentence, trigger=span):
        expression = replace(expression, relation="since")
    tense = _tense(sentence, finding, expression, status)
    if status == "actual" and pub_date and _of_what_is_to_come(sentence, finding, expression, pub_date=pub_date):
        tense = "future"
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
    if status == "hypothetical" and _possible(sentence, finding, expression):
        return "future"
    attribute = 0 <= finding.start - expression.end <= 1
    return "past" if status == "actual" and attribute else tense


def _possible(sentence: str, finding: Finding, expression: timing.DateExpression) -> bool:
    """Whether the words tell when what may come may: right behind the trigger, or at the head of the sentence."""
    near = _NEAR.fullmatch(sentence, finding.end, expression.start) or _AT_HEAD.fullmatch(sentence, 0, expression.start)
    return near is not None and timing.possible(sentence, finding.start, finding.end, expression=expression)


def _of_what_is_to_come(sentence: str, finding: Finding, expression: timing.DateExpression, *, pub_date: date) -> bool:
    """Whether the words tell how long a deed holds, or when what it asks or promises is to be: "called for a strike
    on 5 December" in November. Their day is still to come if its next one is nearer than its last."""
    day = expression.kind == "weekday" or expression.point.day is not None or expression.point.weekday is not None
    between = sentence[finding.start : max(finding.start, expression.start)]
    asked = (day and _AIM.search(between)) or (
        finding.event_type != "REJECT" and _of_a_month(sentence, expression, between)
    )
    aim = _aiming(finding.event_type) and asked
    if expression.start < finding.end or not (aim or _bounds(sentence, finding, expression)):
        return False
    last, following = (timing.resolve(expression, pub_date=pub_date, tense=tense) for tense in ("past", "future"))
    if last.date_end is None or following.date_start is None:
        return False
    return date.fromisoformat(following.date_start) - pub_date < pub_date - date.fromisoformat(last.date_end)


def _of_a_month(sentence: str, expression: timing.DateExpression, between: str) -> bool:
    """Whether the month ends what is asked or promised: "promised to hold elections in March"."""
    return bool(expression.point.month and _MONTH_AIM.fullmatch(between) and _END.match(sentence, expression.end))


def _bounds(sentence: str, finding: Finding, expression: timing.DateExpression) -> bool:
    """Whether the words, behind the trigger, tell until when or from which date what is decreed holds."""
    until = expression.relation in _UNTIL or _TO.search(sentence, finding.end, expression.start)
    until = until or _UNTIL_THEN.search(sentence, finding.end, expression.start)
    return bool(until or (expression.point.day and _FROM.search(sentence, finding.end, expression.start)))


def _own(expression: timing.DateExpression, given: timing.DateExpression, sentence: str, finding: Finding) -> bool:
    """Whether the trigger's clause, which "a day after" opens, has a date of its own: "… he was held in May"."""
    return expression.start > given.start and not _SIDE.search(
        sentence, finding.end, max(finding.end, expression.start)
    )


def _told_before(story: Story, finding: Finding, expression: timing.DateExpression) -> Dating | None:
    """The dating that "the next day" and "that year" count from; no other expression asks for it."""
    at = story.spans[finding.sentence][0] + expression.start
    return timing.anchor(story.document.text, at, pub_date=story.filed, leaning=expression)


def _to_come(dating: Dating, pub_date: date | None) -> bool:
    """What happened cannot lie after the article: "promised to end it by 2030" dates the end, not the promise."""
    return bool(pub_date and dating.date_start and date.fromisoformat(dating.date_start) > pub_date)


def _over(dating: Dating, pub_date: date | None) -> bool:
    """What is planned or only might be is not of days gone by: "would attack, he warned last month"."""
    return bool(pub_date and dating.date_end and date.fromisoformat(dating.date_end) < pub_date)


def _expression(story: Story, finding: Finding, status: Status) -> timing.DateExpression | None:
    """The date expression that is the event's: of those that the network marked, the one attached most closely; that
    of the dateline where there is no other."""
    sentence, (begin, end) = story.sentence(finding.sentence), story.spans[finding.sentence]
    head = behind_dateline(story.document.text, begin, end) - begin
    told = [e for e in timing.expressions(sentence) if e.start >= head] or timing.expressions(sentence)
    found = [e for e in told if not timing.leans(e) and _fits(e, sentence, finding, status)]
    given = [e for e in found if _marked(e, finding)]
    span = {"trigger_start": finding.start, "trigger_end": finding.end}
    nearest = timing.attach(found, sentence, **span)
    if nearest and (counted := _counted(found, nearest, sentence, finding)):
        return counted
    attached = timing.attach(given, sentence, **span) if given else nearest
    return attached or next((e for e in given if not _of_another(e, sentence, finding)), None)


def _counted(
    found: Sequence[timing.DateExpression], nearest: timing.DateExpression, sentence: str, finding: Finding
) -> timing.DateExpression | None:
    """The words that count from a day told before ("the next day"): where they are the nearest, or in the trigger's
    clause with the nearest before it: "seized power on Monday and arrested the king and his sons the next day"."""
    counting = [e for e in found if e.kind == "anchored" and e.turn in _COUNTED]
    if nearest in counting:
        return nearest
    if nearest.end > finding.start:
        return None
    behind = (e for e in counting if e.start >= finding.end and not _SIDE.search(sentence, finding.end, e.start))
    return next(behind, None)


def _of_another(expression: timing.DateExpression, sentence: str, finding: Finding) -> bool:
    """Whether the date is that of another event, behind the trigger: "condemned Sunday's raid"."""
    span = (finding.start, finding.end)
    if expression.start < finding.end:
        return False
    return timing.of_another(expression, sentence, trigger=span) or timing.of_accused(
        expression, sentence, trigger=span
    )


def _lasts(expression: timing.DateExpression) -> bool:
    """ "Killed fifty in three days", "fell within hours": of what is past it tells how long it took."""
    within = expression.kind == "recent" and expression.which == "within"
    return within or (expression.kind == "ahead" and expression.text.lower().startswith(("in ", "within ")))


def _bygone(expression: timing.DateExpression) -> bool:
    return expression.kind == "ago" or expression.which in _BYGONE


def _beside(expression: timing.DateExpression, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the date is that of a clause beside the one that tells what happened."""
    if not _bygone(expression) and timing.of_what_comes(expression, sentence, trigger=span):
        return True
    return timing.of_past(expression, sentence, trigger=span) or timing.of_next(expression, sentence, trigger=span)


def _of_noun(expression: timing.DateExpression, sentence: str, finding: Finding) -> bool:
    """Whether a bare year is a noun's alone; where the network marked it, only of what is judged or still holds."""
    span = (finding.start, finding.end)
    if timing.of_pact(expression, sentence, trigger=span):
        return True
    judged = finding.event_type in _JUDGING or not _marked(expression, finding)
    return judged and timing.of_subject(expression, sentence, trigger=span)


def _fits(expression: timing.DateExpression, sentence: str, finding: Finding, status: Status) -> bool:
    """Whether the words can date such an event: no plan is of last month, nor of the day on which it is announced, no
    deed of the day "by" which something else is to be done ("agreed to reopen the crossing by May")."""
    span = (finding.start, finding.end)
    if any(rule(expression, sentence, trigger=span) for rule in _ANOTHERS) or _of_noun(expression, sentence, finding):
        return False
    if status == "actual" and (_lasts(expression) or _beside(expression, sentence, span)):
        return False
    if status == "actual" and timing.before_judging(expression, sentence, trigger=span):
        return False
    if status == "actual" and timing.before_aim(expression, sentence, trigger=span):
        return False
    if status == "planned" and timing.of_decree(expression, sentence, trigger=span):
        return False
    if status != "actual" and timing.behind_telling(expression, sentence, trigger=span):
        return False
    if status in _UNDATED and timing.before_telling(expression, sentence, trigger=span):
        return False
    if status == "planned":
        return not (_bygone(expression) or expression.side in ("earlier", "so far"))
    between = sentence[finding.start if status == "actual" else finding.end : max(finding.end, expression.start)]
    deadline = expression.start >= finding.end and _aiming(finding.event_type)
    return not (expression.relation == "by" and (deadline or _PURPOSE.search(between)))


def _given(sentence: str, finding: Finding) -> timing.DateExpression | None:
    """The words that set the trigger's clause before another event: "five years after the army invaded, …"."""
    plain = undotted(sentence)
    for expression in timing.expressions(sentence):
        between = plain[expression.end : max(expression.end, finding.start)]
        if timing.leans(expression) and expression.turn == "after" and expression.end <= finding.start:
            near = len(between) <= _REACH and not _MAIN.match(between)
            lasts = _FOR.search(plain, 0, expression.start)
            return expression if near and not lasts and _CLAUSE.fullmatch(between) else None
    return None


def _before(story: Story, finding: Finding, given: timing.DateExpression) -> Dating:
    """So long before the day of the main clause: its own words right before, else the publication day."""
    sentence, pub_date = story.sentence(finding.sentence), story.filed
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


def _aiming(event_type: str) -> bool:
    """Whether an act asks for, promises or refuses what is to be done: speech that judges nothing."""
    return event_type in speech_acts() - _JUDGING
