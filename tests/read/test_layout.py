"""Which part of a page is what."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from discrepancy.model.text import Document
from discrepancy.read import document_from_text

CASES = tomllib.loads(
    Path(__file__).parents[1].joinpath("cases", "read_pages.toml").read_text(encoding="utf-8")
)["case"]

Part = tuple[str, str]


def read_case(page: str) -> tuple[str, list[Part]]:
    """Return the text of a marked page and its blocks as kind and words."""
    lines: list[str] = []
    parts: list[Part] = []
    for line in page.strip().split("\n"):
        words = ""
        for marked in line.split("¦"):
            kind, _, shown = marked.partition("> ")
            words += shown
            if kind:
                parts.append((kind, shown.strip()))
            elif shown:
                parts[-1] = (parts[-1][0], f"{parts[-1][1]}\n{shown}")
        lines.append(words)
    return "\n".join(lines).replace("+\n", "\n"), [
        (kind, words.replace("+\n", "\n")) for kind, words in parts
    ]


def show(document: Document) -> list[Part]:
    """Return the blocks of a document as kind and words."""
    return [
        (
            block.kind + (f"@{block.stamp:%H:%M}" if block.stamp else ""),
            document.text[block.start : block.end],
        )
        for block in document.blocks
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_page_is_parted(case: dict[str, Any]) -> None:
    text, parts = read_case(case["page"])

    document = document_from_text(text, outlet=case.get("outlet", ""))

    assert show(document) == parts
    assert document.title == case["title"]


def test_given_title_is_found_in_the_text() -> None:
    document = document_from_text(
        "HARBOUR NEWS\n\nIt sank.\n\nThe night ferry ran aground on Friday, officials said.", title="It sank."
    )

    assert document.title == "It sank."
    assert [kind for kind, _ in show(document)] == ["title", "title", "body"]


def test_given_title_need_not_stand_in_the_text() -> None:
    document = document_from_text("The night ferry ran aground on Friday, officials said.", title="It sank")

    assert document.title == "It sank"
    assert [kind for kind, _ in show(document)] == ["body"]
