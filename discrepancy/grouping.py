"""Which articles of a pile tell of one occurrence, and of which."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import attrs

from discrepancy.checker import extract_documents, without_copies
from discrepancy.graph.entities import resolve_entities
from discrepancy.graph.groups import group_documents, publication_penalty
from discrepancy.graph.likeness import FEW, pile_clusters
from discrepancy.graph.occurrences import LEAD, Occurrence, find_occurrences
from discrepancy.model.claims import Extraction
from discrepancy.model.findings import OccurrenceSummary
from discrepancy.model.pile import documents_in_order
from discrepancy.model.text import Document

__all__ = ["Group", "group"]

READ = 3  # articles of a group that are read to say what it is about


@attrs.frozen(kw_only=True)
class Group:
    """Articles that tell of one occurrence, and the occurrence that they are mainly about, where one was found."""

    documents: tuple[Document, ...]
    occurrence: OccurrenceSummary | None = None


def group(documents: Iterable[Document], *, parser: str | None = None) -> tuple[Group, ...]:
    """Put together the articles of a mixed pile that tell of one occurrence.

    Each article is in one group; the largest groups come first, then those with the earliest article.  Articles
    are told apart by their words, names and figures, weighed by how rare they are among their neighbours, and by
    their days of publication; a handful is read as closely as by ``check``.  An article that repeats another's
    text stands with that one.  The result does not depend on the order of the documents.  ``parser`` is a spaCy
    pipeline to use instead of the shipped one.  Raises InputError for what is no list of documents,
    or two of one id, and ParserError for a missing pipeline.
    """
    ordered = documents_in_order(documents)
    originals, copies = without_copies(ordered)
    original = dict(copies)
    tell = told_of_handful if len(originals) < FEW else told_of_pile
    found = []
    for members, occurrence in tell(originals, parser):
        chosen = {d.id for d in members}
        found.append((tuple(d for d in ordered if original.get(d.id, d.id) in chosen), occurrence))
    found.sort(key=lambda row: (-len(row[0]), ordered.index(row[0][0])))
    return tuple(
        Group(documents=row, occurrence=summary(f"o{n + 1}", o) if o else None)
        for n, (row, o) in enumerate(found)
    )


Told = tuple[tuple[Document, ...], Occurrence | None]


def told_of_handful(documents: Sequence[Document], parser: str | None) -> list[Told]:
    """Groups of a few articles: each is read in full."""
    extractions = extract_documents(documents, parser=parser)
    cast = resolve_entities(extractions)
    numbers = group_documents(documents, extractions, cast, picked=False)
    occurrences = find_occurrences(extractions, cast, numbers)
    return [
        (
            tuple(d for d in documents if numbers[d.id] == number),
            main_occurrence([o for o in occurrences if o.group == number]),
        )
        for number in sorted(set(numbers.values()))
    ]


def told_of_pile(documents: Sequence[Document], parser: str | None) -> list[Told]:
    """Groups of many articles by their words and days; of each group some leads are read."""
    penalties = {
        (i, j): penalty
        for (i, left), (j, right) in combinations(enumerate(documents), 2)
        if (penalty := publication_penalty(left, right))
    }
    clusters = [tuple(documents[i] for i in row) for row in pile_clusters(documents, penalties)]
    leads = [[lead(d) for d in cluster[:READ]] for cluster in clusters]
    extractions = iter(extract_documents([d for row in leads for d in row], parser=parser))
    return [
        (cluster, main_occurrence(occurrences_of([next(extractions) for _ in row])))
        for cluster, row in zip(clusters, leads, strict=True)
    ]


def occurrences_of(extractions: Sequence[Extraction]) -> tuple[Occurrence, ...]:
    """The occurrences of articles that are one group."""
    return find_occurrences(
        extractions, resolve_entities(extractions), dict.fromkeys((x.document for x in extractions), 0)
    )


def lead(document: Document) -> Document:
    """An article cut where its lead ends."""
    starts = [b.start for b in document.blocks if b.kind == "body"]
    end = min((starts[0] if starts else 0) + LEAD, len(document.text))
    end = (
        min((e for b in document.blocks if (e := b.end) >= end), default=end)
        if end < len(document.text)
        else end
    )
    end = min(end, (starts[0] if starts else 0) + 2 * LEAD)
    blocks = tuple(attrs.evolve(b, end=min(b.end, end)) for b in document.blocks if b.start < end)
    return attrs.evolve(document, text=document.text[:end], blocks=blocks)


def main_occurrence(occurrences: Sequence[Occurrence]) -> Occurrence | None:
    """What some articles are mainly about: told by most of them, then told early, then told most often."""

    def rank(o: Occurrence) -> tuple[int, int, int, str]:
        first = min(e.passage.start for e in o.events)
        return -len(o.documents), first // LEAD, -len(o.events), o.id

    return min(occurrences, key=rank, default=None)


def summary(key: str, occurrence: Occurrence) -> OccurrenceSummary:
    """An occurrence as reports show it."""
    return OccurrenceSummary(
        id=key,
        label=occurrence.label,
        kind=occurrence.family,
        participants=occurrence.names,
        time=occurrence.time,
        place=occurrence.place,
        documents=occurrence.documents,
    )
