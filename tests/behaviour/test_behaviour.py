"""Behaviour: the data behind it, the frames, the judge, and that the shipped coder keeps its floors."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from behaviour import measure
from behaviour.frames import FRAMINGS, Case, cases
from behaviour.judging import judge
from behaviour.slots import fillings, read, templates
from dragoman import ontology
from dragoman.coding.coder import Coder
from dragoman.event import Dating, Event, Party, Status, Voice, Words
from gate.gate import failures, load

TRAINING = Path(__file__).parents[2] / "training" / "sentences"
# As between the gate and the training sentences: seven words in a row are no coincidence.
SHARED_WORDS = 7
TEMPLATES_A_TYPE, FILLINGS_A_SET = 20, 10


def case(behaviour: str, template: str, row: int = 0) -> Case:
    return next(c for c in cases() if (c.behaviour, c.template, c.row) == (behaviour, template, row))


def at(text: str, words: str) -> Party:
    start = text.index(words)
    return Party(words, start, start + len(words), country={"Kenya": "KEN", "Uganda": "UGA"}[words])


def told(text: str, *, actor: str = "Kenya", recipient: str = "Uganda", status: Status = "actual") -> Event:
    return Event(
        document_id="d",
        sentence_index=0,
        sentence=text,
        sentence_start=0,
        sentence_end=len(text),
        event_type="ACCUSE",
        mode="",
        contexts=(),
        cameo_code="112",
        quad_class=3,
        goldstein=-2.0,
        actors=(at(text, actor),),
        recipients=(at(text, recipient),),
        trigger=Words("accuse", 0, 6),
        status=status,
        historical=False,
        dating=Dating(),
        place=None,
        said_by=None,
        confidence=0.9,
        coder="test",
    )


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + SHARED_WORDS]) for i in range(len(words) - SHARED_WORDS + 1)}


def test_every_type_has_enough_templates_and_every_set_enough_fillings() -> None:
    by_type: dict[str, int] = dict.fromkeys(ontology.load().types, 0)
    for template in templates():
        by_type[template.event_type] += 1
    assert min(by_type.values()) >= TEMPLATES_A_TYPE
    assert min(len(rows) for rows in fillings().values()) >= FILLINGS_A_SET


def test_templates_are_told_apart_and_name_only_slots_that_they_have() -> None:
    assert len({t.subject + t.verb.past + t.rest for t in templates()}) == len(templates())
    for template in templates():
        text = template.subject + template.rest
        assert all(f"{{{slot}}}" in text for slot in (*template.actor, *template.recipient, *template.anywhere))
        assert not {*template.actor} & {*template.recipient}
        assert template.also <= set(ontology.load().types)


def test_every_verb_is_used() -> None:
    assert {template.verb.past for template in templates()} == set(read("verbs.yaml"))


def test_no_run_of_words_is_shared_with_the_training_sentences() -> None:
    rows = (json.loads(line) for path in TRAINING.glob("*.jsonl") for line in path.read_text("utf-8").splitlines())
    trained = set().union(*(runs(row["text"]) for row in rows))
    assert sorted(c.text for c in cases() if c.behaviour != "names" and runs(c.text) & trained) == []


def test_every_behaviour_is_tried_on_every_type_that_has_it() -> None:
    found = {(c.behaviour, measure.type_of(c)) for c in cases()}
    every = {(behaviour, kind) for behaviour in FRAMINGS for kind in ontology.load().types}
    assert {behaviour for behaviour, _ in every - found} <= {"swap", "passive", "agentless"}


@pytest.mark.parametrize(
    ("behaviour", "text", "status"),
    [
        ("base", "Kenya accused Uganda of hoarding river water.", "actual"),
        ("names", "Nairobi accused Kampala of hoarding river water.", "actual"),
        ("swap", "Uganda accused Kenya of hoarding river water.", "actual"),
        ("negation", "Kenya did not accuse Uganda of hoarding river water.", "negated"),
        ("modal", "Kenya may accuse Uganda of hoarding river water.", "hypothetical"),
        ("plan", "Kenya will accuse Uganda of hoarding river water.", "planned"),
        ("quotation", "Kenya accused Uganda of hoarding river water, Swiss diplomats said.", "actual"),
        ("tense", "Kenya has accused Uganda of hoarding river water.", "actual"),
        ("passive", "Uganda was accused by Kenya of hoarding river water.", "actual"),
        ("agentless", "Uganda was accused of hoarding river water.", "actual"),
        ("call", "The Swiss government called for Kenya to accuse Uganda of hoarding river water.", "actual"),
    ],
)
def test_a_behaviour_changes_the_sentence_and_what_is_wanted(behaviour: str, text: str, status: Status) -> None:
    made = case(behaviour, "accuse-01")
    assert (made.text, made.status) == (text, status)
    assert (made.said_by is None) == (behaviour != "quotation")
    assert made.event_type == ("REQUEST" if behaviour == "call" else "ACCUSE")
    assert all(text[slice(*wanted.span)].strip() for wanted in (*made.actors, *made.recipients))


def test_a_host_is_the_recipient_and_all_who_meet_are_actors() -> None:
    received, met = case("base", "consult-03"), case("base", "consult-01")
    assert [received.text[slice(*w.span)] for w in received.recipients] == ["The Kenyan president"]
    assert len(met.actors) == 2
    assert met.recipients == ()


def test_a_name_in_s_has_a_bare_apostrophe() -> None:
    made = case("base", "reject-01", 10), case("swap", "reject-01", 10)
    assert made[1].text == "Vietnam rejected the Philippines' proposal on air traffic."
    assert [c.text[slice(*c.recipients[0].span)] for c in made] == ["Vietnam", "the Philippines"]


def test_the_judge_names_what_is_wrong() -> None:
    made = case("base", "accuse-01")
    right = told(made.text)
    turned = told(made.text, actor="Uganda", recipient="Kenya")
    assert judge(made, [right]) == frozenset()
    assert judge(made, []) == {"missing"}
    assert judge(made, [replace(right, event_type="SUPPORT")]) == {"type"}
    assert judge(made, [turned]) == {"actor", "recipient"}
    assert judge(made, [replace(right, status="planned")]) == {"status"}
    assert judge(made, [replace(right, said_by=Voice("Kenya", 0, 5))]) == {"voice"}
    assert judge(made, [right, replace(right, event_type="REJECT")]) == {"extra"}
    assert judge(made, [replace(right, actors=(replace(right.actors[0], country="TZA"),))]) == {"country"}


def test_what_is_called_for_may_stand_beside_the_call_but_not_as_done() -> None:
    made = case("call", "accuse-01")
    start, end = made.actors[0].span
    called = replace(
        told(made.text),
        event_type="REQUEST",
        actors=(Party(made.text[start:end], start, end, country="CHE"),),
        recipients=(at(made.text, "Kenya"),),
    )
    assert judge(made, [called, told(made.text, status="hypothetical")]) == frozenset()
    assert judge(made, [called, told(made.text)]) == {"extra"}


def test_without_an_agent_nobody_is_the_actor() -> None:
    made = case("agentless", "accuse-01")
    event = replace(told(made.text, actor="Uganda"), actors=())
    assert judge(made, [event]) == frozenset()
    assert judge(made, [told(made.text, actor="Uganda")]) == {"actor"}


def test_the_sample_is_the_same_every_time_and_holds_every_type_and_behaviour() -> None:
    chosen = measure.sample(cases())
    assert [c.name for c in chosen] == [c.name for c in measure.sample(cases())]
    assert {c.behaviour for c in chosen} == set(FRAMINGS)
    assert {measure.type_of(c) for c in chosen} == set(ontology.load().types)


def test_a_change_of_country_is_counted_by_template() -> None:
    made = case("base", "accuse-01")
    outcomes = [measure.Outcome(made, kinds, frozenset()) for kinds in (("ACCUSE",), ("ACCUSE",), ("REJECT",), ())]
    assert measure.steady(outcomes) == 0.5


def test_the_shipped_coder_is_at_or_above_every_floor() -> None:
    outcomes = list(measure.run(Coder(), measure.sample(cases())))
    assert failures(measure.rates(outcomes), load(measure.FLOORS), gold=measure.digest()) == []
