"""Repairs of clauses: who is the subject of what, and which clause a verb told."""

from collections.abc import Sequence
from itertools import pairwise

from discrepancy.language import word_set
from discrepancy.parse.nodes import Node, children_of, has_child, is_below
from discrepancy.parse.sentences import load_parser_words

__all__ = [
    "attach_appositions",
    "complete_reported_clauses",
    "complete_subordinate_clauses",
    "join_told_clauses",
    "mark_voice",
    "restore_main_clauses",
]

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "nsubj:outer")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_FRONTED = frozenset({"ccomp", "obj", "vocative", "dislocated", "advcl", "obl:unmarked", "dep"})
_LOOSE = frozenset({"parataxis", "advcl", "ccomp", "dep", "acl", "appos", "conj"})


def _is_listed(word: str, name: str) -> bool:
    return word.lower() in load_parser_words()["repairs"][name]


def _is_finite(nodes: Sequence[Node], children: Sequence[int], i: int) -> bool:
    return "VerbForm=Fin" in nodes[i].features or has_child(nodes, children, "aux", "aux:pass", "cop")


def _subject_label(nodes: Sequence[Node], children: Sequence[int]) -> str:
    return "nsubj:pass" if has_child(nodes, children, "aux:pass") else "nsubj"


def restore_main_clauses(nodes: list[Node]) -> None:
    """Give the main verb back its subject: "Lund, whose trip was cut short, met ..."."""
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        verb = node.head
        if node.dep not in {"nsubj", "nsubj:pass"} or not i + 1 < verb or nodes[i + 1].text != ",":
            continue
        if not any(_is_listed(nodes[j].text, "relatives") for j in range(i + 2, min(i + 5, verb))):
            continue
        main = next((j for j in children[verb] if _is_main_verb(nodes, children, verb, j)), None)
        if main is None:
            continue
        nodes[main].head = main if nodes[verb].head == verb else nodes[verb].head
        nodes[main].dep = nodes[verb].dep
        node.head, node.dep = main, _subject_label(nodes, children[main])
        nodes[verb].head, nodes[verb].dep = i, "acl:relcl"
        return


def _is_main_verb(nodes: Sequence[Node], children: Sequence[Sequence[int]], relative: int, j: int) -> bool:
    own = children[j]
    return (
        j > relative
        and nodes[j].dep in _LOOSE
        and nodes[j].pos in {"VERB", "AUX", "ADJ", "NOUN"}
        and _is_finite(nodes, own, j)
        and not has_child(nodes, own, "mark", "cc", *_SUBJECTS)
        and any(nodes[k].text == "," for k in range(relative + 1, j))
    )


def complete_reported_clauses(nodes: list[Node]) -> None:
    """Find the subject of a clause that is said, where the verb of saying took it.

    "Rescuers said [14 people, including children,] were killed"; "[The rebels], he said, kept the town."
    """
    _unwind_sayings(nodes)
    children = children_of(nodes)
    for verb, below in enumerate(children):
        taken = [j for j in below if nodes[j].dep == "obj" and j > verb and nodes[j].pos in _NOMINAL]
        if taken and nodes[verb].lemma in word_set("speech", "say"):
            _hang_participle(nodes, children, below, taken[0])
        clause = next((j for j in below if j > verb and _lacks_subject(nodes, children[j], verb, j)), None)
        if clause is None:
            continue
        own = [j for j in below if j < verb and nodes[j].dep == "nsubj"]
        # Of two subjects before "said" the first is that of the clause: "The rebels, he said, kept the town."
        early = [j for j in below if j < verb and (nodes[j].dep in _FRONTED or j in own[:-1])]
        early = [j for j in early if nodes[j].pos in _NOMINAL]
        early = [j for j in early if not has_child(nodes, children[j], "cop", "mark", "case", *_SUBJECTS)]
        for j in ([j for j in taken if j < clause] or early)[-1:]:
            nodes[j].head, nodes[j].dep = clause, _subject_label(nodes, children[clause])
            nodes[clause].dep = "ccomp"


def _unwind_sayings(nodes: list[Node]) -> None:
    """Read ", saying a pump may fail" as what is said, not "saying a pump" as the subject of *fail*."""
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        said = node.head
        if (
            node.dep != "csubj"
            or said < i
            or node.lemma not in word_set("speech", "say")
            or nodes[said].head == said
        ):
            continue
        taken = [j for j in children[i] if i < j < said and nodes[j].dep == "obj"]
        if taken and _is_finite(nodes, children[said], said):
            node.head, node.dep = nodes[said].head, "advcl"
            nodes[said].head, nodes[said].dep = i, "ccomp"
            nodes[taken[0]].head, nodes[taken[0]].dep = said, _subject_label(nodes, children[said])


