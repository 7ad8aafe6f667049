"""What tests of every room share: small stories told by a few outlets, and what is read from them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import settings

from discrepancy.checker import check, extract_documents
from discrepancy.graph import ClaimGraph, build_graph
from discrepancy.model.claims import Extraction
from discrepancy.model.report import Report
from discrepancy.model.text import Document
from discrepancy.read import document_from_text

# No test judges by the clock, and every run tries the same examples.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

Articles = Sequence[dict[str, Any]]
Story = tuple[tuple[str, str, date | None], ...]


def as_story(articles: Articles) -> Story:
    return tuple((a["text"], a.get("outlet", ""), a.get("published")) for a in articles)


def as_documents(story: Story) -> list[Document]:
    return [
        document_from_text(text, id=f"d{n}", outlet=outlet or f"Outlet {n}", published=published)
        for n, (text, outlet, published) in enumerate(story)
    ]


@pytest.fixture(scope="session")
def check_story() -> Callable[[Articles], Report]:
    """Check articles given as ``{text, outlet, published}``; the same story is checked only once."""
    seen: dict[Story, Report] = {}

    def check_once(articles: Articles) -> Report:
        story = as_story(articles)
        if story not in seen:
            seen[story] = check(as_documents(story))
        return seen[story]

    return check_once


@pytest.fixture(scope="session")
def extract_text() -> Callable[..., Extraction]:
    """What one text says, published on Friday, 7 June 2024 unless told otherwise."""
    seen: dict[tuple[str, date], Extraction] = {}

    def extract_once(text: str, published: date = date(2024, 6, 7)) -> Extraction:
        if (text, published) not in seen:
            document = document_from_text(text, id="d0", published=published)
            seen[text, published] = extract_documents([document])[0]
        return seen[text, published]

    return extract_once


@pytest.fixture(scope="session")
def claim_graph() -> Callable[[Articles], ClaimGraph]:
    """The claim graph of articles given as ``{text, outlet, published}``; their documents are d0, d1, ..."""
    seen: dict[Story, ClaimGraph] = {}

    def build_once(articles: Articles) -> ClaimGraph:
        story = as_story(articles)
        if story not in seen:
            documents = as_documents(story)
            seen[story] = build_graph(documents, extract_documents(documents))
        return seen[story]

    return build_once
