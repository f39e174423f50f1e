"""The ontology for people: what `dragoman ontology` prints.

In: nothing, the name of a type, the word "contexts", or a CAMEO code. Out: rich renderables.
"""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dragoman.errors import UsageError
from dragoman.ontology import QUAD_NAMES, EventType, contexts, load
from dragoman.ontology.crosswalk import plover
from dragoman.writing.fitting import Fitted


def overview() -> RenderableType:
    """One row a type: quad class, CAMEO root, modes, and what it means."""
    table = Table(title="Event types", title_justify="left", show_lines=False)
    for column in ("Type", "Quad", "CAMEO", "Recipient", "Modes", "Meaning"):
        table.add_column(column)
    for kind in load().types.values():
        row = (kind.name, str(kind.quad_class), kind.cameo_root, _recipient(kind))
        table.add_row(*row, ", ".join(kind.modes), _first_sentence(kind.definition))
    quads = ", ".join(f"{number} {name}" for number, name in QUAD_NAMES.items())
    return Group(Fitted(table), Text(f"Quad classes: {quads}. More: dragoman ontology TYPE | contexts | CAMEO-CODE"))


def detail(name: str) -> RenderableType:
    """A type, the context tags, or a CAMEO code. Raises UsageError for anything else."""
    if name.upper() in load().types:
        return Group(*_type_parts(load().types[name.upper()]))
    if name.lower() == "contexts":
        return _context_table()
    if name in load().cameo:
        return _code_table([name, *(code for code in load().cameo if code[:-1] == name)])
    known = ", ".join(load().types)
    raise UsageError(f"no event type or CAMEO code {name!r}; types: {known}; CAMEO codes look like 042")


def _type_parts(kind: EventType) -> Iterator[RenderableType]:
    yield Text(kind.name, style="bold")
    yield Text(kind.definition)
    quad = f"{kind.quad_class}, {QUAD_NAMES[kind.quad_class]}"
    yield Text(f"\nQuad class: {quad}. CAMEO root: {kind.cameo_root}. Recipient: {_recipient(kind)}.")
    if kind.reciprocal:
        yield Text("Parties on an equal footing may all be actors, without a recipient.")
    if kind.note:
        yield Text(f"Note: {kind.note}")
    yield Text("\nIt is not")
    yield Text("\n".join(f"  - {line}" for line in kind.is_not))
    if kind.modes:
        table = Table(title="Modes", title_justify="left")
        table.add_column("Mode")
        table.add_column("Meaning")
        for mode, meaning in kind.modes.items():
            table.add_row(mode, meaning)
        yield Fitted(table)
    yield _code_table([code for code in load().cameo if plover(code)[0] == kind.name])


def _code_table(codes: list[str]) -> RenderableType:
    table = Table(title="CAMEO codes", title_justify="left")
    for column in ("Code", "Name", "Goldstein", "Quad", "Type", "Mode", "Contexts"):
        table.add_column(column, justify="right" if column == "Goldstein" else "left")
    for code in codes:
        row, (kind, mode, tags) = load().cameo[code], plover(code)
        score = f"{row.goldstein:g}"
        table.add_row(code, escape(row.name), score, str(row.quad_class), kind, mode, ", ".join(tags))
    return Fitted(table)


def _context_table() -> RenderableType:
    table = Table(title="Context tags", title_justify="left")
    table.add_column("Context")
    table.add_column("About")
    for context in contexts().values():
        table.add_row(context.name, context.definition)
    return Fitted(table)


def _recipient(kind: EventType) -> str:
    return "required" if kind.recipient_required else "optional"


def _first_sentence(text: str) -> str:
    return text.split(". ", 1)[0].rstrip(".") + "."
