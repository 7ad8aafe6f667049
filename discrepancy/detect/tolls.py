"""Running figures: tolls and counts that rise from one day's reports to the next."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import ClassVar

import attrs

from discrepancy.detect.compose import occurrence_of, sentence_case
from discrepancy.detect.positions import in_order, make_position, normalized, scope_of
from discrepancy.detect.wording import tell_sides
from discrepancy.graph import ClaimGraph
from discrepancy.graph.counted import states_of
from discrepancy.graph.frames import Frame
from discrepancy.graph.vetoes import HARD_SCOPES
from discrepancy.language import load_words
from discrepancy.model.answers import describe_value
from discrepancy.model.claims import Certainty
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.values.quantities import Quantity

__all__ = ["RisingTolls"]

# A series is read from the order of the days alone; that one thing is counted throughout is likely, not sure.
CONFIDENCE = 0.6
Row = Sequence[tuple[date, Frame]]


@attrs.frozen
class RisingTolls:
    """A toll that each later day's reports put higher: told as a series, not as a contradiction.

    **Flags** "at least 12 people were killed" on Friday, "19 people killed" on Monday, as a note.
    **Stays quiet** on "four of the dead were children", on the toll of another year, on a toll that falls.
    **Known limits** Of each article only the highest figure is read.
    """

    kind: ClassVar[Kind] = Kind.UPDATE

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding for each series of a story."""
        for (_, state), tolls in highest_figures(graph).items():
            row = sorted(
                ((day, f) for f in tolls.values() if (day := graph.by_id[f.document].published) is not None),
                key=lambda pair: (pair[0], number_of(pair[1]), pair[1].document),
            )
            if rises(row) and not is_told(graph, row):
                yield series(graph, row, load_words("counted")["tolls"][state])


def highest_figures(graph: ClaimGraph) -> dict[tuple[int, str], dict[str, Frame]]:
    """The highest figure of every document, by its story and by what has become of those who are counted."""
    found: dict[tuple[int, str], dict[str, Frame]] = {}
    for frame in graph.frames.values():
        if not is_toll(frame):
            continue
        for state in states_of(frame.claim.counted, frame.family):
            tolls = found.setdefault((frame.group, state), {})
            other = tolls.get(frame.document)
            if other is None or number_of(frame) > number_of(other):
                tolls[frame.document] = frame
    return dict(sorted(found.items()))


def is_toll(frame: Frame) -> bool:
    """Whether a claim counts people of the news itself, all of them and as a fact."""
    claim = frame.claim
    return (
        claim.attribute == "count"
        and isinstance(claim.value, Quantity)
        and claim.value.unit == "count"
        and claim.positive
        and claim.certainty in {Certainty.FACT, Certainty.ALLEGED}
        and not frame.is_old
        and not set(claim.scope) & (HARD_SCOPES | {"comparison", "change"})
    )


def rises(row: Row) -> bool:
    """Whether figures grow with the days: higher on some later day, lower on none."""
    steps = list(pairwise(row))
    later = [(a, b) for a, b in steps if a[0] < b[0]]
    return any(number_of(a[1]) < number_of(b[1]) for a, b in later) and all(
        number_of(a[1]) <= number_of(b[1]) for a, b in steps
    )


def number_of(frame: Frame) -> float:
    """The figure itself, for a bound the number that its words name."""
    value = frame.claim.value
    if not isinstance(value, Quantity):
        return 0.0
    return value.low if value.low is not None else value.number


def is_told(graph: ClaimGraph, row: Row) -> bool:
    """Whether the figures are already compared under one question that finds them apart."""
    ours = {f.claim.id for _, f in row}
    return any(len(ours & {f.claim.id for f in q.frames}) > 1 for q in graph.questions if q.conflicts)


def series(graph: ClaimGraph, row: Row, what: str) -> Discrepancy:
    """The finding of a series."""
    sides: dict[float, list[Frame]] = {}
    for _, frame in row:
        sides.setdefault(number_of(frame), []).append(frame)
    positions: tuple[Position, ...] = in_order(
        make_position(
            graph,
            describe_value(frames[0].claim.value),
            normalized(frames[0].claim.value),
            [f.claim.passage for f in frames],
        )
        for frames in sides.values()
    )
    return Discrepancy(
        kind=Kind.UPDATE,
        severity=Severity.INFO,
        scope=scope_of(positions),
        confidence=CONFIDENCE,
        subject=f"the number of the {what}",
        occurrence=occurrence_of(graph, [f for _, f in row]),
        summary=f"{sentence_case(f'the number of the {what}')}: {tell_sides(graph, positions)}.",
        explanation="A running figure that later reports move.",
        positions=positions,
    )
