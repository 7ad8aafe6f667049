"""The package is small at its door: names load when used, and nothing heavy comes with them."""

import ast
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import discrepancy

ROOT = Path(__file__).parents[1]
PROMISED = {
    "Discrepancy",
    "DiscrepancyError",
    "Document",
    "Group",
    "InputError",
    "Kind",
    "ManifestError",
    "OptionError",
    "ParserError",
    "Passage",
    "Position",
    "Report",
    "Severity",
    "__version__",
    "check",
    "compare",
    "group",
    "read_documents",
}


def run_python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return done.stdout


def test_public_names_are_the_promised_ones() -> None:
    assert set(discrepancy.__all__) == PROMISED
    assert len(discrepancy.__all__) == len(PROMISED)


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_public_name_loads(name: str) -> None:
    if name in {"check", "compare"} and find_spec("discrepancy.checker") is None:
        pytest.skip("the checker is not in this tree")

    assert getattr(discrepancy, name) is not None
    assert name in dir(discrepancy)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        discrepancy.chekc  # noqa: B018


def test_type_checkers_see_the_names_at_their_homes() -> None:
    tree = ast.parse(Path(discrepancy.__file__).read_text(encoding="utf-8"))
    seen = {
        alias.name: node.module.removeprefix("discrepancy.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("discrepancy")
        for alias in node.names
    }

    assert seen == discrepancy._HOMES


def test_import_is_light() -> None:
    code = "import sys, discrepancy; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = set(run_python(code).split())

    assert not loaded & {"spacy", "networkx", "rich", "rapidfuzz", "attr", "attrs", "numpy", "argparse"}


def test_errors_and_documents_need_nothing_heavy() -> None:
    code = (
        "import sys, discrepancy; discrepancy.InputError, discrepancy.Document, discrepancy.Report;"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )

    assert not set(run_python(code).split()) & {"spacy", "networkx", "rich", "numpy"}
