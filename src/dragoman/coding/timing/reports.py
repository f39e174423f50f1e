"""Days of who tells, bids or judges: "will leave, the army said on Thursday", "condemned on Monday the killing of ten".

In: a date expression, its sentence, a trigger. Out: whether the day is that of the telling and not the trigger's own.
"""

import re
from functools import cache

from dragoman.actors.names.matching import undotted
from dragoman.coding.timing.clauses import words
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.tense import cues

# What stands between the verb and the date: "said late on", "announced earlier".
_NEAR = r"(?: (?:late|early|earlier|on|in|at)){0,2}"
# "Said in Cairo on", "said in an interview with the radio on".
_WHERE = r"(?: in (?!order\b)[\w’'-]+(?: (?!to\b|that\b)[\w’'-]+){0,4}?)?"
# "Told reporters on Monday", but not "told to leave on Monday".
_HEARERS = r"(?: (?!to\b)[\w’'-]+){0,4}?"
# "Told the German chancellor, Olaf Scholz, in Cairo on".
_NAMED_HEARERS = r"(?:,? (?!to\b|that\b)[\w’'-]+,?){0,8}?"
# "Said Monday's talks would resume": the day is the talks'.
_GENITIVE = re.compile(r"[’']")
_TO = re.compile(r",? to \w")
# Nobody has told or bidden on a day that is still to come.
_AHEAD = frozenset({"next", "coming", "next few", "within"})
_BOUNDS = frozenset({"by", "until", "till", "from"})
# Units whose day is near publication, which the deed is dated by instead.
_DAYS = frozenset({"weekday", "deictic"})
# What joins a deed to the verb that judges it: "claimed responsibility for", "accused Chad of".
_OBJECT = re.compile(r" (?:of|for|over|with|to|against) ")
# Besides relatives and causes, what opens another clause.
_JOINING = ("that", "and", "but", "then", "after", "before", "as", "when", "while", "if")
# Before a day amid a clause, and from it to what gave cause: "a decision by Wednesday on a response to the raid".
_MIDST = re.compile(r"[\w’'] $")
_ABOUT = re.compile(r" (?:on|about|over|regarding) ")
# How far before the date its verb stands, in characters.
_REACH = 80


def behind_telling(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date stands right behind a verb of telling, which is not the trigger ("will be told on Monday")."""
    plain = undotted(text)
    if _to_come(expression) or _GENITIVE.match(plain, expression.end):
        return False
    told = _telling().search(plain, max(0, expression.start - _REACH), expression.start)
    if told is None or trigger[0] <= told.start() < trigger[1]:
        return False
    return told.lastgroup != "bidding" or _TO.match(plain, expression.end) is not None


def before_telling(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the verb of telling stands between the date and the trigger: "on Monday the ministry said it would"."""
    if _to_come(expression) or expression.end > trigger[0]:
        return False
    between = undotted(text)[expression.end : trigger[0]]
    return bool(_said().search(between) or cues().bidding.search(between))


def before_judging(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the day is that on which the deed is judged or claimed: "claimed responsibility on Monday for a raid"."""
    if expression.end > trigger[0] or expression.kind not in _DAYS or _GENITIVE.match(text, expression.end):
        return False
    if _past().match(text, trigger[0]):
        return False
    head = undotted(text)[: trigger[0]]
    for judging in _judging().finditer(head, max(0, expression.start - _REACH)):
        before, rest = head[judging.end() : expression.start], head[max(judging.end(), expression.end) :]
        if not _OBJECT.search(before) and _one_clause().fullmatch(before + rest):
            return True
    return False


def before_aim(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether it is the day by which something is to be done, to which the trigger, a noun behind it, gave cause:
    "promised a decision by Wednesday on the raid"; not "had by Wednesday taken", nor "By Wednesday, protests …"."""
    if expression.relation != "by" or expression.end > trigger[0] or _past().match(text, trigger[0]):
        return False
    return _MIDST.search(text, 0, expression.start) is not None and _ABOUT.match(text, expression.end) is not None


def of_decree(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether it is the day on which was passed what provides for a deed to come: "under a decree issued on Monday,
    they will be deported", "the law, passed on Monday, will ban"."""
    if expression.end > trigger[0] or not text.startswith(",", expression.end):
        return False
    passed = _passed().search(undotted(text), max(0, expression.start - _REACH), expression.start)
    return passed is not None and passed["participle"] not in words()["lasting"]


def _to_come(expression: DateExpression) -> bool:
    """Whether the words tell of no day on which anything has been told."""
    return expression.kind == "ahead" or expression.which in _AHEAD or expression.relation in _BOUNDS


@cache
def _telling() -> re.Pattern[str]:
    """A verb of telling right before a date; "be told" and "will be announced" are still to come."""
    reporting = "|".join(words()["reporting"])
    return re.compile(
        rf"(?<!\bbe )\b(?:(?:{reporting}|{cues().saying.pattern}){_WHERE}{_NEAR}|told{_NAMED_HEARERS}{_NEAR}"
        rf"|(?P<bidding>{cues().bids.pattern}{_HEARERS}{_NEAR})) $"
    )


@cache
def _passed() -> re.Pattern[str]:
    """A participle behind the law or the deal that it tells of, and the way from it to a date."""
    return re.compile(
        rf"(?:^|, )(?:(?:Under|under|With|with|In|in) (?:the|an?|its|his|her|their)(?: [\w’'-]+){{1,4}} |)"
        rf"(?P<participle>[a-z]{{2,14}}ed|{'|'.join(words()['participles'])})(?: by [^,;]{{1,50}}?)?{_NEAR} $"
    )


@cache
def _said() -> re.Pattern[str]:
    """A verb of saying in the main clause: not "the army, which said", nor "on Monday, the army said, it will"."""
    return re.compile(rf"(?<!\bwho )(?<!\bwhich )(?<!\bthe )(?:{cues().saying.pattern})(?!,)")


@cache
def _judging() -> re.Pattern[str]:
    judging = {*words()["judging"], *words()["accusing"], *words()["blaming"]} - {*words()["naming"]}
    return re.compile(rf"(?<!\bthe )(?<!\ba )\b(?:{'|'.join(sorted(judging))})\b")


@cache
def _one_clause() -> re.Pattern[str]:
    """Words between which no clause opens."""
    opening = "|".join(words()["relatives"] + words()["causes"] + _JOINING)
    return re.compile(rf"(?:(?!\b(?:{opening})\b)[^,;:.–—“”])*")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"(?:[a-z]{{2,14}}ed|{'|'.join(words()['pasts'])})\b")
