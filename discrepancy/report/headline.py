"""The first line of a report: how much was found."""

from collections import Counter
from collections.abc import Collection

from discrepancy.model.findings import Discrepancy, Severity
from discrepancy.report.finding_text import counted

__all__ = ["MEANINGS", "headline", "nothing_found"]

# What each severity says, as a heading has it.
MEANINGS = {
    Severity.MAJOR: "both cannot be true, and it matters",
    Severity.MINOR: "spelling, wording, soft numbers",
    Severity.INFO: "compatible, an update, or a note",
}


def headline(articles: int, shown: Collection[Discrepancy]) -> tuple[str, str]:
    """Return how many findings there are, and how they divide: "2 discrepancies in 3 articles", ": 2 major"."""
    numbers = Counter(finding.severity for finding in shown)
    parts = ", ".join(f"{numbers[severity]} {severity.value}" for severity in Severity if numbers[severity])
    accepted = sum(finding.accepted is not None for finding in shown)
    found = f"{counted(len(shown), 'discrepancy')} in {counted(articles, 'article')}"
    return found, (f": {parts}" if parts else "") + (f" ({accepted} accepted)" if accepted else "")


def nothing_found(articles: int) -> str:
    """Return the line of a report without findings."""
    return f"No discrepancy found in {counted(articles, 'article')}."
