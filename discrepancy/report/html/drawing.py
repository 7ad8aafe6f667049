"""The claim graph as a drawing in columns: articles, claims, questions, occurrences, who took part."""

from collections.abc import Iterator, Mapping, Sequence

import attrs
from rich.cells import cell_len, set_cell_size

from discrepancy.report.finding_text import counted
from discrepancy.report.html.layout import stack, toward
from discrepancy.report.html.network import RELATION_SIGNS, Network, Rest
from discrepancy.report.html.sheet import Sheet
from discrepancy.values.comparison import Relation

__all__ = ["Box", "Curve", "Drawing", "Sign", "draw_network"]

# In pixels: the columns from left to right with their widths, and the height of a row.
COLUMNS = {
    "article": (0, 140),
    "claim": (206, 226),
    "question": (496, 210),
    "occurrence": (766, 232),
    "participant": (1046, 124),
}
WIDTH, TOP = 1170, 40
# Claims have one line, all else has room for two.
LINE, ROW, TALL_ROW = 14, 26, 42
# Between the claims about one occurrence and those about the next.
PAUSE = 14
# An arc between two claims stays between their column and the one before.
WIDEST_ARC = 74.0
# A cell of the type is so wide on average; what is too long loses its end, and its title shows it whole.
CELL = 6.8


@attrs.frozen(kw_only=True)
class Box:
    """A node: where it stands, its label in lines as it fits, the whole of it, and what it stands for."""

    x: int
    y: float
    width: int
    height: int
    lines: tuple[str, ...]
    whole: str
    kind: str
    relation: str = ""


@attrs.frozen(kw_only=True)
class Curve:
    """An edge as an SVG path."""

    path: str
    kind: str


@attrs.frozen(kw_only=True)
class Sign:
    """What stands on an edge between two claims: how their values relate."""

    x: float
    y: float
    sign: str
    kind: str


@attrs.frozen(kw_only=True)
class Drawing:
    """All that is drawn, in the order of drawing."""

    width: int
    height: int
    heads: tuple[tuple[int, str], ...]
    curves: tuple[Curve, ...]
    signs: tuple[Sign, ...]
    boxes: tuple[Box, ...]


@attrs.frozen(kw_only=True)
class Node:
    """A node before it has a place."""

    column: str
    label: str
    relation: str = ""


def draw_network(sheet: Sheet, network: Network) -> Drawing:
    """Return the drawing of a network; the same network gives the same drawing."""
    nodes = dict(list_nodes(sheet, network))
    edges = [(one, other) for one, other in list_edges(network) if one in nodes and other in nodes]
    places = place_nodes(network, nodes, edges)
    curves = [curve(nodes[one], nodes[other], places[one], places[other]) for one, other in edges]
    arcs = [arc for link in list_arcs(network) for arc in draw_arc(*link, places)]
    height = max(places.values(), default=0.0)
    return Drawing(
        width=WIDTH,
        height=TOP + round(height) + ROW,
        heads=tuple((x, name) for name, (x, _) in COLUMNS.items()),
        curves=(*curves, *(c for c, _ in arcs)),
        signs=tuple(s for _, s in arcs),
        boxes=tuple(box(node, places[key]) for key, node in nodes.items()),
    )


def list_nodes(sheet: Sheet, network: Network) -> Iterator[tuple[str, Node]]:
    """Yield the nodes by their key; an article without any claim that is drawn is left away."""
    drawn = {claim.document for claim in network.claims} | {rest.document for rest in network.rests}
    for document in sheet.report.documents:
        if document.id in drawn:
            yield f"article {document.id}", Node(column="article", label=sheet.label(document.id))
    for claim in network.claims:
        yield claim_key(claim.question, claim.id), Node(column="claim", label=claim.words)
    for rest in network.rests:
        yield (
            rest_key(rest),
            Node(column="claim", label=counted(rest.count, "further statement"), relation="rest"),
        )
    for question, subject in network.subjects.items():
        relation = network.relations[question]
        label = f"{RELATION_SIGNS[relation]} {subject}"
        yield f"question {question}", Node(column="question", label=label, relation=relation.value)
    for name in sheet.occurrences:
        yield f"occurrence {name}", Node(column="occurrence", label=sheet.name_occurrence(name))
    for person in dict.fromkeys(p for people in network.people.values() for p in people):
        yield f"participant {person}", Node(column="participant", label=person)


def claim_key(question: str, claim: str) -> str:
    """Return the key of a claim under a question; one claim can answer two."""
    return f"claim {question} {claim}"


def rest_key(rest: Rest) -> str:
    """Return the key of what else a document says of an occurrence."""
    return f"rest {rest.occurrence} {rest.document}"


