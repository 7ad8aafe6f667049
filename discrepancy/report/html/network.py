"""The part of the claim graph that the page draws: who states what, on which question, about which occurrence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from discrepancy.model.text import Passage
from discrepancy.report.html.sheet import Sheet, in_short
from discrepancy.values.comparison import Relation

__all__ = ["RELATION_SIGNS", "Claim", "Link", "Network", "Rest", "gather_network"]

RELATION_SIGNS = {
    Relation.CONFLICTING: "≠",
    Relation.COMPATIBLE: "≈",
    Relation.SAME: "=",
    Relation.UPDATE: "→",
    Relation.INCOMPARABLE: "∥",
}


@attrs.frozen(kw_only=True)
class Claim:
    """A claim that answers a question."""

    id: str
    document: str
    words: str
    link: str | None
    question: str


@attrs.frozen(kw_only=True)
class Rest:
    """How many further claims of a document are about an occurrence and answer no question with others."""

    document: str
    occurrence: str
    count: int


@attrs.frozen(kw_only=True)
class Link:
    """Two claims that were set against each other, how their values relate, and why."""

    left: str
    right: str
    relation: Relation
    reason: str


@attrs.frozen(kw_only=True)
class Network:
    """Claims in the order of their questions, the questions in the order of their occurrences.

    ``subjects`` and ``occurrence_of`` are by question, ``people`` by occurrence; a question about no known
    occurrence has "" for it.
    """

    claims: tuple[Claim, ...]
    rests: tuple[Rest, ...]
    links: tuple[Link, ...]
    subjects: Mapping[str, str]
    relations: Mapping[str, Relation]
    occurrence_of: Mapping[str, str]
    people: Mapping[str, tuple[str, ...]]


def gather_network(sheet: Sheet) -> Network | None:
    """Return what is drawn of the claim graph of a report, if the report has one."""
    graph = sheet.report.graph
    if graph is None:
        return None
    edges = by_kind(graph)
    occurrence_of = {q.id: known(sheet, q.occurrence) for q in sheet.report.questions}
    ranks = {name: n for n, name in enumerate(sheet.occurrences)}
    questions = sorted(sheet.report.questions, key=lambda q: ranks.get(occurrence_of[q.id], len(ranks)))
    answering: dict[str, list[str]] = {}
    for claim, question in edges["answers"]:
        answering.setdefault(question.partition(":")[2], []).append(claim)
    claims = [
        make_claim(sheet, graph.nodes[node], node, question.id)
        for question in questions
        for node in sorted(answering.get(question.id, ()), key=lambda node: place_of(graph.nodes[node], node))
    ]
    return Network(
        claims=tuple(claims),
        rests=tuple(count_rests(sheet, graph, edges["about"], {c.id for c in claims})),
        links=tuple(list_links(graph)),
        subjects={q.id: in_short(q.subject) for q in questions},
        relations={q.id: q.relation for q in questions},
        occurrence_of=occurrence_of,
        people={
            name: tuple(
                sorted(
                    in_short(graph.nodes[n]["label"])
                    for o, n in edges["involves"]
                    if o == f"occurrence:{name}"
                )
            )
            for name in sheet.occurrences
        },
    )


def known(sheet: Sheet, occurrence: str | None) -> str:
    """Return the id of an occurrence that the page shows, else nothing."""
    return occurrence if occurrence in sheet.occurrences and occurrence is not None else ""


def by_kind(graph: Any) -> dict[str, list[tuple[str, str]]]:
    """Return the edges of the graph by their kind."""
    edges: dict[str, list[tuple[str, str]]] = {"answers": [], "about": [], "involves": []}
    for one, other, kind in graph.edges(data="kind"):
        edges.setdefault(kind, []).append((one, other))
    return edges


def place_of(claim: Mapping[str, Any], node: str) -> tuple[str, int, int, str]:
    """Where a claim of the graph stands."""
    return claim["document"], claim["start"], claim["end"], node


def make_claim(sheet: Sheet, claim: Mapping[str, Any], node: str, question: str) -> Claim:
    """Return one claim of the graph."""
    passage = Passage(claim["document"], claim["start"], claim["end"], claim["label"])
    return Claim(
        id=node,
        document=claim["document"],
        words=in_short(claim["label"]),
        link=sheet.marks.link(passage),
        question=question,
    )


def count_rests(sheet: Sheet, graph: Any, about: Sequence[tuple[str, str]], shown: set[str]) -> list[Rest]:
    """Count the claims about each occurrence that answer no question, by document."""
    counts = Counter(
        (occurrence.partition(":")[2], graph.nodes[claim]["document"])
        for claim, occurrence in about
        if claim not in shown
    )
    return [
        Rest(document=document.id, occurrence=name, count=counts[name, document.id])
        for name in sheet.occurrences
        for document in sheet.report.documents
        if counts[name, document.id]
    ]


def list_links(graph: Any) -> list[Link]:
    """Return the pairs of claims that were set against each other."""
    relations = {relation.value: relation for relation in Relation}
    return [
        Link(left=one, right=other, relation=relations[edge["kind"]], reason=in_short(edge.get("reason", "")))
        for one, other, edge in graph.edges(data=True)
        if edge["kind"] in relations
    ]
