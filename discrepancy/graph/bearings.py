"""Where things lie from a town: a distance with a point of the compass, "28 kilometres northwest of Arle"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.language import load_words, word_set
from discrepancy.model.text import Passage

__all__ = ["Bearing", "find_opposed_bearings"]

# Directions that lie this far apart, in degrees, are no two ways of rounding one.
OPPOSED = 90
# Two outlets round one distance by less than this share of it; a mile against a kilometre as well.
SAME_DISTANCE = 0.06
CIRCLE = 360


@attrs.frozen(kw_only=True)
class Bearing:
    """A distance and a direction from a place."""

    passage: Passage
    words: str
    metres: float
    degrees: float
    origin: str


@cache
def pattern() -> re.Pattern[str]:
    """A figure with a unit of length, a point of the compass and what it is counted from."""
    units = "|".join(sorted(load_words("whereabouts")["units"], key=len, reverse=True))
    points = "|".join(sorted(load_words("whereabouts")["compass"], key=len, reverse=True))
    return re.compile(
        rf"""
        (?<![\d.,])(?P<number>\d{{1,7}}(?:[.,]\d{{1,4}})?)[\s-]?(?P<unit>{units})\b
        (?:\s*\([^)]{{1,20}}\))?            # 28 kilometres (17 miles)
        \s+(?:to\ the\s+)?(?P<point>{points})
        \s+of\s+(?P<origin>(?:the\s+[a-z]+|[A-ZÀ-Ý][\w’'-]+))
        """,
        re.VERBOSE,
    )


def find_opposed_bearings(graph: ClaimGraph) -> Iterator[tuple[Bearing, Bearing]]:
    """The pairs of bearings of one story that give one distance from one place in two directions."""
    groups: dict[int, list[Bearing]] = defaultdict(list)
    for document in graph.documents:
        groups[graph.groups[document.id]].extend(bearings_in(document.id, document.text))
    for row in groups.values():
        for left, right in combinations(row, 2):
            if are_opposed(left, right) and not any(
                is_told_by(row, one.passage.document, other) for one, other in ((left, right), (right, left))
            ):
                yield left, right


def bearings_in(document: str, text: str) -> Iterator[Bearing]:
    """The bearings that a text gives."""
    tables = load_words("whereabouts")
    for found in pattern().finditer(text):
        yield Bearing(
            passage=Passage(document, found.start(), found.end(), found[0]),
            words=" ".join(found[0].split()),
            metres=float(found["number"].replace(",", ".")) * tables["units"][found["unit"]],
            degrees=float(tables["compass"][found["point"]]),
            origin=found["origin"],
        )


def are_opposed(left: Bearing, right: Bearing) -> bool:
    """Whether two documents give one distance from what may be one place, in directions that cannot be one."""
    if left.passage.document == right.passage.document or not same_distance(left, right):
        return False
    turn = abs(left.degrees - right.degrees) % CIRCLE
    return min(turn, CIRCLE - turn) >= OPPOSED and same_origin(left.origin, right.origin)


def same_distance(left: Bearing, right: Bearing) -> bool:
    """Whether two distances can be one."""
    return abs(left.metres - right.metres) <= SAME_DISTANCE * max(left.metres, right.metres)


def same_origin(left: str, right: str) -> bool:
    """Whether both count from one place: one name, or a name and "the town"."""
    common = [o.split()[-1] in word_set("whereabouts", "origins") for o in (left, right) if o.islower()]
    return all(common) if common else left == right


def is_told_by(row: list[Bearing], document: str, bearing: Bearing) -> bool:
    """Whether a document gives that very bearing too."""
    return any(
        b.passage.document == document and b.degrees == bearing.degrees and same_distance(b, bearing)
        for b in row
    )
