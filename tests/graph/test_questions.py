"""Which claims answer one question, and how they are found without comparing all with all."""

from collections.abc import Callable
from datetime import date
from itertools import combinations

from discrepancy.graph import ClaimGraph
from discrepancy.graph.questions import BLOCK, Question, blocks
from discrepancy.values.comparison import Relation

BuildGraph = Callable[..., ClaimGraph]
DAY = date(2024, 7, 25)


def graph_of(claim_graph: BuildGraph, *texts: str) -> ClaimGraph:
    return claim_graph([{"text": text, "published": DAY} for text in texts])


def shown(question: Question) -> list[str]:
    """The words of the claims of a question."""
    return [f.claim.passage.quote for f in question.frames]


HALF_AND_QUARTER = (
    "Cormorant carried 5.1 million passengers in the half year. In the quarter it carried 2.9 million passengers.",
    "Cormorant carried 5.1 million passengers in the half year. In the quarter it carried 2.7 million passengers.",
)


def test_equal_figures_meet_first_and_leave_the_others_for_each_other(claim_graph: BuildGraph) -> None:
    graph = graph_of(claim_graph, *HALF_AND_QUARTER)

    relations = sorted(
        (p.left.claim.value.number, p.right.claim.value.number, p.comparison.relation.value)  # type: ignore[union-attr]
        for q in graph.questions
        if q.attribute == "count"
        for p in q.pairs
    )
    assert relations == [(2.9e6, 2.7e6, "conflicting"), (5.1e6, 5.1e6, "same")]


def test_claims_of_two_documents_are_matched_one_to_one(claim_graph: BuildGraph) -> None:
    graph = graph_of(claim_graph, *HALF_AND_QUARTER)

    matched = [
        (claim, p.right.document if claim == p.left.claim.id else p.left.document)
        for q in graph.questions
        for p in q.pairs
        for claim in (p.left.claim.id, p.right.claim.id)
    ]
    assert len(matched) == len(set(matched))


def test_figures_of_one_document_are_not_set_against_each_other(claim_graph: BuildGraph) -> None:
    graph = graph_of(
        claim_graph, "The blast injured 31 dockers. On Monday it was said that the blast injured 34 dockers."
    )

    assert [q for q in graph.questions if q.attribute == "count"] == []


def test_three_documents_answer_one_question_together(claim_graph: BuildGraph) -> None:
    graph = graph_of(
        claim_graph,
        "The blast in Bari injured 31 dockers.",
        "The blast in Bari injured 34 dockers.",
        "The blast in Bari injured 31 dockers, all men.",
    )

    questions = [q for q in graph.questions if q.attribute == "count"]
    assert [{f.document for f in q.frames} for q in questions] == [{"d0", "d1", "d2"}]


def test_figure_that_the_other_document_also_gives_is_in_no_conflict(claim_graph: BuildGraph) -> None:
    graph = graph_of(
        claim_graph,
        "The blast in Bari injured 31 dockers.",
        "The blast in Bari injured 34 dockers, not 31 dockers as the mayor of Bari had said.",
    )

    assert [shown(q) for q in graph.questions if q.attribute == "count" and q.conflicts] == []


def test_every_pair_of_a_question_has_been_compared(claim_graph: BuildGraph) -> None:
    graph = graph_of(claim_graph, *HALF_AND_QUARTER)

    for question in graph.questions:
        assert {p.comparison.relation for p in question.pairs} <= set(Relation)
        assert {f.claim.attribute for f in question.frames} == {question.attribute}


def test_what_is_set_aside_is_counted(claim_graph: BuildGraph) -> None:
    graph = graph_of(
        claim_graph,
        "The ferry Aurelia carried 212 passengers.",
        "The ferry Aurelia is licensed to carry 350 passengers.",
    )

    assert graph.ledger["another scope"] == 1
    assert graph.ledger["one source only"] >= 2


def test_claims_of_one_story_meet_in_a_block(claim_graph: BuildGraph) -> None:
    graph = graph_of(claim_graph, *HALF_AND_QUARTER)
    figures = {f.claim.id: f for f in graph.frames.values() if f.claim.attribute == "count"}

    met = {frozenset(pair) for row in blocks(figures.values()) for pair in combinations(row, 2)}

    assert met == {frozenset(pair) for pair in combinations(figures, 2)}


def test_blocks_grow_with_the_claims_and_not_with_their_square(claim_graph: BuildGraph) -> None:
    text = " ".join(f"The blast of pier {n} injured {n + 20} dockers." for n in range(400))
    graph = graph_of(claim_graph, text)
    figures = [f for f in graph.frames.values() if f.claim.attribute == "count"]

    pairs = sum(len(row) * (len(row) - 1) // 2 for row in blocks(figures))

    assert len(figures) > 300
    assert pairs <= len(figures) * BLOCK
