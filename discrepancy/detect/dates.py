"""Dates: times of one occurrence that cannot both hold."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from discrepancy.detect.figures import in_conflict, occurrence_of, sentence_case
from discrepancy.detect.positions import confidence_of, make_positions, scope_of, severity_of, sides_of
from discrepancy.detect.wording import describe_event, outlets
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
            involved = in_conflict(question)
            sides = sides_of(involved)
            if len(sides) < 2:
                continue
            positions = make_positions(graph, sides)
            subject = f"the time of the {describe_event(graph, involved)}"
            parts = [f"{outlets(graph, p.documents)} has {p.value}" for p in positions]
            yield Discrepancy(
                kind=self.kind,
                severity=severity_of(question, beyond_doubt=BEYOND_DOUBT),
                scope=scope_of(positions),
                confidence=confidence_of(max(p.bits for p in question.conflicts), involved),
                subject=subject,
                occurrence=occurrence_of(graph, involved),
                summary=f"{sentence_case(subject)}: {', '.join(parts)}.",
                explanation=f"{sentence_case(question.conflicts[0].comparison.reason)}.",
                positions=positions,
            )
