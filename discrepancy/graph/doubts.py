"""What one document tells as a fact and another leaves open.

Either the same event is possible here and a fact there, or a cause is unknown here and named there.  What
comes out later is news: the fact must stand in a document that is no later than the doubt.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

import attrs

from discrepancy.graph.assertions import (
    Assertion,
    about,
    find_assertions,
    find_frames_with_times,
    is_first_person,
    same_story,
)
from discrepancy.graph.blocking import split_row
from discrepancy.graph.causes import find_open_causes
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.oppositions import are_two, likeness_of, times_conflict
from discrepancy.graph.pending import find_pending
from discrepancy.graph.topics import kinds_of, known_words, topic_of
from discrepancy.language import word_set
from discrepancy.model.claims import Certainty, Event
from discrepancy.model.text import Passage

__all__ = ["SAME_EVENT", "Doubt", "find_doubts"]

# Bits from which a possible event and a fact are taken to be one.
SAME_EVENT = 5.0
FIGURE = 4.5
# That both tell of one sort of decision says as much as a topic of its own; a story has one or two of a sort.
STAGE, GROUND = 3.5, 0.5
# What nobody had decided is hardly decided the day after; who says so then contradicts.
OVERNIGHT = 1
BLOCK = 40
UNSETTLED = word_set("certainty", "limits", "unsettled")


@attrs.frozen(kw_only=True, eq=False)
class Doubt:
    """What some documents leave open and others tell as a fact; ``cause`` where it is a cause."""

    open: tuple[Passage, ...]
    fact: tuple[Passage, ...]
    bits: float
    cause: bool = False


def tolls() -> frozenset[str]:
    """The families that are told as counts."""
    return word_set("certainty", "causes", "tolls")


def find_doubts(graph: ClaimGraph) -> list[Doubt]:
    """What is open in one document and a fact in another."""
    assertions = []
    for frame, times, setting in find_frames_with_times(graph):
        people, things, _ = about(graph, frame, only_object=False)
        assertions.append(
            Assertion(
                frame=frame,
                topic=frame.family,
                positive=frame.claim.positive,
                people=people,
                things=things,
                times=times,
                setting=setting,
            )
        )
    causes = (
        Doubt(open=c.open, fact=(c.fact,), bits=SAME_EVENT + len(c.open), cause=True)
        for c in find_open_causes(graph)
    )
    events = [*open_events(graph, assertions), *open_answers(graph), *open_steps(graph)]
    return [*causes, *likeliest(events)]


def likeliest(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """The likeliest doubt of each possible event in each document that tells it as a fact."""
    found: dict[tuple[str, int, int, str], Doubt] = {}
    for doubt in doubts:
        one, other = doubt.open[0], doubt.fact[0]
        key = (one.document, one.start, one.end, other.document)
        if key not in found or found[key].bits < doubt.bits:
            found[key] = doubt
    yield from (found[key] for key in sorted(found))


def open_events(graph: ClaimGraph, assertions: list[Assertion]) -> Iterator[Doubt]:
    """Events that are possible in one document and a fact in another."""
    blocks: dict[str, list[Assertion]] = defaultdict(list)
    for a in assertions:
        if a.frame.lemma not in known_words("hollow") and a.frame.event is not None:
            for kind in kinds_of(a.frame.lemma) - tolls():
                blocks[kind].append(a)
    parts = (
        p for row in blocks.values() for p in split_row(row, most=BLOCK, group_of=lambda a: a.frame.group)
    )
    for row in parts:
        if len(row) > BLOCK:
            continue
        possible = [a for a in row if a.positive and is_left_open(a.frame)]
        facts = [a for a in row if is_settled(a.frame)]
        for one in possible:
            for other in facts:
                bits = event_bits(graph, one, other)
                if bits >= SAME_EVENT:
                    yield make_doubt(one, other, bits)


def make_doubt(one: Assertion, other: Assertion, bits: float) -> Doubt:
    """What one event leaves open and another one tells as a fact."""
    return Doubt(open=(one.frame.claim.passage,), fact=(other.frame.claim.passage,), bits=bits)


def open_answers(graph: ClaimGraph) -> Iterator[Doubt]:
    """Things of which one document leaves open what another tells as a fact or as settled."""
    blocks: dict[tuple[str, bool, str], list[Assertion]] = defaultdict(list)
    for a in find_assertions(graph):
        topic = topic_of(a.topic)
        if topic is not None and topic.nouns:
            for thing in a.things:
                blocks[a.topic, a.positive, thing].append(a)
    for row in blocks.values():
        possible = [a for a in row if is_left_open(a.frame)][:BLOCK]
        for one, other in product(possible, [a for a in row if is_settled(a.frame)][:BLOCK]):
            bits = 0.0 if are_two(one, other) else event_bits(graph, one, other)
            if bits >= SAME_EVENT:
                yield make_doubt(one, other, bits)


def open_steps(graph: ClaimGraph) -> Iterator[Doubt]:
    """What is still to come in one document and done in another."""
    for one, other in find_pending(graph):
        bits = step_bits(graph, one, other)
        if bits >= SAME_EVENT:
            yield make_doubt(one, other, bits)


def step_bits(graph: ClaimGraph, one: Assertion, other: Assertion) -> float:
    """How much speaks for a step that is still to come and one that is done being of one thing."""
    left, right = one.frame, other.frame
    if graph.is_in_both(left.claim.passage, right.claim.passage) or are_two(one, other):
        return 0.0
    if one.people and other.people and not one.people & other.people:
        return 0.0
    if one.guessed and other.guessed and not (one.people & other.people or one.things & other.things):
        return 0.0
    return STAGE + likeness_of(one, other, graph.rarities.between(left, right), ground=GROUND)


def is_left_open(frame: Frame) -> bool:
    """Whether an event is possible, or somebody still asks whether it is so."""
    text = frame.claim.passage.quote.lower()
    if frame.claim.certainty is Certainty.POSSIBLE:
        return " can " not in text  # an ability, a right
    return text.startswith("whether ") and frame.claim.certainty is Certainty.HYPOTHETICAL


def is_settled(frame: Frame) -> bool:
    """Whether an event is told in the outlet's own voice as a fact, or as what will be."""
    if frame.claim.source is not None or is_limit(frame):
        return False
    announced = " will " in f" {frame.claim.passage.quote.lower()} "
    level = frame.claim.certainty
    return level is Certainty.FACT or (level is Certainty.PLANNED and announced)


