"""How two values of one kind relate."""

from enum import Enum

import attrs

__all__ = ["AGREEING", "Comparison", "Relation"]


class Relation(Enum):
    """The five outcomes of comparing two values."""

    SAME = "same"
    COMPATIBLE = "compatible"
    CONFLICTING = "conflicting"
    INCOMPARABLE = "incomparable"
    UPDATE = "update"


AGREEING = frozenset({Relation.SAME, Relation.COMPATIBLE})


@attrs.frozen
class Comparison:
    """A relation and a sentence that says why.

    ``gap`` is how far apart the two values are: 0 when they touch, else the distance between the nearest
    edges divided by the mean of the two values (for times: the distance in days).
    """

    relation: Relation
    reason: str
    gap: float = attrs.field(default=0.0, kw_only=True)
