"""One deed told the other way round in two bare statements: "Kort beat Silva", "Silva beat Kort"."""

from collections.abc import Iterator
from itertools import product

from discrepancy.graph.bare import MOSTLY, bare_statements
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.contrasts import SURELY
from discrepancy.graph.frames import Frame
from discrepancy.graph.lexical import are_synonyms, share_said
from discrepancy.graph.topics import known_words
from discrepancy.graph.vetoes import relation_of
from discrepancy.model.claims import Certainty
from discrepancy.values.comparison import Relation

__all__ = ["find_reversals"]

TOLD = frozenset({Certainty.FACT, Certainty.ALLEGED})


def find_reversals(graph: ClaimGraph) -> Iterator[tuple[Frame, Frame, bool]]:
    """Pairs of events of which one does to the other's doer what that does, and whether nothing is left unsaid.

    Only deeds that one of two does to the other count, not what both do to each other ("met", "married").
    """
    statements = bare_statements(graph.documents, graph.frames.values())
    if statements is None:
        return
    short, long = statements
    said = share_said(short.items, long.said)
    if said < MOSTLY:
        return
    for one, other in product(filter(is_deed, short.frames), filter(is_deed, long.frames)):
        if are_reversed(graph, one, other) and not any(are_alike(graph, one, f) for f in long.frames):
            left, right = (one, other) if one.document < other.document else (other, one)
            yield left, right, said > SURELY


def is_deed(frame: Frame) -> bool:
    """Whether an event is told as something that one did to another."""
    event = frame.event
    told = frame.claim.positive and frame.claim.certainty in TOLD
    return told and event is not None and frame.lemma in known_words("one_way")


def are_reversed(graph: ClaimGraph, one: Frame, other: Frame) -> bool:
    """Whether the doer of each of two like deeds is the one to whom the other one is done, at no other time."""
    if not are_synonyms(one.lemma, other.lemma) and one.family != other.family:
        return False
    if one.times and other.times and relation_of(one.times, other.times) is Relation.CONFLICTING:
        return False
    doer, target = filling(graph, one, "agent"), filling(graph, one, "patient")
    other_doer, other_target = filling(graph, other, "agent"), filling(graph, other, "patient")
    return bool(doer & other_target and target & other_doer) and not (
        doer & other_doer or target & other_target
    )


def are_alike(graph: ClaimGraph, one: Frame, other: Frame) -> bool:
    """Whether an event is told the same way round: what both texts tell is no discrepancy."""
    same = one.lemma == other.lemma or are_synonyms(one.lemma, other.lemma)
    return same and bool(filling(graph, one, "agent") & filling(graph, other, "agent"))


def filling(graph: ClaimGraph, frame: Frame, role: str) -> frozenset[str]:
    """Who or what fills a slot of an event: entities, else nouns."""
    parts = [p for p in frame.event.participants if p.role == role] if frame.event else []
    found = {e.id if (e := graph.cast.find(frame.document, p.key)) is not None else p.key for p in parts}
    return frozenset(found) - known_words("empty")
