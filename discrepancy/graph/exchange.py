"""The claim graph in the forms that graph programs read: GraphML and Cytoscape JSON."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import attrs
import networkx as nx

from discrepancy.model.report import Report

__all__ = ["render_cytoscape", "render_graphml", "to_cytoscape", "to_graphml"]

Plain = str | bool | int | float

_NAMESPACES = (
    'xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"'
)

# GraphML wants ids that are name tokens of XML; other signs become their number between underscores.
_NO_TOKEN = re.compile(r"[^\w.:-]|_(?=x[0-9a-f]+_)")

# What no XML 1.0 document may hold, not even as a reference.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITIES = {"\r": "&#13;"}


@attrs.frozen
class _Element:
    """A node or an edge with flat attributes; ``ends`` is empty for a node."""

    id: str
    attributes: Mapping[str, Plain]
    ends: tuple[str, ...] = ()
    key: int = 0


def render_graphml(report: Report) -> str:
    """Return the claim graph of a report as GraphML; a report without a graph gives an empty one."""
    return to_graphml(nx.MultiDiGraph() if report.graph is None else report.graph)


def render_cytoscape(report: Report) -> str:
    """Return the claim graph of a report as Cytoscape JSON; a report without a graph gives an empty one."""
    return to_cytoscape(nx.MultiDiGraph() if report.graph is None else report.graph)


def to_graphml(graph: "nx.MultiDiGraph[str]") -> str:
    """Return a graph as GraphML 1.0, sorted by the names of its nodes.

    Ids are the names of the nodes as far as XML allows them; ``name`` has them as they are.  Attributes without a
    value are left out, those with parts are JSON.
    """
    nodes, edges = list(_nodes(graph)), list(_edges(graph))
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<graphml {_NAMESPACES}>",
        *_keys("node", nodes),
        *_keys("edge", edges),
        '<graph id="claims" edgedefault="directed">',
        *(line for node in nodes for line in _xml("node", f"id={_token(node.id)}", node)),
        *(line for edge in edges for line in _xml("edge", _ends(edge), edge)),
        "</graph>",
        "</graphml>",
    ]
    return "\n".join(parts) + "\n"


def to_cytoscape(graph: "nx.MultiDiGraph[str]") -> str:
    """Return a graph as JSON for Cytoscape and Cytoscape.js, sorted by the names of its nodes.

    ``networkx.cytoscape_graph`` reads it as well.  Attributes are as in GraphML.
    """
    data = {
        "data": [],
        "directed": True,
        "multigraph": True,
        "elements": {
            "nodes": [
                {"data": {**n.attributes, "id": n.id, "value": n.id, "name": n.id}} for n in _nodes(graph)
            ],
            "edges": [
                {
                    "data": {
                        **e.attributes,
                        "id": e.id,
                        "source": e.ends[0],
                        "target": e.ends[1],
                        "key": e.key,
                    }
                }
                for e in _edges(graph)
            ],
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _nodes(graph: "nx.MultiDiGraph[str]") -> Iterator[_Element]:
    for name in sorted(graph):
        yield _Element(name, {**_flat(graph.nodes[name]), "name": name})


def _edges(graph: "nx.MultiDiGraph[str]") -> Iterator[_Element]:
    for source, target, key in sorted(graph.edges(keys=True)):
        stated = graph.get_edge_data(source, target, key)
        again = f"--{key}" if key else ""
        name = f"{stated.get('kind', 'edge')}:{source}--{target}{again}"
        yield _Element(name, _flat(stated), (source, target), key)


def _flat(stated: Mapping[str, Any]) -> dict[str, Plain]:
    return {name: _plain(value) for name, value in stated.items() if value is not None}


def _plain(value: Any) -> Plain:
    if isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    parts = sorted(value) if isinstance(value, set | frozenset) else value
    return json.dumps(parts, ensure_ascii=False, default=str)


def _keys(domain: str, elements: Iterable[_Element]) -> Iterator[str]:
    """Declare each attribute with the narrowest type that all its values have."""
    values: dict[str, set[type]] = {}
    for element in elements:
        for name, value in element.attributes.items():
            values.setdefault(name, set()).add(type(value))
    for name in sorted(values):
        stated = f'for="{domain}" attr.name={_attribute(name)} attr.type="{_type(values[name])}"'
        yield f"<key id={_token(f'{domain}.{name}')} {stated}/>"


def _type(types: set[type]) -> str:
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "long"
    return "double" if types <= {int, float} else "string"


def _xml(name: str, stated: str, element: _Element) -> Iterator[str]:
    yield f"<{name} {stated}>"
    for key, value in sorted(element.attributes.items()):
        text = str(value).lower() if isinstance(value, bool) else str(value)
        yield f"<data key={_token(f'{name}.{key}')}>{escape(_legal(text), _ENTITIES)}</data>"
    yield f"</{name}>"


def _ends(edge: _Element) -> str:
    source, target = edge.ends
    return f"id={_token(edge.id)} source={_token(source)} target={_token(target)}"


def _token(name: str) -> str:
    return quoteattr(_NO_TOKEN.sub(lambda sign: f"_x{ord(sign[0]):x}_", name))


def _attribute(name: str) -> str:
    return quoteattr(_legal(name))


def _legal(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
