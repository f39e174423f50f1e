"""Why: each reading with what was weighed and, for each field of its event, what gave it."""

from dataclasses import replace
from datetime import date

import pytest

from coding.findings import finding
from dragoman.coding.coder import Coder
from dragoman.coding.explaining import VERDICTS, Explanation, Whether, explained
from dragoman.coding.settling import settle
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding
from dragoman.coding.triggers.selecting import Decision, Reading
from dragoman.document import Document
from dragoman.models import network

TALKS = (
    "Russian President Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday. He praised the North Korean leader. "
    "The two leaders agreed to help each other. Kenya will not send troops, officials said."
)


@pytest.fixture(name="coder", scope="module")
def _coder() -> Coder:
    return Coder()


@pytest.fixture(name="talks", scope="module")
def _talks(coder: Coder) -> list[Explanation]:
    return coder.explain(Document("d", TALKS, pub_date=date(2024, 6, 21)))


def one(told: list[Explanation], kind: str) -> Explanation:
    return next(each for each in told if each.event and each.event.event_type == kind)


def by_hand(text: str, *findings: Finding, day: date = date(2024, 6, 21)) -> list[Explanation]:
    """Findings of one text settled and explained, without the network's own."""
    story = Story.of(Document("d", text, pub_date=day))
    labels = network(None).labels
    events = [settle(story, each, labels, coder="c") for each in findings]
    readings = [Reading(Decision(f, "kept"), event) for f, event in zip(findings, events, strict=True)]
    return explained(story, readings, types=labels.types[1:])


def test_every_reading_is_explained_by_the_same_events(coder: Coder, talks: list[Explanation]) -> None:
    readings = coder.readings(Document("d", TALKS, pub_date=date(2024, 6, 21)))
    assert [each.event for each in talks] == [each.event for each in readings]
    assert [each.trigger.text for each in talks if each.event] == [r.event.trigger.text for r in readings if r.event]
    assert {each.verdict for each in talks} <= set(VERDICTS)


def test_what_was_weighed(talks: list[Explanation]) -> None:
    met = one(talks, "CONSULT")
    assert (met.types[0].name, met.trigger.text, met.sentence_index) == ("CONSULT", "met", 0)
    assert len(met.types) == 16
    for role in met.roles:
        assert TALKS[role.words.start : role.words.end] == role.words.text
        assert (role.chance > 0.2, role.rule) == (True, "")


def test_each_party_has_its_link(talks: list[Explanation]) -> None:
    (he, leader) = one(talks, "SUPPORT").parties
    assert (he.side, he.party.name, he.why.rule) == ("actor", "Vladimir Putin", "the person named before")
    assert he.why.words
    assert TALKS[he.why.words.start : he.why.words.end] == he.why.words.text == "Vladimir Putin"
    assert (he.why.sentence, leader.why.told) == (0, "who held the office by the tables: supreme leader")
    assert [who.why.rule for who in one(talks, "AGREE").parties] == ["one of those named last before"] * 2


def test_when_where_whether_and_who_says_so(talks: list[Explanation]) -> None:
    met, troops = one(talks, "CONSULT"), one(talks, "MOBILIZE")
    assert met.when
    assert met.where
    assert met.voiced
    assert (met.when.by, met.when.told.split(":")[0]) == ("network", "“Wednesday”, marked by the network")
    assert met.where.told == "“Pyongyang”, marked by the network: a place of the gazetteer"
    assert met.voiced.told == "the author: neither rules nor network find a source"
    assert troops.whether
    assert troops.voiced
    assert troops.whether.cue
    assert TALKS[troops.whether.cue.start : troops.whether.cue.end] == "not"
    assert troops.whether.told == "“not”, by rules alone"
    assert troops.voiced.told.startswith("heard by rules at “said”")
    assert troops.when
    assert (troops.when.by, troops.when.told) == ("", "no words tell the day: the day of publication")


@pytest.mark.parametrize(
    ("whether", "told"),
    [
        (Whether("actual", None, 0.98, "actual", weighed=True), "no words say otherwise, by rules, wording"),
        (Whether("planned", None, 0.81, "actual", weighed=True), "wording and network against the rules, which say"),
        (Whether("actual", None, 1.0, "actual", weighed=False), "by rules alone"),
    ],
)  # fmt: skip
def test_who_decided_the_status(whether: Whether, told: str) -> None:
    assert whether.told.startswith(told)


