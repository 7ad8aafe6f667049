"""One finding as text: the sentence, the sides with their words, and why they cannot all hold."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping

import attrs

from discrepancy.model.findings import Acceptance, Discrepancy, IdleAcceptance, Position
from discrepancy.model.text import Document
from discrepancy.report.dates import day_words
from discrepancy.report.excerpt import Excerpt, clean, excerpt
from discrepancy.report.page import Page

__all__ = [
    "SHOWN_PASSAGES",
    "Desk",
    "add_finding",
    "confidence_words",
    "counted",
    "idle_words",
    "words_of_sources",
]

# Passages of one document that a position shows; the others are counted, and JSON has them all.
SHOWN_PASSAGES = 2

# From here on a finding is called strong, or fair; below that it is weak.
STRONG = 0.8
FAIR = 0.5


@attrs.frozen(kw_only=True)
class Desk:
    """The documents of a report by id, and what each is called in the text."""

    documents: Mapping[str, Document]
    labels: Mapping[str, str]

    @classmethod
    def of(cls, documents: Iterable[Document], drafts: Container[str] = ()) -> "Desk":
        """Name each document by its outlet, and by its id as well where the outlet has several.

        Those in ``drafts`` are called drafts.
        """
        by_id = {document.id: document for document in documents}
        outlets = Counter(document.outlet for document in by_id.values())
        return cls(
            documents=by_id,
            labels={
                document.id: clean(_label(document, is_alone=outlets[document.outlet] == 1))
                + (" (draft)" if document.id in drafts else "")
                for document in by_id.values()
            },
        )

    def label(self, document: str) -> str:
        """Return what a document is called."""
        return self.labels.get(document, clean(document))

    def source(self, document: str) -> str:
        """Return what a document is called, with its day of publication."""
        found = self.documents.get(document)
        if found is None or found.published is None:
            return f"{self.label(document)}, undated"
        inferred = " (inferred)" if found.published_from == "inferred" else ""
        return f"{self.label(document)}, {day_words(found.published)}{inferred}"


def confidence_words(confidence: float) -> str:
    """Return how sure the library is in one word: strong, fair or weak."""
    if confidence >= STRONG:
        return "strong"
    return "fair" if confidence >= FAIR else "weak"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 article", "2 articles", "3 discrepancies", "4 days"."""
    if number == 1:
        return f"1 {noun}"
    is_changed = noun.endswith("y") and noun[-2] not in "aeiou"
    return f"{number} {noun[:-1]}ies" if is_changed else f"{number} {noun}s"


def idle_words(idle: IdleAcceptance) -> str:
    """Return what is to be said of an acceptance that marks nothing."""
    until = idle.acceptance.until
    state = f"no longer, since {day_words(until)} is past" if idle.is_found and until else "but not found"
    return f"Accepted, {state}: {idle.id} ({clean(idle.acceptance.reason).strip()})."


def add_finding(page: Page, desk: Desk, finding: Discrepancy, number: int) -> None:
    """Write one finding on the page, under the number by which people can speak of it."""
    label = f"{number}. "
    indent = len(label)
    page.add((f"{label}{clean(finding.summary)}", "bold"), hang=indent)
    page.add((" · ".join(_facts(finding)), "dim"), indent=indent)
    if finding.accepted is not None:
        page.add((_acceptance_words(finding.accepted), "green"), indent=indent, hang=2)
    page.gap()
    for position in finding.positions:
        _add_position(page, desk, position, indent)
    page.gap()
    page.add(clean(finding.explanation), indent=indent)
    page.gap()


def _label(document: Document, *, is_alone: bool) -> str:
    if not document.outlet:
        return document.id
    return document.outlet if is_alone else f"{document.outlet} [{document.id}]"


def _facts(finding: Discrepancy) -> list[str]:
    return [
        finding.kind.value,
        *(["within one article"] if finding.scope == "within" else []),
        *([f"about {clean(finding.occurrence)}"] if finding.occurrence else []),
        f"confidence {confidence_words(finding.confidence)}",
        f"id {finding.id}",
    ]


def _acceptance_words(accepted: Acceptance) -> str:
    until = f" until {day_words(accepted.until)}" if accepted.until else ""
    return f"✓ accepted{until}: {clean(accepted.reason).strip()}"


def _add_position(page: Page, desk: Desk, position: Position, indent: int) -> None:
    odd = ("  ◄ odd one out", "bold magenta") if position.odd_one_out else ""
    page.add("• ", (clean(position.value), "bold"), odd, indent=indent, hang=2)
    for sources, words in words_of_sources(desk, position):
        for number, shown in enumerate(words[:SHOWN_PASSAGES]):
            _add_words(
                page, f"{sources}: " if number == 0 else "also: ", shown, indent + (2 if number == 0 else 4)
            )
        if len(words) > SHOWN_PASSAGES:
            page.add(f"and {counted(len(words) - SHOWN_PASSAGES, 'more passage')}", indent=indent + 4)
    if len(position.documents) > position.independent_sources:
        articles = counted(len(position.documents), "article")
        page.add(
            f"{articles}, {counted(position.independent_sources, 'independent source')}", indent=indent + 2
        )


def words_of_sources(desk: Desk, position: Position) -> list[tuple[str, tuple[Excerpt, ...]]]:
    """Return what each document says; copies of one text, which show the same words, stand together."""
    sources: dict[tuple[Excerpt, ...], list[str]] = {}
    for name in position.documents:
        document = desk.documents.get(name)
        words = tuple(excerpt(passage, document) for passage in position.evidence if passage.document == name)
        sources.setdefault(words, []).append(desk.source(name))
    return [("; ".join(names), words) for words, names in sources.items()]


def _add_words(page: Page, label: str, shown: Excerpt, indent: int) -> None:
    page.add(
        f"{label}“{shown.before}",
        ("▸", "dim"),
        (shown.words, "bold"),
        ("◂", "dim"),
        f"{shown.after}”",
        indent=indent,
        hang=2 if label != "also: " else 0,
    )
