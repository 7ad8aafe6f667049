"""The claim graph in other programs: networkx and igraph read it back, whatever its texts hold."""

import json
import random
import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.hostile import WORDS

from discrepancy import check, read_documents
from discrepancy.graph.exchange import render_cytoscape, render_graphml, to_cytoscape, to_graphml
from discrepancy.model.report import Report

BRIDGE = Path(__file__).parents[2] / "docs" / "tutorial" / "bridge"
LEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TOKEN = re.compile(r"[\w.:-]+")
SIGNS = st.characters(codec=None, categories=["L", "N", "P", "S", "Z", "C"])


@pytest.fixture(scope="module")
def claims() -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = check(read_documents([BRIDGE])).graph
    return graph


def hostile_graph() -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for words in WORDS:
        graph.add_node(f"claim:{words}", kind="claim", label=words)
        graph.add_edge(f"claim:{words}", f"claim:{WORDS[0]}", kind="same", reason=words)
        graph.add_edge(f"claim:{words}", f"claim:{WORDS[0]}", kind="same", reason="again")
    return graph


def legal(text: str) -> str:
    return LEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def read_by_networkx(text: str) -> Any:
    return nx.parse_graphml(text, force_multigraph=True)


def edges(graph: Any) -> list[tuple[str, str, str, str]]:
    return sorted((a, b, e["kind"], legal(e.get("reason", ""))) for a, b, e in graph.edges(data=True))


def named_edges(graph: Any) -> list[tuple[str, str, str, str]]:
    names = {node: stated["name"] for node, stated in graph.nodes(data=True)}
    return sorted((names[a], names[b], e["kind"], e.get("reason", "")) for a, b, e in graph.edges(data=True))


def test_networkx_reads_the_claims_back(claims: "nx.MultiDiGraph[str]") -> None:
    read = read_by_networkx(to_graphml(claims))

    assert read.is_directed()
    assert read.is_multigraph()
    assert {n: {k: v for k, v in d.items() if k != "name"} for n, d in read.nodes(data=True)} == dict(
        claims.nodes(data=True)
    )
    assert edges(read) == edges(claims)


def test_igraph_reads_the_claims_back(claims: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    path = tmp_path / "claims.graphml"
    path.write_text(to_graphml(claims), encoding="utf-8")
    read = igraph.Graph.Read_GraphML(str(path))

    assert read.is_directed()
    assert {v["name"]: (v["kind"], v["label"]) for v in read.vs} == {
        n: (d["kind"], d["label"]) for n, d in claims.nodes(data=True)
    }
    assert sorted((read.vs[e.source]["name"], read.vs[e.target]["name"], e["kind"]) for e in read.es) == [
        edge[:3] for edge in edges(claims)
    ]


def test_networkx_reads_cytoscape_back(claims: "nx.MultiDiGraph[str]") -> None:
    read = nx.cytoscape_graph(json.loads(to_cytoscape(claims)))

    assert read.is_directed()
    assert read.is_multigraph()
    assert {n: d["label"] for n, d in read.nodes(data=True)} == {
        n: d["label"] for n, d in claims.nodes(data=True)
    }
    assert edges(read) == edges(claims)


def test_cytoscape_has_ids_for_all(claims: "nx.MultiDiGraph[str]") -> None:
    elements = json.loads(to_cytoscape(claims))["elements"]
    ids = [element["data"]["id"] for group in ("nodes", "edges") for element in elements[group]]

    assert len(ids) == len(set(ids)) == len(claims) + claims.number_of_edges()


def test_hostile_texts_come_back_but_for_what_xml_cannot_hold(tmp_path: Path) -> None:
    graph = hostile_graph()
    text = to_graphml(graph)
    read = read_by_networkx(text)
    path = tmp_path / "claims.graphml"
    path.write_text(text, encoding="utf-8")
    vertices = igraph.Graph.Read_GraphML(str(path)).vs

    assert sorted(d["label"] for _, d in read.nodes(data=True)) == sorted(legal(words) for words in WORDS)
    assert sorted(v["label"] for v in vertices) == sorted(legal(words) for words in WORDS)
    assert named_edges(read) == sorted(
        (legal(a), legal(b), kind, reason) for a, b, kind, reason in edges(graph)
    )
    assert {d["label"] for _, d in nx.cytoscape_graph(json.loads(to_cytoscape(graph))).nodes(data=True)} == {
        *WORDS
    }


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(SIGNS, min_size=1, max_size=8), unique=True, max_size=5))
def test_ids_are_name_tokens_and_stay_apart(names: list[str]) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(f"claim:{name}" for name in names)
    root = ElementTree.fromstring(to_graphml(graph))
    ids = [element.attrib["id"] for element in root.iter() if element.tag.endswith("}node")]

    assert len(set(ids)) == len(names)
    assert [one for one in ids if not TOKEN.fullmatch(one)] == []


def test_ids_of_encoded_and_plain_names_differ() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(["a b", "a_x20_b", "a_x5f_x20_b"])

    assert len(read_by_networkx(to_graphml(graph))) == 3


def test_attributes_are_flat_and_typed() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(
        "a", kind="x", day=date(2024, 2, 3), names=("b", "c"), tags={"z", "y"}, empty=None, yes=True
    )
    graph.add_node("b", kind="x", weight=1, share=0.5)
    graph.add_node("c", kind="x", weight=2.5, share=1)
    read = read_by_networkx(to_graphml(graph))

    assert read.nodes["a"] == {
        "name": "a",
        "kind": "x",
        "day": "2024-02-03",
        "names": '["b", "c"]',
        "tags": '["y", "z"]',
        "yes": True,
    }
    assert read.nodes["b"] == {"name": "b", "kind": "x", "weight": 1.0, "share": 0.5}
    assert json.loads(to_cytoscape(graph))["elements"]["nodes"][0]["data"]["names"] == '["b", "c"]'


def test_order_of_building_changes_no_byte() -> None:
    graph = hostile_graph()
    nodes = list(graph.nodes(data=True))
    random.Random(3).shuffle(nodes)
    shuffled: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from(graph.edges(keys=True, data=True))

    assert [n for n, _ in nodes] != list(graph)
    assert to_graphml(shuffled) == to_graphml(graph)
    assert to_cytoscape(shuffled) == to_cytoscape(graph)


def test_report_without_a_graph_gives_an_empty_one() -> None:
    report = Report(documents=())

    assert len(read_by_networkx(render_graphml(report))) == 0
    assert json.loads(render_cytoscape(report))["elements"] == {"nodes": [], "edges": []}


def test_report_gives_its_own_graph(claims: "nx.MultiDiGraph[str]") -> None:
    report = Report(documents=(), graph=claims)

    assert report.render("graphml") == to_graphml(claims)
    assert report.render("cytoscape") == to_cytoscape(claims)
