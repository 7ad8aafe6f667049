"""The stated order of two happenings: "the dog barked before the door opened" against "only after it opened".

Only explicit words and clock times give an order; the order of telling gives none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import attrs

from discrepancy.graph.assertions import about, find_frames_with_times, same_story
from discrepancy.graph.blocking import split_row
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import kinds_of, known_words
from discrepancy.language import load_words, word_set
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Passage
from discrepancy.values.times import Precision, TimeValue

__all__ = ["Reversal", "Sequence", "find_reversals"]

# Bits that the tellings of each happening must share, and of both together.
SAME_STEP, SAME_ORDER = 1.0, 4.5
SAME_KIND, SAME_NOUN, SHARED, BLOCK = 1.0, 3.5, 1.5, 40
# Kinds of happening of which a story has one.
ONCE = word_set("whereabouts", "order", "once")
# Clock times that lie nearer than this may be one moment told twice.
MINUTES_APART = 5
NOON = 12
UNTIL = len("not until ")
# "A quarter of an hour before the race" is a length and no happening.
LENGTH = re.compile(r"\b(?:quarters?|half) (?:of )?an hour\b", re.I)


@attrs.frozen(kw_only=True, eq=False)
class Sequence:
    """Two happenings in the order that one sentence, or the clock times of one document, give them."""

    first: Frame
    then: Frame
    passages: tuple[Passage, ...]
    stated: bool = True


@attrs.frozen(kw_only=True, eq=False)
class Reversal:
    """Two documents that give one pair of happenings in opposite orders."""

    left: Sequence
    right: Sequence
    bits: float


def find_reversals(graph: ClaimGraph) -> list[Reversal]:
    """The pairs of documents that state opposite orders, the likeliest of each."""
    blocks: dict[str, list[Sequence]] = defaultdict(list)
    for sequence in (*stated_orders(graph), *timed_orders(graph)):
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
    if not are_apart(graph, left, right):
        return None
    one = step_bits(graph, left.first, right.then)
    other = step_bits(graph, left.then, right.first)
    if min(one, other) < SAME_STEP or one + other < SAME_ORDER:
        return None
    straight = step_bits(graph, left.first, right.first) + step_bits(graph, left.then, right.then)
    if one + other < straight:
        return None  # both give the same order of one pair
    return Reversal(left=left, right=right, bits=one + other)


def are_apart(graph: ClaimGraph, left: Sequence, right: Sequence) -> bool:
    """Whether two orders stand in two documents on one story, each in words of its own."""
    if left.first.document == right.first.document or not same_story(graph, left.first, right.first):
        return False
    if not left.stated and not right.stated:
        return False  # two clock times of one happening are a matter of dates
    return not any(graph.is_in_both(a, b) for a in left.passages for b in right.passages)


def step_kinds(frame: Frame) -> frozenset[str]:
    """What kinds of happening a step of an order is, without those told of everything."""
    lemma = frame.lemma
    alike = {
        name for name in load_words("whereabouts")["steps"] if lemma in word_set("whereabouts", "steps", name)
    }
    return (kinds_of(lemma) | alike) - known_words("hollow")


def stated_orders(graph: ClaimGraph) -> Iterator[Sequence]:
    """The orders that the sentences of all documents state with "before", "after", "once"."""
    sentences: dict[tuple[str, int], list[Frame]] = defaultdict(list)
    for frame, _, _ in find_frames_with_times(graph):
        event = frame.event
        if (
            event is not None
            and is_told(graph, frame)
            and event.certainty is Certainty.FACT
            and event.well_read
        ):
            sentences[event.document, event.sentence].append(frame)
    for row in sentences.values():
        for inner in row:
            marker = marker_of(graph, inner)
            outer = main_step(row, inner) if marker else None
            if marker is None or outer is None:
                continue
            if marker == "when":
                marker = order_by_when(outer)
                if marker is None:
                    continue
            if marker == "next" and outer.claim.passage.start > inner.claim.passage.start:
                continue
            first, then = (inner, outer) if marker == "after" else (outer, inner)
            yield Sequence(first=first, then=then, passages=(spanned(graph, outer, inner),))


def timed_orders(graph: ClaimGraph) -> Iterator[Sequence]:
    """The orders that the clock times of one document give."""
    clocks: dict[tuple[str, bool], list[tuple[float, Frame]]] = defaultdict(list)
    for frame in graph.frames.values():
        time = clock_of(frame)
        if time is not None and frame.lemma not in known_words("hollow"):
            clocks[frame.document, time.interval is None].append((minute_of(time), frame))
    for row in clocks.values():
        row.sort(key=lambda pair: (pair[0], pair[1].claim.id))
        for n, (minute, first) in enumerate(row[:BLOCK]):
            for later, then in row[n + 1 : BLOCK]:
                if later - minute >= MINUTES_APART and first.event is not then.event:
                    passages = (first.claim.passage, then.claim.passage)
                    yield Sequence(first=first, then=then, passages=passages, stated=False)


def clock_of(frame: Frame) -> TimeValue | None:
    """The minute at which a fact is told to have been; ``None`` where its words leave the half of the day open."""
    time, event = frame.claim.value, frame.event
    if frame.claim.attribute != "time" or not isinstance(time, TimeValue) or event is None:
        return None
    if not event.positive or event.certainty is not Certainty.FACT or not event.well_read:
        return None
    if time.precision < Precision.MINUTE or time.zone is not None or time.named.hour is None:
        return None
    return None if time.named.hour <= NOON and time.named.part is None else time


def minute_of(time: TimeValue) -> float:
    """The minutes from midnight, or from the first of all days where the day is known."""
    start = time.interval.start if time.interval is not None else None
    day = start.toordinal() * 24 * 60 if start is not None else 0
    return day + (time.named.hour or 0) * 60.0 + (time.named.minute or 0)


def marker_of(graph: ClaimGraph, frame: Frame) -> str | None:
    """Whether a clause or noun stands behind "before", "after" or "then" as its first word."""
    words = frame.claim.passage.quote.lower().split()[:3]
    if " ".join(words[:2]) in order_words("late"):
        return "after"
    for kind in ("before", "after", "next"):
        if words and set(words[:2]) & order_words(kind):
            return kind
    return "when" if words[:1] == ["when"] or (words[:1] == ["than"] and not is_nominal(frame)) else None


def order_by_when(outer: Frame) -> str | None:
    """The order that "when" gives: what had already happened, or had hardly begun, came before it."""
    text = f" {outer.claim.passage.quote.lower()} "
    return "before" if any(f" {words} " in text for words in order_words("already")) else None


def is_told(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether an event is told as happening; "not until the cage had dropped did the bell ring" tells that it rang."""
    event = frame.event
    if event is None or event.positive:
        return event is not None
    start = event.passage.start
    text = graph.by_id[frame.document].text[start : start + UNTIL].lower()
    return text.startswith("not until ")


