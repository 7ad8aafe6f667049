"""Where each piece of evidence stands on the page: its key in the finding, its mark in the article."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from discrepancy.model.findings import Discrepancy, Severity
from discrepancy.model.text import Document, Passage
from discrepancy.report.html.paragraphs import Paragraph, paragraphs_of

__all__ = ["Mark", "Marks", "Reference", "evidence_key", "keys_of_findings", "paragraph_key"]

Span = tuple[str, int, int]


@attrs.frozen(kw_only=True)
class Reference:
    """The way back from an article to a finding: its number, and the key of the evidence there."""

    number: int
    evidence: str


@attrs.frozen(kw_only=True)
class Mark:
    """A stretch of an article that is evidence of one or more findings, the gravest of this severity.

    It begins and ends with a word, even where the quotation has white space around it.
    """

    key: str
    start: int
    end: int
    severity: Severity
    references: tuple[Reference, ...]


@attrs.frozen(kw_only=True)
class Marks:
    """The marks of all articles, their paragraphs, and the keys of the articles themselves."""

    articles: Mapping[str, str]
    paragraphs: Mapping[str, tuple[Paragraph, ...]]
    spans: Mapping[Span, Mark]

    @classmethod
    def of(cls, documents: Sequence[Document], findings: Sequence[Discrepancy]) -> "Marks":
        """Mark every passage of every finding; a passage that is not in its article as quoted has no mark."""
        texts = {document.id: document.text for document in documents}
        articles = {document.id: f"a{n}" for n, document in enumerate(documents, 1)}
        found: dict[Span, list[tuple[Severity, Reference]]] = {}
        for number, (finding, key) in enumerate(zip(findings, keys_of_findings(findings), strict=True), 1):
            for p, position in enumerate(finding.positions, 1):
                for e, passage in enumerate(position.evidence, 1):
                    if has_words(passage, texts):
                        there = Reference(number=number, evidence=evidence_key(key, p, e))
                        found.setdefault(span_of(passage), []).append((finding.severity, there))
        return cls(
            articles=articles,
            paragraphs={document.id: paragraphs_of(document) for document in documents},
            spans=dict(make_marks(found, articles, texts)),
        )

    def of_article(self, document: str) -> list[Mark]:
        """The marks of one article; of those that begin together the longest comes first."""
        own = [mark for (name, _, _), mark in self.spans.items() if name == document]
        return sorted(own, key=lambda mark: (mark.start, -mark.end))

    def link(self, passage: Passage) -> str | None:
        """The key of the place where a passage stands: its mark, else its paragraph or its article."""
        mark = self.spans.get(span_of(passage))
        if mark is not None:
            return mark.key
        article = self.articles.get(passage.document)
        rows = self.paragraphs.get(passage.document, ())
        number = next((n for n, row in enumerate(rows, 1) if row.start <= passage.start < row.end), None)
        return article if article is None or number is None else paragraph_key(article, number)


def make_marks(
    found: Mapping[Span, Sequence[tuple[Severity, Reference]]],
    articles: Mapping[str, str],
    texts: Mapping[str, str],
) -> Iterable[tuple[Span, Mark]]:
    """Number the marks of each article in the order of its text; of those that begin together the longest first."""
    counts: dict[str, int] = {}
    for span in sorted(found, key=lambda s: (s[0], s[1], -s[2])):
        document, start, end = span
        words = texts[document][start:end]
        counts[document] = counts.get(document, 0) + 1
        yield (
            span,
            Mark(
                key=f"{articles[document]}-m{counts[document]}",
                start=start + len(words) - len(words.lstrip()),
                end=end - len(words) + len(words.rstrip()),
                severity=min((severity for severity, _ in found[span]), key=lambda s: s.rank),
                references=tuple(reference for _, reference in found[span]),
            ),
        )


def keys_of_findings(findings: Iterable[Discrepancy]) -> list[str]:
    """Return a key for each finding, made of its id, so that a link to it lasts from run to run."""
    seen: dict[str, int] = {}
    keys = []
    for finding in findings:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        again = f"-{seen[finding.id]}" if seen[finding.id] > 1 else ""
        keys.append(f"f-{finding.id}{again}")
    return keys


def evidence_key(finding: str, position: int, evidence: int) -> str:
    """Return the key of a passage in a finding; both count from 1."""
    return f"{finding}-p{position}-e{evidence}"


def paragraph_key(article: str, number: int) -> str:
    """Return the key of a paragraph of an article, counted from 1."""
    return f"{article}-p{number}"


def span_of(passage: Passage) -> Span:
    """Return what tells one passage from another."""
    return passage.document, passage.start, passage.end


def has_words(passage: Passage, texts: Mapping[str, str]) -> bool:
    """Whether a document that is on the page has these words at this place."""
    text = texts.get(passage.document, "")
    return bool(passage.quote.strip()) and text[passage.start : passage.end] == passage.quote
