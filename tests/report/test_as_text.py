"""The text of a report is complete, plain and wrapped."""

import re
import unicodedata
from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from discrepancy.model.findings import Acceptance, Severity
from discrepancy.model.report import Report
from discrepancy.model.text import Document, Passage
from discrepancy.report.as_text import render_text
from discrepancy.report.finding_text import confidence_words, counted

from .golden import assert_golden
from .stories import ferry_report
from .strategies import reports

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [80, 50, None])
def test_text_is_golden(width: int | None) -> None:
    assert_golden(f"ferry-{width or 'unwrapped'}.txt", render_text(ferry_report(), width=width))


def test_coloured_text_is_golden() -> None:
    assert_golden("ferry-color.txt", render_text(ferry_report(), color=True))


def test_colours_change_nothing_but_colours() -> None:
    assert ESCAPE.sub("", render_text(ferry_report(), color=True)) == render_text(ferry_report())


@pytest.mark.parametrize("variable", ["COLUMNS", "FORCE_COLOR", "NO_COLOR", "TERM", "JUPYTER_COLUMNS"])
@pytest.mark.parametrize("color", [True, False])
def test_surroundings_change_nothing(monkeypatch: pytest.MonkeyPatch, variable: str, color: bool) -> None:
    before = render_text(ferry_report(), color=color)
    monkeypatch.setenv(variable, "30")

    assert render_text(ferry_report(), color=color) == before


@settings(max_examples=25, deadline=None)
@given(reports(), st.sampled_from([30, 44, 80]), st.sampled_from(Severity))
def test_every_report_is_plain_and_wrapped(report: Report, width: int, severity: Severity) -> None:
    text = render_text(report, width=width, min_severity=severity)
    lines = text.split("\n")

    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.rstrip(" ") for line in lines)
    assert not {unicodedata.category(character) for character in text} & {"Cs"}
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"]
    assert "\n\n\n" not in text
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert render_text(report, width=width, min_severity=severity) == text


def test_every_finding_is_told_with_its_id_and_all_its_sides() -> None:
    report = ferry_report()
    text = " ".join(render_text(report).split())

    for finding in report.discrepancies:
        assert finding.id in text
        assert finding.summary in text
        assert finding.explanation in text
        assert all(f"• {position.value}" in text for position in finding.positions)
        assert all(f"▸{position.evidence[0].quote}◂" in text for position in finding.positions)


def test_less_severe_findings_are_counted_instead_of_shown() -> None:
    text = render_text(ferry_report(), min_severity=Severity.MAJOR)

    assert "3 discrepancies in 4 articles: 3 major" in text
    assert "MINOR" not in text
    assert "2 less severe findings are not shown." in text


def test_report_without_findings_says_so() -> None:
    report = attrs.evolve(ferry_report(), discrepancies=())

    assert render_text(report).startswith("No discrepancy found in 4 articles.\n")


def test_outlet_with_two_articles_is_told_apart_by_id() -> None:
    first, second = (Document(id=name, text="Aground.", outlet="Herald") for name in ("early", "late"))
    text = render_text(Report(documents=(first, second)))

    assert "Herald [early], undated" in text
    assert "Herald [late], undated" in text


def test_words_that_are_not_in_the_document_stand_alone() -> None:
    report = ferry_report()
    finding = report.discrepancies[0]
    stray = attrs.evolve(finding.positions[1], evidence=(Passage("elsewhere", 3, 9, "aground"),))
    changed = attrs.evolve(
        report, discrepancies=(attrs.evolve(finding, positions=(finding.positions[0], stray)),)
    )

    assert "elsewhere, undated: “▸aground◂”" in render_text(changed)


@pytest.mark.parametrize(
    ("confidence", "words"), [(1.0, "strong"), (0.8, "strong"), (0.79, "fair"), (0.5, "fair"), (0.0, "weak")]
)
def test_confidence_in_words(confidence: float, words: str) -> None:
    assert confidence_words(confidence) == words


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(1, "article", "1 article"), (0, "article", "0 articles"), (2, "discrepancy", "2 discrepancies")],
)
def test_counted(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words


def accepted_report() -> Report:
    """The invented report with its first finding accepted, and one article checked against the others."""
    report = ferry_report()
    first, *others = report.discrepancies
    accepted = Acceptance(reason="the captain's name\x1b is Break", until=date(2019, 6, 1))
    return attrs.evolve(
        report,
        discrepancies=(attrs.evolve(first, accepted=accepted), *others),
        drafts=("herald",),
        outside_drafts=1,
    )


def test_accepted_finding_is_marked() -> None:
    text = render_text(accepted_report())

    assert text.startswith("5 discrepancies in 4 articles: 3 major, 1 minor, 1 info (1 accepted)\n")
    assert text.count("accepted until 1 June 2019: the captain's name\N{REPLACEMENT CHARACTER} is Break") == 1


def test_draft_is_marked_wherever_it_speaks() -> None:
    text = render_text(accepted_report(), width=None)

    assert "  Coast Herald (draft), 14 May 2019: Ferry drama" in text
    assert text.count("Coast Herald (draft), 14 May 2019: “") == 5
    assert "o2  grounding of the Runa, 2 February 2017\n      Coast Herald (draft)\n" in text
    assert "Northline (draft)" not in text
    assert "1 further finding touches no draft." in text
