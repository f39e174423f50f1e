"""Names: everything that is known under a name, found in text, and which of its readings holds on a day.

In: the tables of `knowledge`, the user's own, a text. Out: `Match`es, the `Roster`, readings of names, codes of actors.
"""
