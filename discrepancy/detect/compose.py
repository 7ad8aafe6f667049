"""One finding out of a question: sides, sentence, explanation."""

from collections.abc import Sequence

from discrepancy.detect.positions import confidence_of, make_positions, scope_of
from discrepancy.detect.wording import speaks_against, tell_sides, why_compared
from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.questions import Pair
from discrepancy.model.findings import Discrepancy, Kind, Severity

__all__ = ["compose", "in_conflict", "occurrence_of", "sentence_case"]


def compose(
    graph: ClaimGraph,
    sides: Sequence[Sequence[Frame]],
    strongest: Pair,
    *,
    kind: Kind,
    severity: Severity,
    subject: str,
    reason: str = "",
) -> Discrepancy:
    """Compose a finding from its sides; ``strongest`` is the pair that shows it best."""
    positions = make_positions(graph, sides)
    involved = [f for side in sides for f in side]
    parts = [
        f"{sentence_case(reason or strongest.comparison.reason)}.",
        why_compared(strongest),
        speaks_against(graph, positions),
    ]
    return Discrepancy(
        kind=kind,
        severity=severity,
        scope=scope_of(positions),
        confidence=confidence_of(strongest.bits, involved),
        subject=subject,
        occurrence=occurrence_of(graph, involved),
        summary=f"{sentence_case(subject)}: {tell_sides(graph, positions)}.",
        explanation=" ".join(part for part in parts if part),
        positions=positions,
    )


def in_conflict(pairs: Sequence[Pair], conflicts: Sequence[Pair]) -> list[Frame]:
    """The claims that stand in a conflict, and those that agree with one of them."""
    touched = {f.claim.id: f for p in conflicts for f in (p.left, p.right)}
    for pair in pairs:
        if pair not in conflicts and touched.keys() & {pair.left.claim.id, pair.right.claim.id}:
            touched.setdefault(pair.left.claim.id, pair.left)
            touched.setdefault(pair.right.claim.id, pair.right)
    return list(touched.values())


def occurrence_of(graph: ClaimGraph, frames: Sequence[Frame]) -> str | None:
    """The occurrence that the claims are about, where one is known."""
    for frame in frames:
        found = graph.occurrence_of.get(frame.claim.event or "")
        if found is not None:
            return found.id
    return None


def sentence_case(text: str) -> str:
    """The text with a capital first letter and without its final stop."""
    return text[:1].upper() + text[1:].rstrip(".")
