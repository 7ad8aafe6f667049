"""Repairs of phrases: what hangs too low under a noun."""

from collections.abc import Sequence

from discrepancy.parse.nodes import Node, children_of, has_child, is_below
from discrepancy.parse.sentences import load_parser_words

__all__ = ["attach_relative_clauses", "lift_charges", "lift_from_durations", "lift_times"]

_ADJUNCTS = frozenset({"obl", "obl:unmarked", "obj", "nmod", "nmod:unmarked", "advmod"})


def _case(nodes: Sequence[Node], children: Sequence[int]) -> str:
    return next((nodes[j].text.lower() for j in children if nodes[j].dep == "case"), "")


def lift_from_durations(nodes: list[Node], kinds: Sequence[str]) -> None:
    """Hang "with her" on the verb in "met for about six hours with her in Tabira"."""
    words = load_parser_words()
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        length = nodes[node.head]
        if node.dep not in {"nmod", "nmod:unmarked"} or length.head == node.head:
            continue
        is_length = length.lemma in words["durations"]["nouns"] and length.dep in _ADJUNCTS
        # "three days before the talks" is one time; "on the day before" too.
        measured = has_child(nodes, children[node.head], "nummod", "det", "amod") and kinds[i] != "quantity"
        verb = nodes[length.head]
        if not (is_length and measured and verb.pos in {"VERB", "AUX"} and i > node.head):
            continue
        if node.dep == "nmod:unmarked" or _case(nodes, children[i]) in words["repairs"]["lifted"]:
            if node.dep == "nmod:unmarked" and kinds[i] != "time":
                continue
            if kinds[i] == kinds[node.head] == "time" and _one_stretch(kinds, node.head, i):
                continue
            node.head, node.dep = length.head, node.dep.replace("nmod", "obl")


def _one_stretch(kinds: Sequence[str], left: int, right: int) -> bool:
    return all(kinds[k] == "time" for k in range(left, right + 1))


def lift_times(nodes: list[Node], kinds: Sequence[str]) -> None:
    """Hang a time or place on the verb, not on the person before it: "met Lund in Tabira on Sunday"."""
    words = load_parser_words()["repairs"]
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep != "nmod" or i < node.head or kinds[i] not in {"time", "place"}:
            continue
        if _case(nodes, children[i]) not in words["timed"]:
            continue
        person = kinds[node.head] == "person"
        path = _case(nodes, children[node.head]) in words["paths"] or kinds[node.head] == "place"
        if not (person or (path and kinds[i] == "time")):
            continue
        top = _top_of_name(nodes, kinds, node.head)
        if nodes[top].dep.split(":")[0] in {"obj", "obl", "iobj"}:
            node.head, node.dep = nodes[top].head, "obl"
        elif person and nodes[top].dep == "nmod" and nodes[nodes[top].head].pos == "NOUN":
            node.head = nodes[top].head


def _top_of_name(nodes: Sequence[Node], kinds: Sequence[str], i: int) -> int:
    """Climb from a conjunct to the first, and from the inside of a name to its head."""
    while nodes[i].head != i and (
        nodes[i].dep == "conj" or (nodes[i].dep in {"appos", "flat"} and kinds[nodes[i].head] == "person")
    ):
        i = nodes[i].head
    return i


def lift_charges(nodes: list[Node]) -> None:
    """Hang the charge on the verb: "accused the mayor [of taking bribes]", "kept them [from leaving]"."""
    words = load_parser_words()["repairs"]
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        person = nodes[node.head]
        if node.dep not in {"acl", "nmod"} or person.dep != "obj" or i < node.head:
            continue
        opened = any(
            nodes[j].dep in {"case", "mark"} and nodes[j].text.lower() in {"of", "from"} for j in children[i]
        )
        if opened and nodes[person.head].lemma in words["charging"]:
            node.head, node.dep = person.head, "advcl" if node.dep == "acl" else "obl"


def attach_relative_clauses(nodes: list[Node], kinds: Sequence[str]) -> None:
    """Hang "who was jailed" on the person right before it: "the release of Ann Lee, who was jailed"."""
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep != "acl:relcl":
            continue
        who = next(
            (j for j in children[i] if j < i and nodes[j].text.lower() in {"who", "whom", "whose"}), None
        )
        before = who - 1 if who is not None else -1
        if before >= 0 and nodes[before].text == ",":
            before -= 1
        if before < 0 or kinds[before] != "person" or kinds[node.head] == "person":
            continue
        for _ in range(len(nodes)):
            if kinds[nodes[before].head] != "person" or nodes[before].head == before:
                break
            before = nodes[before].head
        if is_below(nodes, before, node.head) and not is_below(nodes, before, i):
            node.head = before
