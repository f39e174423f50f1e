"""Settling: a finding's words become parties, day, place, status and codes, each quoting the document."""

from dataclasses import replace
from datetime import date

import pytest

from coding.findings import finding
from dragoman.coding.settling import settle, status_of
from dragoman.coding.story import Story
from dragoman.coding.triggers.confidence import FEATURES
from dragoman.document import Document
from dragoman.event import Event
from dragoman.models import Labels

LABELS = Labels(types=(), statuses=(), roles=(), modes=(), calibration={})
BEFORE = "Talks had gone nowhere. "
SENTENCE = "Kenyan police arrested four activists in Kisumu on Tuesday."


@pytest.fixture(scope="module")
def story() -> Story:
    return Story.of(Document("wire-1", BEFORE + SENTENCE, pub_date=date(2023, 5, 18)))


@pytest.fixture(scope="module")
def event(story: Story) -> Event:
    found = finding(
        SENTENCE, "arrested", kind="COERCE", index=1, actor="Kenyan police", recipient="four activists", place="Kisumu"
    )
    settled = settle(story, found, LABELS, coder="test")
    assert settled is not None
    return settled


def test_who_whom_when_and_where(event: Event) -> None:
    assert [(p.text, p.country, p.sector) for p in event.actors] == [("Kenyan police", "KEN", "COP")]
    assert [p.country for p in event.recipients] == ["KEN"]
    assert (event.dating.date_start, event.dating.date_text) == ("2023-05-16", "Tuesday")
    assert event.place is not None
    assert (event.place.name, event.place.country, event.place.latitude is None) == ("Kisumu", "KEN", False)


def test_offsets_are_the_documents(event: Event) -> None:
    text = BEFORE + SENTENCE
    for words in (*event.actors, *event.recipients, event.trigger, event.place):
        assert words is not None
        assert text[words.start : words.end] == words.text
    assert text[event.sentence_start : event.sentence_end] == SENTENCE
    assert event.sentence_index == 1


def test_type_gives_code_and_scores(event: Event) -> None:
    assert (event.event_type, event.quad_class) == ("COERCE", 4)
    assert event.cameo_code.startswith("17")
    assert event.goldstein < 0


def test_nobody_on_either_side_is_no_event(story: Story) -> None:
    assert settle(story, finding(SENTENCE, "arrested", index=1), LABELS, coder="test") is None


def test_him_is_not_who_acts() -> None:
    text = "Vladimir Putin came to Pyongyang. Kim Jong-un embraced him."
    told = Story.of(Document("d", text, pub_date=date(2024, 6, 21)))
    found = finding(told.sentence(1), "embraced", kind="SUPPORT", index=1, actor="Kim Jong-un", recipient="him")
    settled = settle(told, found, LABELS, coder="test")
    assert settled is not None
    assert [p.name for p in settled.recipients] == ["Vladimir Putin"]
    assert [(p.text, p.start) for p in settled.recipients] == [("him", text.index("him"))]


@pytest.mark.parametrize(
    ("actor", "recipient", "sides"),
    [
        (("Ada Quill", 0.3), ("Ada Quill", 0.8), ([], ["Ada Quill"])),
        (("Ada Quill", 0.8), ("Ada Quill", 0.3), (["Ada Quill"], [])),
        (("Ada Quill", 0.3), ("her", 0.8), (["Ada Quill"], ["her"])),
    ],
)
def test_nobody_stands_on_both_sides(
    actor: tuple[str, float], recipient: tuple[str, float], sides: tuple[list[str], list[str]]
) -> None:
    sentence = "Ada Quill said that police had charged her."
    found = finding(sentence, "charged", kind="ACCUSE", actor=actor[0], recipient=recipient[0])
    roles = {
        side: tuple(replace(role, chance=chance) for role in found.roles[side])
        for side, (_, chance) in (("actor", actor), ("recipient", recipient))
    }
    story = Story.of(Document("d", sentence, pub_date=date(2023, 5, 18)))
    event = settle(story, replace(found, roles={**found.roles, **roles}), LABELS, coder="test")
    assert event is not None
    assert ([p.text for p in event.actors], [p.text for p in event.recipients]) == sides


