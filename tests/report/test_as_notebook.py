"""The table that notebooks show: small, and nothing in an article is markup in it."""

from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given, settings

from discrepancy.model.report import Report

from .hostile import hostile_report
from .stories import ferry_report
from .strategies import reports

OWN = {"table", "caption", "tr", "th", "td", "p"}


class Reader(HTMLParser):
    """Collects the tags, attributes and texts of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts += [data] if data.strip() else []

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def test_table_has_a_row_for_each_finding() -> None:
    read = Reader(ferry_report()._repr_html_())

    assert read.texts[:6] == [
        "5 discrepancies in 4 articles: 3 major, 1 minor, 1 info",
        "severity", "kind", "finding", "articles", "confidence",
    ]  # fmt: skip
    assert read.texts[6:11] == [
        "major",
        "name-garbled",
        "The captain is Ida Brekke in Northline and Skarholm Tidings, Ida Break in Coast Herald.",
        "Northline, Skarholm Tidings, Coast Herald",
        "strong",
    ]
    assert read.tags.count("tr") == 6


def test_prompt_says_how_much_was_found_and_print_shows_the_text() -> None:
    report = ferry_report()

    assert repr(report) == "<Report: 5 discrepancies in 4 articles: 3 major, 1 minor, 1 info>"
    assert str(report) == report.render("text")


def test_report_without_findings_is_a_sentence() -> None:
    report = attrs.evolve(ferry_report(), discrepancies=())

    assert report._repr_html_() == "<p>No discrepancy found in 4 articles.</p>\n"


@pytest.mark.parametrize(("findings", "rows", "rest"), [(20, 20, ""), (21, 20, "and 1 more finding")])
def test_many_findings_are_counted(findings: int, rows: int, rest: str) -> None:
    many = (ferry_report().discrepancies * 5)[:findings]
    read = Reader(attrs.evolve(ferry_report(), discrepancies=many)._repr_html_())

    assert read.tags.count("tr") == rows + 1
    assert (read.texts[-1] == rest) is bool(rest)


def test_nothing_in_an_article_is_markup() -> None:
    read = Reader(hostile_report()._repr_html_())

    assert set(read.tags) <= OWN
    assert read.names == {"scope", "style"}
    assert any("<script>alert(1)</script>" in text for text in read.texts)


@settings(max_examples=20, deadline=None)
@given(reports())
def test_every_report_is_made_of_its_own_tags(report: Report) -> None:
    assert set(Reader(report._repr_html_()).tags) <= OWN
