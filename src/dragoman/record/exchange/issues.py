"""Issues of PETRARCH and Phoenix: "ISSUE,n;ISSUE,n" with how often each was found; they hold PLOVER's contexts.

In: context tags, or a cell of issues. Out: the other. Issues that are no PLOVER context are not taken over.
"""

from dragoman.ontology import contexts as known_contexts


def issues_of(contexts: tuple[str, ...]) -> str:
    """The tags as issues found once each."""
    return ";".join(f"{tag.upper()},1" for tag in contexts)


def contexts_of(cell: str) -> tuple[str, ...]:
    """PLOVER's context tags among the issues of a cell."""
    tags = (part.partition(",")[0].strip().lower() for part in cell.split(";"))
    return tuple(dict.fromkeys(tag for tag in tags if tag in known_contexts()))
