"""A lightly edited copy of an article is one source with it, and repeats no finding."""

from datetime import date
from typing import Any

import pytest

from discrepancy.checker import check
from discrepancy.model.findings import Discrepancy
from discrepancy.model.text import Document
from discrepancy.read import document_from_text

from .pairs import load_pairs
from .stories import load_stories

EDITED = "\n\nMore follows in tomorrow's paper."
STORIES = [
    *(("name-garbled", story["articles"]) for story in load_stories("names_detect", "flags")[:5]),
    *(("event-conflation", story["articles"]) for story in load_stories("captions", "flags")[:5]),
    *(("order", [{"text": case["left"]}, {"text": case["right"]}]) for case in load_pairs("order")[:3]),
    *(
        ("modality", [{"text": case[s], "published": case.get(f"{s}_published")} for s in ("left", "right")])
        for case in load_pairs("modality")[:3]
        if case["flags"]
    ),
]


def documents_of(articles: list[dict[str, Any]]) -> list[Document]:
    return [
        document_from_text(a["text"], id=f"d{n}", outlet=f"Outlet {n}", published=a.get("published"))
        for n, a in enumerate(articles)
    ]


def copy_of(document: Document) -> Document:
    published: date | None = document.published
    text = document.text + EDITED
    return document_from_text(text, id=f"{document.id}-copy", outlet="Copycat", published=published)


def shapes(findings: tuple[Discrepancy, ...]) -> list[list[tuple[set[str], int]]]:
    """For each finding the documents of each position without their copies, and how many sources they are."""
    return [
        [({d.removesuffix("-copy") for d in p.documents}, p.independent_sources) for p in f.positions]
        for f in findings
    ]


@pytest.mark.parametrize(("kind", "articles"), STORIES)
def test_copy_of_an_article_repeats_no_finding(kind: str, articles: list[dict[str, Any]]) -> None:
    documents = documents_of(articles)
    before = check(documents, select=[kind]).discrepancies

    for document in documents:
        after = check([*documents, copy_of(document)], select=[kind]).discrepancies
        assert shapes(after) == shapes(before)


def test_copy_stands_in_the_finding_of_its_article() -> None:
    kind, articles = STORIES[0]
    documents = documents_of(articles)

    (finding,) = check([*documents, copy_of(documents[1])], select=[kind]).discrepancies

    (wrong,) = (p for p in finding.positions if p.odd_one_out)
    assert (wrong.documents, wrong.independent_sources) == (("d1", "d1-copy"), 1)
    assert finding.summary.startswith("Outlet 1 and Copycat write “Tezaric”")
