"""What one document tells apart: two acts of one article that are no two reports of one happening.

In: the traits of reports of one document. Out: whether two of them contradict each other, and which ones do. Points are
made for the words of different papers. Of its own words one article's author says more: the coder has read them
together, and where it gave them different happenings and a reader sees why, no points make them one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.record.linking.nearness import near_by
from dragoman.record.linking.rules import rules
from dragoman.record.linking.traits import Traits

Sectors = frozenset[tuple[str, str]]


def contradicted(members: Iterable[Traits]) -> dict[str, set[str]]:
    """By event id those of `members` that can be of no incident with it; both ways round."""
    documents: dict[str, list[Traits]] = defaultdict(list)
    for member in members:
        if member.happening_id:
            documents[member.document_id].append(member)
    found: dict[str, set[str]] = {}
    for told in documents.values():
        for place, one in enumerate(told):
            for other in told[place + 1 :]:
                if apart(one, other):
                    found.setdefault(one.id, set()).add(other.id)
                    found.setdefault(other.id, set()).add(one.id)
    return found


def apart(one: Traits, other: Traits) -> bool:
    """Whether two reports tell two happenings: of one document, held apart by the coder, and differing in the act.

    Two papers' accounts in one article, or a raid and its denial, are held apart by the coder too, and may still be of
    one happening: by voice, status or another name for one party alone nothing is told apart here.
    """
    if one.document_id != other.document_id or not one.happening_id or not other.happening_id:
        return False
    if one.happening_id == other.happening_id:
        return False
    return (
        one.event_type != other.event_type
        or _differ(one.mode, other.mode)
        or _one_sentence(one, other)
        or (one.kind == other.kind == "exact" and (one.first > other.last or other.first > one.last))
        or _elsewhere(one, other)
        or _others(one, other)
    )


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _one_sentence(one: Traits, other: Traits) -> bool:
    """A sentence with two deeds tells two; the same terms and numbers are the same sentence."""
    return bool(one.stems) and one.stems == other.stems and one.numbers == other.numbers


def _elsewhere(one: Traits, other: Traits) -> bool:
    """Two points on the map that are not near each other; a country is no point, and may be where the town lies."""
    if not _differ(one.place, other.place):
        return False
    if _differ(one.place_country, other.place_country):
        return True
    return near_by(one, other) is False


def _others(one: Traits, other: Traits) -> bool:
    """Other people in office, or parties of other sectors: police and soldiers, a lawmaker and a journalist.

    On one side alone an army is no other party than its government, and two voices name even a priest otherwise.
    """
    if _persons(one.persons, other.persons):
        return True
    sides = (
        (one.cast.actors.sectors, other.cast.actors.sectors),
        (one.cast.recipients.sectors, other.cast.recipients.sectors),
    )
    if all(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in sides):
        return True
    alike = (one.status, one.said_by) == (other.status, other.said_by)
    return alike and any(mine and theirs and _callings(mine).isdisjoint(_callings(theirs)) for mine, theirs in sides)


def _persons(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> bool:
    """Each names an office-holder of one country whom the other does not: one met Tusk, the other Duda."""
    mine, theirs = set(one) - set(other), set(other) - set(one)
    return not {country for _, country in mine}.isdisjoint(country for _, country in theirs)


def _callings(sectors: Sectors) -> Sectors:
    """The same with one name for whatever stands for a state."""
    classes = rules().classes
    return frozenset((country, "state" if classes.get(name) == "state" else name) for country, name in sectors)
