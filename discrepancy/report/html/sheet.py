"""What all sections of the page share: the findings in order, the names of the articles, the places of words."""

from collections.abc import Mapping

import attrs

from discrepancy.model.findings import Discrepancy, OccurrenceSummary
from discrepancy.model.report import Report
from discrepancy.model.text import Document
from discrepancy.report.dates import day_words, interval_words
from discrepancy.report.excerpt import clean, shorten
from discrepancy.report.finding_text import Desk
from discrepancy.report.html.marks import Marks, keys_of_findings

__all__ = ["Sheet", "in_short", "published_words"]

# An outlet and a sentence of more characters than this would push all else off the page.
LONGEST_NAME, LONGEST = 80, 900


@attrs.frozen(kw_only=True)
class Sheet:
    """A report laid out for the page.

    ``findings`` are the gravest first, with their ``keys`` beside them; ``occurrences`` and the keys of these
    are by id.
    """

    report: Report
    findings: tuple[Discrepancy, ...]
    keys: tuple[str, ...]
    desk: Desk
    marks: Marks
    occurrences: Mapping[str, OccurrenceSummary]
    occurrence_keys: Mapping[str, str]

    @classmethod
    def of(cls, report: Report) -> "Sheet":
        """Lay a report out; the findings are numbered as in the other forms of the report."""
        findings = tuple(sorted(report.discrepancies, key=lambda finding: finding.severity.rank))
        return cls(
            report=report,
            findings=findings,
            keys=tuple(keys_of_findings(findings)),
            desk=Desk.of(report.documents, report.drafts),
            marks=Marks.of(report.documents, findings),
            occurrences={told.id: told for told in report.occurrences},
            occurrence_keys={told.id: f"o{n}" for n, told in enumerate(report.occurrences, 1)},
        )

    def label(self, document: str) -> str:
        """Return what a document is called, in short."""
        return shorten(self.desk.label(document), LONGEST_NAME)

    def name_occurrence(self, name: str) -> str:
        """Return what an occurrence is called, with its time; nothing for one that the report does not have."""
        told = self.occurrences.get(name)
        if told is None:
            return ""
        when = interval_words(told.time) if told.time else ""
        return ", ".join(in_short(part) for part in (told.label, when) if part)


def in_short(text: str) -> str:
    """Return foreign words on one line, without their middle where they are very long."""
    return shorten(clean(text).strip(), LONGEST)


def published_words(document: Document | None) -> str:
    """Return when a document was published, in words."""
    if document is None or document.published is None:
        return "undated"
    inferred = " (inferred)" if document.published_from == "inferred" else ""
    return day_words(document.published) + inferred
