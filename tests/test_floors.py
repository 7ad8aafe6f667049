"""The rooms of the package know only the rooms below them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "discrepancy"

EVERYONE = {"language", "errors"}
FLOORS = {
    "errors": set(),
    "language": set(),
    "values": set(),
    "model": {"values"},
    "read": {"model"},
    "mentions": {"model", "values"},
    "parse": {"model", "mentions"},
    "extract": {"parse", "mentions", "model", "values"},
    "graph": {"model", "values"},
    "detect": {"graph", "model", "values"},
    "report": {"model", "values"},
    "checker": {"detect", "extract", "graph", "mentions", "model", "parse", "read", "values"},
    "grouping": {"checker", "graph", "model"},
    "cli": {"checker", "grouping", "model", "read", "report"},
    "__main__": {"cli"},
}
HOMES = {
    "networkx": {"graph"},
    "spacy": {"parse", "extract"},
    "rich": {"report", "cli"},
    "pandas": {"report"},
    "polars": {"report"},
    "jinja2": {"report"},
}

LONGEST_FILE = 300
LONGEST_FUNCTION = 40

# The door of the package names what lies in every room, and loads it only when it is used.
DOOR = "discrepancy"


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def floor(module: str) -> str:
    return module.split(".")[1]


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))))


@cache
def imported(module: str) -> tuple[tuple[str, int], ...]:
    """Every module that a module imports anywhere, with the line."""
    return tuple(find_imports(module))


def find_imports(module: str) -> Iterator[tuple[str, int]]:
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}, line {node.lineno}: import by the full name"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in MODULES else node.module or "", node.lineno)


def own_imports(module: str) -> set[str]:
    return {name for name, _ in imported(module) if name in MODULES} - {module}


@pytest.mark.parametrize("module", [name for name in MODULES if name != DOOR])
def test_floor_is_kept(module: str) -> None:
    allowed = FLOORS[floor(module)] | EVERYONE | {floor(module)}
    if floor(module) in {"errors", "language"}:
        allowed = {floor(module), "errors"}
    broken = [
        f"line {line}: {name}"
        for name, line in imported(module)
        if name.startswith("discrepancy.") and name.split(".")[1] not in allowed
    ]

    assert broken == []


def test_only_the_command_line_asks_the_door() -> None:
    asking = {floor(module) for module in MODULES if module != DOOR and DOOR in own_imports(module)}

    assert asking <= {"cli"}


def find_circle() -> list[str]:
    """Return the modules of one circle of imports, or nothing."""
    done: set[str] = set()
    path: list[str] = []

    def visit(module: str) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return []
        path.append(module)
        for name in sorted(own_imports(module) - {DOOR}):
            if circle := visit(name):
                return circle
        path.pop()
        done.add(module)
        return []

    for module in MODULES:
        if module != DOOR and (circle := visit(module)):
            return circle
    return []


def test_imports_form_no_circle() -> None:
    assert " imports ".join(find_circle()) == ""


@pytest.mark.parametrize("library", HOMES)
def test_library_stays_in_its_rooms(library: str) -> None:
    strays = [
        f"{module}, line {line}"
        for module in MODULES
        for name, line in imported(module)
        if name.split(".")[0] == library and (module == DOOR or floor(module) not in HOMES[library])
    ]

    assert strays == []


def test_only_the_command_line_prints() -> None:
    strays = [
        f"{module}, line {node.lineno}"
        for module in MODULES
        if module != f"{DOOR}.cli.output"
        for node in nodes(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

    assert strays == []


def test_files_are_short() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()}

    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


def test_functions_are_short() -> None:
    long = {
        f"{module}.{node.name}": code_lines(node)
        for module in MODULES
        for node in nodes(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and code_lines(node) > LONGEST_FUNCTION
    }

    assert long == {}
