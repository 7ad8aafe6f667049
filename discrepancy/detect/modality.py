"""Modality: what one document states as a fact and another leaves open."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from discrepancy.detect.positions import evidence_of, odd_one, scope_of
from discrepancy.detect.wording import outlets
from discrepancy.graph import ClaimGraph
from discrepancy.graph.assertions import Assertion
from discrepancy.graph.doubts import SAME_EVENT, Doubt, find_doubts
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity

__all__ = ["FactAgainstDoubt"]

# Bits from which it is beyond doubt that the fact and what is left open are one event.
BEYOND_DOUBT = SAME_EVENT + 1.5


@attrs.frozen
class FactAgainstDoubt:
    """What one document states as a fact in its own voice and another, no earlier, leaves open.

    **Flags** "the cause was still unknown" against "a cigarette set off the fire"; "is considering the loss
    of 120 jobs" against "sacks 120" on the same day.
    **Stays quiet** on a plan whose outcome a later document reports, on what somebody alleges or hopes, on a
    doubt of another event.
    **Known limits** A fact that is only taken for granted ("the acids in the grains are old") is not seen.
    """

    kind: ClassVar[Kind] = Kind.MODALITY

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the facts of the graph that another document leaves open."""
        for doubt in find_doubts(graph):
            yield finding(graph, doubt)


def finding(graph: ClaimGraph, doubt: Doubt) -> Discrepancy:
    """The finding of one doubt."""
    sides = (doubt.open, doubt.fact)
    counts = [graph.sources.count({a.frame.document for a in side}) for side in sides]
    odd = odd_one(counts)
    positions = [
        Position(
            value=said(side),
            normalized={"type": "polarity", "value": side is doubt.fact},
            evidence=evidence_of([a.frame.claim.passage for a in side]),
            independent_sources=counts[n],
            odd_one_out=n == odd,
        )
        for n, side in enumerate(sides)
    ]
    left, right = positions
    what = "the cause that" if doubt.cause else "what"
    leave = "leave" if len(left.documents) > 1 else "leaves"
    ordered = tuple(sorted(positions, key=lambda p: (p.evidence[0].document, p.evidence[0].start)))
    return Discrepancy(
        kind=Kind.MODALITY,
        severity=Severity.MAJOR if doubt.bits >= BEYOND_DOUBT else Severity.MINOR,
        scope=scope_of(ordered),
        confidence=round(1.0 / (1.0 + 2.0 ** (SAME_EVENT - 1.0 - doubt.bits)), 2),
        subject=f"whether it is a fact: “{right.value}”",
        summary=(
            f"{outlets(graph, left.documents)} {leave} open {what} "
            f"{outlets(graph, right.documents)} states as a fact: “{left.value}” against “{right.value}”."
        ),
        explanation="The document that states the fact is no later than one that leaves it open.",
        positions=ordered,
    )


def said(side: tuple[Assertion, ...]) -> str:
    """The words of one side, short enough to read aloud."""
    words = " ".join(side[0].frame.claim.passage.quote.split()).strip(" “”\"'")
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"
