"""Words of a parsed sentence while heads and labels are still being put right."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import takewhile

import attrs

from discrepancy.model.text import Unit

__all__ = ["Node", "children_of", "depths", "has_child", "indices_within", "is_below", "make_sound"]


@attrs.define(eq=False)
class Node:
    """One word with its analysis.  It may change until it becomes a ``Token``; a root is its own head."""

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    dep: str
    head: int
    features: str = ""


def children_of(nodes: Sequence[Node]) -> list[list[int]]:
    """List the dependents of every word, in text order."""
    children: list[list[int]] = [[] for _ in nodes]
    for i, node in enumerate(nodes):
        if node.head != i:
            children[node.head].append(i)
    return children


def has_child(nodes: Sequence[Node], children: Iterable[int], *deps: str) -> bool:
    """Whether one of the children has one of the labels."""
    return any(nodes[child].dep in deps for child in children)


def depths(nodes: Sequence[Node]) -> list[int]:
    """Count the steps from every word to its root."""
    known: dict[int, int] = {}
    for i in range(len(nodes)):
        path = []
        while i not in known and nodes[i].head != i:
            path.append(i)
            i = nodes[i].head
        depth = known.setdefault(i, 0)
        for step, j in enumerate(reversed(path), start=1):
            known[j] = depth + step
    return [known[i] for i in range(len(nodes))]


def is_below(nodes: Sequence[Node], low: int, high: int) -> bool:
    """Whether ``low`` is ``high`` or stands under it."""
    for _ in range(len(nodes)):  # a circle that a repair has made is broken later, and must not hold us here
        if low == high or nodes[low].head == low:
            break
        low = nodes[low].head
    return low == high


def indices_within(nodes: Sequence[Node], unit: Unit) -> list[int]:
    """The indices of the words that lie in a unit."""
    first = bisect_left(nodes, unit.start, key=_start_of)
    return list(takewhile(lambda i: nodes[i].end <= unit.end, range(first, len(nodes))))


def _start_of(node: Node) -> int:
    return node.start


def make_sound(nodes: Sequence[Node]) -> None:
    """Make one tree of the sentence: no circles, one root that is a word, nothing under a full stop."""
    _break_circles(nodes)
    roots = [i for i, node in enumerate(nodes) if node.head == i]
    worded = [i for i in roots if nodes[i].pos != "PUNCT"]
    if not worded:
        worded = [i for i, node in enumerate(nodes) if node.pos != "PUNCT"][:1]
    main = worded[0] if worded else roots[0]
    for i in roots:
        if i != main:
            nodes[i].head, nodes[i].dep = main, "punct" if nodes[i].pos == "PUNCT" else "parataxis"
    nodes[main].head, nodes[main].dep = main, "root"
    _break_circles(nodes)
    for node in nodes:
        while nodes[node.head].pos == "PUNCT" and nodes[node.head].head != node.head:
            node.head = nodes[node.head].head


def _break_circles(nodes: Sequence[Node]) -> None:
    done: set[int] = set()
    for start in range(len(nodes)):
        path: set[int] = set()
        i = start
        while i not in done and nodes[i].head != i:
            if i in path:
                nodes[i].head = i
                break
            path.add(i)
            i = nodes[i].head
        done |= path | {i}
