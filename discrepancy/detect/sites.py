"""Things and homes put in two places, and ways told turned round."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from discrepancy.detect.positions import make_position, odd_one, scope_of
from discrepancy.detect.wording import enumerate_words, tell_sides
from discrepancy.graph import ClaimGraph
from discrepancy.graph.routes import Route, find_turned_routes
from discrepancy.graph.sites import Site, find_misplaced, label_of
from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.model.text import Passage

__all__ = ["MisplacedThings", "TurnedRoutes"]

# A label with the passages that give it.
Side = tuple[str, Sequence[Passage]]


@attrs.frozen
class MisplacedThings:
    """A thing, or somebody's home, that two documents put in two places.

    **Flags** "the camp at Arle, where 9,100 people live" against "9,100 are in the Vonn transit camp"; "on the
    island of Arle" against "on the island of Vonn"; "Ana Berg, 34, of Arle" against "Ana Berg, from Vonn".
    **Stays quiet** where a document knows both places, on a town and its province, on two camps without a
    figure or a name in common.
    **Known limits** The thing must be one of the word list, and stand beside the name of its place.
    """

    kind: ClassVar[Kind] = Kind.PLACE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding for each thing."""
        rows: dict[str, list[tuple[list[Site], list[Site]]]] = defaultdict(list)
        for left, right in find_misplaced(graph):
            rows[left[0].thing].append((left, right))
        for thing, pairs in sorted(rows.items()):
            entity = graph.entity(thing)
            noun = f"home of {entity.label}" if entity is not None else pairs[0][0][0].noun
            sides: dict[str, list[Passage]] = defaultdict(list)
            for site in (s for pair in pairs for side in pair for s in side):
                sides[enumerate_words([label_of(graph, i) for i in site.places])].append(site.passage)
            yield finding(graph, f"the place of the {noun}", [*sides.items()], "Both speak of one thing.")


@attrs.frozen
class TurnedRoutes:
    """A way that two documents tell in two directions.

    **Flags** "over the 24.6 kilometres from Arle to Vonn" against "the 24.6 kilometres from Vonn to Arle".
    **Stays quiet** on a way there and a way back, on what people travel, where a document tells both.
    **Known limits** The beginning must have a name and stand behind "from".
    """

    kind: ClassVar[Kind] = Kind.PLACE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding for each way."""
        rows: dict[frozenset[str | None], list[Route]] = defaultdict(list)
        for pair in find_turned_routes(graph):
            ends = frozenset(end for route in pair for end in (route.start, route.end) if end)
            rows[ends] += [r for r in pair if r not in rows[ends]]
        for _, row in sorted(rows.items(), key=lambda item: item[1][0].passage.quote):
            sides: dict[str, list[Passage]] = defaultdict(list)
            for route in row:
                sides[f"from {route.label}"].append(route.passage)
            yield finding(graph, "the direction of the way", [*sides.items()], "One way has one direction.")


def finding(graph: ClaimGraph, subject: str, sides: Sequence[Side], reason: str) -> Discrepancy:
    """The finding of one thing or way."""
    counts = [graph.sources.count({p.document for p in passages}) for _, passages in sides]
    odd = odd_one(counts)
    positions = tuple(
        make_position(graph, label, {"type": "place", "name": label}, passages, odd=n == odd)
        for n, (label, passages) in enumerate(sides)
    )
    return Discrepancy(
        kind=Kind.PLACE,
        severity=Severity.MINOR,
        scope=scope_of(positions),
        confidence=0.7,
        subject=subject,
        summary=f"{subject[:1].upper()}{subject[1:]}: {tell_sides(graph, positions)}.",
        explanation=f"{reason} No document puts the two places together.",
        positions=positions,
    )
