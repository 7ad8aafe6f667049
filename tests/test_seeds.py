"""The story in ``seeds/``: its report is approved, and is the same bytes however it is made."""

import contextlib
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import jsonschema
import pytest

from discrepancy import Document, Report, check, read_documents
from discrepancy.report.as_json import load_schema
from discrepancy.report.as_text import render_text
from discrepancy.report.formats import FORMATS

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
PACKAGE = ROOT / "discrepancy"

# People, outlets and telling phrases of the seeds: the library must not know any of them.
NAMES = (
    "Blinken", "Jinping", "Wang Yi", "Qin Gang", "Keane", "Ching-de", "Jining", "Wenbo", "Guowei", "Mei-lan",
    "Ing-wen", "Matthew Miller", "Biden", "Bill Gates", "Han River Post", "Meridian Review", "Morning Digest",
    "Northgate", "Straits Business", "five noes", "zero-sum", "de-risking", "decoupling", "clear-eyed",
    "two-way street", "tarmac", "spy balloon", "surveillance balloon", "fentanyl", "stable and stable",
    "sound and steady", "dialogue or confrontation", "cooperation or conflict", "candid and productive",
    "frank and constructive",
)  # fmt: skip
WORDS_IN_A_ROW = 6


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    with contextlib.chdir(ROOT):
        return read_documents(["seeds"])


@pytest.fixture(scope="module")
def report(documents: tuple[Document, ...]) -> Report:
    return check(documents)


def assert_approved(name: str, text: str) -> None:
    """Compare with an approved file; ``UPDATE_GOLDEN=1 pytest tests/test_seeds.py`` writes it anew."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text, f"{name} differs; read the change before approving it"


def test_data_is_the_approved(report: Report) -> None:
    assert_approved("seeds.json", report.to_json())


def test_text_is_the_approved(report: Report) -> None:
    assert_approved("seeds.txt", render_text(report))


def test_data_keeps_to_the_schema(report: Report) -> None:
    jsonschema.validate(report.to_data(), load_schema())


def test_evidence_is_the_words_of_the_documents(documents: tuple[Document, ...], report: Report) -> None:
    texts = {document.id: document.text for document in documents}
    passages = [p for d in report.discrepancies for side in d.positions for p in side.evidence]

    assert passages
    assert [p for p in passages if texts[p.document][p.start : p.end] != p.quote] == []


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_documents_changes_no_byte(
    documents: tuple[Document, ...], report: Report, seed: int
) -> None:
    shuffled = list(documents)
    random.Random(seed).shuffle(shuffled)

    assert shuffled != list(documents)
    again = check(shuffled)
    assert [form for form in FORMATS if again.render(form) != report.render(form)] == []


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_hash_seed_changes_no_byte(report: Report, seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "discrepancy", "check", "seeds", "--format", "json", "-q"],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )

    assert done.stdout.decode("utf-8") == report.to_json()


def outline(report: Report) -> list[tuple[object, ...]]:
    """What a report finds, without the words of its evidence."""
    return sorted(
        (
            d.kind.value,
            d.severity.value,
            *sorted((p.value, p.independent_sources) for p in d.positions),
        )
        for d in report.discrepancies
    )


@pytest.mark.parametrize("number", range(5))
def test_copy_of_a_document_changes_no_finding(
    documents: tuple[Document, ...], report: Report, number: int
) -> None:
    copy = attrs.evolve(documents[number], id="copy", outlet="Copying Post")

    assert outline(check([*documents, copy])) == outline(report)


def package_texts() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".toml", ".json"} and "weights" not in path.parts:
            yield path, path.read_text(encoding="utf-8")


def seed_text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").iterdir()))


def test_names_looked_for_stand_in_the_seeds() -> None:
    assert [name for name in NAMES if name.lower() not in seed_text().lower()] == []


def test_package_knows_no_name_of_the_seeds() -> None:
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in NAMES), re.IGNORECASE)
    found = [(path.name, *sorted(set(pattern.findall(text)))) for path, text in package_texts()]

    assert [row for row in found if len(row) > 1] == []


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + WORDS_IN_A_ROW]) for i in range(len(words) - WORDS_IN_A_ROW + 1)}


def test_package_repeats_no_words_of_the_seeds() -> None:
    known = runs(seed_text())
    found = {path.name: runs(text) & known for path, text in package_texts()}

    assert {name: rows for name, rows in found.items() if rows} == {}
