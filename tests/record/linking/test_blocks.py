"""Blocks: finding is mutual, and no two reports of a gold happening that are alike miss each other."""

from itertools import combinations

from dragoman.record.linking.blocks import blocks, looking, standing
from dragoman.record.linking.rules import rules
from dragoman.record.linking.scoring import Scale
from dragoman.record.linking.traits import traits
from reports import gold, report


def test_likes_find_each_other_or_neither_does_and_those_of_one_happening_do() -> None:
    happening = gold()
    told = [
        (one, what, set(standing(one)), set(looking(one)))
        for what, one in zip(happening.values(), map(traits, happening), strict=True)
    ]
    for (a, one, stand_a, look_a), (b, other, stand_b, look_b) in combinations(told, 2):
        if Scale(a, rules().points).score(b) > 0:
            assert look_a.isdisjoint(stand_b) == look_b.isdisjoint(stand_a)
            assert one != other or not look_a.isdisjoint(stand_b)


def test_a_report_without_a_day_or_a_party_stands_nowhere() -> None:
    assert blocks(report(date_start=None, date_end=None, pub_date=None)) == ()
    assert blocks(report(actors=(), recipients=())) == ()


def test_a_block_names_type_parties_and_days() -> None:
    assert all(block.startswith(("CONSULT|KEN|UGA|", "CONSULT|KEN|*|", "CONSULT|UGA|*|")) for block in blocks(report()))


def test_a_report_stands_in_few_blocks() -> None:
    crowd = tuple((f"land {n}", f"L{n:02}", "GOV") for n in range(60))
    assert len(blocks(report(actors=crowd))) <= 50
