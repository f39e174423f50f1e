"""The sector of a description: of its head, of a known body before it, of whose it is."""

import pytest

from dragoman.actors import resolve


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
        ("the director of Oxfam", "NGO"), ("a column of students", "EDU"), ("a column of tanks", "MIL"),
        ("opponents of Robert Mugabe", "OPP"), ("an Indian navy officer", "MIL"), ("the Hezbollah leadership", "REB"),
    ],
)  # fmt: skip
def test_sectors(phrase: str, sector: str) -> None:
    assert [party.sector for party in resolve(phrase, on="2014-05-09")] == [sector]
