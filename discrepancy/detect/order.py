"""Order: two happenings told in opposite orders."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import ClassVar

import attrs

from discrepancy.detect.positions import in_order, make_position
from discrepancy.detect.wording import shown_words, who
from discrepancy.graph import ClaimGraph
from discrepancy.graph.sequence import Sequence, find_reversals
from discrepancy.model.findings import Discrepancy, Kind, Severity

__all__ = ["ReversedOrder"]

LONGEST = 140  # characters of a passage in a sentence


@attrs.frozen
class ReversedOrder:
    """Two documents state the order of two happenings in opposite ways.

    **Flags** "the streets were evacuated after the explosion" against "before the explosion the streets had
    been evacuated".
    **Stays quiet** on the order of telling, on "first" and "later" of different things, on plans.
    **Known limits** Only clock times, and "before", "after", "then" and their like within one sentence, are read.
    """

    kind: ClassVar[Kind] = Kind.ORDER

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the reversed orders of the graph."""
        rows: dict[frozenset[str], dict[str, list[Sequence]]] = {}
        for reversal in find_reversals(graph):
            pair = (reversal.left, reversal.right)
            sides = rows.setdefault(frozenset(said(s) for s in pair), defaultdict(list))
            for sequence in pair:
                sides[said(sequence)].append(sequence)
        yield from (finding(graph, row) for row in rows.values() if len(row) > 1)


def said(sequence: Sequence) -> str:
    """The words of one order, short enough to read aloud."""
    return " … ".join(shown_words(p.quote, LONGEST) for p in sequence.passages)


def finding(graph: ClaimGraph, sides: Mapping[str, list[Sequence]]) -> Discrepancy:
    """The finding of two orders and all that print them; an order alone is never more than minor."""
    positions = in_order(
        make_position(
            graph,
            words,
            {"type": "occurrence", "first": row[0].first.lemma, "then": row[0].then.lemma},
            [p for s in row for p in s.passages],
        )
        for words, row in sides.items()
    )
    parts = [f"{who(graph, p.documents)} “{p.value}”" for p in positions]
    return Discrepancy(
        kind=Kind.ORDER,
        severity=Severity.MINOR,
        scope="across",
        confidence=0.7,
        subject=f"which came first: “{positions[0].value}”",
        summary=f"The order differs: {' but '.join(parts)}.",
        explanation="Explicit words, or clock times, put the same two happenings in opposite orders.",
        positions=positions,
    )
