"""Two occurrences told as one story: documents of different visits, captions of another day."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

import attrs

from discrepancy.detect.positions import evidence_of, scope_of
from discrepancy.detect.wording import enumerate_words, outlets
from discrepancy.graph import ClaimGraph
from discrepancy.graph.occurrences import Occurrence
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.model.text import Passage
from discrepancy.values.times import Interval

__all__ = ["ConflatedOccurrences"]

SHARED_PEOPLE = 2


@attrs.frozen
class ConflatedOccurrences:
    """Documents that tell of two occurrences of one kind, with the same people, at different times.

    **Flags** five articles on "the minister's visit" of which two speak of the visit a year later.
    **Stays quiet** on one visit told in less or more detail, and on articles that share nobody.
    **Known limits** Two occurrences within days of each other are told apart only by their dates.
    """

    kind: ClassVar[Kind] = Kind.EVENT_CONFLATION

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding for each set of groups that tell of like occurrences."""
        by_group: dict[int, list[Occurrence]] = defaultdict(list)
        for occurrence in graph.occurrences:
            by_group[occurrence.group].append(occurrence)
        done: set[int] = set()
        for one in sorted(by_group):
            if one in done:
                continue
            alike = {
                other: pair
                for other in sorted(by_group)
                if other > one and (pair := like_pair(by_group, one, other))
            }
            if alike:
                done |= set(alike)
                yield conflation(graph, one, alike)


Alike = dict[int, tuple[Occurrence, Occurrence]]


def like_pair(
    by_group: dict[int, list[Occurrence]], one: int, other: int
) -> tuple[Occurrence, Occurrence] | None:
    """The pair of occurrences of two groups that are most alike: one kind, most people in common."""
    pairs = [
        (a.family == b.family, len(a.people & b.people), len(a.documents) + len(b.documents), a, b)
        for a in by_group[one]
        for b in by_group[other]
        if len(a.people & b.people) >= SHARED_PEOPLE or (a.family == b.family and a.people & b.people)
    ]
    people = [frozenset(i for o in by_group[g] for i in o.people) for g in (one, other)]
    if not pairs or len(people[0] & people[1]) < SHARED_PEOPLE:
        return None
    best = max(pairs, key=lambda p: (p[:3], p[3].id, p[4].id))
    return best[3], best[4]


def conflation(graph: ClaimGraph, one: int, alike: Alike) -> Discrepancy:
    """The finding for a group and the groups that are like it."""
    first = next(iter(alike.values()))[0]
    sides = [(one, first), *((other, pair[1]) for other, pair in alike.items())]
    positions = tuple(group_position(graph, group, occurrence) for group, occurrence in sides)
    people = sorted(set.intersection(*(set(o.names) for _, o in sides)) or first.names[:2])
    parts = [f"{outlets(graph, p.documents)} tell of {p.value}" for p in positions]
    return Discrepancy(
        kind=Kind.EVENT_CONFLATION,
        severity=Severity.MAJOR,
        scope=scope_of(positions),
        confidence=0.9 if all(o.time for _, o in sides) else 0.75,
        subject=f"{first.label.split(' of ')[0]} of {enumerate_words(people[:3])}",
        occurrence=first.id,
        summary=f"These are {len(sides)} occurrences, not one: {'; '.join(parts)}.",
        explanation="The same people meet in both, but the times cannot be one; figures, dates and offices of the "
        "one do not belong to the other, and nothing was compared between them.",
        positions=positions,
    )


def group_position(graph: ClaimGraph, group: int, occurrence: Occurrence) -> Position:
    """One occurrence as a position, with a passage of each document of its group."""
    documents = [d for d in graph.documents if graph.groups[d.id] == group]
    passages = []
    for document in documents:
        told = [e.passage for e in occurrence.events if e.document == document.id]
        passages.append(told[0] if told else title_passage(graph, document.id))
    return Position(
        value=f"{occurrence.label}, {when(occurrence.time)}",
        normalized={"type": "occurrence", "id": occurrence.id},
        evidence=evidence_of(passages),
        independent_sources=graph.sources.count({d.id for d in documents}),
    )


def title_passage(graph: ClaimGraph, document: str) -> Passage:
    """The first block of a document that says something."""
    read = graph.by_id[document]
    for block in read.blocks:
        if block.kind in {"title", "body"}:
            return Passage(document, block.start, block.end, read.text[block.start : block.end])
    return Passage(document, 0, len(read.text), read.text)


def when(interval: Interval | None) -> str:
    """A short date for an interval."""
    if interval is None or interval.start is None:
        return "at a time that is not known"
    return f"{interval.start.day} {interval.start:%B %Y}"
