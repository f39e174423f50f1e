"""Agent nouns, modifiers and traps: the tables agents.csv, modifiers.csv and ambiguous.csv.

In: the shipped tables. Out: `AgentNoun`, `Modifier` and `Ambiguity` tuples in the order of their files.
"""

from typing import Literal, NamedTuple, cast, get_args

from dragoman.actors.knowledge.rows import Row, table_rows
from dragoman.errors import KnowledgeError

Rule = Literal["default", "capital", "upper", "context", "never"]


class AgentNoun(NamedTuple):
    """A common noun for an actor: "prosecutor", "coast guard". In lower case unless a name.

    `plural` is "" for nouns without one ("police", "personnel"). `sector` is a code of sectors.csv.
    `number` is "" (as the form says), "singular", "plural" ("police are") or "collective" (it or they).
    `gender` is "m", "f" or "" (either).
    """

    noun: str
    plural: str
    sector: str
    number: str
    gender: str


class Modifier(NamedTuple):
    """A word before a noun that changes its sector: "former" -> ELI.

    `sector` is the sector it gives; `applies_to` holds the sectors it changes, () for all.
    """

    word: str
    sector: str
    applies_to: tuple[str, ...]


class Ambiguity(NamedTuple):
    """A surface form that also means something else, and when it counts as the actor `reads_as`.

    `reads_as` is an ISO alpha-3 code or an organisation id; several are candidates, the likeliest first.
    `rule` is "default" (counts unless a neighbour forbids), "capital" (only with a capital first letter),
    "upper" (only all in capitals), "context" (only when the document speaks of it otherwise) or "never".
    `not_before` and `not_after` are the neighbouring words, lower case, beside which it does not count;
    "<name>" among them is any neighbour that is part of a person's name (Michael Jordan, Paris Hilton).
    """

    name: str
    reads_as: tuple[str, ...]
    rule: Rule
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    other: str


def load_agents() -> tuple[AgentNoun, ...]:
    """Every row of agents.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(AgentNoun(*row.fields) for row in table_rows("agents.csv", AgentNoun._fields))


def load_modifiers() -> tuple[Modifier, ...]:
    """Every row of modifiers.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    rows = table_rows("modifiers.csv")
    return tuple(Modifier(row["word"], row["sector"], row.many("applies_to")) for row in rows)


def load_ambiguities() -> tuple[Ambiguity, ...]:
    """Every row of ambiguous.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(_ambiguity(row) for row in table_rows("ambiguous.csv"))


def _ambiguity(row: Row) -> Ambiguity:
    if row["rule"] not in get_args(Rule):
        raise KnowledgeError(f"{row.where}: rule {row['rule']!r}; write one of {', '.join(get_args(Rule))}")
    return Ambiguity(
        name=row["name"],
        reads_as=row.many("reads_as"),
        rule=cast("Rule", row["rule"]),
        not_before=row.many("not_before"),
        not_after=row.many("not_after"),
        other=row["other"],
    )
