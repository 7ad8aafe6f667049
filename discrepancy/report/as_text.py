"""The report as text for people: who says what, in which words, and why it cannot all hold."""

from collections import Counter
from collections.abc import Iterable

from discrepancy.model.findings import Discrepancy, OccurrenceSummary, Severity
from discrepancy.model.report import Report
from discrepancy.report.dates import day_words, interval_words
from discrepancy.report.excerpt import clean
from discrepancy.report.finding_text import Desk, add_finding, counted
from discrepancy.report.page import NARROWEST, Page

__all__ = ["render_text"]

_HEADINGS = {
    Severity.MAJOR: ("MAJOR", "both cannot be true, and it matters", "bold red"),
    Severity.MINOR: ("MINOR", "spelling, wording, soft numbers", "bold yellow"),
    Severity.INFO: ("INFO", "compatible, an update, or a note", "bold blue"),
}


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
    articles = counted(len(report.documents), "article")
    if report.discrepancies:
        numbers = Counter(finding.severity for finding in shown)
        parts = ", ".join(
            f"{numbers[severity]} {severity.value}" for severity in Severity if numbers[severity]
        )
        accepted = sum(finding.accepted is not None for finding in shown)
        page.add(
            (f"{counted(len(shown), 'discrepancy')} in {articles}", "bold"),
            f": {parts}" if parts else "",
            f" ({accepted} accepted)" if accepted else "",
        )
    else:
        page.add((f"No discrepancy found in {articles}.", "bold"))
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
            _add_heading(page, *_HEADINGS[severity])
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
        until = idle.acceptance.until
        state = f"no longer, since {day_words(until)} is past" if idle.is_found and until else "but not found"
        page.add(f"Accepted, {state}: {idle.id} ({clean(idle.acceptance.reason).strip()}).", indent=2, hang=2)


def _add_left_out(page: Page, report: Report) -> None:
    if not report.left_out:
        return
    _add_heading(page, "LEFT OUT", "could not be read", "bold red")
    for item in report.left_out:
        page.add(f"{clean(item.path)}: {clean(item.reason)}", indent=2, hang=2)
