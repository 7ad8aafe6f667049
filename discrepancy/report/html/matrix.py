"""Who says what on which question, and who is silent."""

from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from discrepancy.model.findings import Discrepancy
from discrepancy.model.questions import QuestionSummary
from discrepancy.model.text import Passage
from discrepancy.report.html.findings import side_letter
from discrepancy.report.html.sheet import Sheet, in_short, published_words

__all__ = ["Cell", "Column", "Matrix", "Row", "Saying", "make_matrix"]

State = Literal["answers", "silent", "elsewhere"]
# The letter of a side, its value, and where the words are.
Told = tuple[str, str, Passage]


@attrs.frozen(kw_only=True)
class Column:
    """An article, with those that print the same text."""

    key: str
    label: str
    published: str
    copies: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Saying:
    """One answer of one article."""

    letter: str
    value: str
    link: str | None


@attrs.frozen(kw_only=True)
class Cell:
    """What an article answers; it is silent, or elsewhere where it does not tell of the occurrence at all."""

    state: State
    sayings: tuple[Saying, ...] = ()


@attrs.frozen(kw_only=True)
class Row:
    """One question with a cell for each article; ``finding`` is the key of the finding on it, if there is one."""

    subject: str
    finding: str | None
    number: int | None
    severity: str
    kind: str
    cells: tuple[Cell, ...]


@attrs.frozen(kw_only=True)
class Matrix:
    """Questions by articles: first those with a finding, then those on which all who answer agree."""

    columns: tuple[Column, ...]
    disputed: tuple[Row, ...]
    agreed: tuple[Row, ...]


def make_matrix(sheet: Sheet) -> Matrix:
    """Return the questions of a report; a question is shown once, as the finding where there is one."""
    copies = dict(sheet.report.copies)
    names = [document.id for document in sheet.report.documents if document.id not in copies]
    return Matrix(
        columns=tuple(
            Column(
                key=sheet.marks.articles[name],
                label=sheet.label(name),
                published=published_words(sheet.desk.documents[name]),
                copies=tuple(sheet.label(copy) for copy, first in copies.items() if first == name),
            )
            for name in names
        ),
        disputed=tuple(
            disputed_row(sheet, finding, number, names) for number, finding in enumerate(sheet.findings, 1)
        ),
        agreed=tuple(agreed_rows(sheet, names)),
    )


def disputed_row(sheet: Sheet, finding: Discrepancy, number: int, names: Sequence[str]) -> Row:
    """Return the row of a finding: each article under the side that it takes."""
    told = [
        (side_letter(n), position.value, passage)
        for n, position in enumerate(finding.positions, 1)
        for passage in position.evidence
    ]
    return Row(
        subject=sentence_case(in_short(finding.subject)),
        finding=sheet.keys[number - 1],
        number=number,
        severity=finding.severity.value,
        kind=finding.kind.value,
        cells=make_cells(sheet, told, finding.occurrence, names),
    )


def agreed_rows(sheet: Sheet, names: Sequence[str]) -> Iterator[Row]:
    """Yield the questions that no finding is about; those that read alike stand in one row."""
    alike: dict[tuple[str, str, str | None], list[QuestionSummary]] = {}
    for question in sheet.report.questions:
        if not is_disputed(question, sheet.findings):
            alike.setdefault((question.subject, question.attribute, question.occurrence), []).append(question)
    for (subject, attribute, occurrence), row in alike.items():
        told = [("", answer.value, answer.passage) for question in row for answer in question.answers]
        yield Row(
            subject=sentence_case(in_short(subject)),
            finding=None,
            number=None,
            severity="",
            kind=attribute,
            cells=make_cells(sheet, told, occurrence, names),
        )


def is_disputed(question: QuestionSummary, findings: Sequence[Discrepancy]) -> bool:
    """Whether a finding shows this question: two of its passages are evidence for two of the sides."""
    own = {answer.passage for answer in question.answers}
    return any(
        sum(not own.isdisjoint(position.evidence) for position in finding.positions) > 1
        for finding in findings
    )


def make_cells(
    sheet: Sheet, told: Sequence[Told], occurrence: str | None, names: Sequence[str]
) -> tuple[Cell, ...]:
    """Return a cell for each article."""
    summary = sheet.occurrences.get(occurrence or "")
    tellers = set(names) if summary is None else {*summary.documents, *(p.document for _, _, p in told)}
    return tuple(make_cell(sheet, told, name, is_teller=name in tellers) for name in names)


def make_cell(sheet: Sheet, told: Sequence[Told], name: str, *, is_teller: bool) -> Cell:
    """Return what one article answers, every answer once."""
    first: dict[tuple[str, str], Passage] = {}
    for letter, value, passage in told:
        if passage.document == name:
            first.setdefault((letter, in_short(value)), passage)
    if not first:
        return Cell(state="silent" if is_teller else "elsewhere")
    sayings = [
        Saying(letter=letter, value=value, link=sheet.marks.link(passage))
        for (letter, value), passage in first.items()
    ]
    return Cell(state="answers", sayings=tuple(sayings))


def sentence_case(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]
