"""Order: two happenings told in opposite orders."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from discrepancy.detect.positions import make_position
from discrepancy.detect.wording import shown_words, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.sequence import Reversal, find_reversals
from discrepancy.model.findings import Discrepancy, Kind, Severity

__all__ = ["ReversedOrder"]

LONGEST = 140  # characters of a passage in a sentence


@attrs.frozen
class ReversedOrder:
    """Two documents state the order of two happenings in opposite ways.

    **Flags** "the streets were evacuated after the explosion" against "before the explosion the streets had
    been evacuated".
    **Stays quiet** on the order of telling, on "first" and "later" of different things, on plans.
    **Known limits** Only "before", "after" and their like within one sentence are read.
    """

    kind: ClassVar[Kind] = Kind.ORDER

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the reversed orders of the graph."""
        for reversal in find_reversals(graph):
            yield finding(graph, reversal)


def finding(graph: ClaimGraph, reversal: Reversal) -> Discrepancy:
    """The finding of one reversal; an order alone is never more than minor."""
    positions = tuple(
        make_position(
            graph,
            shown_words(sequence.passage.quote, LONGEST),
            {"type": "occurrence", "first": sequence.first.lemma, "then": sequence.then.lemma},
            [sequence.passage],
        )
        for sequence in sorted(
            (reversal.left, reversal.right), key=lambda s: (s.passage.document, s.passage.start)
        )
    )
    parts = [f"{who(graph, p.documents)} “{p.value}”" for p in positions]
    return Discrepancy(
        kind=Kind.ORDER,
        severity=Severity.MINOR,
        scope="across",
        confidence=0.7,
        subject=f"which came first: “{positions[0].value}”",
        summary=f"The order differs: {' but '.join(parts)}.",
        explanation="Explicit words put the same two happenings in opposite orders.",
        positions=positions,
    )
