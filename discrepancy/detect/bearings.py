"""Bearings: one thing put in two directions from a town."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from discrepancy.detect.positions import make_position, odd_one, scope_of
from discrepancy.detect.wording import tell_sides
from discrepancy.graph import ClaimGraph
from discrepancy.graph.bearings import Bearing, find_opposed_bearings
from discrepancy.model.findings import Discrepancy, Kind, Severity

__all__ = ["OpposedBearings"]


@attrs.frozen
class OpposedBearings:
    """One distance from one town, in two directions that cannot be one.

    **Flags** "28 kilometres northwest of Arle" against "28 kilometres to the southeast of the town".
    **Stays quiet** on "north" against "northwest", on other distances, and on two towns that are named.
    **Known limits** Only distances in figures are read, and only with a point of the compass behind them.
    """

    kind: ClassVar[Kind] = Kind.PLACE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the opposed bearings of the graph, one finding for each two directions and distance."""
        found: dict[tuple[float, float, int], list[Bearing]] = {}
        for pair in find_opposed_bearings(graph):
            left, right = sorted(pair, key=lambda b: b.degrees)
            row = found.setdefault((left.degrees, right.degrees, round(left.metres / 1000)), [])
            row.extend(b for b in (left, right) if b not in row)
        for (first, _, _), row in sorted(found.items()):
            yield finding(graph, [[b for b in row if (b.degrees == first) is side] for side in (True, False)])


def finding(graph: ClaimGraph, sides: list[list[Bearing]]) -> Discrepancy:
    """The finding of one distance in two directions."""
    counts = [graph.sources.count({b.passage.document for b in side}) for side in sides]
    odd = odd_one(counts)
    positions = tuple(
        make_position(
            graph,
            side[0].words,
            {"type": "place", "name": side[0].words},
            [b.passage for b in side],
            odd=n == odd,
        )
        for n, side in enumerate(sides)
    )
    return Discrepancy(
        kind=Kind.PLACE,
        severity=Severity.MINOR,
        scope=scope_of(positions),
        confidence=0.85,
        subject=f"the direction in which it lies: “{sides[0][0].words}”",
        summary=f"The direction differs: {tell_sides(graph, positions)}.",
        explanation="Both give one distance from one place, in directions that cannot be one.",
        positions=positions,
    )
