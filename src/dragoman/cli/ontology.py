"""`dragoman ontology [TYPE]`: what can happen, and how it is told from its neighbours.

In: the name of a type, "contexts", a CAMEO code, or nothing. Out: tables on the given console.
"""

from rich.console import Console


def ontology(type_name: str | None, *, console: Console) -> None:
    """Print all types, or one type, the tags, or a CAMEO code. Raises UsageError for an unknown name."""
    from dragoman.ontology import show

    console.print(show.overview() if type_name is None else show.detail(type_name))
