"""Two occurrences told as one story: documents of different visits, captions of another day."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.positions import make_position, scope_of
from discrepancy.detect.wording import enumerate_words, in_words, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.occurrences import Occurrence
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.model.text import Passage
from discrepancy.values.times import Interval

__all__ = ["ConflatedOccurrences"]

SHARED_PEOPLE = 2
# An occurrence this near to publication is the news of its article; what lies further back is background.
NEWS_DAYS = 10


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
        tellings = [telling(graph, group) for group in sorted(set(graph.groups.values()))]
        done: set[int] = set()
        for n, one in enumerate(tellings):
            if one.group in done:
                continue
            alike = [other for other in tellings[n + 1 :] if are_alike(one, other)]
            if alike:
                done |= {other.group for other in alike}
                yield conflation(graph, [one, *alike])


@attrs.frozen(eq=False)
class Telling:
    """What the documents of one group tell of: their people, and the occurrences of their own days."""

    group: int
    people: frozenset[str]
    occurrences: tuple[Occurrence, ...]


def telling(graph: ClaimGraph, group: int) -> Telling:
    """Collect a group's people, and the occurrences that are its news and not its background."""
    documents = {d.id for d in graph.documents if graph.groups[d.id] == group}
    people = {
        e.id
        for e in graph.cast.entities
        if e.kind in {"person", "organisation"} and e.introduced and e.documents & documents
    }
    told = [o for o in graph.occurrences if o.group == group and is_news(graph, o)]
    return Telling(group, frozenset(people), tuple(told))


def is_news(graph: ClaimGraph, occurrence: Occurrence) -> bool:
    """Whether an occurrence lies within days of its documents' publication, as far as both are known."""
    published = [p for d in occurrence.documents if (p := graph.by_id[d].published) is not None]
    if occurrence.time is None or occurrence.time.end is None or not published:
        return True
    return abs((min(published) - occurrence.time.end.date()).days) <= NEWS_DAYS


def are_alike(one: Telling, other: Telling) -> bool:
    """Whether two groups tell of occurrences that readers would take for one: two people in common, each with news."""
    return (
        len(one.people & other.people) >= SHARED_PEOPLE and bool(one.occurrences) and bool(other.occurrences)
    )


def like_occurrences(tellings: Sequence[Telling]) -> list[Occurrence]:
    """One occurrence of each group, as like one another as can be: one kind, the same people, told by most."""
    shared = frozenset.intersection(*(t.people for t in tellings))

    def likest(first: Occurrence, among: Telling) -> tuple[tuple[bool, int, int, bool, str], Occurrence]:
        rows = [
            (
                (
                    o.family == first.family,
                    len(o.people & first.people),
                    len(o.documents),
                    o.time is not None,
                    o.id,
                ),
                o,
            )
            for o in among.occurrences
        ]
        return max(rows, key=lambda row: row[0])

    def rank(first: Occurrence) -> tuple[int, int, int, str]:
        others = [likest(first, t)[0] for t in tellings[1:]]
        alike = sum(kind for kind, *_ in others)
        people = sum(count for _, count, *_ in others) + len(first.people & shared)
        return alike, people, len(first.documents) + sum(row[2] for row in others), first.id

    best = max(tellings[0].occurrences, key=rank)
    return [best, *(likest(best, t)[1] for t in tellings[1:])]


def conflation(graph: ClaimGraph, tellings: Sequence[Telling]) -> Discrepancy:
    """The finding for groups that tell of like occurrences."""
    sides = [(t.group, o) for t, o in zip(tellings, like_occurrences(tellings), strict=True)]
    first = sides[0][1]
    positions = tuple(group_position(graph, group, occurrence) for group, occurrence in sides)
    shared = frozenset.intersection(*(t.people for t in tellings))
    people = sorted(e.label for i in shared if (e := graph.entity(i)) is not None and e.kind == "person")[:2]
    parts = [f"{who(graph, p.documents, 'tells', 'tell')} of the {p.value}" for p in positions]
    return Discrepancy(
        kind=Kind.EVENT_CONFLATION,
        severity=Severity.MAJOR,
        scope=scope_of(positions),
        confidence=0.9 if all(o.time for _, o in sides) else 0.75,
        subject=f"{first.label.split(' of ')[0]} of {enumerate_words(people or first.names[:2])}",
        occurrence=first.id,
        summary=f"These are {in_words(len(sides))} occasions, not one: {'; '.join(parts)}.",
        explanation="The same people appear in both, but the times cannot be one; figures, dates and offices of the "
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
    data = {"type": "occurrence", "id": occurrence.id}
    return make_position(graph, f"{occurrence.label}, {when(occurrence.time)}", data, passages)


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