@pytest.mark.parametrize(
    ("sentence", "verb", "recipients"),
    [
        ("Kenya blamed Ada Quill after she jailed clerks.", "jailed", []),
        ("Kenya blamed Ada Quill, whom she jailed.", "jailed", ["Ada Quill"]),
        ("Kenya said after she jailed Ada Quill it wept.", "jailed", ["Ada Quill"]),
    ],
)
def test_a_name_before_the_clause_of_its_pronoun_is_not_acted_on(
    sentence: str, verb: str, recipients: list[str]
) -> None:
    text = f"Ada Quill spoke in Nairobi. {sentence}"
    found = finding(sentence, verb, kind="COERCE", index=1, actor="she", recipient="Ada Quill")
    event = settle(Story.of(Document("d", text, pub_date=date(2023, 5, 18))), found, LABELS, coder="test")
    assert event is not None
    assert [p.name for p in event.actors] == ["Ada Quill"]
    assert [p.text for p in event.recipients] == recipients


@pytest.mark.parametrize("role", ["bias", "long"])
def test_what_cannot_be_sure_enough_is_given_up_before_its_parties_are_looked_up(
    monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    weights = [{"bias": -9.0, role: 9.0 if role == "long" else -9.0}.get(name, 0.0) for name in FEATURES]
    told = Story.of(Document("d", SENTENCE))
    found = finding(SENTENCE, "arrested", actor="Kenyan police", recipient="four activists")
    monkeypatch.setattr(told.cast, "parties", None)
    assert settle(told, found, replace(LABELS, calibration={"weights": weights}), coder="test", least=0.25) is None


def test_what_turns_out_less_sure_is_no_event() -> None:
    weights = [{"unknown": -9.0}.get(name, 0.0) for name in FEATURES]
    told = Story.of(Document("d", "Farmers attacked villagers."))
    found = finding("Farmers attacked villagers.", "attacked", actor="Farmers", recipient="villagers")
    labels = replace(LABELS, calibration={"weights": weights})
    assert settle(told, found, labels, coder="test", least=0.25) is None
    assert settle(told, found, labels, coder="test") is not None


def test_a_person_whose_name_sounds_like_a_village_is_no_place() -> None:
    text = "Fighters killed a guard close to Baghdadi’s tent."
    told = Story.of(Document("d", text))
    found = finding(text, "killed", actor="Fighters", recipient="a guard", place="Baghdadi")
    event = settle(told, found, LABELS, coder="test")
    assert event is not None
    assert event.place is None


@pytest.mark.parametrize(
    ("sentence", "place", "country"),
    [
        ("Zambia sent troops to its border with Angola.", "its border with Angola", "ZMB"),
        ("Zambia sent troops to the border with Angola.", "the border with Angola", ""),
        ("Zambia sent troops to its northern frontier.", "its northern frontier", "ZMB"),
    ],
)
def test_a_border_with_another_country_is_not_in_it(sentence: str, place: str, country: str) -> None:
    story = Story.of(Document("wire-2", sentence, pub_date=date(2023, 5, 18)))
    told = settle(story, finding(sentence, "sent", kind="MOBILIZE", actor="Zambia", place=place), LABELS, coder="test")
    assert told is not None
    assert told.place is not None
    assert (told.place.text, told.place.country) == (place, country)


def sides(text: str, trigger: str, **roles: str | list[str]) -> tuple[list[str], list[str]]:
    """Texts with countries of actors and recipients."""
    laid = Story.of(Document("d", text, pub_date=date(2023, 5, 18)))
    event = settle(laid, finding(text, trigger, kind="ACCUSE", **roles), LABELS, coder="test")
    assert event is not None
    told = ([f"{p.text}/{p.country}" for p in side] for side in (event.actors, event.recipients))
    return next(told), next(told)


def test_who_accuse_each_other_are_both_actors_alone() -> None:
    text = "Peru and Chile accused each other of lying."
    assert sides(text, "accused", actor=["Peru", "Chile"], recipient="each other")[1] == []


def test_the_citizens_of_several_states_are_of_none() -> None:
    text = "Peru and Chile warned their citizens in Kenya."
    assert sides(text, "warned", actor=["Peru", "Chile"], recipient="their citizens")[1] == ["their citizens/"]
    assert sides(text, "warned", actor="Peru", recipient="their citizens")[1] != ["their citizens/"]


def settled(text: str, trigger: str, **told: str) -> Event:
    found = settle(Story.of(Document("d", text)), finding(text, trigger, **told), LABELS, coder="test")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "town", "party"),
    [
        ("Gunmen attacked Valencia in Venezuela.", "Valencia", ("Valencia", "VEN", "")),
        ("Gunmen attacked Tripoli in Lebanon.", "Tripoli", ("Tripoli", "LBN", "")),
        ("Gunmen attacked Tripoli in Libya.", "Tripoli", ("Libya", "LBY", "GOV")),
    ],
)
def test_a_town_that_suffers_is_where_the_text_has_it(text: str, town: str, party: tuple[str, str, str]) -> None:
    (found,) = settled(text, "attacked", kind="ASSAULT", recipient=town).recipients
    assert (found.name, found.country, found.sector) == party
    assert found.actor_code.startswith(party[1])


