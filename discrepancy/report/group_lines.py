"""Groups of articles as text and as JSON."""

import json
from collections.abc import Sequence

from discrepancy.model.findings import OccurrenceSummary
from discrepancy.model.report import Report
from discrepancy.model.text import Document
from discrepancy.report.dates import day_words, interval_words
from discrepancy.report.excerpt import clean

__all__ = ["render_groups", "render_groups_json"]

FORMAT, VERSION = "discrepancy-groups", 1

Told = tuple[Sequence[Document], OccurrenceSummary | None]


def render_groups_json(groups: Sequence[Told]) -> str:
    """Return the groups as JSON text; documents and occurrences are as in the report of a check."""
    rows = []
    for documents, occurrence in groups:
        told = (occurrence,) if occurrence is not None else ()
        data = Report(documents=tuple(documents), occurrences=told).to_data()
        rows.append({"occurrence": next(iter(data["occurrences"]), None), "documents": data["documents"]})
    data = {"format": FORMAT, "version": VERSION, "groups": rows}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def render_groups(groups: Sequence[Told]) -> str:
    """Return the groups as text: what each is about, then a line for each article."""
    return "\n".join(_group_text(n + 1, *told) for n, told in enumerate(groups))


def _group_text(number: int, documents: Sequence[Document], occurrence: OccurrenceSummary | None) -> str:
    head = _title(documents) if occurrence is None else occurrence.label
    if occurrence is not None and occurrence.time is not None and (when := interval_words(occurrence.time)):
        head += f", {when}"
    rows = [f"{number}. {_line(head)}"]
    for document in documents:
        day = day_words(document.published) if document.published else "date unknown"
        rows.append("   " + _line(", ".join(part for part in (document.id, document.outlet, day) if part)))
    return "\n".join(rows) + "\n"


def _title(documents: Sequence[Document]) -> str:
    return next((d.title for d in documents if d.title), "no occurrence found")


def _line(text: str) -> str:
    """Put text on one line without anything that acts on a terminal."""
    return " ".join(clean(text).split())
