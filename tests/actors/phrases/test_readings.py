"""A name and the description beside it are one reading."""

from dragoman.actors.phrases.readings import Reading, joined


def test_the_person_wins_and_the_description_fills() -> None:
    person = Reading(name="Talin Oberek", sector="", person=True)
    words = Reading(name="lawyer", country="KEN", sector="JUD", noun="lawyer", bare=False)
    for one, other in ((person, words), (words, person)):
        assert joined(one, other) == Reading(
            name="Talin Oberek", country="KEN", sector="JUD", person=True, noun="lawyer", bare=False
        )


def test_who_is_named_is_meant_not_who_holds_the_office_now() -> None:
    """Of an article whose day nobody knows."""
    named = Reading(name="Ebrahim Raisi", country="IRN", sector="ELI", person=True, bare=False)
    holder = Reading(
        name="Masoud Pezeshkian",
        country="IRN",
        sector="GOV",
        office="president",
        person=True,
        noun="president",
        bare=False,
    )
    for one, other in ((named, holder), (holder, named)):
        told = joined(one, other)
        assert (told.name, told.sector, told.office) == ("Ebrahim Raisi", "GOV", "president")
