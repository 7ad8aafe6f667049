"""Put right what a parser of news gets wrong by habit: names torn apart, phrases hung too low."""

from collections.abc import Sequence

from discrepancy.model.text import Unit
from discrepancy.parse.nodes import Node, depths, indices_within

__all__ = ["repair"]

_NAMES = frozenset({"person", "organisation", "place"})


def repair(nodes: list[Node], units: Sequence[Unit]) -> None:
    """Change heads and labels in place."""
    for unit in units:
        if unit.kind in _NAMES:
            join_name(nodes, unit)


def join_name(nodes: list[Node], unit: Unit) -> None:
    """Let a name hang on the rest of the sentence by one word only."""
    inside = indices_within(nodes, unit)
    held = set(inside)
    exits = [i for i in inside if nodes[i].head not in held or nodes[i].head == i]
    if len(exits) < 2:
        return
    depth = depths(nodes)
    main = min(exits, key=lambda i: (nodes[i].pos == "PUNCT", depth[i], i))
    if depth[main] > min(depth[i] for i in exits):
        return
    for i in exits:
        if i != main:
            nodes[i].head = main
            nodes[i].dep = "punct" if nodes[i].pos == "PUNCT" else "flat"
