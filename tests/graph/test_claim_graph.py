"""The claim graph as networkx sees it, and the ways into it that detectors use."""

from collections.abc import Callable
from datetime import date

import networkx as nx
import pytest

from discrepancy.graph import ClaimGraph
from discrepancy.values.comparison import Relation

BuildGraph = Callable[..., ClaimGraph]
ARTICLES = [
    {
        "text": "Mayor Ines Varga met Tomas Rehn in Lyon on Monday for five hours.",
        "outlet": "City News",
        "published": date(2024, 6, 7),
    },
    {
        "text": "Mayor Ines Varga met Tomas Rehn in Lyon on Monday for three hours.",
        "outlet": "Evening Post",
        "published": date(2024, 6, 7),
    },
]
ENDS = {
    "names": ("document", "entity"),
    "states": ("document", "claim"),
    "about": ("claim", "occurrence"),
    "involves": ("occurrence", "entity"),
    "answers": ("claim", "question"),
} | {relation.value: ("claim", "claim") for relation in Relation}


@pytest.fixture
def graph(claim_graph: BuildGraph) -> ClaimGraph:
    return claim_graph(ARTICLES)


def test_network_is_a_directed_multigraph(graph: ClaimGraph) -> None:
    assert isinstance(graph.network, nx.MultiDiGraph)


def test_every_node_has_its_kind_in_its_name_and_a_label(graph: ClaimGraph) -> None:
    for node, fields in graph.network.nodes(data=True):
        assert node.startswith(f"{fields['kind']}:")
        assert fields["label"]


def test_network_has_a_node_for_everything(graph: ClaimGraph) -> None:
    kinds = [fields["kind"] for _, fields in graph.network.nodes(data=True)]

    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "claim": len(graph.frames),
        "document": 2,
        "entity": len(graph.cast.entities),
        "occurrence": len(graph.occurrences),
        "question": len(graph.questions),
    }


def test_edges_join_the_kinds_that_they_should(graph: ClaimGraph) -> None:
    kinds = {node: fields["kind"] for node, fields in graph.network.nodes(data=True)}

    for one, other, fields in graph.network.edges(data=True):
        assert (kinds[one], kinds[other]) == ENDS[fields["kind"]]


def test_every_claim_is_stated_by_one_document(graph: ClaimGraph) -> None:
    for node, fields in graph.network.nodes(data=True):
        if fields["kind"] == "claim":
            edges = [e for _, _, e in graph.network.in_edges(node, data=True) if e["kind"] == "states"]
            assert len(edges) == 1


def test_conflict_between_two_claims_is_an_edge_with_its_reason(graph: ClaimGraph) -> None:
    conflicts = [
        (graph.network.nodes[one]["attribute"], fields["reason"])
        for one, _, fields in graph.network.edges(data=True)
        if fields["kind"] == "conflicting"
    ]

    assert [attribute for attribute, _ in conflicts] == ["duration"]
    assert conflicts[0][1]


def test_outlet_is_what_a_document_is_called(graph: ClaimGraph) -> None:
    assert [graph.outlet(d.id) for d in graph.documents] == ["City News", "Evening Post"]


def test_occurrence_of_an_event_is_found(graph: ClaimGraph) -> None:
    for occurrence in graph.occurrences:
        assert {graph.occurrence_of[e.id] for e in occurrence.events} == {occurrence}


def test_claims_are_found_by_their_attribute(graph: ClaimGraph) -> None:
    assert [c.document for c in graph.claims_of("duration")] == ["d0", "d1"]
