"""Sides of a question: which claims give one answer together."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.questions import Question, compare_values
from discrepancy.model.answers import describe_value, value_data, value_type
from discrepancy.model.claims import Value
from discrepancy.model.findings import Position, Scope, Severity
from discrepancy.model.text import Passage
from discrepancy.values.comparison import AGREEING

__all__ = [
    "confidence_of",
    "evidence_of",
    "in_order",
    "make_position",
    "make_positions",
    "normalized",
    "odd_one",
    "scope_of",
    "severity_of",
    "sides_of",
]

# A likeness of this many bits is even odds; each bit more doubles them (Fellegi and Sunter 1969).
EVEN = 4.0
# About three passages in ten of very long sentences are misread.
BADLY_READ = 0.7


def sides_of(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Sort claims into sides: a claim joins the first side with whose every member it agrees."""
    sides: list[list[Frame]] = []
    for frame in sorted(frames, key=lambda f: (f.document, f.claim.passage.start, f.claim.id)):
        for side in sides:
            if all(compare_values(frame, other).relation in AGREEING for other in side):
                side.append(frame)
                break
        else:
            sides.append([frame])
    return sides


def make_positions(graph: ClaimGraph, sides: Sequence[Sequence[Frame]]) -> tuple[Position, ...]:
    """Positions in the order of their first evidence; the one that most sources speak against is marked."""
    counts = [graph.sources.count({f.document for f in side}) for side in sides]
    odd = odd_one(counts)
    positions = [
        make_position(
            graph,
            describe_value(side[0].claim.value),
            normalized(side[0].claim.value),
            [f.claim.passage for f in side],
            odd=n == odd,
        )
        for n, side in enumerate(sides)
    ]
    return in_order(positions)


def make_position(
    graph: ClaimGraph, value: str, data: Mapping[str, Any], passages: Sequence[Passage], *, odd: bool = False
) -> Position:
    """One answer in words and as data, with the passages that give it and the sources behind them."""
    return Position(
        value=value,
        normalized=data,
        evidence=evidence_of(passages),
        independent_sources=graph.sources.count({p.document for p in passages}),
        odd_one_out=odd,
    )


def in_order(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Positions in the order of their first evidence."""
    return tuple(sorted(positions, key=lambda p: (p.evidence[0].document, p.evidence[0].start)))


def normalized(value: Value) -> dict[str, Any]:
    """A value as the report's JSON has it."""
    return {"type": value_type(value), **value_data(value)}


def evidence_of(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages without doubles, in document order."""
    unique = {(p.document, p.start, p.end): p for p in passages}
    return tuple(unique[key] for key in sorted(unique))


def odd_one(counts: Sequence[int]) -> int | None:
    """The side that stands alone against one of at least two independent sources."""
    alone = [n for n, count in enumerate(counts) if count == 1]
    return alone[0] if len(alone) == 1 and max(counts) > 1 else None


def scope_of(positions: Sequence[Position]) -> Scope:
    """Whether a finding lies within one document or across several."""
    return "within" if len({d for p in positions for d in p.documents}) == 1 else "across"


def confidence_of(bits: float, frames: Sequence[Frame]) -> float:
    """The chance that the claims answer one question, lowered where a passage is badly read."""
    chance = 1.0 / (1.0 + math.pow(2.0, EVEN - bits))
    return round(chance * (1.0 if all(f.claim.well_read for f in frames) else BADLY_READ), 2)


def severity_of(question: Question, *, beyond_doubt: float) -> Severity:
    """MAJOR where the likeness of a conflicting pair is beyond doubt and both sides are well read."""
    strong = [
        p
        for p in question.conflicts
        if p.bits >= beyond_doubt and p.left.claim.well_read and p.right.claim.well_read
    ]
    return Severity.MAJOR if strong else Severity.MINOR
