"""Each finding with its sides beside each other, as the page shows it."""

from string import ascii_uppercase

import attrs

from discrepancy.model.findings import Acceptance, Discrepancy, Position
from discrepancy.model.text import Passage
from discrepancy.report.dates import day_words
from discrepancy.report.excerpt import Excerpt, excerpt
from discrepancy.report.finding_text import confidence_words, counted
from discrepancy.report.html.marks import evidence_key
from discrepancy.report.html.sheet import Sheet, in_short, published_words

__all__ = ["Evidence", "Finding", "Side", "Testimony", "list_findings", "side_letter"]

# So much of the article stands around the words: the sentence, if it is not a very long one.
REACH, LONGEST = 220, 700

# Passages of one article that a side shows at once; the reader unfolds the others.
SHOWN_PASSAGES = 3


@attrs.frozen(kw_only=True)
class Evidence:
    """A passage with its surroundings, and the way to its place in the article."""

    key: str
    link: str | None
    words: Excerpt


@attrs.frozen(kw_only=True)
class Testimony:
    """What one article says for a side: passages at once, and those to unfold."""

    label: str
    published: str
    shown: tuple[Evidence, ...]
    folded: tuple[Evidence, ...]


@attrs.frozen(kw_only=True)
class Side:
    """One position under its letter; ``sources`` tells of articles that are no sources of their own."""

    letter: str
    value: str
    is_odd: bool
    testimonies: tuple[Testimony, ...]
    sources: str


@attrs.frozen(kw_only=True)
class Finding:
    """A finding under the number by which people speak of it."""

    key: str
    number: int
    id: str
    kind: str
    severity: str
    rank: int
    summary: str
    explanation: str
    confidence: str
    is_within: bool
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    occurrence: str | None
    about: str
    accepted: str
    sides: tuple[Side, ...]


def list_findings(sheet: Sheet) -> tuple[Finding, ...]:
    """Return the findings in the order in which they are numbered."""
    pairs = zip(sheet.findings, sheet.keys, strict=True)
    return tuple(make_finding(sheet, finding, key, number) for number, (finding, key) in enumerate(pairs, 1))


def make_finding(sheet: Sheet, finding: Discrepancy, key: str, number: int) -> Finding:
    """Return one finding with all its evidence."""
    documents = list(dict.fromkeys(d for position in finding.positions for d in position.documents))
    occurrence = sheet.occurrences.get(finding.occurrence or "")
    return Finding(
        key=key,
        number=number,
        id=finding.id,
        kind=finding.kind.value,
        severity=finding.severity.value,
        rank=finding.severity.rank,
        summary=in_short(finding.summary),
        explanation=in_short(finding.explanation),
        confidence=confidence_words(finding.confidence),
        is_within=finding.scope == "within",
        outlets=tuple(sheet.label(document) for document in documents),
        articles=tuple(sheet.marks.articles[d] for d in documents if d in sheet.marks.articles),
        occurrence=sheet.occurrence_keys.get(finding.occurrence or ""),
        about=in_short(occurrence.label) if occurrence else "",
        accepted=acceptance_words(finding.accepted),
        sides=tuple(make_side(sheet, position, key, n) for n, position in enumerate(finding.positions, 1)),
    )


def acceptance_words(accepted: Acceptance | None) -> str:
    """Return until when a finding is accepted and why, or nothing for one that is not."""
    if accepted is None:
        return ""
    until = f" until {day_words(accepted.until)}" if accepted.until else ""
    return f"accepted{until}: {in_short(accepted.reason)}"


def make_side(sheet: Sheet, position: Position, finding: str, number: int) -> Side:
    """Return one position with what each article says for it."""
    passages = [(evidence_key(finding, number, n), p) for n, p in enumerate(position.evidence, 1)]
    articles = len(position.documents)
    sources = f"{counted(articles, 'article')}, {counted(position.independent_sources, 'independent source')}"
    return Side(
        letter=side_letter(number),
        value=in_short(position.value),
        is_odd=position.odd_one_out,
        testimonies=tuple(
            make_testimony(sheet, name, [(key, p) for key, p in passages if p.document == name])
            for name in position.documents
        ),
        sources=sources if articles > position.independent_sources else "",
    )


def make_testimony(sheet: Sheet, name: str, passages: list[tuple[str, Passage]]) -> Testimony:
    """Return the passages of one article, each with its sentence."""
    document = sheet.desk.documents.get(name)
    found = tuple(
        Evidence(
            key=key,
            link=sheet.marks.link(passage),
            words=excerpt(passage, document, reach=REACH, longest=LONGEST),
        )
        for key, passage in passages
    )
    return Testimony(
        label=sheet.label(name),
        published=published_words(document),
        shown=found[:SHOWN_PASSAGES],
        folded=found[SHOWN_PASSAGES:],
    )


def side_letter(number: int) -> str:
    """Return the letter of a side counted from 1: A to Z, then AA, AB, ..."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters
