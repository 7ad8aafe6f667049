"""Durations, numbers and updates: figures of one question that cannot all hold, or that later reports move."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from discrepancy.detect.compose import compose, in_conflict
from discrepancy.detect.positions import severity_of, sides_of
from discrepancy.detect.updates import is_update
from discrepancy.detect.wording import describe_event, shortened
from discrepancy.graph import ClaimGraph
from discrepancy.graph.assertions import are_snippets
from discrepancy.graph.frames import Frame
from discrepancy.graph.questions import BEYOND_DOUBT, SAME_QUESTION, Pair, Question
from discrepancy.model.answers import describe_value
from discrepancy.model.findings import Discrepancy, Kind, Severity
from discrepancy.values.comparison import Relation
from discrepancy.values.quantities import Quantity, plural

__all__ = ["DifferingDurations", "DifferingNumbers", "MovedFigures"]

# A hedged figure that differs from another by this much is worth a note, though both can hold.
NOTEWORTHY = 0.1
# Counts that only just pass for answers to one question are a note: a story counts many things, and times few.
PLAIN = SAME_QUESTION + 1.0
# The attributes that figures answer: the kind of a conflict, and how its subject is worded.
FIGURES = {
    "duration": (Kind.DURATION, "the length of {}"),
    **dict.fromkeys(("count", "amount", "rank", "age"), (Kind.NUMBER, "{}")),
}
# A passage of so few words is the figure and what it counts.
BARE = 3


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
        return findings_of(graph, self.kind)


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
        return findings_of(graph, self.kind)


@attrs.frozen
class MovedFigures:
    """A running figure, such as a toll, that later articles move.

    **Flags** "nine people were injured" on Monday, "14 people were injured" on Tuesday: a note.
    **Stays quiet** on "nine injured" against "at least nine injured": nothing has moved.
    **Known limits** Articles of one day cannot be put in order: their tolls are taken for a series.
    """

    kind: ClassVar[Kind] = Kind.UPDATE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield the figures of the graph that later articles move."""
        return findings_of(graph, self.kind)


def findings_of(graph: ClaimGraph, kind: Kind) -> Iterator[Discrepancy]:
    """The findings of that kind about figures: each conflict can turn out to be an update."""
    for question in graph.questions:
        own, pattern = FIGURES.get("count" if is_margin(question) else question.attribute, (None, ""))
        if own is not None and kind in {own, Kind.UPDATE}:
            yield from (d for d in figure_findings(graph, question, own, pattern) if d.kind is kind)


def figure_findings(graph: ClaimGraph, question: Question, kind: Kind, pattern: str) -> Iterator[Discrepancy]:
    """The finding of one question: a conflict, or a note where hedged lengths differ."""
    shown = list(question.conflicts)
    if shown:
        sides = sides_of(in_conflict(question.pairs, shown))
        severity = severity_of(question, beyond_doubt=BEYOND_DOUBT)
        severity = severity if kind is not Kind.NUMBER or is_plain(graph, shown) else Severity.INFO
    else:
        shown = [p for p in question.pairs if is_noteworthy(p)] if kind is Kind.DURATION else []
        sides = by_value([f for p in shown for f in (p.left, p.right)])
        severity = Severity.INFO
    if len(sides) < 2:
        return
    reason = ""
    if is_update(graph, sides):
        kind, severity, reason = Kind.UPDATE, Severity.INFO, "a running figure that later reports move"
    involved = [f for side in sides for f in side]
    strongest = max(shown, key=lambda p: (p.bits, p.left.claim.id))
    subject = counted_label(involved) or owner_label(graph, involved) or describe_event(graph, involved)
    is_quoted = subject.startswith("“") and kind is not Kind.DURATION and pattern == "{}"
    subject = f"the figure in {subject}" if is_quoted else pattern.format(subject)
    yield compose(graph, sides, strongest, kind=kind, severity=severity, subject=subject, reason=reason)


def is_plain(graph: ClaimGraph, pairs: list[Pair]) -> bool:
    """Whether some figures plainly answer one question; two bare snippets have one each, whole articles many."""
    return any(p.bits >= PLAIN or are_snippets(graph, p.left, p.right) for p in pairs)


def is_margin(question: Question) -> bool:
    """Whether the lengths of a question are margins ("by 17 seconds"): a figure of a contest, not its length."""
    return all("margin" in f.claim.scope for f in question.frames)


def is_noteworthy(pair: Pair) -> bool:
    """Whether two lengths can both hold and yet differ enough for a note."""
    return pair.comparison.relation is Relation.COMPATIBLE and pair.comparison.gap >= NOTEWORTHY


def counted_label(frames: list[Frame]) -> str | None:
    """What is counted, with the predicate that it is counted by."""
    frame = next((f for f in frames if f.claim.attribute == "count" and f.claim.counted), None)
    if frame is None or not isinstance(frame.claim.value, Quantity) or frame.claim.value.unit != "count":
        return None
    words = frame.event.passage.quote if frame.event is not None else frame.claim.passage.quote
    if len(words.split()) <= BARE:
        return f"the number of {plural(frame.claim.counted or '')}"
    return f"the number in “{shortened(words)}”"


def owner_label(graph: ClaimGraph, frames: list[Frame]) -> str | None:
    """Whose age it is."""
    if frames[0].claim.attribute != "age":
        return None
    owners = frozenset.intersection(*(f.people for f in frames))
    names = sorted(e.label for i in owners if (e := graph.entity(i)) is not None)
    return f"the age of {names[0]}" if len(names) == 1 else None


def by_value(frames: list[Frame]) -> list[list[Frame]]:
    """Sort claims by what their words say, for a note on figures that can all hold."""
    rows: dict[str, list[Frame]] = {}
    for frame in frames:
        row = rows.setdefault(describe_value(frame.claim.value), [])
        if frame not in row:
            row.append(frame)
    return list(rows.values())
