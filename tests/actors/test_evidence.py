"""Why a party is who it is: the rule in plain words, the words that it was linked to, and their sentence."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.evidence import RULES, Evidence, evidence, linked
from dragoman.event import Words

MEETING = (
    "Xi Jinping, China's president, met Vladimir Putin in Astana on Thursday. "
    "He praised the Russian leader. The two leaders signed a pact. "
    "His government called the pact historic, and Moscow agreed."
)
STRIKE = "Hezbollah fired rockets at Haifa on Monday. The group said it was an answer. Its fighters fled."
ARREST = "Turkish police arrested Talin Oberek, a British judge, in Didim. She was held for a night."


def found(text: str, words: str) -> list[Evidence]:
    spans, at = [], 0
    for part in text.split(". "):
        spans.append((at, min(len(text), at + len(part) + 1)))
        at += len(part) + 2
    cast, start = Cast(text, spans, pub_date=date(2022, 9, 16)), text.index(words)
    links = [(party, cast.links) for party in cast.parties(start, start + len(words))]
    told = [(party, linked(known, party)) for party, known in links]
    return [evidence(cast, party, link) for party, link in told if link]


@pytest.mark.parametrize(
    ("text", "words", "rule", "antecedent"),
    [
        (MEETING, "Vladimir Putin", "named so here", None),
        (MEETING, "the Russian leader", "who held the office by the tables: president", None),
        (MEETING, "Moscow", "named so here: the seat of a government stands for it", None),
        (MEETING, "He", "the person named before", "Xi Jinping"),
        (STRIKE, "The group", "the body named before", "Hezbollah"),
        (STRIKE, "Its fighters", "of the likeliest country named around", "Hezbollah"),
        (
            "Kenya's army met Chad. The army fled.",
            "The army",
            "of the one country whose like the text has named",
            "Kenya",
        ),
        (ARREST, "Turkish police", "named so here", None),
        (ARREST, "Talin Oberek", "of the nationality told beside this name", None),
        (ARREST, "She", "the person named before", "Talin Oberek"),
    ],
)
def test_the_rule_and_the_words(text: str, words: str, rule: str, antecedent: str | None) -> None:
    (told,) = found(text, words)
    assert told.rule == rule
    assert (told.words.text if told.words else None) == antecedent


def test_two_leaders_are_those_named_last() -> None:
    assert [one.told for one in found(MEETING, "The two leaders")] == [
        "one of those named last before: “Xi Jinping”, sentence 1",
        "one of those named last before: “Vladimir Putin”, sentence 1",
    ]


def test_the_ranker_tells_how_sure_it_is() -> None:
    (he,) = found(f"That day {MEETING}", "He")
    assert he.chance is not None
    assert 0.2 < he.chance <= 1.0
    assert he.told == f"the person named before: “Xi Jinping”, sentence 1; country {he.chance:.2f}"
    assert found(MEETING, "Vladimir Putin")[0].chance is None


def test_words_that_only_name_the_country_are_not_the_party() -> None:
    told = Evidence("of the likeliest country named around", Words("Kenya", 0, 5), 3, meant=False, chance=0.771)
    assert told.told == "of the likeliest country named around, 0.77; last named of that country: “Kenya”, sentence 4"
    assert Evidence("named so here").told == "named so here"


def test_rules_are_told_in_words() -> None:
    assert all(" " in told and told.islower() for told in RULES.values())
