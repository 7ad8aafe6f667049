"""The report as a small table of HTML, as notebooks show it."""

from html import escape

from discrepancy.model.findings import Discrepancy
from discrepancy.model.report import Report
from discrepancy.report.excerpt import clean
from discrepancy.report.finding_text import Desk, confidence_words, counted
from discrepancy.report.headline import headline, nothing_found

__all__ = ["render_notebook"]

# A cell of a notebook shows so many findings; the others are counted.
_SHOWN = 20

_COLUMNS = ("severity", "kind", "finding", "articles", "confidence")
_CELL = 'style="text-align:left;vertical-align:top;white-space:normal"'


def render_notebook(report: Report) -> str:
    """Return a table of the findings, one row each, without styles of its own but left-aligned text."""
    desk = Desk.of(report.documents, report.drafts)
    articles, found = len(report.documents), report.discrepancies
    title = "".join(headline(articles, found)) if found else nothing_found(articles)
    if not found:
        return f"<p>{title}</p>\n"
    head = "".join(f'<th scope="col" {_CELL}>{name}</th>' for name in _COLUMNS)
    rows = "".join(_row(finding, desk) for finding in found[:_SHOWN])
    more = len(found) - _SHOWN
    rest = f"<p>and {counted(more, 'more finding')}</p>\n" if more > 0 else ""
    return f"<table>\n<caption>{title}</caption>\n<tr>{head}</tr>\n{rows}</table>\n{rest}"


def _row(finding: Discrepancy, desk: Desk) -> str:
    documents = dict.fromkeys(name for position in finding.positions for name in position.documents)
    cells = (
        f"{finding.severity.value}{' (accepted)' if finding.accepted else ''}",
        finding.kind.value,
        clean(finding.summary),
        ", ".join(desk.label(name) for name in documents),
        confidence_words(finding.confidence),
    )
    return "<tr>" + "".join(f"<td {_CELL}>{escape(cell)}</td>" for cell in cells) + "</tr>\n"
