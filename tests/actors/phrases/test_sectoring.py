"""The sector of a description: of its head, of a known body before it, of whose it is."""

from datetime import date

import pytest

from dragoman.actors import resolve
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.resolving import read


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("GRU officers", "SPY"), ("FARC negotiators", "REB"), ("Unicef workers", "IGO"), ("MSF doctors", "MED"),
        ("exiled Venezuelan nurses", "MED"), ("Belarus's exiled opposition leader", "OPP"),
        ("militant students", "EDU"),
        ("Mubarak's son", "ELI"), ("the Thai king's sister", "ELI"), ("a Thai fisherman's sister", "CVL"),
        ("Merkel's chief of staff", "GOV"), ("the German army's chief of staff", "MIL"),
        ("rebel leader Riek Machar", "REB"), ("Myanmar's UN ambassador", "GOV"),
        ("a Japanese health ministry spokeswoman", "GOV"), ("a former British army soldier", "ELI"),
        ("Iran's leadership", "GOV"), ("UNHCR officials", "IGO"),
        ("OPEC ministers", "GOV"), ("PLO gunmen", "UAF"), ("his Saudi counterpart", "GOV"),
        ("the deputy leader of Hezbollah", "REB"), ("the deputy commander of the Kenyan army", "MIL"),
        ("two Chadian deputies", "LEG"), ("Lavrov's deputy", "GOV"),
        ("negotiators of the ELN", "REB"), ("an envoy for Hamas", "REB"),
        ("an American envoy for Syria", "GOV"), ("Norwegian mediators", "GOV"),
        ("Chad's neighbours", ""), ("Macron's neighbour", "CVL"),
        ("the secretary general of the African National Congress", "PTY"), ("the union's secretary general", "LAB"),
        ("the secretary-general of the union", "LAB"), ("ZQRU Secretary General", ""), ("the Secretary-General", "IGO"),
        ("NATO's secretary general", "IGO"), ("the president of the union", "LAB"), ("Togo's president", "GOV"),
        ("a coalition of gangs", "CRM"), ("a coalition of NGOs", "NGO"), ("an alliance of rebel groups", "REB"),
        ("a coalition of opposition parties", "OPP"), ("a coalition of Gulf states", "INT"),
        ("a coalition against gangs", "INT"), ("the international coalition", "INT"),
        ("the former Soviet states", "INT"),
        ("the director of Oxfam", "NGO"), ("a column of students", "EDU"), ("a column of tanks", "MIL"),
        ("Human Rights Watch researchers", "NGO"), ("a Chadian researcher", "EDU"), ("Yale researchers", "EDU"),
        ("the Turkish Red Crescent", "NGO"), ("the Red Cross", "NGO"),
        ("opponents of Robert Mugabe", "OPP"), ("an Indian navy officer", "MIL"), ("the Hezbollah leadership", "REB"),
    ],
)  # fmt: skip
def test_sectors(phrase: str, sector: str) -> None:
    assert [party.sector for party in resolve(phrase, on="2014-05-09")] == [sector]


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("Claire Nicolet of MSF", "NGO"), ("Yousef Karimi of the Communist Party", "PTY"),
        ("Irungu Houghton from Amnesty International", "NGO"), ("Claire Nicolet of Fiji", ""),
        ("Claire Nicolet of the Fijian army", ""),
        ("parts of the Communist Party", "PTY"),
    ],
)  # fmt: skip
def test_a_stranger_is_what_the_body_is_with_which_they_are_named(phrase: str, sector: str) -> None:
    found = read(phrase, View(roster(), date(2014, 5, 9), lenient=True))
    assert [reading.sector for _, reading in found] == [sector]


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("the Turkish Red Crescent", "Turkish Red Crescent", "TUR"), ("the Kenya Red Cross", "Kenya Red Cross", "KEN"),
        ("the Red Cross", "International Committee of the Red Cross", ""),
        ("the American Red Cross", "American Red Cross", "USA"),
        ("the Palestine Red Crescent", "Palestine Red Crescent Society", "PSE"),
    ],
)  # fmt: skip
def test_a_state_s_red_cross_is_its_own(phrase: str, name: str, country: str) -> None:
    assert [(party.name, party.country) for party in resolve(phrase)] == [(name, country)]
