"""The stated order of two happenings: "the dog barked before the door opened" against "only after it opened".

Only explicit words give an order; the order of telling gives none.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import attrs

from discrepancy.graph.assertions import about, find_frames_with_times, same_story
from discrepancy.graph.blocking import split_row
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import kinds_of, known_words
from discrepancy.language import word_set
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Passage

__all__ = ["Reversal", "Sequence", "find_reversals"]

# Bits that the tellings of each happening must share, and of both together.
SAME_STEP, SAME_ORDER = 1.0, 4.5
SAME_KIND, SAME_NOUN, SHARED, BLOCK = 1.0, 3.5, 1.5, 40


@attrs.frozen(kw_only=True, eq=False)
class Sequence:
    """Two happenings of one sentence in the order that its words give them."""

    first: Frame
    then: Frame
    passage: Passage


@attrs.frozen(kw_only=True, eq=False)
class Reversal:
    """Two documents that give one pair of happenings in opposite orders."""

    left: Sequence
    right: Sequence
    bits: float


def find_reversals(graph: ClaimGraph) -> list[Reversal]:
    """The pairs of documents that state opposite orders, the likeliest of each."""
    blocks: dict[str, list[Sequence]] = defaultdict(list)
    for sequence in stated_orders(graph):
        for kind in step_kinds(sequence.first) | step_kinds(sequence.then):
            blocks[kind].append(sequence)
    found: dict[tuple[str, str], Reversal] = {}
    for row in blocks.values():
        for part in split_row(row, most=BLOCK, group_of=lambda s: s.first.group):
            for left, right in combinations(part[:BLOCK], 2):
                reversal = reversed_order(graph, left, right)
                key = (left.first.document, right.first.document)
                if reversal and (key not in found or found[key].bits < reversal.bits):
                    found[key] = reversal
    return [found[key] for key in sorted(found)]


def reversed_order(graph: ClaimGraph, left: Sequence, right: Sequence) -> Reversal | None:
    """Weigh two stated orders of two documents: the first step of one must be the last of the other."""
    if left.first.document == right.first.document or not same_story(graph, left.first, right.first):
        return None
    one = step_bits(graph, left.first, right.then)
    other = step_bits(graph, left.then, right.first)
    if min(one, other) < SAME_STEP or one + other < SAME_ORDER:
        return None
    return Reversal(left=left, right=right, bits=one + other)


def step_kinds(frame: Frame) -> frozenset[str]:
    """What kinds of happening a step of an order is, without those told of everything."""
    return kinds_of(frame.lemma) - known_words("hollow")


def stated_orders(graph: ClaimGraph) -> Iterator[Sequence]:
    """The orders that the sentences of all documents state with "before", "after", "once"."""
    sentences: dict[tuple[str, int], list[Frame]] = defaultdict(list)
    for frame, _, _ in find_frames_with_times(graph):
        event = frame.event
        if event is not None and event.positive and event.certainty is Certainty.FACT and event.well_read:
            sentences[event.document, event.sentence].append(frame)
    for row in sentences.values():
        for inner in row:
            marker = marker_of(graph, inner)
            outer = main_step(row, inner) if marker else None
            if marker is None or outer is None:
                continue
            first, then = (outer, inner) if marker == "before" else (inner, outer)
            yield Sequence(first=first, then=then, passage=spanned(graph, outer, inner))


def marker_of(graph: ClaimGraph, frame: Frame) -> str | None:
    """Whether a clause or noun stands behind "before" or "after" as its first word."""
    words = frame.claim.passage.quote.lower().split()[:3]
    for kind in ("before", "after"):
        if words and set(words[:2]) & order_words(kind):
            return kind
    return None


def order_words(kind: str) -> frozenset[str]:
    """The subordinators and prepositions that give an order."""
    return word_set("whereabouts", "order", kind)


def main_step(row: list[Frame], inner: Frame) -> Frame | None:
    """The happening that the clause of order hangs on: the last one before it, else the next one."""
    start, end = inner.claim.passage.start, inner.claim.passage.end
    others = [
        f for f in row if f is not inner and not inside(f, inner) and f.lemma not in known_words("hollow")
    ]
    before = [f for f in others if f.claim.passage.start < start]
    if before:
        return max(before, key=lambda f: f.claim.passage.start)
    after = [f for f in others if f.claim.passage.start >= end]
    return min(after, key=lambda f: f.claim.passage.start) if after else None


def inside(frame: Frame, other: Frame) -> bool:
    """Whether an event stands within the clause of another one."""
    one, whole = frame.claim.passage, other.claim.passage
    return whole.start <= one.start and one.end <= whole.end


def spanned(graph: ClaimGraph, outer: Frame, inner: Frame) -> Passage:
    """The words of both steps."""
    start = min(outer.claim.passage.start, inner.claim.passage.start)
    end = max(outer.claim.passage.end, inner.claim.passage.end)
    return Passage(outer.document, start, end, graph.by_id[outer.document].text[start:end])


def step_bits(graph: ClaimGraph, one: Frame, other: Frame) -> float:
    """How much speaks for two steps being one happening."""
    people, things, _ = about(graph, one, only_object=False)
    others, further, _ = about(graph, other, only_object=False)
    if people and others and not people & others:
        return 0.0
    alike = bool(step_kinds(one) & step_kinds(other))
    shared = (people & others) | (things & further)
    nouns = one.event is not None and one.event.nominal and other.event is not None and other.event.nominal
    if not alike:
        return 0.0
    rarity = graph.rarities.between(one, other)
    return (SAME_NOUN if nouns else SAME_KIND) + sum(SHARED + rarity.bits(i) for i in shared)
