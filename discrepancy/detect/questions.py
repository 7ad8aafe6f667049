"""Every question that was put, agreed on or not, with all its answers."""

from collections.abc import Iterator

from discrepancy.detect.compose import occurrence_of
from discrepancy.detect.figures import counted_label
from discrepancy.detect.wording import describe_event
from discrepancy.graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.questions import Question
from discrepancy.model.answers import describe_value
from discrepancy.model.questions import Answer, QuestionSummary
from discrepancy.values.comparison import Relation

__all__ = ["summarize_questions"]

# From the gravest on: what a question is called whose answers relate in several ways.
GRAVITY = (
    Relation.CONFLICTING,
    Relation.UPDATE,
    Relation.INCOMPARABLE,
    Relation.COMPATIBLE,
    Relation.SAME,
)


def summarize_questions(graph: ClaimGraph) -> Iterator[QuestionSummary]:
    """Yield the questions of the graph in its order."""
    for question in graph.questions:
        frames = sorted(question.frames, key=place_of)
        found = {pair.comparison.relation for pair in question.pairs}
        yield QuestionSummary(
            id=question.id,
            subject=subject_of(graph, question),
            attribute=question.attribute,
            relation=next((r for r in GRAVITY if r in found), Relation.INCOMPARABLE),
            answers=tuple(
                Answer(value=describe_value(f.claim.value), passage=f.claim.passage) for f in frames
            ),
            occurrence=occurrence_of(graph, frames),
        )


def place_of(frame: Frame) -> tuple[str, int, int, str]:
    """Where a claim stands."""
    return frame.document, frame.claim.passage.start, frame.claim.passage.end, frame.claim.id


def subject_of(graph: ClaimGraph, question: Question) -> str:
    """What is asked, in the words in which a finding on it would ask."""
    frames = list(question.frames)
    about = counted_label(frames) or describe_event(graph, frames)
    return {"time": f"the time of {about}", "duration": f"the length of {about}"}.get(
        question.attribute, about
    )
