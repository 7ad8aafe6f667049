"""Modality: what one document states as a fact and another leaves open."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.positions import in_order, make_position, odd_one, scope_of
from discrepancy.detect.wording import shown_words, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.doubts import SAME_EVENT, Doubt, find_doubts
from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.model.text import Passage

__all__ = ["FactAgainstDoubt"]

# Bits from which it is beyond doubt that the fact and what is left open are one event.
BEYOND_DOUBT = SAME_EVENT + 1.5

LONGEST = 120  # characters of a passage in a sentence


@attrs.frozen
class FactAgainstDoubt:
    """What one document states as a fact in its own voice and another, no earlier, leaves open.

    **Flags** "the cause was still unknown" against "a cigarette set off the fire", or against "burned down because
    a cigarette fell into the straw"; "is considering the loss of 120 jobs" against "sacks 120" on the same day;
    "will be sentenced on 3 July" against "has been sentenced", in May.
    **Stays quiet** on a plan whose outcome a later document reports, on what somebody alleges or hopes, on a
    doubt of another event.
    **Known limits** A fact that is only taken for granted ("the acids in the grains are old") is not seen.
    """

    kind: ClassVar[Kind] = Kind.MODALITY

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the facts of the graph that another document leaves open."""
        rows: dict[tuple[str, str], list[Doubt]] = defaultdict(list)
        for doubt in find_doubts(graph):
            rows[said(doubt.open), said(doubt.fact)].append(doubt)
        for row in rows.values():
            yield finding(graph, together(row))


def together(doubts: Sequence[Doubt]) -> Doubt:
    """One doubt for several whose words are the same, as in copies of one article."""
    best = max(doubts, key=lambda d: d.bits)
    return attrs.evolve(
        best,
        open=tuple(dict.fromkeys(p for d in (best, *doubts) for p in d.open)),
        fact=tuple(dict.fromkeys(p for d in (best, *doubts) for p in d.fact)),
    )


def said(side: Sequence[Passage]) -> str:
    """The words of one side."""
    return shown_words(side[0].quote, LONGEST)


def finding(graph: ClaimGraph, doubt: Doubt) -> Discrepancy:
    """The finding of one doubt."""
    sides = (doubt.open, doubt.fact)
    counts = [graph.sources.count({p.document for p in side}) for side in sides]
    odd = odd_one(counts)
    positions = [
        make_position(
            graph,
            said(side),
            {"type": "polarity", "value": side is doubt.fact},
            side,
            odd=n == odd,
        )
        for n, side in enumerate(sides)
    ]
    left, right = positions
    what = "the cause that" if doubt.cause else "what"
    ordered = in_order(positions)
    return Discrepancy(
        kind=Kind.MODALITY,
        severity=Severity.MAJOR if doubt.bits >= BEYOND_DOUBT else Severity.MINOR,
        scope=scope_of(ordered),
        confidence=round(1.0 / (1.0 + 2.0 ** (SAME_EVENT - 1.0 - doubt.bits)), 2),
        subject=f"whether it is a fact: “{right.value}”",
        summary=(
            f"{who(graph, left.documents, 'leaves', 'leave')} open {what} "
            f"{who(graph, right.documents, 'states', 'state')} as a fact: “{left.value}” against “{right.value}”."
        ),
        explanation="The document that states the fact is no later than one that leaves it open.",
        positions=ordered,
    )
