"""Durations and numbers: two figures of one question that cannot both hold."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from discrepancy.detect.positions import confidence_of, make_positions, scope_of, severity_of, sides_of
from discrepancy.detect.updates import is_update
from discrepancy.detect.wording import describe_event, describe_value, outlets
from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.questions import BEYOND_DOUBT, Question
from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.values.comparison import Relation

__all__ = ["DifferingDurations", "DifferingNumbers"]

# A hedged figure that differs from another by this much is worth a note, though both can hold.
NOTEWORTHY = 0.1


@attrs.frozen
class DifferingDurations:
    """Lengths of one occurrence that cannot both hold.

    **Flags** "a five-hour meeting" against "met for about six hours": the same talks on the same day.
    **Stays quiet** on "18 months" against "a year and a half"; "half an hour" against "31 minutes".
    **Known limits** A length told only through two clock times is not worked out.
    """

    kind: ClassVar[Kind] = Kind.DURATION

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the differing lengths of the graph."""
        for question in graph.questions:
            if question.attribute == "duration":
                yield from figure_findings(graph, question, self.kind, "the length of the {}")


@attrs.frozen
class DifferingNumbers:
    """Counts, amounts, ranks and ages of one question that cannot both hold.

    **Flags** "96 people were on board" against "carrying 112 passengers".
    **Stays quiet** on "licensed for 120", "asked for six years", "some 46,000" against "45,800".
    **Known limits** Sums ("three adults and two children") are not added up.
    """

    kind: ClassVar[Kind] = Kind.NUMBER

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the differing numbers of the graph."""
        for question in graph.questions:
            if question.attribute in {"count", "amount", "rank", "age"}:
                yield from figure_findings(graph, question, self.kind, "{}")


def figure_findings(graph: ClaimGraph, question: Question, kind: Kind, pattern: str) -> Iterator[Discrepancy]:
    """The finding of one question: a conflict, or a note where hedged figures differ."""
    if question.conflicts:
        involved = in_conflict(question)
        severity = severity_of(question, beyond_doubt=BEYOND_DOUBT)
        bits = max(p.bits for p in question.conflicts)
        reason = question.conflicts[0].comparison.reason
    else:
        if kind is not Kind.DURATION:
            return
        notes = [
            p
            for p in question.pairs
            if p.comparison.relation is Relation.COMPATIBLE and p.comparison.gap >= NOTEWORTHY
        ]
        if not notes:
            return
        involved = [f for p in notes for f in (p.left, p.right)]
        severity, bits, reason = Severity.INFO, max(p.bits for p in notes), notes[0].comparison.reason
    sides = sides_of(involved) if severity is not Severity.INFO else by_value(involved)
    if len(sides) < 2:
        return
    if is_update(graph, sides):
        kind, severity = Kind.UPDATE, Severity.INFO
        reason = "a running figure that later reports move"
    positions = make_positions(graph, sides)
    subject = pattern.format(describe_event(graph, involved))
    parts = [f"{outlets(graph, p.documents)} has {p.value}" for p in positions]
    yield Discrepancy(
        kind=kind,
        severity=severity,
        scope=scope_of(positions),
        confidence=confidence_of(bits, involved),
        subject=subject,
        occurrence=occurrence_of(graph, involved),
        summary=f"{sentence_case(subject)}: {', '.join(parts)}.",
        explanation=f"{sentence_case(reason)}.",
        positions=positions,
    )


def in_conflict(question: Question) -> list[Frame]:
    """The claims that stand in a conflict, and those that agree with one of them."""
    touched = {f.claim.id for p in question.conflicts for f in (p.left, p.right)}
    for pair in question.pairs:
        if pair.comparison.relation is Relation.SAME and touched & {pair.left.claim.id, pair.right.claim.id}:
            touched |= {pair.left.claim.id, pair.right.claim.id}
    return [f for f in question.frames if f.claim.id in touched]


def by_value(frames: list[Frame]) -> list[list[Frame]]:
    """Sort claims by what their words say, for a note on figures that can all hold."""
    rows: dict[str, list[Frame]] = {}
    for frame in frames:
        row = rows.setdefault(describe_value(frame.claim.value), [])
        if frame not in row:
            row.append(frame)
    return list(rows.values())


def occurrence_of(graph: ClaimGraph, frames: list[Frame]) -> str | None:
    """The occurrence that the claims are about, where one is known."""
    for frame in frames:
        found = graph.occurrence_of.get(frame.claim.event or "")
        if found is not None:
            return found.id
    return None


def sentence_case(text: str) -> str:
    """The text with a capital first letter and without its final stop."""
    return text[:1].upper() + text[1:].rstrip(".")
