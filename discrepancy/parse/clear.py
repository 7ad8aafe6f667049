"""Turn the labels of spaCy's own English pipelines (the ClearNLP scheme) into Universal Dependencies.

The two differ in what heads what: there a preposition heads its noun and a form of *be* its predicate, here
both are marks of the content word.  https://universaldependencies.org/u/overview/syntax.html
"""

from typing import TYPE_CHECKING

from discrepancy.parse.nodes import Node, children_of, depths

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["is_clear_scheme", "to_universal"]

_RENAMED = {
    "ROOT": "root",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_OBJECTS = frozenset({"pobj", "pcomp", "obl", "nmod", "obl:agent", "advcl", "acl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM"})
_BE = frozenset(
    {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'m", "'re", "’s", "’m", "’re"}
)
# First words of prepositions of several words, whose other words hang on them: "according to", "because of".
_FIXED = frozenset(
    {"according", "because", "due", "instead", "such", "prior", "rather", "as", "along", "together"}
)


def is_clear_scheme(nlp: "Language") -> bool:
    """Whether the pipeline's parser has the labels of that scheme."""
    parsers = [nlp.get_pipe(name) for name in nlp.pipe_names if "parser" in name]
    return any({"pobj", "dobj"} & set(getattr(parser, "labels", ())) for parser in parsers)


def to_universal(nodes: list[Node]) -> None:
    """Change heads and labels in place."""
    depth = depths(nodes)
    for i in sorted(range(len(nodes)), key=lambda i: -depth[i]):
        if nodes[i].dep in _PREPOSITIONS and nodes[i].pos in {"ADP", "SCONJ", "VERB", "ADV", "ADJ"}:
            _lower_preposition(nodes, i)
    for i in sorted(range(len(nodes)), key=lambda i: -depth[i]):
        if nodes[i].text.lower() in _BE and nodes[i].dep not in {"aux", "auxpass"}:
            _lower_copula(nodes, i)
    _straighten_coordination(nodes)
    for node in nodes:
        node.dep = _rename(node, nodes[node.head])


def _lower_preposition(nodes: list[Node], i: int) -> None:
    """Let the noun hang where its preposition hung, and the preposition on the noun."""
    preposition = nodes[i]
    below = [j for j, node in enumerate(nodes) if node.head == i and j != i]
    found = [j for j in below if nodes[j].dep in _OBJECTS and nodes[j].pos not in {"ADP", "SCONJ", "PART"}]
    if not found:
        preposition.dep = "conj" if preposition.dep == "conj" else "advmod"
        return
    main = next((j for j in found if nodes[j].dep == "pobj"), found[0])
    clause = nodes[main].dep in {"pcomp", "advcl", "acl"} and nodes[main].pos in {"VERB", "AUX"}
    nominal_head = nodes[preposition.head].pos in _NOMINAL
    if clause:
        nodes[main].dep = "acl" if nominal_head else "advcl"
    elif preposition.dep == "agent":
        nodes[main].dep = "obl:agent"
    else:
        nodes[main].dep = "nmod" if nominal_head else "obl"
    nodes[main].head = main if preposition.head == i else preposition.head
    preposition.head, preposition.dep = main, "mark" if clause else "case"
    for j in below:
        if j != main:
            _move_from_preposition(nodes, i, j, main)
    if preposition.text.lower() in _FIXED:
        for j in range(i + 1, main):
            if nodes[j].head == main and nodes[j].dep == "case" and j == i + 1:
                nodes[j].head, nodes[j].dep = i, "fixed"


def _move_from_preposition(nodes: list[Node], preposition: int, moved: int, main: int) -> None:
    node = nodes[moved]
    if node.dep in {"pcomp", "prep"} and node.pos in {"ADP", "SCONJ"} and moved == preposition + 1:
        node.dep = "fixed"
        return
    if node.dep == "conj" and node.pos == "ADP":
        # "in Paris and in Rome": the second noun is coordinated with the first.
        lower = next(
            (j for j, other in enumerate(nodes) if other.head == moved and other.dep == "pobj"), None
        )
        if lower is not None:
            nodes[lower].head, nodes[lower].dep = main, "conj"
            node.head, node.dep = lower, "case"
            return
    node.head = main


def _lower_copula(nodes: list[Node], i: int) -> None:
    """Let the predicate head the clause: "She *is* a *doctor*"."""
    below = [j for j, node in enumerate(nodes) if node.head == i and j != i]
    if any(nodes[j].dep == "expl" for j in below):
        for j in below:
            if nodes[j].dep == "attr":
                nodes[j].dep = "nsubj"
        return
    predicate = _predicate(nodes, i, below)
    if predicate is None:
        return
    be = nodes[i]
    nodes[predicate].dep = be.dep
    nodes[predicate].head = predicate if be.head == i else be.head
    be.head, be.dep = predicate, "cop"
    for j in below:
        if j != predicate:
            nodes[j].head = predicate


def _predicate(nodes: list[Node], i: int, below: list[int]) -> int | None:
    for deps in ({"attr"}, {"acomp"}):
        for j in below:
            if nodes[j].dep in deps:
                return j
    # "The talks were in Tabira", "She is here": a place right after the verb is the predicate.
    subject = any(nodes[j].dep.startswith("nsubj") and j < i for j in below)
    places = [j for j in below if j > i and nodes[j].dep in {"obl", "advmod"} and nodes[j].pos != "PART"]
    clauses = any(nodes[j].dep in {"ccomp", "xcomp"} for j in below)
    return places[0] if subject and places and not clauses else None


def _straighten_coordination(nodes: list[Node]) -> None:
    """Hang all conjuncts on the first, and every *and* on the conjunct after it."""
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep == "cc":
            after = [j for j in children[node.head] if nodes[j].dep == "conj" and j > i]
            node.head = after[0] if after else node.head
    for i, node in enumerate(nodes):
        while node.dep == "conj" and nodes[node.head].dep == "conj" and nodes[node.head].head < node.head < i:
            node.head = nodes[node.head].head


def _rename(node: Node, head: Node) -> str:
    if node.dep == "npadvmod":
        return "nmod:unmarked" if head.pos in {"NOUN", "PROPN"} else "obl:unmarked"
    if node.dep == "aux" and node.pos == "PART":
        return "mark"
    if node.dep == "nmod" and node.pos in {"NOUN", "PROPN"} and node.start < head.start:
        return "compound"
    if node.dep == "prep":
        return "case"
    if node.dep == "pobj":
        return "obl"
    if node.dep == "pcomp":
        return "advcl"
    return _RENAMED.get(node.dep, node.dep)
