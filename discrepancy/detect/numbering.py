"""Numbers of occurrences, as readers see them: first those that a report shows."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from discrepancy.graph import ClaimGraph
from discrepancy.graph.occurrences import Occurrence, main_occurrence
from discrepancy.model.findings import Discrepancy, Position

__all__ = ["number_shown", "shown_occurrences"]


def number_shown(
    graph: ClaimGraph, found: Sequence[Discrepancy]
) -> tuple[ClaimGraph, tuple[Discrepancy, ...]]:
    """Number the occurrences that a report shows o1, o2, ... without a gap, and the others after them.

    The id of a finding stays as it is: it is made of what the sides say.
    """
    shown = {o.id for o in shown_occurrences(graph, found)}
    rows = sorted(graph.occurrences, key=lambda o: o.id not in shown)
    numbers = {o.id: f"o{n + 1}" for n, o in enumerate(rows)}
    occurrences = tuple(attrs.evolve(o, id=numbers[o.id]) for o in rows)
    return attrs.evolve(graph, occurrences=occurrences), tuple(renumbered(d, numbers) for d in found)


def shown_occurrences(graph: ClaimGraph, found: Sequence[Discrepancy]) -> Iterator[Occurrence]:
    """The occurrences that more than one document tells of, that have a time, or that are a subject.

    A finding has a subject, and so has a document.
    """
    named = {key for finding in found for key in named_in(finding)}
    main = (main_occurrence(graph.occurrences, d.id) for d in graph.documents)
    named |= {o.id for o in main if o is not None}
    return (o for o in graph.occurrences if is_told(o) or o.id in named)


def is_told(occurrence: Occurrence) -> bool:
    """Whether more than one document tells of an occurrence, or it has a time."""
    return len(occurrence.documents) > 1 or occurrence.time is not None


def named_in(finding: Discrepancy) -> Collection[str]:
    """The occurrences that a finding and its positions are about."""
    sides = {p.normalized["id"] for p in finding.positions if is_occurrence(p)}
    return sides | ({finding.occurrence} if finding.occurrence else set())


def is_occurrence(position: Position) -> bool:
    """Whether a position is an occurrence itself."""
    return position.normalized.get("type") == "occurrence" and "id" in position.normalized


def renumbered(finding: Discrepancy, numbers: Mapping[str, str]) -> Discrepancy:
    """A finding with the new numbers of its occurrences."""
    if not named_in(finding):
        return finding
    positions = tuple(
        attrs.evolve(p, normalized={**p.normalized, "id": numbers.get(p.normalized["id"])})
        if is_occurrence(p)
        else p
        for p in finding.positions
    )
    return attrs.evolve(finding, occurrence=numbers.get(finding.occurrence or ""), positions=positions)
