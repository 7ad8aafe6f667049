"""The report as Markdown, to paste into a ticket or a comment."""

from collections.abc import Iterator

import attrs

from discrepancy.model.findings import Discrepancy, Position, Severity
from discrepancy.model.questions import QuestionSummary
from discrepancy.model.report import Report
from discrepancy.report.dates import day_words
from discrepancy.report.excerpt import Excerpt
from discrepancy.report.finding_text import (
    SHOWN_PASSAGES,
    Desk,
    confidence_words,
    counted,
    idle_words,
    words_of_sources,
)
from discrepancy.report.headline import MEANINGS, headline, nothing_found
from discrepancy.report.markdown_text import inline, paragraph
from discrepancy.values.comparison import AGREEING

__all__ = ["render_markdown"]


def render_markdown(report: Report) -> str:
    """Return the report as Markdown (CommonMark, and the tables of code hosts).

    Findings stand under their severity, each with its positions and the words as block quotes, the evidence in
    bold between ``▸`` and ``◂``.  Whatever comes from an article is text: no markup, link, picture, mention or
    reference in it works.
    """
    page = _Page(report, Desk.of(report.documents, report.drafts))
    parts = [*page.head(), *page.findings(), *page.agreements(), *page.coverage(), *page.left_out()]
    return "\n\n".join(parts) + "\n"


@attrs.frozen
class _Page:
    report: Report
    desk: Desk

    def head(self) -> Iterator[str]:
        report = self.report
        if report.discrepancies:
            yield f"# {''.join(headline(len(report.documents), report.discrepancies))}"
        else:
            yield f"# {nothing_found(len(report.documents))}"
        if report.documents:
            rows = [
                f"| {inline(self.desk.source(document.id))} | {inline(document.title)} |"
                for document in report.documents
            ]
            yield "\n".join(["| article | headline |", "|---|---|", *rows])

    def findings(self) -> Iterator[str]:
        number = 0
        for severity in Severity:
            found = [finding for finding in self.report.discrepancies if finding.severity is severity]
            if found:
                yield f"## {severity.value.capitalize()}: {MEANINGS[severity]}"
            for finding in found:
                number += 1
                yield from self.finding(finding, number)

    def finding(self, finding: Discrepancy, number: int) -> Iterator[str]:
        yield f"### {number}. {inline(finding.summary)}"
        yield " · ".join(_facts(finding))
        if finding.accepted:
            until = f" until {day_words(finding.accepted.until)}" if finding.accepted.until else ""
            yield f"✓ **accepted**{until}: {inline(finding.accepted.reason)}"
        for position in finding.positions:
            yield from self.position(position)
        yield paragraph(finding.explanation)

    def position(self, position: Position) -> Iterator[str]:
        yield f"**{inline(position.value.strip())}**{' (odd one out)' if position.odd_one_out else ''}"
        for sources, words in words_of_sources(self.desk, position):
            lines = [f"“{_marked(excerpt)}”" for excerpt in words[:SHOWN_PASSAGES]]
            if len(words) > SHOWN_PASSAGES:
                lines.append(f"and {counted(len(words) - SHOWN_PASSAGES, 'more passage')}")
            yield "\n>\n".join(f"> {line}" for line in [*lines, f"— {inline(sources)}"])
        if len(position.documents) > position.independent_sources:
            sources = counted(position.independent_sources, "independent source")
            yield f"{counted(len(position.documents), 'article')}, {sources}"

    def agreements(self) -> Iterator[str]:
        agreed = [question for question in self.report.questions if question.relation in AGREEING]
        if agreed:
            rows = [f"| {inline(question.subject)} | {self.answers(question)} |" for question in agreed]
            yield "## What agrees"
            yield "\n".join(["| question | answers |", "|---|---|", *rows])

    def answers(self, question: QuestionSummary) -> str:
        documents: dict[str, dict[str, None]] = {}
        for answer in question.answers:
            documents.setdefault(answer.value, {})[self.desk.label(answer.document)] = None
        return inline("; ".join(f"{value} ({', '.join(labels)})" for value, labels in documents.items()))

    def coverage(self) -> Iterator[str]:
        compared = self.report.compared
        questions = counted(compared.questions, "question")
        verb = "agrees" if compared.agreed == 1 else "agree"
        yield "## How far this goes"
        yield f"{compared.agreed} of {questions} with more than one answer {verb}."
        if self.report.outside_drafts:
            verb = "touches" if self.report.outside_drafts == 1 else "touch"
            yield f"{counted(self.report.outside_drafts, 'further finding')} {verb} no draft."
        yield from (paragraph(idle_words(idle)) for idle in self.report.idle_acceptances)
        if self.report.not_compared:
            rows = [f"| {inline(item.reason)} | {item.count} |" for item in self.report.not_compared]
            yield "\n".join(["| not compared | |", "|---|---|", *rows])

    def left_out(self) -> Iterator[str]:
        if self.report.left_out:
            rows = [f"| {inline(item.path)} | {inline(item.reason)} |" for item in self.report.left_out]
            yield "## Left out: could not be read"
            yield "\n".join(["| input | why |", "|---|---|", *rows])


def _facts(finding: Discrepancy) -> list[str]:
    return [
        f"`{finding.kind.value}`",
        *(["within one article"] if finding.scope == "within" else []),
        f"confidence {confidence_words(finding.confidence)}",
        f"id `{finding.id}`",
    ]


def _marked(excerpt: Excerpt) -> str:
    """Return the words in their sentence, in bold; in the middle of a word bold could not be told from stars."""
    stars = "" if excerpt.before[-1:].isalnum() or excerpt.after[:1].isalnum() else "**"
    return f"{inline(excerpt.before)}{stars}▸{inline(excerpt.words)}◂{stars}{inline(excerpt.after)}"
