"""Towns that stand for the body that sits there: "Brussels" is the European Union's in a text of it, not Belgium's.

In: what a document says of countries, and the roster with its traps. Out: whom the town's name means, by its key.
"""

from collections.abc import Sequence

from dragoman.actors.names.kinds import PLACES
from dragoman.actors.names.matching import Name, key
from dragoman.actors.names.roster import Roster
from dragoman.actors.scene.clues import Clue


def seats(known: Sequence[Clue], names: Roster) -> dict[str, Name]:
    """The bodies meant by towns that a trap says are their seats too, where the text names the body and does not name
    the state of the town."""
    bodies = {names.bodies.get(c.name.name, ""): c.name for c in known if c.name.kind == "organisation"}
    states = {c.country for c in known if c.name.kind in ("state", "demonym")}
    found: dict[str, Name] = {}
    for clue in known:
        trap = names.traps.get(key(clue.name.text)) if clue.name.kind in PLACES and clue.country not in states else None
        meant = next((bodies[one] for one in trap.reads_as[1:] if one in bodies), None) if trap else None
        if meant is not None and not meant.country:
            found[key(clue.name.text)] = meant
    return found