def order_words(kind: str) -> frozenset[str]:
    """The subordinators and prepositions that give an order."""
    return word_set("whereabouts", "order", kind)


def main_step(row: list[Frame], inner: Frame) -> Frame | None:
    """The happening that the clause of order hangs on: the last one before it, a verb first; else the next one."""
    start, end = inner.claim.passage.start, inner.claim.passage.end
    others = [f for f in row if f is not inner and not inside(f, inner) and is_step(f)]
    before = [f for f in others if f.claim.passage.start < start]
    if before:
        return max(before, key=lambda f: (not is_nominal(f), f.claim.passage.start))
    after = [f for f in others if f.claim.passage.start >= end or is_around(f, inner)]
    return min(after, key=lambda f: f.claim.passage.start) if after else None


def is_step(frame: Frame) -> bool:
    """Whether an event can be a step of an order: no mere length, and nothing that is told of everything."""
    length = is_nominal(frame) and LENGTH.search(frame.claim.passage.quote) is not None
    return not length and frame.lemma not in known_words("hollow")


def is_nominal(frame: Frame) -> bool:
    """Whether an event is told by a noun."""
    return frame.event is not None and frame.event.nominal


def is_around(frame: Frame, inner: Frame) -> bool:
    """Whether a clause begins with the words of order: "before the race, the road had been swept"."""
    return not is_nominal(frame) and inside(inner, frame)


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
    shared = (people & others) | (things & further)
    rarity = graph.rarities.between(one, other)
    bits = sum(SHARED + rarity.bits(i) for i in shared)
    if not step_kinds(one) & step_kinds(other):
        return bits / 2 if things & further else 0.0
    sure = (is_nominal(one) and is_nominal(other)) or bool(step_kinds(one) & step_kinds(other) & ONCE)
    return (SAME_NOUN if sure else SAME_KIND) + bits
