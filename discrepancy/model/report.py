"""The report: what was read, what happened, where the outlets cannot all be right."""

import json
from importlib import import_module
from typing import Any, Literal

import attrs

from discrepancy.model.findings import (
    Acceptance,
    Compared,
    Discrepancy,
    IdleAcceptance,
    NotCompared,
    OccurrenceSummary,
)
from discrepancy.model.questions import QuestionSummary
from discrepancy.model.text import Document, LeftOut

__all__ = ["FORMAT", "VERSION", "Report"]

FORMAT = "discrepancy-report"
VERSION = 1


@attrs.frozen(kw_only=True, repr=False)
class Report:
    """The result of a check; printed, it is the report as text.

    ``graph`` is the claim graph, a ``networkx.MultiDiGraph``; its nodes and edges are documented in the
    reference.  ``copies`` pairs each document that repeats another's text with that other one, which alone
    was compared.  ``drafts`` are the documents that were checked against the others: every finding touches
    one of them, and ``outside_drafts`` counts those left away because they touch none.  ``idle_acceptances``
    are what was accepted and marks nothing.  ``main_occurrences`` pairs a document with the occurrence that it
    is mainly about, where one was made out.  ``questions`` are those that two or more claims answer, agreed on
    or not.  Everything else is plain data and is what ``to_json`` writes.
    """

    documents: tuple[Document, ...]
    occurrences: tuple[OccurrenceSummary, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    compared: Compared = attrs.field(factory=Compared)
    not_compared: tuple[NotCompared, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    drafts: tuple[str, ...] = ()
    outside_drafts: int = 0
    idle_acceptances: tuple[IdleAcceptance, ...] = ()
    main_occurrences: tuple[tuple[str, str], ...] = ()
    questions: tuple[QuestionSummary, ...] = ()
    graph: Any = attrs.field(default=None, eq=False)

    def __repr__(self) -> str:
        """Say in one line what was found: a prompt shows this, and the articles are long."""
        found = import_module("discrepancy.report.headline").headline(len(self.documents), self.discrepancies)
        return f"<Report: {''.join(found)}>"

    def __str__(self) -> str:
        """Return the report as text, which ``print`` shows."""
        return self.render("text")

    def to_data(self) -> dict[str, Any]:
        """Return the report as plain lists and dictionaries, the contract with callers."""
        data: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "documents": [self._document_data(d) for d in self.documents],
            "occurrences": [_occurrence_data(o) for o in self.occurrences],
            "discrepancies": [_discrepancy_data(d) for d in self.discrepancies],
            "compared": attrs.asdict(self.compared),
            "not_compared": [attrs.asdict(n) for n in self.not_compared],
        }
        if self.left_out:
            data["left_out"] = [attrs.asdict(item) for item in self.left_out]
        if self.drafts:
            data["outside_drafts"] = self.outside_drafts
        if self.idle_acceptances:
            data["idle_acceptances"] = [_idle_data(idle) for idle in self.idle_acceptances]
        return data

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the report as JSON text with a final newline."""
        return json.dumps(self.to_data(), ensure_ascii=False, indent=indent) + "\n"

    def to_html(self) -> str:
        """Return the report as one page of HTML that needs no network and no script."""
        return self.render("html")

    def render(self, form: str) -> str:
        """Return the report in one of the forms that ``discrepancy check --format`` knows, by its name."""
        text: str = import_module("discrepancy.report.formats").render(self, form)
        return text

    def to_markdown(self) -> str:
        """Return the report as Markdown, to paste into a ticket; nothing of an article works as markup in it."""
        return self.render("markdown")

    def to_csv(self) -> str:
        """Return a line for each passage of evidence as comma-separated values, safe to open in a spreadsheet."""
        return self.render("csv")

    def to_sarif(self) -> str:
        """Return the report as SARIF 2.1.0, for code hosts and editors."""
        return self.render("sarif")

    def _repr_html_(self) -> str:
        """Return a small table of the findings, which notebooks show."""
        table: str = import_module("discrepancy.report.as_notebook").render_notebook(self)
        return table

    def to_dataframe(self, library: Literal["pandas", "polars"] | None = None) -> Any:
        """Return a data frame with a row for each passage of evidence.

        Made by ``library``, or by pandas or polars, whichever is installed; raises ``OptionError`` when none is.
        """
        return import_module("discrepancy.report.as_dataframe").make_dataframe(self, library)

    def _document_data(self, document: Document) -> dict[str, Any]:
        data = _document_data(document)
        original = dict(self.copies).get(document.id)
        data["occurrence"] = dict(self.main_occurrences).get(original or document.id)
        if original is not None:
            data["copy_of"] = original
        if document.id in self.drafts:
            data["draft"] = True
        if document.is_extracted:
            data["text"] = document.text
        return data


def _document_data(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "words": document.words,
    }


def _occurrence_data(occurrence: OccurrenceSummary) -> dict[str, Any]:
    time = occurrence.time
    return {
        "id": occurrence.id,
        "label": occurrence.label,
        "kind": occurrence.kind,
        "participants": list(occurrence.participants),
        "time": None
        if time is None
        else {
            "start": time.start.isoformat() if time.start else None,
            "end": time.end.isoformat() if time.end else None,
        },
        "place": occurrence.place,
        "documents": list(occurrence.documents),
    }


def _discrepancy_data(finding: Discrepancy) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "scope": finding.scope,
        "confidence": round(finding.confidence, 2),
        "subject": finding.subject,
        "occurrence": finding.occurrence,
        "summary": finding.summary,
        "explanation": finding.explanation,
        "positions": [
            {
                "value": position.value,
                "normalized": dict(position.normalized),
                "documents": list(position.documents),
                "independent_sources": position.independent_sources,
                "odd_one_out": position.odd_one_out,
                "evidence": [attrs.asdict(passage) for passage in position.evidence],
            }
            for position in finding.positions
        ],
    }
    if finding.accepted is not None:
        data["accepted"] = _acceptance_data(finding.accepted)
    return data


def _idle_data(idle: IdleAcceptance) -> dict[str, Any]:
    return {"id": idle.id, "found": idle.is_found, **_acceptance_data(idle.acceptance)}


def _acceptance_data(accepted: Acceptance) -> dict[str, Any]:
    return {"reason": accepted.reason, "until": accepted.until.isoformat() if accepted.until else None}
