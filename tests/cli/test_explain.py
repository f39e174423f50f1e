"""`dragoman explain`: what is shown of a text and of a file."""

import unicodedata
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from click.testing import Result
from rich.console import Console
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.cli.explain import explain
from dragoman.coding.coder import Coder
from dragoman.document import Document
from dragoman.record.record import Record
from fakes import bare_event, event
from record.samples import Scripted
from sources import FRENCH

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


def test_why_each_party_is_who_it_is() -> None:
    page = shown(
        "Russian President Vladimir Putin met Kim Jong Un in Pyongyang on Friday. Later he praised the Korean."
    )
    assert "named so here" in page
    assert "the person named before: “Vladimir Putin”, sentence 1; country 0." in page
    assert "(relative, Friday, marked by the network)" in page
    assert "where: Pyongyang PRK (marked by the network)" in page


def test_why_an_event_did_not_happen_and_who_says_so() -> None:
    page = shown("Kenya will not send troops, officials said.")
    assert "“not”, by rules alone" in page
    assert "heard by rules at “said”" in page


def test_letters_and_their_accents_are_one_character() -> None:
    text = "Türkiye arrested four activists on Tuesday."
    assert text in shown(unicodedata.normalize("NFD", text))


def test_a_text_without_candidates_says_so() -> None:
    assert "nothing in this text" in shown("The sea was calm.")


def test_the_documents_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT.replace("[", "").replace("]", ""), encoding="utf-8")
    assert "COERCE" in shown(str(path))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("f.bin", bytes(range(256)), "failed f.bin: is a binary file"),
        ("f.txt", FRENCH.encode(), "skipped f.txt: language is fr"),
        ("f.txt", b"word " * 200_001, "failed f.txt: its text has 1,000,005 characters"),
        ("none.txt", None, "failed none.txt: no such file or directory"),
        ("no/such/file", None, "failed no/such/file: no such file or directory"),
    ],
)
def test_a_file_that_cannot_be_explained_is_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes | None, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    found = CliRunner().invoke(app, ["explain", name])
    assert found.exit_code == 1
    assert f"dragoman: {said}" in found.stderr
    assert found.stdout == ""


@pytest.mark.parametrize("text", ["", " \n"])
def test_no_text_is_wrong_usage(text: str) -> None:
    found = CliRunner().invoke(app, ["explain", text])
    assert found.exit_code == 2
    assert found.stderr == "dragoman: explain: there is no text; give one in quotes, or a file\n"


def test_a_long_sentence_is_no_name_of_a_file() -> None:
    assert "COERCE" in shown(" ".join([TEXT] * 8))


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one article of two sentences, and of an event of another source."""
    path = tmp_path_factory.mktemp("explain") / "r.duckdb"
    text = f"{TEXT} Uganda expelled two Kenyan diplomats on Wednesday."
    Record(path).add([Document("a1", text, source="a1.txt", pub_date=date(2023, 5, 18))])
    Record(path).append([bare_event("b1")], origin="gdelt")
    return path


def explained(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments, "--record", str(record)], env={"COLUMNS": "160"})


def test_an_event_of_a_record(record: Path) -> None:
    first, second = sorted(Record(record).events(), key=lambda row: int(row["sentence_index"]))
    told = explained(record, first["event_id"])
    assert told.exit_code == 0
    assert told.stdout.startswith("a1.txt: COERCE as dragoman")
    assert "arrested" in told.stdout
    assert "2023-05-16" in told.stdout
    assert "expelled" not in told.stdout
    assert "otherwise" not in told.stdout
    assert "expelled" in explained(record, second["event_id"]).stdout


def test_an_event_that_is_read_otherwise_now(tmp_path: Path) -> None:
    made = event("a9", event_type="AID", mode="")
    kept = tmp_path / "r.duckdb"
    Record(kept).add([Document("a9", f"{made.sentence} Nothing else.")], make_coder=lambda: Scripted([made]))
    assert "now it is read otherwise" in explained(kept, made.event_id).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ev-00000000000000000000"], "explain: there is no event ev-00000000000000000000 in "),
        (["ev-none"], "explain: there is no event ev-none in "),
        ([bare_event("b1").event_id], "comes from gdelt, without a text"),
        (["ev-00000000000000000000", "--date", "2024-06-21"], "leave --date out"),
    ],
)
def test_an_event_that_cannot_be_explained(record: Path, arguments: list[str], said: str) -> None:
    told = explained(record, *arguments)
    assert told.exit_code == 2
    assert said in told.stderr
    assert told.stderr.count("\n") == 1


def test_words_that_begin_like_an_id_are_a_text() -> None:
    assert "nothing in this text" in shown("ev-00000000000000000000 of them.")