def is_limit(frame: Frame) -> bool:
    """Whether a noun is what could be at most, or is only proposed: "the maximum penalty"."""
    event = frame.event
    return event is not None and event.nominal and not UNSETTLED.isdisjoint(event.modifiers)


def event_bits(graph: ClaimGraph, possible: Assertion, fact: Assertion) -> float:
    """How much speaks for a possible event and a fact being one, 0 where they cannot be or one came later."""
    one, other = possible.frame, fact.frame
    if one.document == other.document or not same_story(graph, one, other) or times_conflict(possible, fact):
        return 0.0
    if other.is_old and not one.is_old and any(t.resolved_by == "explicit" for t in other.times):
        return 0.0
    if graph.is_in_both(one.claim.passage, other.claim.passage):
        return 0.0
    if possible.people and fact.people and not possible.people & fact.people:
        return 0.0
    if not is_as_late(graph, one, other) or is_first_person(one) or is_first_person(other):
        return 0.0
    rarity = graph.rarities.between(one, other)
    figures = {w for w in one.around & other.around if w.isdigit()}
    if not figures:
        return likeness_of(possible, fact, rarity)
    return likeness_of(attrs.evolve(possible, things=frozenset()), fact, rarity, ground=FIGURE)


def is_as_late(graph: ClaimGraph, possible: Frame, fact: Frame) -> bool:
    """Whether the document that leaves it open is as late as the fact, or says that it stays open."""
    told, left = graph.by_id[fact.document].published, graph.by_id[possible.document].published
    if told is None or left is None:
        return False
    if told <= left:
        return True
    undecided = list(says_undecided(graph, possible))
    return bool(undecided) and ((told - left).days <= OVERNIGHT or open_until(undecided) > told)


def says_undecided(graph: ClaimGraph, frame: Frame) -> Iterator[Event]:
    """The events beside another one that say that nothing is decided."""
    sentence = frame.event.sentence if frame.event else -1
    phrases = word_set("certainty", "decisions", "pending")
    for near in (sentence, sentence + 1):
        for event in graph.events_of.get((frame.document, near), ()):
            text = event.passage.quote.lower()
            if any(p in text for p in phrases):
                yield event


def open_until(undecided: Iterable[Event]) -> date:
    """The day until which nothing is decided; the first of all days for none."""
    for event in undecided:
        for time, _ in (*event.times, *event.setting):
            if time.interval is not None and time.interval.start is not None:
                return time.interval.start.date()
    return date.min
