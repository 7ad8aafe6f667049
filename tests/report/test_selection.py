"""What is shown of a report."""

import attrs
import pytest
from hypothesis import given, settings

from discrepancy.errors import OptionError
from discrepancy.model.findings import Acceptance, Kind, Severity
from discrepancy.model.report import Report
from discrepancy.report.selection import has_at_least, parse_kind, select_findings

from .stories import ferry_report
from .strategies import reports


def kinds(report: Report) -> list[Kind]:
    return [finding.kind for finding in report.discrepancies]


def test_everything_is_shown_unless_told_otherwise() -> None:
    assert select_findings(ferry_report()) == ferry_report()


def test_minor_is_at_least_minor() -> None:
    shown = select_findings(ferry_report(), min_severity=Severity.MINOR)

    assert kinds(shown) == [Kind.NAME_GARBLED, Kind.NUMBER, Kind.POLARITY, Kind.QUOTE_WORDING]


def test_ignored_kind_is_left_away_from_the_selected() -> None:
    shown = select_findings(ferry_report(), select={Kind.NUMBER, Kind.UPDATE}, ignore={Kind.UPDATE})

    assert kinds(shown) == [Kind.NUMBER]


def test_empty_selection_shows_nothing() -> None:
    assert kinds(select_findings(ferry_report(), select=())) == []


@settings(max_examples=15, deadline=None)
@given(reports())
def test_selection_keeps_the_order_and_all_else(report: Report) -> None:
    shown = select_findings(report, min_severity=Severity.MINOR)

    assert list(shown.discrepancies) == [f for f in report.discrepancies if f.severity is not Severity.INFO]
    assert shown.documents == report.documents and shown.compared == report.compared
    assert has_at_least(report, Severity.MINOR) is any(f.accepted is None for f in shown.discrepancies)


@pytest.mark.parametrize(("word", "kind"), [("number", Kind.NUMBER), (" Quote-Wording ", Kind.QUOTE_WORDING)])
def test_kind_is_read(word: str, kind: Kind) -> None:
    assert parse_kind(word) is kind


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("numbr", "did you mean 'number'?"),
        ("quote_wording", "did you mean 'quote-wording'?"),
        ("", "the kinds are"),
    ],
)
def test_unknown_kind_gives_advice(word: str, advice: str) -> None:
    with pytest.raises(OptionError) as caught:
        parse_kind(word)

    assert advice in str(caught.value)


def test_accepted_finding_is_no_reason_to_fail() -> None:
    report = ferry_report()
    settled = tuple(
        attrs.evolve(finding, accepted=Acceptance(reason="settled"))
        if finding.severity is Severity.MAJOR
        else finding
        for finding in report.discrepancies
    )

    assert has_at_least(report, Severity.MAJOR)
    assert not has_at_least(attrs.evolve(report, discrepancies=settled), Severity.MAJOR)
    assert has_at_least(attrs.evolve(report, discrepancies=settled), Severity.MINOR)