def _lacks_subject(nodes: Sequence[Node], own: Sequence[int], verb: int, j: int) -> bool:
    loose = nodes[verb].lemma in word_set("speech", "say") and nodes[j].dep in {"conj", "parataxis", "advcl"}
    return (
        (nodes[j].dep == "ccomp" or loose)
        and nodes[j].pos in {"VERB", "AUX", "ADJ"}
        and _is_finite(nodes, own, j)
        and not has_child(nodes, own, *_SUBJECTS)
        and not (loose and has_child(nodes, own, "mark", "cc"))
    )


def _hang_participle(
    nodes: list[Node], children: Sequence[Sequence[int]], below: Sequence[int], noun: int
) -> None:
    """Hang "identified as a student" on the gunman in "say the gunman, identified as a student, fired"."""
    for j in below:
        bare = nodes[j].dep == "ccomp" and "VerbForm=Part" in nodes[j].features and j > noun + 1
        if bare and nodes[j - 1].text == "," and not _is_finite(nodes, children[j], j):
            nodes[j].head, nodes[j].dep = noun, "acl"


def complete_subordinate_clauses(nodes: list[Node]) -> None:
    """Let the verb lead "when a ferry carrying 90 people capsized", not the ferry."""
    children = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep not in {"advcl", "ccomp"} or node.pos not in {"NOUN", "PROPN"}:
            continue
        own = children[i]
        opened = any(j < i and _is_listed(nodes[j].text, "subordinators") for j in own)
        if not opened or has_child(nodes, own, "cop", *_SUBJECTS):
            continue
        verb = next(
            (
                j
                for j in reversed(range(i + 1, len(nodes)))
                if nodes[j].dep == "acl" and "Tense=Past" in nodes[j].features and is_below(nodes, j, i)
            ),
            None,
        )
        if verb is None:
            continue
        nodes[verb].head, nodes[verb].dep = node.head, node.dep
        node.head, node.dep = verb, "nsubj"
        for j in own:
            if nodes[j].dep in {"mark", "advmod", "punct"} and _is_listed(nodes[j].text, "subordinators"):
                nodes[j].head = verb


def attach_appositions(nodes: list[Node], kinds: Sequence[str]) -> None:
    """Hang "the storm, the strongest since 1987," and "her deputy, Ann Lee" together."""
    children = children_of(nodes)
    for below in children:
        subjects = [j for j in below if nodes[j].dep in {"nsubj", "nsubj:pass"}]
        for first, second in pairwise(subjects):
            noun = nodes[first].pos in {"NOUN", "PROPN"} and nodes[second].pos in {"NOUN", "PROPN", "ADJ"}
            if (
                noun
                and second < nodes[second].head
                and any(nodes[k].text == "," for k in range(first, second))
            ):
                nodes[second].head, nodes[second].dep = first, "appos"
    for i, node in enumerate(nodes):
        loose = node.dep in {"dep", "parataxis", "list", "vocative", "discourse"}
        if loose and kinds[i] == "person" and i > 1 and nodes[i - 1].text == ",":
            before = i - 2
            if nodes[before].pos in {"NOUN", "PROPN"} and not is_below(nodes, before, i):
                node.head, node.dep = before, "appos"


def join_told_clauses(nodes: list[Node]) -> None:
    """Give "told reporters that the talks had failed" its clause: no relative clause follows *told*."""
    children = children_of(nodes)
    for clause, node in enumerate(nodes):
        person = nodes[node.head]
        telling = _is_listed(nodes[person.head].lemma, "telling") and person.dep in {"obj", "iobj"}
        if node.dep not in {"acl", "acl:relcl", "ccomp", "advcl"} or not telling:
            continue
        marked = any(nodes[j].text.lower() == "that" and j < clause for j in children[clause])
        if marked and has_child(nodes, children[clause], *_SUBJECTS):
            for j in children[clause]:
                if nodes[j].text.lower() == "that":
                    nodes[j].dep, nodes[j].pos = "mark", "SCONJ"
            node.head, node.dep = person.head, "ccomp"


def mark_voice(nodes: list[Node]) -> None:
    """Make the label of a subject agree with the auxiliary of its verb."""
    passive = {node.head for node in nodes if node.dep == "aux:pass"}
    for node in nodes:
        if node.dep in {"nsubj", "csubj"} and node.head in passive:
            node.dep += ":pass"
