"""Whether two events are done to two things: a set and a match, a charge and another charge."""

from discrepancy.graph.counted import counted_alike
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import are_one_thing

__all__ = ["other_objects"]


def other_objects(left: Frame, right: Frame) -> bool:
    """Whether both events have an object in a common noun and neither sentence knows that of the other."""
    one, other = left.objects - {left.claim.counted}, right.objects - {right.claim.counted}
    if not one or not other or one & (other | right.around) or other & left.around:
        return False
    return all(counted_alike(a, b) is not True and not are_one_thing(a, b) for a in one for b in other)
