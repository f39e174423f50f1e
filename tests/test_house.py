"""The habits of the house, held for every module: a docstring, a mirrored test, files and functions of bounded size."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dragoman"
MODULES = sorted(SOURCE.rglob("*.py"))
TRAINING = sorted((ROOT / "training").glob("*.py"))

FILE_LINES = 400
FUNCTION_LINES = 60
PARTS_DEEP = 4

# What every stage may import, and nothing but each other: the words that all stages speak.
GROUND = {"", "collecting", "datelines", "document", "errors", "event", "settings", "summing"}
# Which stage may import which, beside itself and the ground. `actors` is five rooms: who is known, a phrase alone, then
# a document; places are known below phrases.
KNOWN = {"actors/knowledge", "actors/names"}
ROOMS = {"actors/phrases", "actors/scene", "actors/mentions", "actors/countries"}
IMPORTS: dict[str, set[str]] = {
    "models": set(),
    "reading": set(),
    "writing": {"reading"},
    "ontology": {"writing"},
    "evaluation": {"ontology"},
    "actors/knowledge": KNOWN,
    "actors/names": KNOWN,
    "placing": KNOWN,
    "actors/phrases": {*KNOWN, "placing"},
    "actors/scene": {*KNOWN, *ROOMS, "placing"},
    "actors/mentions": {*KNOWN, *ROOMS},
    "actors/countries": {*KNOWN, *ROOMS},
    "actors": {*KNOWN, *ROOMS},
    "coding": {*KNOWN, *ROOMS, "actors", "placing", "models", "ontology", "reading"},
    "running": {"coding", "reading", "writing"},
    "record": {*KNOWN, "coding", "models", "ontology", "reading", "running", "writing"},
    "desk": {*KNOWN, "actors", "coding", "ontology", "reading", "record", "writing"},
    "__main__": {"cli"},
    "cli": {*KNOWN, "actors", "coding", "desk", "evaluation", "ontology", "reading", "record", "running", "writing"},
}

# Folders whose modules are all one shape: one contract runs over each of them.
CONTRACTS = {
    "record/exchange": "record/exchange/test_exchange.py",
    "desk/api": "desk/api/test_api.py",
    "desk/pages": "desk/pages/test_pages.py",
}

# Modules of training/ without a test of their own, each with the reason.
UNTESTED = {
    "training/__main__.py": "commands alone; what they call is tested where it stands",
    "training/designs.py": "compares a design that was not taken; run by hand, with spaCy's model",
    "training/screening.py": "measures what was not taken; run by hand on a fitted network",
}

# Tests of no single module, each with what it looks at.
CROSSING = {
    "test_house.py": "all modules",
    "test_docs.py": "the documents against the code",
    "coding/test_cases.py": "whole articles through all of coding",
    "desk/test_browser.py": "the desk as a person uses it, in a real browser",
    "desk/test_killed.py": "the desk killed and started again",
    "training/test_relations.py": "the pairs of training/relations.jsonl",
    "training/test_sentences.py": "the sentences of training/sentences",
}


def name(module: Path) -> str:
    """A module as people write it: reading/html.py."""
    return module.relative_to(SOURCE).as_posix()


def tree(module: Path) -> ast.Module:
    """Its syntax."""
    return ast.parse(module.read_text(encoding="utf-8"))


def mirrored(module: Path) -> Path:
    """Where the test of a module stands: beside its like, a package's under the package's name."""
    inner = module.relative_to(SOURCE if module.is_relative_to(SOURCE) else ROOT)
    folder = Path(__file__).parent / inner.parent
    stem = inner.stem if inner.stem != "__init__" else module.parent.name
    return folder / f"test_{stem}.py"


def under_contract(module: Path) -> bool:
    """Whether a contract test that stands runs over its folder."""
    contract = CONTRACTS.get(module.relative_to(SOURCE).parent.as_posix())
    return contract is not None and (Path(__file__).parent / contract).exists()


def functions(module: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree(module)) if isinstance(node, kinds)]


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_docstring_opens_it(module: Path) -> None:
    assert len((ast.get_docstring(tree(module)) or "").split()) >= 3


def test_its_test_stands_at_the_mirrored_path() -> None:
    wanted = [m for m in MODULES if functions(m) and not under_contract(m)]
    missing = [mirrored(m).relative_to(ROOT).as_posix() for m in wanted if not mirrored(m).exists()]
    assert missing == []


def test_modules_of_training_have_one_too_unless_the_table_says_why_not() -> None:
    wanted = [m for m in TRAINING if functions(m) and not mirrored(m).exists()]
    assert [m.relative_to(ROOT).as_posix() for m in wanted] == sorted(UNTESTED)
    assert all(UNTESTED.values())


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_file_and_functions_are_of_bounded_size(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= FILE_LINES
    long = {
        f.name: lines
        for f in functions(module)
        if (lines := (f.end_lineno or f.lineno) - f.lineno + 1) > FUNCTION_LINES
    }
    assert not long


def assigned(module: Path) -> list[str]:
    """Every name that a module assigns outside functions and classes, once for each time."""
    targets: list[ast.expr] = []
    for node in tree(module).body:
        if isinstance(node, ast.Assign):
            targets.extend(node.targets)
        elif isinstance(node, ast.AnnAssign):
            targets.append(node.target)
    return [part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_no_name_is_assigned_twice(module: Path) -> None:
    names = assigned(module)
    assert {one for one in names if names.count(one) > 1} == set()


def stage(parts: tuple[str, ...]) -> str:
    """The stage of a module by the parts of its path or of its dotted name, suffix and package left off."""
    return next((at for at in ("/".join(parts[:2]), *parts[:1]) if at in IMPORTS or at in GROUND), "")


def imported(module: Path) -> set[str]:
    """The stages that a module imports, at its head or inside a function."""
    dotted: list[str] = []
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            dotted.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            dotted.extend(f"{node.module}.{alias.name}" for alias in node.names)
    parts = [tuple(name.split(".")) for name in dotted]
    return {stage(names[1:]) for names in parts if names[0] == SOURCE.name}


@pytest.mark.parametrize("module", [m for m in MODULES if m != SOURCE / "__init__.py"], ids=name)
def test_stages_import_those_below_them(module: Path) -> None:
    own = stage(module.relative_to(SOURCE).with_suffix("").parts)
    assert own, "a new stage or module of the ground: add it above"
    assert imported(module) - {own} <= GROUND | IMPORTS.get(own, set())


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_folders_are_not_deep(module: Path) -> None:
    assert len(module.relative_to(SOURCE).parts) <= PARTS_DEEP


def test_every_test_has_its_module() -> None:
    folder = Path(__file__).parent
    expected = {mirrored(module) for module in [*MODULES, *TRAINING]} | {folder / crossing for crossing in CROSSING}
    other = {"gate", "behaviour", "unseen", "benchmarks", "examples"}
    tests = {path for path in folder.rglob("test_*.py") if path.relative_to(folder).parts[0] not in other}
    assert sorted(path.relative_to(folder).as_posix() for path in tests - expected) == []


def test_what_tests_share_is_imported_under_one_name() -> None:
    nodes = [node for path in Path(__file__).parent.rglob("*.py") for node in ast.walk(tree(path))]
    names = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    assert {name for name in names if f"tests.{name}" in names} == set()
    assert {name for name in names if name.startswith("tests.") and not name.startswith("tests.training.")} == set()
