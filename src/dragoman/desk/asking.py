"""What a caller asks for, in a URL: the record's filters and the desk's own few, as FastAPI reads them.

In: query parameters. Out: `Filters` and a `Query`; UsageError for what cannot be. The filters are those of the command
line, made from the same fields.
"""

import inspect
from collections.abc import Callable, Collection
from dataclasses import fields
from typing import Annotated, Any, get_args, get_type_hints
from urllib.parse import urlencode

from fastapi import Query as Parameter
from pydantic import BeforeValidator, Field

from dragoman.record.filters import Filters

_LONGEST = 300
_ANNOTATED: Any = Annotated


def filters(**given: Any) -> Filters:
    """The filters that are given; an empty value is none."""
    return Filters(**{name: value for name, value in given.items() if value not in (None, "")})


def _given(value: object) -> object:
    """Forms send fields that are empty."""
    return None if isinstance(value, str) and not value.strip() else value


def filters_without(refused: Collection[str]) -> Callable[..., Filters]:
    """The same for what cannot be asked by `refused`: the schema does not offer them, and whoever gives one is told."""

    def asked(**given: Any) -> Filters:
        return filters(**given)

    asked.__dict__["__signature__"] = _signature(refused)
    return asked


def _signature(refused: Collection[str] = ()) -> inspect.Signature:
    hints = get_type_hints(Filters)
    found = []
    for one in fields(Filters):
        (kind,) = [inner for inner in get_args(hints[one.name]) or (hints[one.name],) if inner is not type(None)]
        about = Parameter(description=one.metadata["help"], include_in_schema=one.name not in refused)
        bounded = _ANNOTATED[kind, Field(**_bounds(one.name))] | None
        hint = _ANNOTATED[bounded, BeforeValidator(_given), about]
        found.append(inspect.Parameter(one.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=hint))
    return inspect.Signature(found)


def _bounds(name: str) -> dict[str, Any]:
    if name == "quad":
        return {"ge": 1, "le": 4}
    if name == "min_confidence":
        return {"ge": 0, "le": 1}
    return {"max_length": _LONGEST}


filters.__dict__["__signature__"] = _signature()


def query_of(chosen: Filters, **more: object) -> str:
    """The query string that asks for these filters, so that a link shares a view; "" for none."""
    return query({one.name: getattr(chosen, one.name) for one in fields(Filters)} | more)


def query(told: dict[str, object]) -> str:
    """The query string of what is told, without what is empty; "" for nothing."""
    return urlencode({name: value for name, value in told.items() if value not in (None, "")})
