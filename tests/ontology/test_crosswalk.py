"""The way between PLOVER and CAMEO."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.ontology import contexts, load
from dragoman.ontology.crosswalk import cameo_code, plover, rules

ACTS = [
    ("CONSULT", "visit", "arrived in the capital for a two-day visit", "042"),
    ("CONSULT", "phone", "spoke by telephone", "041"),
    ("CONSULT", "third-party", "mediated between the clans", "045"),
    ("CONSULT", "third-party", "met in a neutral town", "044"),
    ("CONSULT", "", "negotiated a settlement", "046"),
    ("AID", "", "lent $40m to the treasury", "071"),
    ("AID", "", "sent howitzers and ammunition", "072"),
    ("AID", "", "delivered food and tents", "073"),
    ("AID", "", "sent peacekeepers", "074"),
    ("AID", "", "granted asylum to the editor", "075"),
    ("SUPPORT", "", "signed the accord", "057"),
    ("SUPPORT", "", "recognised the new republic", "054"),
    ("CONCEDE", "", "apologised for the raid", "055"),
    ("CONCEDE", "", "lifted the curfew", "0813"),
    ("RETREAT", "release", "freed nine sailors", "0841"),
    ("RETREAT", "withdraw", "pulled out of the valley", "0874"),
    ("REQUEST", "yield", "demanded the release of the crew", "1053"),
    ("REQUEST", "yield", "urged them to release the crew", "0253"),
    ("REQUEST", "meet", "called for talks", "026"),
    ("REQUEST", "change", "demanded that the minister resign", "1041"),
    ("REQUEST", "assist", "asked for ammunition", "0232"),
    ("ACCUSE", "allege", "accused the colonel of war crimes", "1124"),
    ("ACCUSE", "disapprove", "condemned the ruling", "111"),
    ("REJECT", "", "vetoed the resolution", "129"),
    ("THREATEN", "restrict", "threatened new sanctions", "1312"),
    ("THREATEN", "violence", "threatened to use nuclear arms", "1385"),
    ("PROTEST", "demo", "marched to ask the president to resign", "1411"),
    ("PROTEST", "hunger", "refused meals", "142"),
    ("SANCTION", "", "imposed an embargo", "163"),
    ("SANCTION", "expel", "expelled four inspectors", "1662"),
    ("SANCTION", "convict", "found the general guilty", "116"),
    ("MOBILIZE", "police", "sent officers to the square", "153"),
    ("MOBILIZE", "troops", "put the garrison on alert", "152"),
    ("COERCE", "arrest", "detained three editors", "173"),
    ("COERCE", "curfew", "ordered everyone indoors", "1723"),
    ("ASSAULT", "aerial", "bombed the depot", "195"),
    ("ASSAULT", "drone", "struck the depot", "195"),
    ("ASSAULT", "suicide-attack", "blew himself up at the gate", "1831"),
    ("ASSAULT", "explosives", "a car bomb went off", "1832"),
    ("ASSAULT", "heavy-weapons", "shelled the port", "194"),
    ("ASSAULT", "torture", "tortured two captives", "1822"),
]


@pytest.mark.parametrize(("event_type", "mode", "words", "code"), ACTS)
def test_words_lead_to_the_finest_code(event_type: str, mode: str, words: str, code: str) -> None:
    assert cameo_code(event_type, mode, words=words) == code


@pytest.mark.parametrize(
    ("event_type", "root"),
    [("ACCUSE", "11"), ("AGREE", "03"), ("AID", "07"), ("RETREAT", "08"), ("ASSAULT", "18")],
)
def test_without_support_the_root_is_given(event_type: str, root: str) -> None:
    assert cameo_code(event_type, "") == root


@pytest.mark.parametrize(
    ("event_type", "words", "code"),
    [
        ("CONSULT", "will visit the island", "036"),
        ("AID", "will send tents and food", "0333"),
        ("COOPERATE", "will hold a joint naval exercise", "0312"),
        ("SUPPORT", "will sign the treaty", "032"),
        ("RETREAT", "will withdraw its troops", "0356"),
    ],
)
def test_planned_cooperation_is_intent(event_type: str, words: str, code: str) -> None:
    assert cameo_code(event_type, "", status="planned", words=words) == code


def test_contexts_help_where_words_do_not() -> None:
    assert cameo_code("AID", "", contexts=("economic",), words="helped") == "071"
    assert cameo_code("AID", "", words="helped") == "07"


@pytest.mark.parametrize(
    ("code", "reading"),
    [
        ("042", ("CONSULT", "visit", ())),
        ("0871", ("RETREAT", "ceasefire", ("military",))),
        ("163", ("SANCTION", "discontinue", ("economic",))),
        ("0244", ("REQUEST", "change", ("political_institutions",))),
        ("012", ("", "", ())),
        ("016", ("REJECT", "", ())),
    ],
)
def test_cameo_codes_are_read(code: str, reading: tuple[str, str, tuple[str, ...]]) -> None:
    assert plover(code) == reading


@given(
    event_type=st.sampled_from(sorted(load().types)),
    mode=st.sampled_from(sorted({mode for kind in load().types.values() for mode in kind.modes} | {""})),
    status=st.sampled_from(["actual", "planned", "hypothetical", "negated"]),
    tags=st.sets(st.sampled_from(sorted(contexts()))),
    words=st.lists(st.sampled_from(["urged", "demand", "release", "troops", "talks", "sanctions", "$5bn", "aid"])),
)
def test_every_decision_has_a_code_that_leads_back(
    event_type: str, mode: str, status: str, tags: set[str], words: list[str]
) -> None:
    code = cameo_code(event_type, mode, status=status, contexts=tags, words=" ".join(words))
    assert code in load().cameo
    users = rules().shared.get(code) or rules().shared.get(code[:3], ())
    at_root = code == load().types[event_type].cameo_root
    assert at_root or plover(code)[0] == event_type or event_type in users


@given(st.text(max_size=3000))
def test_any_words_are_taken(words: str) -> None:
    assert cameo_code("REQUEST", "yield", words=words) in load().cameo


def test_unknown_names_are_told() -> None:
    with pytest.raises(UsageError, match="no event type 'VISIT'"):
        cameo_code("VISIT", "")
    with pytest.raises(UsageError, match="no CAMEO code '42'"):
        plover("42")
