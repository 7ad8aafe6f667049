"""Files, lines and columns of passages, as editors and code hosts count them."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings

from discrepancy.model.report import Report
from discrepancy.model.text import Document, Passage
from discrepancy.report.locations import (
    Region,
    document_uri,
    file_path,
    is_whole_file,
    main_passage,
    region_of,
)

from .stories import ferry_report
from .strategies import reports


def document(path: str | None = None, *, text: str = "words", extracted: bool = False) -> Document:
    return Document(id="the id", text=text, path=path, published=date(2024, 1, 2), is_extracted=extracted)


@pytest.mark.parametrize(
    ("text", "words", "region"),
    [
        ("one two", "two", Region(1, 5, 1, 8)),
        ("one\ntwo", "two", Region(2, 1, 2, 4)),
        ("one\n\ntwo three\n", "three", Region(3, 5, 3, 10)),
        ("🚢 aground\né two", "two", Region(2, 3, 2, 6)),
        ("one\r\ntwo\r\n", "two", Region(2, 1, 2, 4)),
        ("one\rtwo\u2028three", "three", Region(1, 9, 1, 14)),
        ("one two\nthree four", "two\nthree", Region(1, 5, 2, 6)),
    ],
)
def test_region_counts_lines_and_code_points_from_one(text: str, words: str, region: Region) -> None:
    start = text.index(words)

    assert region_of(Passage("d", start, start + len(words), words), document(text=text)) == region


def test_words_that_do_not_stand_there_have_no_region() -> None:
    assert region_of(Passage("d", 0, 5, "other"), document()) is None
    assert region_of(Passage("d", 0, 5, "words"), None) is None


@settings(max_examples=20, deadline=None)
@given(reports())
def test_region_leads_back_to_the_words(report: Report) -> None:
    documents = {d.id: d for d in report.documents}
    for passage in (p for f in report.discrepancies for side in f.positions for p in side.evidence):
        region = region_of(passage, documents[passage.document])
        lines = documents[passage.document].text.split("\n")
        assert region is not None
        starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]

        assert starts[region.line - 1] + region.column - 1 == passage.start
        assert starts[region.end_line - 1] + region.end_column - 1 == passage.end


@pytest.mark.parametrize(
    ("path", "extracted", "uri", "whole"),
    [
        ("pile/one.txt", False, "pile/one.txt", True),
        ("./pile//one.md", False, "pile/one.md", True),
        ("../pile/article", False, "../pile/article", True),
        ("/abs/o ne.txt", False, "file:///abs/o%20ne.txt", True),
        ("a:b/50% ü?#.txt", False, "a%3Ab/50%25%20%C3%BC%3F%23.txt", True),
        ("pile/\udce9.txt", False, "pile/%E9.txt", True),
        ("pile/\ud800.txt", False, "pile/%5Cud800.txt", True),
        ("pile.jsonl", False, "pile.jsonl#the%20id", False),
        ("page.html", True, "page.html#the%20id", False),
        ("page.txt", True, "page.txt#the%20id", False),
        ("standard input", False, "the%20id", False),
        (None, False, "the%20id", False),
    ],
)
def test_document_has_a_uri(path: str | None, extracted: bool, uri: str, whole: bool) -> None:
    read = document(path, extracted=extracted)

    assert document_uri(read) == uri
    assert is_whole_file(read) is whole
    assert (file_path(read) is None) is (path in {None, "standard input"})


def test_finding_is_placed_by_the_odd_one_else_by_the_first() -> None:
    garbled, count = ferry_report().discrepancies[:2]

    assert main_passage(garbled).quote == "Captain Ida Break"
    assert main_passage(count).document == "northline"


def test_finding_is_placed_in_a_draft_if_there_is_one() -> None:
    garbled = ferry_report().discrepancies[0]

    assert main_passage(garbled, drafts=("tidings",)).document == "tidings"
    assert main_passage(attrs.evolve(garbled), drafts=("nobody",)).document == "herald"
