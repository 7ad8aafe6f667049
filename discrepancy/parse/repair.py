"""Put right what a parser of news gets wrong by habit."""

from collections.abc import Sequence

from discrepancy.model.text import Unit
from discrepancy.parse.clauses import (
    attach_appositions,
    complete_reported_clauses,
    complete_subordinate_clauses,
    join_told_clauses,
    mark_voice,
    restore_main_clauses,
)
from discrepancy.parse.nodes import Node, depths, indices_within
from discrepancy.parse.phrases import attach_relative_clauses, lift_charges, lift_from_durations, lift_times

__all__ = ["repair"]

_NAMES = frozenset({"person", "organisation", "place", "name"})


def repair(nodes: list[Node], units: Sequence[Unit]) -> None:
    """Change heads and labels in place; every rule asks for one plain pattern and leaves the rest alone."""
    kinds = unit_kinds(nodes, units)
    for unit in units:
        if unit.kind in _NAMES:
            join_name(nodes, unit)
        elif unit.kind == "time":
            join_time(nodes, unit)
    restore_main_clauses(nodes)
    complete_reported_clauses(nodes)
    complete_subordinate_clauses(nodes)
    attach_appositions(nodes, kinds)
    join_told_clauses(nodes)
    attach_relative_clauses(nodes, kinds)
    lift_charges(nodes)
    lift_from_durations(nodes, kinds)
    lift_times(nodes, kinds)
    mark_voice(nodes)
    for node in nodes:
        if node.pos == "AUX":
            name_auxiliary(node, nodes[node.head])


def unit_kinds(nodes: Sequence[Node], units: Sequence[Unit]) -> list[str]:
    """Give the kind of the unit that each word stands in, "" for none."""
    kinds = [""] * len(nodes)
    for unit in units:
        for i in indices_within(nodes, unit):
            kinds[i] = unit.kind
    return kinds


def join_name(nodes: list[Node], unit: Unit) -> None:
    """Let a name hang on the rest of the sentence by one word only."""
    exits = _exits(nodes, unit)
    if len(exits) < 2:
        return
    depth = depths(nodes)
    # The highest word leads: nothing above it can then come to stand under itself.
    main = min(exits, key=lambda i: (depth[i], nodes[i].pos == "PUNCT", i))
    for i in exits:
        if i != main:
            nodes[i].head = main
            nodes[i].dep = "punct" if nodes[i].pos == "PUNCT" else "flat"


def join_time(nodes: list[Node], unit: Unit) -> None:
    """Keep the parts of a date together: "Sunday, 18 June 2023"."""
    exits = [i for i in _exits(nodes, unit) if nodes[i].pos in {"NOUN", "PROPN", "NUM"}]
    if len(exits) < 2:
        return
    depth = depths(nodes)
    main = min(exits, key=lambda i: (depth[i], i))
    cased = {node.head for node in nodes if node.dep in {"case", "cc", "mark"}}
    for i in exits:
        # "from Sunday to Monday" are two times in one unit, each with its own preposition.
        if i != main and i not in cased:
            nodes[i].head, nodes[i].dep = main, "nmod:unmarked"


def _exits(nodes: Sequence[Node], unit: Unit) -> list[int]:
    inside = indices_within(nodes, unit)
    held = set(inside)
    return [i for i in inside if nodes[i].head not in held or nodes[i].head == i]


def name_auxiliary(node: Node, head: Node) -> None:
    """Tell *is* from *has*, and *would* from *had*, in the short forms."""
    form = node.text.lower().replace("’", "'")
    perfect = "Tense=Past|VerbForm=Part" in head.features and node.dep == "aux"
    if form == "'s":
        node.lemma = "have" if perfect else "be"
    elif form == "'d":
        node.lemma = "have" if perfect else "would"
