"""`dragoman explain`: what is shown of a text and of a file."""

from io import StringIO
from pathlib import Path

from rich.console import Console

from dragoman.cli.explain import explain
from dragoman.coding.coder import Coder

TEXT = "Kenyan police arrested four [activists] in Kisumu on Tuesday."


def shown(what: str) -> str:
    out = StringIO()
    explain(what, coder=Coder(), console=Console(file=out, width=160), date="2023-05-18")
    return out.getvalue()


def test_the_trigger_its_types_and_the_verdict() -> None:
    page = shown(TEXT)
    assert TEXT in page
    assert "arrested" in page
    assert "COERCE" in page
    assert "told" in page


def test_a_text_without_candidates_says_so() -> None:
    assert "nothing in this text" in shown("The sea was calm.")


def test_the_documents_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT.replace("[", "").replace("]", ""), encoding="utf-8")
    assert "COERCE" in shown(str(path))
