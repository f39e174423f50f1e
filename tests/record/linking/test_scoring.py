"""Points of two reports: the same both ways round, and each finding counts as the rules say."""

from itertools import combinations

from dragoman.record.linking.rules import rules
from dragoman.record.linking.scoring import Scale
from dragoman.record.linking.traits import Traits, traits
from reports import gold, report

POINTS = rules().points


def score(one: Traits, other: Traits) -> int:
    """The points of two."""
    return Scale(one, POINTS).score(other)


def points(**changes: object) -> int:
    """A report against itself with changes."""
    return score(traits(report("ev-1")), traits(report("ev-2", **changes)))


def test_it_is_the_same_both_ways_round() -> None:
    told = [traits(one) for one in list(gold())[:60]]
    assert all(score(a, b) == score(b, a) for a, b in combinations(told, 2))


def test_a_near_type_and_another_status_cost_what_the_rules_say() -> None:
    assert points() - points(status="planned") == -POINTS.status
    assert points(event_type="THREATEN") == POINTS.floor


def test_towns_nearby_are_one_place_and_distant_ones_are_not() -> None:
    near = points(place_name="Entebbe", latitude=0.2, longitude=32.5)
    far = points(place_name="Gulu", latitude=2.77, longitude=32.3)
    assert (near - points(), far - near) == (0, POINTS.place_far - POINTS.place_same)


def test_a_town_is_in_its_country_where_one_article_names_both() -> None:
    country = {"place_name": "Uganda", "latitude": None, "longitude": None}
    apart = points(**country)
    one = traits(report("ev-1", document_id="doc"))
    together = score(one, traits(report("ev-2", document_id="doc", **country)))
    abroad = score(one, traits(report("ev-2", document_id="doc", **country, place_country="KEN")))
    assert together - apart == POINTS.place_within
    assert abroad - apart == POINTS.place_abroad


def test_the_date_line_does_not_part_neighbours() -> None:
    one = traits(report("ev-1", place_name="Suva", latitude=-18.0, longitude=179.95))
    other = traits(report("ev-2", place_name="Levuka", latitude=-18.0, longitude=-179.95))
    far = traits(report("ev-3", place_name="Apia", latitude=-13.8, longitude=-171.8))
    assert score(one, other) > score(one, far)


def test_who_met_whom_may_change_places_but_who_struck_whom_may_not() -> None:
    kenya, uganda = (("Kenya", "KEN", "GOV"),), (("Uganda", "UGA", "GOV"),)
    sides = {"actors": uganda, "recipients": kenya}
    struck = traits(report("ev-1", event_type="ASSAULT", actors=kenya, recipients=uganda))
    back = traits(report("ev-2", event_type="ASSAULT", **sides))
    assert score(struck, back) < 0 < points(**sides)


def test_nothing_is_below_the_floor() -> None:
    assert (
        points(place_country="BRA", place_name="Belem", actors=(("Peru", "PER", "GOV"),), sentence="") == POINTS.floor
    )
