"""Dates: times of one occurrence that cannot both hold."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from discrepancy.detect.compose import compose, in_conflict
from discrepancy.detect.positions import severity_of, sides_of
from discrepancy.detect.wording import describe_event
from discrepancy.graph import ClaimGraph
from discrepancy.graph.questions import BEYOND_DOUBT
from discrepancy.model.findings import Discrepancy, Kind

__all__ = ["DisjointTimes"]


@attrs.frozen
class DisjointTimes:
    """Two statements date one occurrence so that both cannot hold.

    **Flags** "capsized on Thursday" against "capsized on Wednesday morning".
    **Stays quiet** on "early on Thursday" against "at 5:40 a.m. on Thursday": one contains the other.
    **Known limits** A relative day needs the date of its document.
    """

    kind: ClassVar[Kind] = Kind.DATE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the disjoint times of the graph."""
        for question in graph.questions:
            if question.attribute != "time" or not question.conflicts:
                continue
            involved = in_conflict(question.pairs, question.conflicts)
            sides = sides_of(involved)
            if len(sides) > 1:
                yield compose(
                    graph,
                    sides,
                    max(question.conflicts, key=lambda p: (p.bits, p.left.claim.id)),
                    kind=self.kind,
                    severity=severity_of(question, beyond_doubt=BEYOND_DOUBT),
                    subject=f"the time of {describe_event(graph, involved)}",
                )
