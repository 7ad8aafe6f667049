"""The stages in order: mentions, parse, extract, resolve, align, detect."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib.metadata import entry_points
from typing import Any

import attrs

from discrepancy.detect import DETECTORS, Detector
from discrepancy.detect.numbering import number_shown, shown_occurrences
from discrepancy.detect.questions import summarize_questions
from discrepancy.errors import OptionError
from discrepancy.extract import extract
from discrepancy.graph import ClaimGraph, build_graph
from discrepancy.graph.occurrences import Occurrence, main_occurrence
from discrepancy.mentions.gather import find_mentions, units_of
from discrepancy.model.claims import Claim, Extraction
from discrepancy.model.findings import (
    Compared,
    Discrepancy,
    Kind,
    NotCompared,
    OccurrenceSummary,
)
from discrepancy.model.pile import documents_in_order
from discrepancy.model.report import Report
from discrepancy.model.text import Document, Passage
from discrepancy.parse import parse_all
from discrepancy.read import document_from_text
from discrepancy.values.comparison import AGREEING

__all__ = ["check", "compare", "extract_claims", "extract_documents"]

Progress = Callable[[int, int], None]


def check(
    documents: Iterable[Document],
    *,
    against: Iterable[Document] | None = None,
    select: Sequence[Kind | str] | None = None,
    ignore: Sequence[Kind | str] = (),
    parser: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Report where several articles cannot all be right.

    With ``against`` the documents are drafts, which are checked against these others, and only the findings
    that touch a draft are reported.  ``select`` and ``ignore`` name the kinds to look for; ``parser`` is a
    spaCy pipeline to use instead of the shipped one; ``progress`` is called with (documents done, documents in
    all).  The report does not depend on the order of the documents.  Raises InputError for what is no list of
    documents, or two of one id, OptionError for an unknown kind, ParserError for a missing pipeline.
    """
    wanted = kinds_wanted(select, ignore)
    drafts = documents_in_order(documents)
    ordered = drafts if against is None else documents_in_order((*drafts, *documents_in_order(against)))
    originals, copies = without_copies(ordered)
    extractions = extract_documents(originals, parser=parser, progress=progress)
    graph = build_graph(originals, extractions)
    found = [d for detector in detectors() if detector.kind in wanted for d in detector.detect(graph)]
    report = attrs.evolve(make_report(*number_shown(graph, found)), documents=ordered, copies=copies)
    return report if against is None else keep_drafts(report, drafts)


def keep_drafts(report: Report, drafts: Sequence[Document]) -> Report:
    """Leave only the findings of which some words stand in a draft, or in the text that a draft repeats."""
    ids = {d.id for d in drafts}
    own = ids | {original for copy, original in report.copies if copy in ids}
    touching = tuple(
        d for d in report.discrepancies if any(own.intersection(side.documents) for side in d.positions)
    )
    return attrs.evolve(
        report,
        discrepancies=touching,
        drafts=tuple(sorted(ids)),
        outside_drafts=len(report.discrepancies) - len(touching),
    )


def without_copies(documents: Sequence[Document]) -> tuple[tuple[Document, ...], tuple[tuple[str, str], ...]]:
    """Leave each text once, as first published; also the pairs (copy, original).

    Wire copy is printed by many: the same words twice are one statement, not an agreement of two.
    """
    by_text: dict[str, list[Document]] = {}
    for document in documents:
        by_text.setdefault(document.text, []).append(document)
    first = {
        text: min(
            row,
            key=lambda d: (d.published is None, d.published or date.max, not d.outlet),
        )
        for text, row in by_text.items()
    }
    originals = tuple(d for d in documents if first[d.text] is d)
    return originals, tuple((d.id, first[d.text].id) for d in documents if first[d.text] is not d)


def compare(left: str, right: str, *, parser: str | None = None) -> Report:
    """Check two texts against each other; their documents are called "a" and "b".

    Raises InputError for what is no text, ParserError for a missing pipeline.
    """
    return check([document_from_text(left, id="a"), document_from_text(right, id="b")], parser=parser)


