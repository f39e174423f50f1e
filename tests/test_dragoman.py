"""The public surface: sorted, loaded on first use, and quick to import."""

import subprocess
import sys

import pytest

import dragoman

HEAVY = (
    "spacy", "torch", "ray", "onnxruntime", "tokenizers", "fastapi", "uvicorn", "pyarrow", "trafilatura",
    "duckdb", "numpy", "httpx", "rich", "typer", "yaml",
)  # fmt: skip


def test_exported_names_are_sorted_and_can_be_loaded() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__)
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    assert set(dragoman.__all__) < set(dir(dragoman))


def test_a_name_it_does_not_have_is_said() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Codr'"):
        _ = dragoman.Codr


def test_import_loads_nothing_heavy() -> None:
    code = f"import dragoman, sys; print(sorted(set(sys.modules) & set({HEAVY!r})), dragoman.__version__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == f"[] {dragoman.__version__}\n"
