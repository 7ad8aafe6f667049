"""Running figures: a toll that later reports move is an update, not a contradiction."""

from collections.abc import Sequence

from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.language import word_set
from discrepancy.values.quantities import Quantity
from discrepancy.values.slips import slip_bits

__all__ = ["is_update"]


def is_running(frame: Frame) -> bool:
    """Whether a figure is of the sort that moves while a story goes on."""
    return frame.family in word_set("running", "families") or (frame.claim.counted or "") in word_set(
        "running", "nouns"
    )


def is_update(graph: ClaimGraph, sides: Sequence[Sequence[Frame]]) -> bool:
    """Whether differing figures form a series: all of a running sort, and none falls from one day to a later one.

    Figures of one day cannot be put in order and are taken as a series, save where one is a slip of the other.
    """
    if not all(is_running(f) for side in sides for f in side):
        return False
    figures = [f for side in sides for f in side]
    for one in figures:
        for other in figures:
            if (falls(graph, one, other) and not may_fall(one, other)) or slipped(one, other):
                return False
    return True


def may_fall(one: Frame, other: Frame) -> bool:
    """Whether a figure is of those that shrink while others grow: the missing are found, the injured die."""
    falling = word_set("running", "falling")
    return all({f.family, f.claim.counted or ""} & falling for f in (one, other))


def falls(graph: ClaimGraph, one: Frame, other: Frame) -> bool:
    """Whether the later of two figures is lower."""
    left, right = one.claim.value, other.claim.value
    days = [graph.by_id[f.document].published for f in (one, other)]
    if (
        not isinstance(left, Quantity)
        or not isinstance(right, Quantity)
        or days[0] is None
        or days[1] is None
    ):
        return False
    return (
        days[0] < days[1]
        and right.number < left.number
        and (right.high is not None and right.high < left.number)
    )


def slipped(one: Frame, other: Frame) -> bool:
    """Whether one figure is a slip of the pen of the other."""
    left, right = one.claim.value, other.claim.value
    return isinstance(left, Quantity) and isinstance(right, Quantity) and slip_bits(left, right) > 0
