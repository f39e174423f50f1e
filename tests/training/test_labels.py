"""The label spaces are those of the ontology, in the order in which the shipped network's outputs stand."""

from training.labels import MODES, ROLES, STATUSES, TYPES

from dragoman import ontology
from dragoman.models import network


def test_the_shipped_network_answers_in_this_order() -> None:
    labels = network().labels
    assert (labels.types, labels.statuses, labels.roles, labels.modes) == (TYPES, STATUSES, ROLES, MODES)


def test_the_first_type_and_mode_are_none_and_the_others_the_ontology_s() -> None:
    assert (TYPES[0], MODES[0]) == ("", "")
    assert set(TYPES[1:]) == set(ontology.TYPES)
    known = {f"{kind}:{mode}" for kind, told in ontology.load().types.items() for mode in told.modes}
    assert set(MODES[1:]) == known
