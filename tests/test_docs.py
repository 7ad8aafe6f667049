"""What the documents promise: their examples run, their names exist, their output is the real one."""

import ast
import contextlib
import importlib
import inspect
import io
import os
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest

import discrepancy
from discrepancy import Kind, check, read_documents
from discrepancy.cli import build_parser, main

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "benchmarks" / "README.md", *sorted(DOCS.rglob("*.md"))]
# Pages whose examples are tested with the room that they describe.
TESTED_ELSEWHERE = {"report.md"}

PYTHON = re.compile(r"(?P<before>[^\n]*)\n```python\n(?P<code>.*?)```", re.DOTALL)
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
OUTPUT = re.compile(
    r"(?P<head><!-- output(?P<short>, shortened)?: (?P<command>[^\n]*) -->\n```text\n)(?P<text>.*?)(?=```)",
    re.DOTALL,
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:)(?P<target>[^)#]*)(?:#(?P<part>[^)]*))?\)")
FINDING_LEFT_OUT = "\n3. "
END_OF_REPORT = "HOW FAR THIS GOES"


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def read_page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def examples(page: Path) -> list[str]:
    found = PYTHON.finditer(page.read_text(encoding="utf-8"))
    return [match["code"] for match in found if not match["before"].startswith("<!-- not run")]


def is_signature(code: str) -> bool:
    return code.startswith(("def ", "class "))


WITH_EXAMPLES = [
    page
    for page in PAGES
    if page.name not in TESTED_ELSEWHERE and any(not is_signature(code) for code in examples(page))
]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name_of)
def test_examples_run(page: Path) -> None:
    names: dict[str, object] = {}
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        for code in examples(page):
            exec(compile(code, page.name, "exec"), names)

    assert names


def commands(page: Path) -> Iterator[str]:
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for line in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
            yield from (part.strip() for part in re.split(r"&&|\|", line))


COMMANDS = sorted({c for page in PAGES for c in commands(page) if c.startswith("discrepancy ")})


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_understood(command: str) -> None:
    build_parser().parse_args(shlex.split(command)[1:])


def test_readme_has_two_commands_of_setup() -> None:
    lines = [c for c in commands(ROOT / "README.md") if not c.startswith("discrepancy ")]

    assert lines == ["pip install .", 'pip install ".[dev]"', "pytest"]
    assert "discrepancy check seeds" in COMMANDS


@cache
def output_of(command: str) -> str:
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(printed):
        main(shlex.split(command)[1:])
    return printed.detach().getvalue().decode("utf-8")


def shortened(text: str) -> str:
    """Return the beginning and the end of a report, with a mark for what is left out."""
    assert FINDING_LEFT_OUT in text, "the report has too few findings to be shortened"
    begin, end = text.index(FINDING_LEFT_OUT), text.index(END_OF_REPORT)
    return f"{text[:begin]}\n[…]\n\n{text[end:]}"


