"""The ontology as users meet it: types, quad classes, modes, CAMEO codes, contexts."""

from types import MappingProxyType

import pytest

from dragoman import ontology

QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    2: {"COOPERATE", "AID", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}


@pytest.mark.parametrize(("quad", "types"), QUADS.items())
def test_each_type_has_the_quad_class_of_plover(quad: int, types: set[str]) -> None:
    known = ontology.load()
    assert {name for name in known.types if known.quad_class(name) == quad} == types


def test_modes_are_those_of_the_annotation_rules() -> None:
    known = ontology.load()
    assert known.modes("CONSULT") == ("visit", "third-party", "multilateral", "phone")
    assert known.modes("REQUEST") == known.modes("REJECT") == ("assist", "change", "yield", "meet")
    assert known.modes("AGREE") == ()


def test_types_that_need_a_recipient() -> None:
    required = {name for name, kind in ontology.load().types.items() if kind.recipient_required}
    assert required == {"COOPERATE", "AID", "SANCTION"}


def test_what_is_speech() -> None:
    assert ontology.speech_acts() == {"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def test_the_note_on_sanction_tells_which_reading_is_taken() -> None:
    sanction = ontology.load().types["SANCTION"]
    assert sanction.quad_class == 4
    assert "contradicts itself" in sanction.note


def test_goldstein_scores_of_known_codes() -> None:
    known = ontology.load()
    assert known.goldstein("042") == 1.9
    assert known.goldstein("203") == -10
    assert known.goldstein("074") == 8.5


def test_cameo_codes_keep_their_leading_zero_and_their_tree() -> None:
    codes = ontology.load().cameo
    assert len(codes) > 300
    assert {code.root for code in codes.values()} == {f"{number:02}" for number in range(1, 21)}


def test_unknown_names_raise_key_errors() -> None:
    with pytest.raises(KeyError):
        ontology.load().modes("TELEPHONE")
    with pytest.raises(KeyError):
        ontology.load().goldstein("999")


def test_every_context_of_plover_is_there() -> None:
    tags = ontology.contexts()
    assert len(tags) == 37
    assert {"pro_democracy", "religion_ethnicity", "cbrn", "illegal_drugs"} <= set(tags)


def test_the_ontology_cannot_be_changed_by_its_readers() -> None:
    assert isinstance(ontology.load().types, MappingProxyType)
    assert isinstance(ontology.load().types["CONSULT"].modes, MappingProxyType)