@pytest.mark.parametrize(
    ("actor", "town", "country"),
    [
        ("Russian troops", "Kupiansk", "UKR"),
        ("Indian troops", "Kotli", "PAK"),
        ("Ugandan soldiers", "Djugu", "COD"),
        # whom the tables know, or who is no place
        ("Russian troops", "Ukraine", "UKR"),
        ("Russian troops", "Russia", "RUS"),
        ("Russian troops", "Talin Oberek", "RUS"),
    ],
)
def test_a_town_that_no_table_of_parties_knows_is_where_it_lies(actor: str, town: str, country: str) -> None:
    event = settled(f"{actor} attacked {town}.", "attacked", kind="ASSAULT", actor=actor, recipient=town, place=town)
    assert [p.country for p in event.recipients] == [country]


@pytest.mark.parametrize(
    ("actor", "country"),
    [
        ("fishermen on the island of Kos", "GRC"),
        ("residents of the town of Erzin", "TUR"),
        # whose words tell whose they are
        ("Turkish fishermen on the island of Kos", "TUR"),
    ],
)
def test_civilians_are_of_the_place_in_their_words(actor: str, country: str) -> None:
    place = actor[actor.index("the ") :]
    text = f"On Friday {actor} protested against Turkey and Greece."
    event = settled(text, "protested", kind="PROTEST", actor=actor, place=place)
    assert [party.country for party in event.actors] == [country]


@pytest.mark.parametrize(
    ("place", "told"), [("Boeing", False), ("Westfield Ltd", False), ("the Trail smelter", True), ("Seattle", True)]
)
def test_a_company_is_nowhere(place: str, told: bool) -> None:
    text = f"Workers went on strike at {place}."
    event = settled(text, "went on strike", kind="PROTEST", actor="Workers", place=place)
    assert (event.place is not None) is told


@pytest.mark.parametrize(
    ("actor", "country"),
    [("police", "ZWE"), ("a court", "ZWE"), ("Kenyan police", "KEN")],
)
def test_police_and_courts_act_where_they_are(actor: str, country: str) -> None:
    text = f"While Kenya and Uganda met, {actor} seized ten herders in Harare."
    event = settled(text, "seized", kind="COERCE", actor=actor, recipient="ten herders", place="Harare")
    assert [party.country for party in event.actors] == [country]


@pytest.mark.parametrize(
    ("sentence", "actor", "status"),
    [
        ("Chad denies any involvement in the attack on the envoy.", "Chad", "negated"),
        ("Chad denies any involvement in the attack on the envoy.", "", "actual"),
        ("Chad denied any role in Togo's attack on the port.", "Togo's", "actual"),
        ("Chad denied the attack on the port.", "Chad", "negated"),
    ],
)
def test_a_denied_part_in_a_deed_is_negated_only_as_the_deniers(sentence: str, actor: str, status: str) -> None:
    story = Story.of(Document("d", sentence))
    assert status_of(story, finding(sentence, "attack", actor=actor or [])).status == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Chad's king visits Lima on May 16.", "actual"),
        ("Chad's king visits Lima on May 20.", "planned"),
        ("Chad's king is due to visit Lima on May 16.", "planned"),
    ],
)
def test_what_no_words_plan_is_not_planned_for_a_day_gone_by(sentence: str, status: str) -> None:
    story = Story.of(Document("d", sentence, pub_date=date(2023, 5, 18)))
    chances = {"actual": 0.02, "planned": 0.96, "hypothetical": 0.01, "negated": 0.01}
    found = replace(finding(sentence, "visit", kind="CONSULT"), statuses=chances)
    assert status_of(replace(story, document=Document("d", sentence)), found).status == "planned"
    assert status_of(story, found).status == status
