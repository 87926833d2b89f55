"""The shape of the house: arrows go down, no circles, small functions, small files."""

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import steelyard

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "framework" / "steelyard").rglob("*.py"))
LONGEST_FUNCTION = 60
LONGEST_FILE = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment from the repository's root."""
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_arrows_go_down() -> None:
    """Import-linter keeps every contract: floors, strangers among wings, and who may write workbooks."""
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_no_import_circle() -> None:
    """No module imports itself by way of others, imports inside functions and for types counted too."""
    graph = grimp.build_graph("steelyard", cache_dir=None)
    arrows = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as circle:
        pytest.fail(f"import circle: {' -> '.join(circle.args[1])}")


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_functions_and_files_can_be_seen_whole(file: Path) -> None:
    """No function is longer than 60 lines, no file longer than 400, and no name says nothing."""
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno + 1 <= LONGEST_FUNCTION, f"{file.name}: {node.name}"
    assert file.stem not in VAGUE_NAMES


def test_ruff_finds_nothing() -> None:
    """Every lint rule holds, each exception with its reason in pyproject.toml."""
    done = run("ruff", "check", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_hold() -> None:
    """Mypy, strict, finds nothing in the package."""
    done = run("mypy")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_is_said_once() -> None:
    """The package says the same version as its module of versions."""
    from importlib.metadata import version  # noqa: PLC0415 - asks the installed package

    assert version("steelyard") == steelyard.__version__