def test_words_that_rules_chose() -> None:
    text = "Kenyan troops fled Mali on Tuesday. Police in Kisumu held four people."
    fled, held = by_hand(
        text,
        finding(text[:35], "fled", kind="RETREAT", actor="Kenyan troops"),
        finding(text[36:], "held", kind="COERCE", actor="Police", index=1, recipient="four people"),
    )
    assert fled.when
    assert (fled.when.by, fled.when.dating.date_start) == ("rules", "2024-06-18")
    assert held.where
    assert held.where.told == "“Kisumu”, chosen by rules: a place of the gazetteer"


def test_a_source_that_only_the_network_marks() -> None:
    text = "Kenyan troops shelled a village in Uganda, sources in Kampala."
    shelled = finding(
        text, "shelled", actor="Kenyan troops", recipient="a village in Uganda", said_by="sources in Kampala"
    )
    (told,) = by_hand(text, replace(shelled, voice_chance=0.99))
    assert told.voiced
    assert told.voiced.hearing.by == "network"
    assert told.voiced.told.startswith("marked by the network: weighed")


def test_whose_act_it_is_is_its_own_speech() -> None:
    text = "Kenya accused Uganda of murder, Kenya said."
    (told,) = by_hand(text, finding(text, "accused", kind="ACCUSE", actor="Kenya", recipient="Uganda"))
    assert told.voiced
    assert told.event
    assert told.event.said_by is None
    assert told.voiced.told.startswith("the author: “Kenya”")


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "rule"),
    [
        ("Ghana accused its ally of murder.", "Ghana", "its ally", "of no one country"),
        ("Chad and Niger accused their citizens.", "Chad and Niger", "their citizens", "of no one country"),
    ],
)
def test_who_acts_tells_who_is_acted_on(text: str, actor: str, recipient: str, rule: str) -> None:
    (told,) = by_hand(text, finding(text, "accused", kind="ACCUSE", actor=actor, recipient=recipient))
    (whom,) = [who for who in told.parties if who.side == "recipient"]
    assert (whom.party.country, whom.why.rule.partition(":")[0]) == ("", rule)


@pytest.mark.parametrize(
    ("text", "word", "changed", "why"),
    [
        (
            "Yoweri Museveni met William Ruto. Ruto praised him.", "him", {"name": "William Ruto", "country": "KEN"},
            "not who acts: the person named last before them: “Ruto”, sentence 2",
        ),
        (
            "Kenya thanked Ghana. Uganda praised it.", "it", {"name": "it"},
            "not who acts: no more is known than the country",
        ),
    ],
)  # fmt: skip
def test_somebody_else_than_who_acts(text: str, word: str, changed: dict[str, str], why: str) -> None:
    second = text.partition(". ")[2]
    act = finding(second, "praised", kind="SUPPORT", actor=second.split()[0], recipient=word, index=1)
    (plain,) = by_hand(text, act)
    assert plain.event
    (whom,) = plain.event.recipients
    story = Story.of(Document("d", text, pub_date=date(2024, 6, 21)))
    story.cast.parties(whom.start, whom.end)
    reading = Reading(Decision(act, "kept"), replace(plain.event, actors=(), recipients=(replace(whom, **changed),)))
    (told,) = explained(story, [reading], types=network(None).labels.types[1:])
    assert [who.why.told for who in told.parties] == [why]


def test_a_rule_that_fills_a_role_is_named(coder: Coder) -> None:
    told = coder.explain(Document("d", "Rwanda's incursion into Congo angered Uganda.", pub_date=date(2024, 6, 21)))
    assert {role.rule for each in told for role in each.roles} <= {"", "whose act it is by the words"}


def test_what_is_not_told_has_no_fields(coder: Coder) -> None:
    doubting = Coder(min_confidence=0.99)
    told = doubting.explain(Document("d", TALKS, pub_date=date(2024, 6, 21)))
    unsure = [each for each in told if each.verdict == "unsure"]
    assert unsure
    assert all(each.event is None and not each.parties and each.when is None for each in unsure)
    assert coder.explain(Document("d", "The sea was calm.")) == []
