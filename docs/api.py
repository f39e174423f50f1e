"""`python docs/api.py [FILE]`: docs/api.md, made from the schema and from a small record, so that it says what is.

In: the routes, and a record of one article. Out: Markdown on standard output or in a file.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from dragoman.desk.app import create, inner
from dragoman.desk.desk import opened
from dragoman.desk.options import Options
from dragoman.document import Document
from dragoman.event import Dating, Event, Party, Words
from dragoman.record.record import Record

_TEXT = "The president of Kenya visited Uganda on Wednesday."
_ARTICLE = Document(
    "a1", _TEXT, source="a1.txt", title="A visit", publisher="Harbour Post", language="en", pub_date=date(2024, 6, 21)
)
_EVENT = Event(
    document_id="a1", sentence_index=0, sentence=_TEXT, sentence_start=0, sentence_end=len(_TEXT),
    event_type="CONSULT", mode="visit", contexts=("diplomatic",), cameo_code="042", quad_class=1, goldstein=1.9,
    actors=(Party("The president of Kenya", 0, 22, name="William Ruto", country="KEN", sector="GOV"),),
    recipients=(Party("Uganda", 31, 37, name="Uganda", country="UGA"),), trigger=Words("visited", 23, 30),
    status="actual", historical=False,
    dating=Dating("2024-06-19", "2024-06-19", "day", "on Wednesday", "relative"), place=None, said_by=None,
    confidence=0.91, coder="dragoman",
)  # fmt: skip
# Routes whose answer is shown, with what is asked.
_SHOWN = {
    "/api/v1/events": "?actor=KEN&since=2024-06&limit=1",
    "/api/v1/visits": "?limit=1",
    "/api/v1/dyads": "?limit=1",
    "/api/v1/documents": "?limit=1",
    "/api/v1/events/{event_id}": "",
}

_HEAD = """# The API

Made from the schema by `python docs/api.py docs/api.md`; the schema itself is served at `/api/v1/openapi.json`.

    dragoman serve --record news.duckdb
    curl 'http://127.0.0.1:8000/api/v1/events?actor=RUS&recipient=PRK&since=2024-06'

- **Lists** answer `{"data": [...], "total": N, "next": CURSOR or null}`; the next page is asked for with
  `cursor=CURSOR`, which stands for the last row shown, so that what is added meanwhile doubles none. With `Accept:
  text/csv`, `application/x-ndjson`, `application/vnd.apache.parquet` or `application/vnd.apache.arrow.stream` (or
  `format=csv`, `jsonl`, `parquet`, `arrow`) the whole list comes as a file; `format=sheet` is CSV without formulas
  ([formats](formats.md#csv)).
- **Other sources**: lists and ledgers mean what was coded here, or with `origin=gdelt` events of that source, one by
  one: they are of no incident, and their `incident_id` is empty.
- **Filters** are those of the command line ([record](record.md#filters)), and all must hold. A parameter that a route
  does not have, one that is given twice, and a value that nothing can be (a type there is none of), answer 422.
- **Events** are those of the [contract](contract.md) as they stand: what people corrected is in place, and what the
  machine said is under `corrections`.
- **ETags**: send `If-None-Match`, and what has not changed answers 304.
- **Errors** have one shape: `{"error": {"code": "not_found", "message": "..."}}`.
- **Tokens**: where the desk has one, send `Authorization: Bearer TOKEN`. What writes is sent as JSON.

"""


def page() -> str:
    """The whole page."""
    schema = inner(opened(Options(record=Path("record.duckdb")))).openapi()
    parts = [_HEAD]
    with tempfile.TemporaryDirectory() as folder:
        client = _client(Path(folder) / "record.duckdb")
        for path, methods in schema["paths"].items():
            parts += [_route(path, method, told) + _sample(client, path) for method, told in methods.items()]
    parts.append("## Shapes\n\n")
    parts += [_shape(name, told) for name, told in sorted(schema["components"]["schemas"].items()) if _ours(name)]
    return "".join(parts).rstrip() + "\n"


class _Coder:
    """Gives the one event to the one article."""

    def code_document(self, _document: Document, /) -> list[Event]:
        return [_EVENT]

    def statements(self, _document: Document, /) -> list[dict[str, Any]]:
        return []


def _client(path: Path) -> TestClient:
    Record(path).add([_ARTICLE], make_coder=_Coder, coder="dragoman")
    return TestClient(create(Options(record=path)), base_url="http://127.0.0.1:8000")


def _sample(client: TestClient, path: str) -> str:
    if path not in _SHOWN:
        return ""
    asked = path.replace("{event_id}", "ev-none") if "{" in path else path + _SHOWN[path]
    told = json.dumps(client.get(asked).json(), indent=2, ensure_ascii=False)
    return f"`GET {asked}`:\n\n```json\n{told}\n```\n\n"


def _ours(name: str) -> bool:
    return "Validation" not in name and not name.startswith("Listed")


def _route(path: str, method: str, told: dict[str, Any]) -> str:
    lines = [f"## {method.upper()} {path}\n", f"{told.get('description', '')}\n"]
    rows = [
        f"| {one['name']} | {_kind(one['schema'])} | {one.get('description', '')} |"
        for one in told.get("parameters", ())
    ]
    if rows:
        lines += ["| parameter | type | meaning |", "|---|---|---|", *rows, ""]
    body = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if body:
        lines.append(f"Sends {_kind(body)}.\n")
    lines.append(f"Answers {', '.join(_answers(told))}.\n\n")
    return "\n".join(lines)


def _answers(told: dict[str, Any]) -> Iterator[str]:
    for status, answer in told["responses"].items():
        schema = answer.get("content", {}).get("application/json", {}).get("schema")
        if status.startswith("2"):
            yield f"{status} with {_kind(schema)}" if schema else status
    yield "or an error: " + " ".join(status for status in told["responses"] if not status.startswith("2"))


def _shape(name: str, told: dict[str, Any]) -> str:
    needed = set(told.get("required", ()))
    rows = [
        f"| {key} | {_kind(kind)}{'' if key in needed else ', optional'} |"
        for key, kind in told.get("properties", {}).items()
    ]
    return "\n".join([f"### {name}\n", f"{told.get('description', '')}\n", "| key | type |", "|---|---|", *rows, "\n"])


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"a page of {name[7:-1]}" if name.startswith("Listed_") else name
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    return str(schema.get("format") or schema.get("type", "any"))


if __name__ == "__main__":
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())