def list_edges(network: Network) -> Iterator[tuple[str, str]]:
    """Yield the edges from left to right."""
    for claim in network.claims:
        key = claim_key(claim.question, claim.id)
        yield f"article {claim.document}", key
        yield key, f"question {claim.question}"
    for rest in network.rests:
        yield f"article {rest.document}", rest_key(rest)
        yield rest_key(rest), f"occurrence {rest.occurrence}"
    for question, occurrence in network.occurrence_of.items():
        yield f"question {question}", f"occurrence {occurrence}"
    for occurrence, people in network.people.items():
        yield from ((f"occurrence {occurrence}", f"participant {person}") for person in people)


def place_nodes(
    network: Network, nodes: Mapping[str, Node], edges: Sequence[tuple[str, str]]
) -> dict[str, float]:
    """Return how far down each node stands: claims in groups, all else beside what it is joined to."""
    groups: dict[str, list[str]] = {name: [] for name in network.people}
    for claim in network.claims:
        row = groups.setdefault(network.occurrence_of[claim.question], [])
        row.append(claim_key(claim.question, claim.id))
    for rest in network.rests:
        groups[rest.occurrence].append(rest_key(rest))
    places = stack(groups.values(), step=ROW, pause=PAUSE)
    for column in ("question", "occurrence", "participant", "article"):
        own = [key for key, node in nodes.items() if node.column == column]
        places |= toward(own, edges, places, step=TALL_ROW)
    bottom = max(places.values(), default=-TALL_ROW)
    alone = [key for key in nodes if key not in places]
    return places | {key: bottom + TALL_ROW * (n + 1) for n, key in enumerate(alone)}


def box(node: Node, middle: float) -> Box:
    """Return a node in its place with as much of its label as fits."""
    x, width = COLUMNS[node.column]
    lines = fitting_lines(node.label, int((width - LINE) / CELL), most=1 if node.column == "claim" else 2)
    height = LINE * len(lines) + 6
    return Box(
        x=x,
        y=round(TOP + middle - height / 2, 1),
        width=width,
        height=height,
        lines=lines,
        whole=node.label,
        kind=node.column,
        relation=node.relation,
    )


def fitting_lines(label: str, cells: int, *, most: int) -> tuple[str, ...]:
    """Break a label between words into lines of so many cells; what does not fit gives way to an ellipsis."""
    lines = [""]
    for word in label.split():
        longer = f"{lines[-1]} {word}".strip()
        if cell_len(longer) <= cells or not lines[-1] or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(shortened(line, cells) for line in lines)


def shortened(line: str, cells: int) -> str:
    """Return as much of a line as fits."""
    return line if cell_len(line) <= cells else set_cell_size(line, cells - 1).rstrip() + "…"


def curve(one: Node, other: Node, start: float, end: float) -> Curve:
    """Return the edge from the right side of one node to the left side of another."""
    (x, width), (to, _) = COLUMNS[one.column], COLUMNS[other.column]
    left, top, bottom = x + width, TOP + start, TOP + end
    bend = (to - left) / 2
    return Curve(
        path=f"M{left} {top:g}C{left + bend:g} {top:g} {to - bend:g} {bottom:g} {to} {bottom:g}",
        kind=other.relation or one.relation or "plain",
    )


def list_arcs(network: Network) -> Iterator[tuple[str, str, Relation]]:
    """Yield the pairs of claims that were set against each other, as the keys of their nodes."""
    asked: dict[str, list[str]] = {}
    for claim in network.claims:
        asked.setdefault(claim.id, []).append(claim.question)
    for link in network.links:
        for question in asked.get(link.left, ()):
            if question in asked.get(link.right, ()):
                yield claim_key(question, link.left), claim_key(question, link.right), link.relation


def draw_arc(
    one: str, other: str, relation: Relation, places: Mapping[str, float]
) -> Iterator[tuple[Curve, Sign]]:
    """Yield the arc to the left of two claims, wider the further they are apart, and the sign on it."""
    top, bottom = sorted((TOP + places[one], TOP + places[other]))
    x = COLUMNS["claim"][0]
    reach = x - min(WIDEST_ARC, 14 + 0.9 * (bottom - top))
    yield (
        Curve(
            path=f"M{x} {top:g}C{reach:g} {top:g} {reach:g} {bottom:g} {x} {bottom:g}",
            kind=f"arc {relation.value}",
        ),
        Sign(
            x=round(x - 0.75 * (x - reach), 1),
            y=(top + bottom) / 2,
            sign=RELATION_SIGNS[relation],
            kind=relation.value,
        ),
    )
