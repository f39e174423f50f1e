"""A name and the description beside it are one reading."""

from dragoman.actors.readings import Reading, joined


def test_the_person_wins_and_the_description_fills() -> None:
    person = Reading(name="Talin Oberek", sector="", person=True)
    words = Reading(name="lawyer", country="KEN", sector="JUD", noun="lawyer", bare=False)
    for one, other in ((person, words), (words, person)):
        assert joined(one, other) == Reading(
            name="Talin Oberek", country="KEN", sector="JUD", person=True, noun="lawyer", bare=False
        )
