"""`dragoman plot`: a file from a record, and what is missing said."""

from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record.adding import Coding, add
from record.samples import Coder, article


def test_a_plot_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    for arguments in (["plot"], ["plot", "network", "--status", "actual"]):
        result = CliRunner().invoke(app, [*arguments, "--record", str(path), "-o", str(tmp_path / "p.svg")])
        assert result.exit_code == 0, result.stderr
        assert (tmp_path / "p.svg").read_bytes().startswith(b"<svg")
        assert result.stderr == ""
    none = ["plot", "series", "--actor", "KEN", "--record", str(path), "-o", str(tmp_path / "p.svg")]
    result = CliRunner().invoke(app, none)
    assert result.exit_code == 0
    assert result.stderr == f"dragoman: {tmp_path / 'p.svg'}: nothing found; the plot is empty\n"
    assert CliRunner().invoke(app, ["plot", "--record", str(path)]).exit_code == 2
