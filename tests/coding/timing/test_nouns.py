"""Nouns: a date that names another event than the trigger's is not the trigger's."""

import pytest

from coding.dates import asked
from dragoman.coding.timing.nouns import of_another, of_pact, of_subject


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("They fired the rockets in retaliation for last month's raid.", "fired", True),
        ("The police opened an inquiry into Thursday's shooting.", "opened", True),
        ("The army drove into the town on Thursday.", "drove", False),
        ("They expelled nine men over the 4 March poisoning.", "expelled", True),
        ("The council condemned Sunday's raid.", "condemned", True),
        ("The council condemned the 2015 deal.", "condemned", True),
        ("The council challenged the outcome of the May 2019 vote.", "challenged", True),
        ("A court annulled the 4 March vote.", "annulled", True),
        ("The envoys found irregularities in the 4 March vote.", "found irregularities", True),
        ("Thousands marched against the 2021 coup.", "marched", True),
        ("Thousands marched for the 2021 deal.", "marched", False),
        ("They jailed nine men over the 2021 rising.", "jailed", True),
        ("She won the May 2019 vote.", "won", False),
        ("The council boycotted Tuesday's session.", "boycotted", False),
        ("Nine men were killed in Sunday's raid.", "killed", False),
        ("They withdrew from the 2015 deal.", "withdrew", False),
        ("They fled over the river on 4 March when the dam broke.", "fled", False),
        ("The council condemned the raid on Sunday.", "condemned", False),
        ("The council condemned the coup of 2016.", "condemned", True),
        ("The council condemned the coup in 2016.", "condemned", False),
        ("Nine men fled in the war of 1967.", "fled", False),
        ("It condemned in the strongest terms the attack at a hall in Kano, Nigeria, on 22 March.", "condemned", True),
        ("It condemned the heinous and cowardly attack in Kano on March 22.", "condemned", True),
        ("It deplored the arrest of ten nurses in Lima on 22 March 2024.", "deplored", True),
        ("It condemned the attack on 22 March.", "condemned", False),
        ("It condemned the attack in Kano on Friday.", "condemned", False),
        ("It condemned the raid and met envoys in Kano on 22 March.", "condemned", False),
        ("It condemned the king in Kano on 22 March.", "condemned", False),
        ("It described the attack in Kano on 22 March.", "described", False),
        ("Gunmen killed ten in an attack in Kano on 22 March.", "killed", False),
    ],
)
def test_whose_date_a_noun_bears(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_another, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Togo is leaving the 2015 trade deal.", "leaving", True),
        ("They withdrew from the 1987 Ibis Treaty with Benin.", "withdrew", True),
        ("They pledged to carry out a 2016 peace accord.", "pledged", True),
        ("As Togo left the landmark 2015 trade deal, rebels struck the port.", "struck", False),
        ("Blamed for leaving the landmark 2015 trade deal, Chad shelled Togo.", "shelled", True),
        ("They were leaving the landmark 2015 trade deal.", "leaving the landmark 2015 trade deal", True),
        ("Chad violated the Sept. 19 military agreement.", "violated", True),
        ("Chad signed the Sept. 19 military agreement.", "signed", False),
        ("The 4 May truce collapsed.", "truce", False),
        ("Under the 1994 treaty, Chad left the port.", "left", False),
        ("They signed the 2015 trade deal.", "signed", False),
        ("They left after a 2015 raid on the deal's envoys.", "left", False),
        ("The 2015 deal collapsed.", "collapsed", False),
        ("They left the deal in 2015.", "left", False),
        ("They asked for talks under a treaty of 1997.", "asked", True),
        ("They signed the treaty of 1997.", "signed", False),
        ("They asked for talks in the winter of 1997.", "asked", False),
        ("They left in the May 2015 deal.", "left", False),
    ],
)
def test_a_pact_outlasts_its_year(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_pact, text, trigger) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The king said the 1973 ruling was a mistake.", "a mistake", True),
        ("The king called the 2015 deal a disgrace.", "a disgrace", True),
        ("Koffi, a leader of Togo's 2011 rising, is on hunger strike.", "on hunger strike", True),
        ("The king recalled the 2011 invasion of Togo.", "invasion", False),
        ("He planned the 2016 coup attempt.", "coup attempt", False),
        ("In the 1967 war Togo captured the port.", "captured", False),
        ("When he was losing the 2020 vote to Ama, the king called his lawyer.", "called", False),
        ("After the failed 2016 coup the king jailed hundreds.", "jailed", False),
        ("They recalled the 1931 Volta incident, when soldiers shot a clerk.", "shot", False),
        ("The king spoke of the May 1973 ruling and wept.", "wept", False),
        ("The king condemned the 1973 ruling.", "condemned", False),
    ],
)
def test_a_bare_year_is_of_the_noun_it_tells_apart(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_subject, text, trigger) is wanted
