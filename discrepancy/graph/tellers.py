"""Who tells a figure: one that several documents give speaks against a like one in its place."""

from discrepancy.graph.counted import counted_alike
from discrepancy.graph.frames import Frame
from discrepancy.graph.rarity import Rarity
from discrepancy.values.quantities import Quantity
from discrepancy.values.slips import slip_bits

__all__ = ["counts_one_thing", "weigh_tellers"]

TOLD_BY_TWO, TOLD_BY_MORE, MOST_TIMES = 1.5, 2.0, 4


def weigh_tellers(left: Frame, right: Frame, rarity: Rarity) -> tuple[float, str]:
    """A figure that several documents give, and a like one in its place where none of them is given."""
    none = 0.0, "told by several"
    if left.document in right.tellers or right.document in left.tellers:
        return none
    fewer, more = sorted((len(left.tellers), len(right.tellers)))
    if fewer != 1 or more < 2 or not may_stand_in_place(left, right) or not is_tied(left, right):
        return none
    return (TOLD_BY_MORE if more > 2 else TOLD_BY_TWO), "told by several"


def is_tied(left: Frame, right: Frame) -> bool:
    """Whether more than words ties two claims: a person, a kind of event, what is counted, or a slip of the pen."""
    if left.people & right.people or (left.family and left.family == right.family):
        return True
    one, other = left.claim.value, right.claim.value
    if isinstance(one, Quantity) and isinstance(other, Quantity) and slip_bits(one, other) > 0:
        return True
    return counts_one_thing(left, right)


def counts_one_thing(left: Frame, right: Frame) -> bool:
    """Whether both figures say what they count, and it is one thing."""
    one, other = left.claim.counted, right.claim.counted
    return bool(one and other) and counted_alike(one or "", other or "", (left.family, right.family)) is True


def may_stand_in_place(left: Frame, right: Frame) -> bool:
    """Whether one figure could be told for the other: of one thing, and not many times as large."""
    one, other = left.claim.value, right.claim.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return True
    if one.unit == "count" and not counts_one_thing(left, right):
        return False
    small, large = sorted((abs(one.number), abs(other.number)))
    return large <= MOST_TIMES * small or (one.unit != "second" and slip_bits(one, other) > 0)
