"""Whom a mention faces in its act: the other side, those who fight it, who else does the same, where weapons strike."""

from datetime import date

import pytest

from actors.stops import cut
from dragoman.actors.coreference import Cast
from dragoman.actors.countries.opponents import Deed, Fronts, judged, of_machine
from dragoman.actors.mentions.mentions import Act, Mention
from dragoman.actors.names.matching import Name
from dragoman.actors.scene.clues import Clue

TEXT = (
    "Kenya shelled Uganda on Monday. Kenya thanked Chad. Ugandan troops hit Kenya. "
    "Jets struck a market in Kampala. Two farmers were killed."
)
SPANS = [(0, 31), (32, 51), (52, 77), (78, 110), (111, 135)]


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


DEEDS = [
    Deed("ASSAULT", (at("Kenya"),), (at("Uganda"),)),
    Deed("ASSAULT", (at("Ugandan troops"),), ((71, 76),)),
    Deed("ASSAULT", (at("Jets"),), (at("a market in Kampala"),)),
    Deed("ASSAULT", (), (at("Two farmers"),)),
]


def cast() -> Cast:
    made = Cast(TEXT, SPANS, pub_date=date(2020, 5, 1))
    made.learn(DEEDS)
    return made


def seen(words: str, deed: Deed, side: str) -> dict[str, frozenset[str]]:
    made = cast()
    mention = made.mention(*at(words))
    return made.sightings(Mention(mention.start, mention.end, mention.sentence, mention.kind, act=deed.of(side)))


def test_a_deed_is_done_by_one_side_and_suffered_by_the_other() -> None:
    assert DEEDS[0].of("actor") == Act("ASSAULT", "actor", (at("Uganda"),))
    assert DEEDS[0].of("recipient") == Act("ASSAULT", "recipient", (at("Kenya"),))


def test_the_other_side_is_seen_and_who_fights_it() -> None:
    found = seen("Jets", DEEDS[2], "actor")
    assert found["faces"] == found["faces at war ASSAULT actor"] == {"UGA"}
    assert found["foe"] == found["near foe"] == found["beside"] == {"KEN"}


def test_where_nobody_is_faced_the_same_role_is_looked_at() -> None:
    found = seen("Two farmers", DEEDS[3], "recipient")
    assert "faces" not in found
    assert found["role"] <= {"KEN", "UGA"}


def test_what_arrests_tell_is_not_what_war_tells() -> None:
    found = seen("Jets", Deed("COERCE", (at("Jets"),), (at("a market in Kampala"),)), "actor")
    assert "foe" not in found
    assert found["faces near war"] == {"UGA"}


def test_words_that_say_it_are_the_same_whatever_is_done() -> None:
    made = cast()
    alone = made.parties(*at("Ugandan troops"))
    assert made.parties(*at("Ugandan troops"), act=DEEDS[1].of("actor")) == alone
    assert len(made.links) == 1


def test_a_weapon_is_seen_apart_by_where_it_strikes() -> None:
    where = {"at nearest": frozenset({"UGA"}), "subject": frozenset({"KEN"})}
    tanks = Mention(0, 9, 0, "military", words=("the", "tanks"))
    assert of_machine(tanks, where) == {"machine at nearest": {"UGA"}}
    assert of_machine(Mention(0, 8, 0, "military", words=("the", "army")), where) == {}


def test_nobody_fights_their_own_country_while_it_fights_another() -> None:
    text = "Kenya shelled Uganda. We shall shoot at Kenyan troops, said a man in Kenya."
    us, them, speaker = (22, 24), (40, 53), (60, 65)
    made = Cast(text, [(0, 21), (22, len(text))], pub_date=date(2020, 5, 1), voices=[(22, 53, speaker)])
    deeds = [Deed("ASSAULT", ((0, 5),), ((14, 20),)), Deed("ASSAULT", (us,), (them,))]
    made.parties(*us, act=deeds[1].of("actor"))
    assert made.links[-1].rule == "voice"
    again = Cast(text, [(0, 21), (22, len(text))], pub_date=date(2020, 5, 1), voices=[(22, 53, speaker)])
    again.learn(deeds)
    again.parties(*us, act=deeds[1].of("actor"))
    assert again.links[-1].rule == "we"


