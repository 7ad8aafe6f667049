"""The report as text for people: who says what, in which words, and why it cannot all hold."""

from collections.abc import Iterable

from discrepancy.model.findings import Discrepancy, OccurrenceSummary, Severity
from discrepancy.model.report import Report
from discrepancy.report.dates import interval_words
from discrepancy.report.excerpt import clean
from discrepancy.report.finding_text import Desk, add_finding, counted, idle_words
from discrepancy.report.headline import MEANINGS, headline, nothing_found
from discrepancy.report.page import NARROWEST, Page

__all__ = ["render_text"]

_STYLES = {Severity.MAJOR: "bold red", Severity.MINOR: "bold yellow", Severity.INFO: "bold blue"}


def render_text(
    report: Report,
    *,
    width: int | None = 80,
    color: bool = False,
    min_severity: Severity = Severity.INFO,
) -> str:
    """Return the report as text that is wrapped at ``width`` columns (``None``: not at all).

    Findings below ``min_severity`` are counted instead of shown.  Equal reports give equal text.
    """
    page = Page(width if width is None else max(width, NARROWEST))
    desk = Desk.of(report.documents, report.drafts)
    shown = [finding for finding in report.discrepancies if finding.severity.rank <= min_severity.rank]
    _add_headline(page, report, shown)
    _add_articles(page, desk)
    _add_findings(page, desk, shown)
    _add_occurrences(page, desk, report.occurrences)
    _add_coverage(page, report, hidden=len(report.discrepancies) - len(shown))
    _add_idle_acceptances(page, report)
    _add_left_out(page, report)
    return page.render(color=color)


def _add_headline(page: Page, report: Report, shown: list[Discrepancy]) -> None:
    if report.discrepancies:
        found, severities = headline(len(report.documents), shown)
        page.add((found, "bold"), severities)
    else:
        page.add((nothing_found(len(report.documents)), "bold"))
    page.gap()


def _add_articles(page: Page, desk: Desk) -> None:
    for document in desk.documents.values():
        title = clean(document.title).strip()
        page.add((desk.source(document.id), "bold"), f": {title}" if title else "", indent=2, hang=2)
    page.gap()


def _add_heading(page: Page, name: str, meaning: str = "", style: str = "bold") -> None:
    page.gap()
    page.add((name, style), f" · {meaning}" if meaning else "")
    page.rule()
    page.gap()


def _add_findings(page: Page, desk: Desk, shown: list[Discrepancy]) -> None:
    number = 0
    for severity in Severity:
        findings = [finding for finding in shown if finding.severity is severity]
        if findings:
            _add_heading(page, severity.value.upper(), MEANINGS[severity], _STYLES[severity])
        for finding in findings:
            number += 1
            add_finding(page, desk, finding, number)


def _add_occurrences(page: Page, desk: Desk, occurrences: Iterable[OccurrenceSummary]) -> None:
    for number, told in enumerate(occurrences):
        if number == 0:
            _add_heading(page, "WHAT IS TOLD")
        label = f"{clean(told.id)}  "
        when = interval_words(told.time) if told.time else ""
        what = ", ".join(clean(part) for part in (told.label, when, told.place) if part)
        page.add((label, "bold"), what, indent=2, hang=len(label))
        if told.documents:
            page.add(", ".join(desk.label(document) for document in told.documents), indent=2 + len(label))
    page.gap()


def _add_coverage(page: Page, report: Report, *, hidden: int) -> None:
    _add_heading(page, "HOW FAR THIS GOES")
    compared = report.compared
    questions = counted(compared.questions, "question")
    verb = "agrees" if compared.agreed == 1 else "agree"
    page.add(f"{compared.agreed} of {questions} with more than one answer {verb}.", indent=2)
    if report.not_compared:
        reasons = "; ".join(f"{clean(item.reason)} ({item.count})" for item in report.not_compared)
        page.add(f"Not compared: {reasons}.", indent=2, hang=2)
    if hidden:
        verb = "is" if hidden == 1 else "are"
        page.add(f"{counted(hidden, 'less severe finding')} {verb} not shown.", indent=2)
    if report.outside_drafts:
        verb = "touches" if report.outside_drafts == 1 else "touch"
        page.add(f"{counted(report.outside_drafts, 'further finding')} {verb} no draft.", indent=2)


def _add_idle_acceptances(page: Page, report: Report) -> None:
    for idle in report.idle_acceptances:
        page.add(idle_words(idle), indent=2, hang=2)


def _add_left_out(page: Page, report: Report) -> None:
    if not report.left_out:
        return
    _add_heading(page, "LEFT OUT", "could not be read", "bold red")
    for item in report.left_out:
        page.add(f"{clean(item.path)}: {clean(item.reason)}", indent=2, hang=2)