def extract_documents(
    documents: Sequence[Document], *, parser: str | None = None, progress: Progress | None = None
) -> list[Extraction]:
    """What each document says, before anything is compared."""
    mentions = [find_mentions(d) for d in documents]
    parsed = parse_all([(d, units_of(m)) for d, m in zip(documents, mentions, strict=True)], pipeline=parser)
    extractions = []
    for n, (document, found, sentences) in enumerate(zip(documents, mentions, parsed, strict=True)):
        extractions.append(extract(document, found, sentences))
        if progress is not None:
            progress(n + 1, len(documents))
    return extractions


def extract_claims(documents: Iterable[Document], *, parser: str | None = None) -> tuple[Claim, ...]:
    """All claims of some documents, in the order of their text."""
    ordered = documents_in_order(documents)
    extractions = extract_documents(ordered, parser=parser)
    return tuple(
        c for x in extractions for c in sorted(x.claims, key=lambda c: (c.passage.start, c.passage.end, c.id))
    )


def detectors() -> tuple[Detector, ...]:
    """The detectors of the library and those that other packages add."""
    added: list[Any] = [
        e.load()() for e in sorted(entry_points(group="discrepancy.detectors"), key=lambda e: e.name)
    ]
    return (*DETECTORS, *added)


def kinds_wanted(select: Sequence[Kind | str] | None, ignore: Sequence[Kind | str]) -> frozenset[Kind]:
    """The kinds to look for."""
    for name, kinds in (("select", select), ("ignore", ignore)):
        if isinstance(kinds, str):
            raise OptionError(f'{name} = "{kinds}" is a string; want a list, as in {name}=["{kinds}"]')
    try:
        chosen = frozenset(Kind(k) for k in select) if select is not None else frozenset(Kind)
        return chosen - frozenset(Kind(k) for k in ignore)
    except ValueError as wrong:
        known = ", ".join(k.value for k in Kind)
        raise OptionError(f"{wrong}; the kinds are {known}") from None


def make_report(graph: ClaimGraph, found: Sequence[Discrepancy]) -> Report:
    """Sort what was found and count what was compared."""
    unique = {d.id: d for d in found}

    def rank(d: Discrepancy) -> tuple[int, int, str, int, str]:
        first = d.positions[0].evidence[0]
        return d.severity.rank, list(Kind).index(d.kind), first.document, first.start, d.id

    main = [(d.id, main_occurrence(graph.occurrences, d.id)) for d in graph.documents]
    return Report(
        documents=graph.documents,
        main_occurrences=tuple((document, o.id) for document, o in main if o is not None),
        occurrences=tuple(summaries(graph, found)),
        discrepancies=tuple(sorted(unique.values(), key=rank)),
        compared=compared(graph),
        not_compared=ledger(graph.ledger),
        questions=tuple(summarize_questions(graph)),
        graph=graph.network,
    )


def summaries(graph: ClaimGraph, found: Sequence[Discrepancy]) -> Iterable[OccurrenceSummary]:
    """What the report shows of the occurrences."""
    for o in shown_occurrences(graph, found):
        yield OccurrenceSummary(
            id=o.id,
            label=o.label,
            kind=o.family,
            participants=o.names,
            time=o.time,
            place=o.place,
            documents=o.documents,
            statements=statements(o),
        )


def statements(occurrence: Occurrence) -> tuple[Passage, ...]:
    """The passages that tell of an occurrence, each once, in the order of the documents and their texts."""
    unique = {(p.document, p.start, p.end): p for p in (e.passage for e in occurrence.events)}
    return tuple(unique[key] for key in sorted(unique))


def compared(graph: ClaimGraph) -> Compared:
    """How many questions had more than one answer, and how they came out."""
    conflicting = sum(1 for q in graph.questions if q.conflicts)
    agreed = sum(
        1
        for q in graph.questions
        if not q.conflicts and any(p.comparison.relation in AGREEING for p in q.pairs)
    )
    return Compared(questions=len(graph.questions), agreed=agreed, conflicting=conflicting)


def ledger(counts: Counter[str]) -> tuple[NotCompared, ...]:
    """Why claims were set aside, the most frequent reason first."""
    return tuple(
        NotCompared(reason, n) for reason, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    )