def test_what_nearly_always_tells_of_the_other_side_counts_as_its_words() -> None:
    text = "Chad shelled a Sudanese border post on Monday. Chad denied that its soldiers shelled the post."
    spans, post = [(0, 46), (47, 94)], (85, 93)
    made = Cast(text, spans, pub_date=date(2020, 5, 5))
    first = Deed("ASSAULT", ((0, 4),), ((13, 35),))
    made.learn([first, Deed("ASSAULT", ((64, 76),), (post,))])
    assert text[64:76] == "its soldiers"
    assert [party.country for party in made.parties(*post, act=Act("ASSAULT", "recipient", ((64, 76),)))] == ["SDN"]


def test_a_mention_of_two_acts_is_one_party_by_the_act_that_tells_most() -> None:
    text = "Kenya and Chad are at odds. Protesters marched on Monday and denounced Chad's envoy."
    spans = [(0, 27), (28, len(text))]
    protesters, envoy = (28, 38), (text.index("Chad's"), len(text) - 1)
    marched, denounced = Deed("PROTEST", (protesters,), ()), Deed("ACCUSE", (protesters,), (envoy,))
    for deeds in ([marched, denounced], [denounced, marched]):
        made = Cast(text, spans, pub_date=date(2020, 5, 1))
        made.learn(deeds)
        told = [made.parties(*protesters, act=deed.of("actor")) for deed in (marched, denounced)]
        alone = Cast(text, spans, pub_date=date(2020, 5, 1))
        alone.learn([denounced])
        assert told == [alone.parties(*protesters, act=denounced.of("actor"))] * 2


@pytest.mark.parametrize(
    ("words", "kind", "facing", "lands"),
    [
        ("We", "ACCUSE", "Mali", {"MLI"}),
        ("The Council", "ACCUSE", "Mali", {"MLI"}),
        # who acts otherwise or on others, and whose words are their own
        ("We", "SUPPORT", "Mali", set()),
        ("We", "ACCUSE", "Mali's farmers", set()),
        ("Police", "ACCUSE", "Mali", set()),
    ],
)
def test_whom_a_statement_judges_is_not_whose_it_is(words: str, kind: str, facing: str, lands: set[str]) -> None:
    text = f"{words} condemned {facing}."
    laid = Cast(text, [(0, len(text))], pub_date=date(2020, 5, 1))
    spot = text.index(facing)
    act = Act(kind, "actor", ((spot, spot + len(facing)),))
    assert judged(laid.scene, laid.mention(0, len(words), act=act)) == lands
    assert not lands or laid.parties(0, len(words), act=act)[0].country == ""


@pytest.mark.parametrize(
    ("last", "countries"),
    [
        ("Mali wept. Niger wept. Fiji urged both sides to talk.", ["KEN", "UGA"]),
        ("Mali met Niger. Fiji urged both sides to talk.", ["MLI", "NER"]),
        ("Fiji urged both sides to talk.", ["KEN", "UGA"]),
    ],
)
def test_both_sides_are_those_at_war(last: str, countries: list[str]) -> None:
    text = f"Kenya shelled Uganda. {last}"
    made = Cast(text, cut(text), pub_date=date(2020, 5, 1))
    made.learn([Deed("ASSAULT", ((0, 5),), ((14, 20),))])
    at = text.index("both sides")
    act = Act("REQUEST", "recipient", ((text.index("Fiji"), text.index("Fiji") + 4),))
    assert [p.country for p in made.parties(at, at + 10, act=act)] == countries


def test_bystanders_are_not_both_sides_where_those_at_war_are_not_near() -> None:
    clues = [Clue(at, at + 4, at, land, Name(land, "state", land, land)) for at, land in enumerate(["MLI", "NER"])]
    fronts = Fronts(cast().scene)
    assert fronts.sides(clues, clues) == clues
    fronts.learn(DEEDS, lambda spans: frozenset({"KEN"} if spans == DEEDS[0].actors else {"UGA"}))
    assert fronts.sides(clues, clues) == []
