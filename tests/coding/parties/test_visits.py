"""Who visits whom where the host is told to receive."""

import pytest

from coding.findings import finding
from dragoman.coding.parties.visits import directed


def sides(sentence: str, trigger: str, *parties: str, kind: str = "CONSULT", mode: str = "visit") -> list[str]:
    """The actors, a bar, and the recipients, where the network has all parties as actors."""
    asked = finding(sentence, trigger, kind=kind, mode=mode, actor=list(parties))
    found = directed(sentence, asked, asked.roles)
    actors, recipients = ([sentence[r.start : r.end] for r in found[side]] for side in ("actor", "recipient"))
    return [*actors, "|", *recipients]


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Oman received Qatar in Muscat.", "received"),
        ("Qatar was warmly received by Oman.", "received"),
        ("Qatar, welcomed with honours by Oman, sang.", "welcomed"),
        ("Qatar will be hosted in Muscat by Oman.", "hosted"),
        ("Oman has been hosting Qatar.", "hosting"),
        ("Oman will receive Qatar on Friday.", "will receive"),
    ],
)
def test_the_guest_visits_the_host(sentence: str, trigger: str) -> None:
    assert sides(sentence, trigger, "Oman", "Qatar") == ["Qatar", "|", "Oman"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "mode"),
    [
        ("Oman hosted talks with Qatar.", "hosted talks", "CONSULT", "multilateral"),
        ("Oman visited Qatar.", "visited", "CONSULT", "visit"),
        ("Oman received Qatar's help.", "received", "AID", ""),
    ],
)
def test_other_acts_stay_as_they_are(sentence: str, trigger: str, kind: str, mode: str) -> None:
    assert sides(sentence, trigger, "Oman", "Qatar", kind=kind, mode=mode) == ["Oman", "Qatar", "|"]


def test_who_was_visited_is_the_host() -> None:
    assert sides("Oman was visited in May by Qatar.", "visited", "Oman", "Qatar") == ["Qatar", "|", "Oman"]
    assert sides("Oman was visited in May.", "visited", "Oman") == ["|", "Oman"]


def test_a_host_without_a_visit_that_the_network_sees_is_one() -> None:
    assert sides("Oman did not host Qatar.", "host", "Oman", "Qatar", mode="") == ["Qatar", "|", "Oman"]


def test_without_a_party_on_each_side_nothing_changes() -> None:
    assert sides("Qatar was welcomed to the palace.", "welcomed", "Qatar") == ["Qatar", "|"]
