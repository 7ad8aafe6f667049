"""Places: one happening put in two places."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.positions import make_position, odd_one, scope_of
from discrepancy.detect.wording import enumerate_words, tell_sides
from discrepancy.graph import ClaimGraph
from discrepancy.graph.venues import all_apart
from discrepancy.graph.whereabouts import SAME_HAPPENING, Displacement, Whereabouts, find_displacements
from discrepancy.model.findings import Discrepancy, Kind, Severity

__all__ = ["DisplacedOccurrences"]

# Bits from which it is beyond doubt that two documents tell of one happening.
BEYOND_DOUBT = SAME_HAPPENING + 2.0


@attrs.frozen
class DisplacedOccurrences:
    """One happening that two documents put in two different places.

    **Flags** "diverted to Cork" against "ended up in Shannon"; "found in a barn in Arle" against "recovered
    from a garage in Vonn"; "the fire started in the laundry" against "it began in the kitchen"; "set out from the
    cathedral" against "left from the railway station".
    **Stays quiet** on a town and its province, on places that any document names side by side ("Arle, in
    Vonn"), on "from Cork to Shannon", on where somebody said something, on a room and its building, on the square
    and the town hall that stands on it.
    **Known limits** A district told without its city ("in the old port") is not recognised as a part of it; only
    the happenings and venues of the word lists are known.
    """

    kind: ClassVar[Kind] = Kind.PLACE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the displaced happenings of the graph."""
        rows: dict[tuple[str, int], list[Displacement]] = defaultdict(list)
        for pair in find_displacements(graph):
            rows[pair.left.happening, pair.left.frame.group].append(pair)
        for _, pairs in sorted(rows.items()):
            yield finding(graph, pairs)


def finding(graph: ClaimGraph, pairs: Sequence[Displacement]) -> Discrepancy:
    """The finding of one kind of happening."""
    best = max(pairs, key=lambda p: p.bits)
    unique = {w.passage: w for pair in pairs for w in (pair.left, pair.right)}
    sides: list[list[Whereabouts]] = []
    for place in sorted(unique.values(), key=lambda w: (w.frame.document, w.passage.start)):
        side = next((s for s in sides if any(agree(place, other) for other in s)), None)
        if side is None:
            sides.append([place])
        else:
            side.append(place)
    by_name = all(any(w.places for w in side) for side in sides)
    counts = [graph.sources.count({w.frame.document for w in side}) for side in sides]
    odd = odd_one(counts)
    positions = tuple(
        make_position(
            graph,
            label_of(graph, side, by_name=by_name),
            {"type": "place", "name": label_of(graph, side, by_name=by_name)},
            [w.passage for w in side],
            odd=n == odd,
        )
        for n, side in enumerate(sides)
    )
    said = " ".join(best.left.passage.quote.split()).strip(" “”")
    return Discrepancy(
        kind=Kind.PLACE,
        severity=Severity.MAJOR if best.bits >= BEYOND_DOUBT and by_name else Severity.MINOR,
        scope=scope_of(positions),
        confidence=round(1.0 / (1.0 + 2.0 ** (SAME_HAPPENING - 1.0 - best.bits)), 2),
        subject=f"the place of “{said}”",
        summary=f"The place of “{said}”: {tell_sides(graph, positions)}.",
        explanation="Both tell of one happening, and no document puts the two places together.",
        positions=positions,
    )


def agree(left: Whereabouts, right: Whereabouts) -> bool:
    """Whether two tellings are of one side: they share a place, or have venues that can be one."""
    if all_apart(left.venues, right.venues):
        return False
    return bool(left.places & right.places) or bool(left.venues and right.venues)


def label_of(graph: ClaimGraph, side: Sequence[Whereabouts], *, by_name: bool) -> str:
    """The names of the places of one side, or its venues."""
    venues = sorted({v.label for w in side for v in w.venues})
    if venues and not by_name:
        return enumerate_words(venues)
    names = {e.label for w in side for i in w.places if (e := graph.entity(i)) is not None}
    return enumerate_words(sorted(names))
