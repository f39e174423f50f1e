"""Dating: the table (dated.csv); own words give the day, the tense decides which, without words publication does.

The table's `status` is that of the trigger's event.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from coding.findings import finding
from dragoman.coding.story import Story
from dragoman.coding.timing.dating import dated, gone, historical
from dragoman.document import Document
from dragoman.event import Dating, Status

PUBLISHED = date(2024, 6, 21)  # a Friday
STATUSES: tuple[Status, ...] = ("actual", "planned", "hypothetical", "negated")
with (Path(__file__).parent / "dated.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


def day(
    sentence: str, trigger: str, *, when: str = "", status: Status = "actual", pub: date | None = PUBLISHED
) -> Dating:
    story = Story.of(Document("d", sentence, pub_date=pub))
    found = finding(sentence, trigger, status=status, when=[when] if when else [])
    return dated(story, found, status=status)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['trigger']}: {case['sentence']}")
def test_a_dating_of_the_table(case: dict[str, str]) -> None:
    pub = date.fromisoformat(case["pub_date"]) if case["pub_date"] else None
    status = next(name for name in STATUSES if name == case["status"])
    found = day(case["sentence"], case["trigger"], status=status, pub=pub)
    told = (found.date_start or "", found.date_end or "", found.date_precision or "")
    assert told == (case["start"], case["end"], case["precision"])


@pytest.mark.parametrize(
    ("sentence", "trigger", "when", "start"),
    [
        ("Police arrested two men on Tuesday.", "arrested", "", "2024-06-18"),
        ("Police arrested two men.", "arrested", "", "2024-06-21"),
        ("Togo is leaving the 2015 trade deal.", "leaving", "2015", "2024-06-21"),
        # what the network marks is not the trigger's where it is another event's behind it
        ("Benin condemned Tuesday's raid.", "condemned", "Tuesday", "2024-06-21"),
        ("Workers boycotted Tuesday's session.", "boycotted", "Tuesday", "2024-06-18"),
        ("The court freed him until his hearing on 1 July.", "freed", "1 July", "2024-06-21"),
        ("LAGOS, June 20 (Reuters) - The king on Thursday denounced a raid.", "raid", "June 20", "2024-06-21"),
        ("Rebels shelled Minova in March and left in May.", "shelled", "in March", "2024-03-01"),
        ("Rebels shelled Minova in March and left in May.", "left", "in May", "2024-05-01"),
        ("The army invaded in 2003.", "invaded", "", "2003-01-01"),
        ("Both signed a pact to reopen the crossing by March.", "signed", "March", "2024-06-21"),
        ("By March rebels had taken the town.", "taken", "March", "2024-03-01"),
        ("Gunmen killed ten on June 3 and police arrested a man a day later.", "arrested", "June 3", "2024-06-04"),
        ("Gunmen killed ten on June 3 and police arrested a man a day later.", "killed", "June 3", "2024-06-03"),
    ],
)
def test_the_words_that_are_the_events_own(sentence: str, trigger: str, when: str, start: str) -> None:
    assert day(sentence, trigger, when=when).date_start == start


def test_a_plan_on_a_weekday_is_the_next_one() -> None:
    sentence = "The ministers will meet on Tuesday."
    assert day(sentence, "meet", status="planned").date_start == "2024-06-25"


def test_a_plan_without_a_day_has_none() -> None:
    assert day("The ministers plan to meet.", "meet", status="planned").date_start is None


def test_what_only_might_happen_has_no_day_of_its_own_either() -> None:
    assert day("The ministers could meet.", "meet", status="hypothetical").date_start is None
    assert day("The ministers could meet on Tuesday.", "meet", status="hypothetical").date_start is not None
    assert day("The ministers did not meet.", "meet", status="negated").date_start == "2024-06-21"


def test_without_a_publication_date_relative_words_stay_undated() -> None:
    found = day("Police arrested two men on Tuesday.", "arrested", pub=None)
    assert (found.date_start, found.date_text) == (None, "Tuesday")


@pytest.mark.parametrize(("end", "expected"), [("2023-06-20", True), ("2023-06-22", False), (None, False)])
def test_history_is_what_ended_over_a_year_before_publication(end: str | None, expected: bool) -> None:
    assert historical(Dating(date_start=end, date_end=end), PUBLISHED) is expected


def test_nothing_is_history_without_a_publication_date() -> None:
    assert not historical(Dating(date_start="1914-07-28", date_end="1914-07-28"), None)


@pytest.mark.parametrize(
    ("sentence", "trigger", "start", "precision"),
    [
        ("Five years after Chad invaded the north, all that remains is a fort.", "invaded", "2019-01-01", "year"),
        ("The march came a day after Chad said it would strike.", "said", "2024-06-20", "day"),
        ("On Monday, three days after Chad and the leader, Ali Noor, spoke, Kenya left.", "spoke", "2024-06-14", "day"),
        ("Chad shut its border on Monday, two days after gunmen attacked a post.", "attacked", "2024-06-15", "day"),
        ("He was jailed for five years after Chad invaded the north.", "invaded", "2024-06-21", "day"),
        ("Five years after Chad invaded the north, rebels shelled the fort.", "shelled", "2024-06-21", "day"),
    ],
)
def test_what_another_event_follows_lies_so_long_before_it(
    sentence: str, trigger: str, start: str | None, precision: str | None
) -> None:
    found = day(sentence, trigger)
    assert (found.date_start, found.date_precision) == (start, precision)


def test_without_a_publication_date_a_clause_before_another_event_stays_undated() -> None:
    found = day("Five years after Chad invaded the north, a fort remains.", "invaded", pub=None)
    assert (found.date_start, found.date_text) == (None, "Five years after")


def test_what_happened_does_not_lie_after_the_article() -> None:
    sentence = "Members promised to end the abuse by 2030."
    promised = day(sentence, "promised", when="by 2030")
    assert (promised.date_start, promised.date_basis) == ("2024-06-21", "publication")
    assert day(sentence, "end", when="by 2030", status="planned").date_start == "2030-01-01"


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "start", "end"),
    [
        ("Police shot him two days after Sunday's vote.", "shot", "actual", "2024-06-18", "2024-06-18"),
        ("The truce agreed last Friday collapsed on Thursday.", "collapsed", "actual", "2024-06-20", "2024-06-20"),
        ("The bombs killed fifty in three days.", "killed", "actual", "2024-06-21", "2024-06-21"),
        ("He fled in July 2021 and came back the following March.", "came back", "actual", "2022-03-01", "2022-03-31"),
        ("He was jailed in May and goes on trial on July 8.", "trial", "planned", "2024-07-08", "2024-07-08"),
        ("On the eve of Sunday's vote, police shot him.", "shot", "actual", "2024-06-15", "2024-06-15"),
        ("Two days after Sunday's vote, police shot him.", "shot", "actual", "2024-06-18", "2024-06-18"),
        ("They have jailed thirty men since the coup of 2021.", "jailed", "actual", "2021-01-01", "2024-06-21"),
        ("They met on 7 August 1998 and parted on 20 August.", "parted", "actual", "1998-08-20", "1998-08-20"),
        ("Chad left a day after Kenya began an offensive to win what it lost in 1990.", "offensive", "actual",
         "2024-06-20", "2024-06-20"),
        ("The court would rule on the 4 May attack.", "attack", "actual", "2024-05-04", "2024-05-04"),
        ("He announced earlier this month that it would build a wall.", "build", "planned", None, None),
        ("The mayor, who was jailed last year, attacked the court.", "attacked", "actual", "2024-06-21", "2024-06-21"),
        ("In mid-March, when rebels took the port, trade stopped.", "took", "actual", "2024-03-11", "2024-03-20"),
        ("The truce that began on 3 May has ended.", "truce", "actual", "2024-05-03", "2024-05-03"),
    ],
)  # fmt: skip
def test_words_that_lean_on_others(
    sentence: str, trigger: str, status: Status, start: str | None, end: str | None
) -> None:
    found = day(sentence, trigger, status=status)
    assert (found.date_start, found.date_end) == (start, end)


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "start"),
    [
        ("Chad has suspended the paper until June 28.", "suspended", "COERCE", "2024-06-21"),
        ("Rebels held ten men until June 3.", "held", "ASSAULT", "2024-06-03"),
        ("The two armies extended the truce to July 3.", "extended", "AGREE", "2024-06-21"),
        ("Unions called for a strike on July 5.", "called for", "REQUEST", "2024-06-21"),
        ("Unions called for a strike on June 5.", "called for", "REQUEST", "2024-06-05"),
        ("Chad agreed to meet the rebels on Monday.", "agreed", "AGREE", "2024-06-21"),
        ("Chad agreed to meet the rebels on Wednesday.", "agreed", "AGREE", "2024-06-19"),
        ("On Monday Chad agreed to meet the rebels.", "agreed", "AGREE", "2024-06-17"),
        ("Chad called on Monday on the rebels to disarm.", "called", "REQUEST", "2024-06-17"),
        ("Chad promised to hold elections in July.", "promised", "AGREE", "2024-06-21"),
        ("Chad invited the king to Paris in early August.", "invited", "REQUEST", "2024-06-21"),
        ("Unions called for a strike in May.", "called for", "REQUEST", "2024-05-01"),
        ("Unions called in July for a strike.", "called", "REQUEST", "2023-07-01"),
        ("Unions demanded the return of order by March.", "demanded", "REQUEST", "2024-06-21"),
        ("Rebels had shelled the port by March.", "shelled", "ASSAULT", "2024-03-01"),
        ("Chad promised to hold elections in July after talks.", "promised", "AGREE", "2023-07-01"),
        ("Chad has threatened to strike since the army left in July.", "threatened", "THREATEN", "2023-07-01"),
        ("Chad refused to meet the king in July.", "refused", "REJECT", "2023-07-01"),
        ("Chad met the king in July.", "met", "CONSULT", "2023-07-01"),
        ("Police arrested ten people on July 5.", "arrested", "COERCE", "2023-07-05"),
    ],
)
def test_the_day_until_when_or_of_what_is_asked_is_not_that_of_the_act(
    sentence: str, trigger: str, kind: str, start: str
) -> None:
    story = Story.of(Document("d", sentence, pub_date=PUBLISHED))
    assert dated(story, finding(sentence, trigger, kind=kind), status="actual").date_start == start


@pytest.mark.parametrize(
    ("sentence", "trigger", "start"),
    [
        ("The council will meet on Monday to discuss the plan, which Chad opposes.", "opposes", "2024-06-21"),
        ("The council met on Monday to discuss the plan, which Chad opposed.", "opposed", "2024-06-17"),
        ("They will vote on the sanctions of last week, which Chad imposed.", "imposed", "2024-06-10"),
        ("The bloc fined Niger days after the coup and has threatened to invade.", "threatened", "2024-06-21"),
        ("The bloc fined Niger days after the coup and has threatened to invade.", "fined", "2024-06-21"),
        ("The truce fell days after the army and the rebels had fought.", "fought", "2024-06-15"),
    ],
)
def test_a_day_of_another_clause(sentence: str, trigger: str, start: str) -> None:
    assert day(sentence, trigger).date_start == start


@pytest.mark.parametrize(
    ("sentence", "trigger", "past"),
    [
        ("Chad's king arrives in Lima on June 18.", "arrives", True),
        ("June 18 - Chad's king arrives in Lima.", "arrives", True),
        ("June 18: Chad's king arrives in Lima.", "arrives", True),
        ("Nov. 7, 2015 - The kings meet in Lima.", "meet", True),
        ("Chad's king arrives in Lima on June 24.", "arrives", False),
        ("Chad's king arrives in Lima on January 18.", "arrives", False),
        ("Chad's king arrives in Lima on Tuesday.", "arrives", False),
        ("June 18 - Chad's king will arrive in Lima.", "arrive", False),
        ("June 18 - Chad's king to visit Lima.", "visit", False),
        ("Chad's king arrives in Lima.", "arrives", False),
    ],
)
def test_the_plain_present_tells_of_days_gone_by(sentence: str, trigger: str, *, past: bool) -> None:
    story = Story.of(Document("d", sentence, pub_date=PUBLISHED))
    assert gone(story, finding(sentence, trigger, kind="CONSULT", status="planned")) is past
    assert not gone(Story.of(Document("d", sentence)), finding(sentence, trigger, kind="CONSULT"))


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        (
            "Chad declared war in July 1914. Within weeks its troops invaded Togo.",
            "invaded",
            "1914-07-01",
            "1914-08-28",
        ),
        ("In 1921 Koffi became king. Chad had promised a vote.", "promised", None, None),
        ("In 1921 Koffi became king. He ruled alone. Later he jailed ten men.", "jailed", None, None),
        ("In 1921 Koffi became king.\n\nLater he jailed ten men.", "jailed", None, None),
        ("In 1921 Koffi became king. He ruled.\n\nLater he jailed ten men.", "jailed", "2024-06-21", "2024-06-21"),
        ("In 1921 Koffi became king. Chad condemned it.", "condemned", "2024-06-21", "2024-06-21"),
        ("In May rebels took Minova. They later shelled Goma.", "shelled", "2024-06-21", "2024-06-21"),
        ("Koffi, elected in 2012, met the king. He later condemned it.", "condemned", "2024-06-21", "2024-06-21"),
        ("Born in Lima in 1960, Koffi joined the rising.", "joined", None, None),
        ("Elected in 2016, Koffi joined the rising.", "joined", "2024-06-21", "2024-06-21"),
    ],
)
def test_history_told_on_is_not_of_the_day_of_publication(
    text: str, trigger: str, start: str | None, end: str | None
) -> None:
    story = Story.of(Document("d", text, pub_date=PUBLISHED))
    last = len(story.spans) - 1
    told = dated(story, finding(story.sentence(last), trigger, index=last), status="actual")
    assert (told.date_start, told.date_end) == (start, end)