WITH_OUTPUT = [page for page in PAGES if OUTPUT.search(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", WITH_OUTPUT, ids=name_of)
def test_output_is_the_real_one(page: Path) -> None:
    """Outputs in the documents are approved as golden files are: ``UPDATE_GOLDEN=1`` writes them anew."""
    written = page.read_text(encoding="utf-8")

    def fill(match: re.Match[str]) -> str:
        text = output_of(match["command"])
        return match["head"] + (shortened(text) if match["short"] else text)

    real = OUTPUT.sub(fill, written)
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(real, encoding="utf-8", newline="\n")
        written = real
    assert written == real


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for match in LINK.finditer(page.read_text(encoding="utf-8")):
        target = page.parent / match["target"] if match["target"] else page
        if not target.exists() or (match["part"] and match["part"] not in anchors(target)):
            broken.append(match[0])

    assert broken == []


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_is_in_the_index() -> None:
    linked = {(DOCS / m["target"]).resolve() for m in LINK.finditer(read_page("index.md"))}

    pages = [p for p in sorted(DOCS.rglob("*.md")) if p.name != "index.md"]

    assert [name_of(p) for p in pages if p not in linked and p.parent not in linked] == []


def api_sections() -> dict[str, str]:
    parts = re.split(r"^## (.*)$", read_page("reference/api.md"), flags=re.MULTILINE)
    return dict(zip((title.strip("`") for title in parts[1::2]), parts[2::2], strict=True))


def test_api_page_has_the_public_names() -> None:
    assert sorted(set(api_sections()) - {"More"}) == sorted(discrepancy.__all__)


@pytest.mark.parametrize("name", ["check", "compare", "read_documents"])
def test_function_has_the_signature_of_the_page(name: str) -> None:
    code = re.search(r"```python\n(.*?)```", api_sections()[name], re.DOTALL)
    assert code
    stated = ast.parse(code[1]).body[0]
    assert isinstance(stated, ast.FunctionDef)
    real = inspect.signature(getattr(discrepancy, name)).parameters.values()
    by_place = [p for p in real if p.kind is not p.KEYWORD_ONLY]
    by_name = [p for p in real if p.kind is p.KEYWORD_ONLY]
    defaults = [ast.literal_eval(d) for d in stated.args.kw_defaults if d is not None]

    assert [a.arg for a in stated.args.args] == [p.name for p in by_place]
    assert [a.arg for a in stated.args.kwonlyargs] == [p.name for p in by_name]
    assert defaults == [p.default for p in by_name]


@pytest.mark.parametrize("name", ["Document", "Passage", "Report", "Discrepancy", "Position"])
def test_class_has_the_fields_of_the_page(name: str) -> None:
    code = re.search(r"```python\n(.*?)```", api_sections()[name], re.DOTALL)
    assert code
    stated = ast.parse(code[1]).body[0]
    assert isinstance(stated, ast.ClassDef)
    fields = [
        (n.target.id, n.value is not None)
        for n in stated.body
        if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)
    ]

    assert fields == [
        (f.name, f.default is not attrs.NOTHING) for f in attrs.fields(getattr(discrepancy, name))
    ]


def test_further_names_exist() -> None:
    names = re.findall(r"^\| `([\w.]+)` \|", api_sections()["More"], re.MULTILINE)

    assert names
    for name in names:
        home, _, last = name.rpartition(".")
        assert hasattr(importlib.import_module(home), last), name


def test_readme_lists_all_kinds_in_order() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## What it flags")[2]

    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == [kind.value for kind in Kind]


def documented(title: str) -> dict[str, set[str]]:
    """The kinds of a table of the graph's page, each with its further attributes."""
    section = read_page("reference/graph.md").partition(f"## {title}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    rows = [row for row in rows if "`kind`" not in row[0]]
    return {row[0].strip(" `"): set(re.findall(r"`(\w+)`", row[-1])) for row in rows}


def rows(page: str) -> set[tuple[str, ...]]:
    """The rows of the tables of sets, measures and values, without what follows."""
    cells = re.findall(r"^\| (\w+) \| ([^|]+) \| ([\d.]+) \|", read_page(page), re.MULTILINE)
    return {tuple(row) for row in cells}


def test_limits_tell_the_figures_of_the_benchmarks() -> None:
    told = rows("explanation/limits.md")

    assert told
    assert told - rows("reference/benchmarks.md") == set()


def test_graph_is_as_documented() -> None:
    with contextlib.chdir(ROOT):
        graph = check(read_documents(["seeds"])).graph
    nodes, edges = documented("Nodes"), documented("Edges")

    assert {n["kind"] for _, n in graph.nodes(data=True)} == set(nodes)
    assert {e["kind"] for *_, e in graph.edges(data=True)} <= set(edges)
    for name, node in graph.nodes(data=True):
        assert set(node) == {"kind", "label"} | nodes[node["kind"]]
        assert name.startswith(f"{node['kind']}:")
    for *_, edge in graph.edges(data=True):
        assert set(edge) == {"kind"} | edges[edge["kind"]]
