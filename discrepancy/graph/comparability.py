"""Whether two claims answer the same question: comparability before contradiction.

Each slot that both claims fill speaks for or against one question, in bits (Fellegi and Sunter 1969); a hard
mismatch ends it.  What agrees by accident often is worth little: a name or a word weighs by how few sentences
of the documents at hand hold it.
"""

import attrs

from discrepancy.graph.frames import Frame
from discrepancy.graph.rarity import Rarities
from discrepancy.graph.vetoes import VETOES, other_occurrence, other_speaker, relation_of
from discrepancy.graph.weights import SLOTS

__all__ = ["Likeness", "likeness", "other_occurrence", "other_speaker", "relation_of"]


@attrs.frozen
class Likeness:
    """How much speaks for one question, in bits; ``veto`` names the slot that cannot agree."""

    bits: float
    reasons: tuple[str, ...] = ()
    veto: str | None = None


def likeness(left: Frame, right: Frame, rarities: Rarities) -> Likeness:
    """Weigh two claims of one attribute."""
    for check in VETOES:
        reason = check(left, right)
        if reason is not None:
            return Likeness(0.0, veto=reason)
    bits, reasons = 0.0, []
    rarity = rarities.between(left, right)
    for weigh in SLOTS:
        part, reason = weigh(left, right, rarity)
        bits += part
        if part:
            reasons.append(f"{reason} {part:+.1f}")
    return Likeness(bits, tuple(reasons))
