"""Assertions on one person or thing of which only one can hold.

Two assertions meet under one topic.  Who or what is meant must agree first; then what else the two sentences
share weighs in bits (Fellegi and Sunter 1969), rare words more than common ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from discrepancy.graph.assertions import (
    Assertion,
    are_snippets,
    find_assertions,
    is_first_person,
    is_pending,
    is_snippet,
    same_story,
)
from discrepancy.graph.bare import bare_statements
from discrepancy.graph.blocking import split_row
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.comparability import other_speaker, relation_of
from discrepancy.graph.contrasts import find_contrasts
from discrepancy.graph.denials import (
    are_of_two_actors,
    further,
    holds_for_all,
    in_turn,
    is_ruled_out,
    is_telling,
    shared,
)
from discrepancy.graph.frames import Frame
from discrepancy.graph.objects import other_objects
from discrepancy.graph.rarity import Rarity
from discrepancy.graph.reversals import find_reversals
from discrepancy.graph.topics import Topic, are_apart, topic_of
from discrepancy.model.claims import Certainty
from discrepancy.values.comparison import AGREEING, Relation

__all__ = [
    "BEYOND_DOUBT",
    "SAME_THING",
    "Opposition",
    "are_two",
    "find_oppositions",
    "names_thing",
    "time_bits",
    "times_agree",
    "times_conflict",
]

# Bits from which two assertions are taken to be about one thing, and from which that is beyond doubt.
SAME_THING, BEYOND_DOUBT = 5.0, 6.5
PERSON, THING, SAME_LEMMA, OWN_TOPIC, NOBODY, VOUCHED = 2.5, 1.5, 1.5, 3.0, 3.5, 1.0
# A denial that holds for all of them, or for all time, leaves no other thing that could be meant.
ABSOLUTE = 1.5
BEYOND, BEYOND_AT_MOST = -0.5, -2.0
TIME_AGREES, SETTING_AGREES, SETTING_DIFFERS, GUESSED = 1.5, 0.5, -2.0, -0.5
OTHER_THINGS, WORDS_AT_MOST, NAMED_AT_MOST = -2.0, 4.0, 2.0
# A block larger than this shares too common a word to be told apart by it.
BLOCK = 40


@attrs.frozen(kw_only=True, eq=False)
class Opposition:
    """Two assertions on one thing of which only one can hold; ``is_reversed`` where who did it is changed about."""

    yes: Assertion
    no: Assertion
    bits: float
    is_reversed: bool = False

    @property
    def topic(self) -> Topic | None:
        """The topic, ``None`` where one predicate is affirmed and denied."""
        return topic_of(self.yes.topic)


def find_oppositions(graph: ClaimGraph) -> list[Opposition]:
    """The pairs of which only one can hold, the likeliest of each two documents and topic."""
    found: dict[tuple[str, ...], Opposition] = {}
    for block in blocks(graph, find_assertions(graph)):
        yes = [a for a in block if a.positive]
        no = [a for a in block if not a.positive]
        for one in yes:
            for other in no:
                pair = None if came_later(graph, one, other) else opposed(graph, one, other)
                if pair is None or outvoted(pair, block):
                    continue
                key = (pair.yes.topic, one.frame.document, other.frame.document, *sorted(shared(one, other)))
                if key not in found or pair.bits > found[key].bits:
                    found[key] = pair
    pairs = once_each(found[key] for key in sorted(found))
    if bare_statements(graph.documents, graph.frames.values()) is None:
        return pairs
    return [p for p in pairs if p.topic is not None] or of_bare_statements(graph)


def once_each(pairs: Iterable[Opposition]) -> list[Opposition]:
    """The pairs, of those that set the same two events against each other the likeliest alone."""
    best: dict[frozenset[str], Opposition] = {}
    for pair in pairs:
        events = frozenset({pair.yes.frame.claim.id, pair.no.frame.claim.id})
        if events not in best or pair.bits > best[events].bits:
            best[events] = pair
    return list(best.values())


def of_bare_statements(graph: ClaimGraph) -> list[Opposition]:
    """What two bare statements affirm and deny, or tell the other way round."""
    contrasts = [(c.yes, c.no, c.is_sure, False) for c in find_contrasts(graph)]
    reversals = [(*pair, True) for pair in find_reversals(graph)][:1]
    return [
        Opposition(
            yes=as_assertion(yes, f"={yes.family}", positive=True),
            no=as_assertion(no, f"={yes.family}", positive=False),
            bits=BEYOND_DOUBT if is_sure else SAME_THING,
            is_reversed=is_reversed,
        )
        for yes, no, is_sure, is_reversed in contrasts or reversals
    ]


def as_assertion(frame: Frame, topic: str, *, positive: bool) -> Assertion:
    """An event of a bare statement as an assertion."""
    return Assertion(frame=frame, topic=topic, positive=positive, people=frame.people, things=frame.things)


def came_later(graph: ClaimGraph, yes: Assertion, no: Assertion) -> bool:
    """Whether what was outstanding in one document may have come about when the other was published."""
    if not is_pending(no.frame):
        return False
    day, before = graph.by_id[yes.frame.document].published, graph.by_id[no.frame.document].published
    return day is None or before is None or day > before


def outvoted(pair: Opposition, block: Iterable[Assertion]) -> bool:
    """Whether a document that denies also affirms of the same person: it tells of two stages or two views."""
    for assertion in block:
        for side, against in ((pair.yes, pair.no), (pair.no, pair.yes)):
            if (
                assertion.frame.document == side.frame.document
                and assertion.positive is against.positive
                and assertion.topic == side.topic
                and (shared(assertion, against) and shared(assertion, side))
                and not assertion.guessed
                and is_telling(assertion)
            ):
                return True
    return False


def blocks(graph: ClaimGraph, assertions: Iterable[Assertion]) -> Iterator[Sequence[Assertion]]:
    """Assertions of one topic that share a person or a thing, or of which one speaks of nobody."""
    found: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        small = is_snippet(graph.by_id[assertion.frame.document])
        keys = assertion.people | assertion.things
        for key in keys:
            found[assertion.topic, key].append(assertion)
        if topic_of(assertion.topic) is None and (assertion.of_nobody or not keys or small):
            found[assertion.topic, "nobody"].append(assertion)
    for row in found.values():
        parts = split_row(row, most=BLOCK, group_of=lambda a: a.frame.group)
        yield from (part for part in parts if len(part) <= BLOCK)


def opposed(graph: ClaimGraph, one: Assertion, other: Assertion) -> Opposition | None:
    """Weigh two assertions of one topic of which one affirms and one denies."""
    left, right = one.frame, other.frame
    nouns = one.of_noun and other.of_noun
    if left.document == right.document or not can_meet(graph, left, right, nouns=nouns):
        return None
    if is_background(one, other) and not is_ruled_out(one, other):
        return None
    if times_conflict(one, other) or may_have_changed(graph, one, other):
        return None
    if one.people and other.people and not one.people & other.people:
        return None
    if are_two(one, other) or (topic_of(one.topic) is None and are_of_two_actors(one, other)):
        return None
    if is_first_person(left) and is_first_person(right) and not one.things & other.things:
        return None
    if one.people & other.people and one.guessed and other.guessed:
        return None
    vouched = are_snippets(graph, left, right)
    bits = likeness_of(one, other, graph.rarities.between(left, right), ground=VOUCHED if vouched else 0.0)
    if topic_of(one.topic) is None and not names_thing(one):
        beyond = further(*in_turn(one, other))
        bits += max(BEYOND * len(beyond), BEYOND_AT_MOST)
        bits += ABSOLUTE if shared(one, other) and not beyond and holds_for_all(one, other) else 0.0
    return Opposition(yes=one, no=other, bits=bits) if bits >= SAME_THING else None


def are_two(one: Assertion, other: Assertion) -> bool:
    """Whether names or words tell the things of two assertions apart: "the north gate", "the south gate"."""
    if are_apart(one.marks, other.marks):
        return True
    both = one.names & other.names
    pairs = min(len(one.names), len(other.names)) > 1  # a match is that of two teams
    return bool(one.names and other.names) and len(both) < (2 if pairs else 1)


def names_thing(assertion: Assertion) -> bool:
    """Whether what is affirmed or denied is a thing that two words name: "interim dividend"."""
    return " " in assertion.topic and assertion.topic[1:] in assertion.things


def times_conflict(one: Assertion, other: Assertion) -> bool:
    """Whether the events' own times cannot both hold."""
    if not one.times or not other.times:
        return False
    return relation_of(one.times, other.times) is Relation.CONFLICTING


def times_agree(one: Assertion, other: Assertion) -> bool:
    """Whether the events' own times can be one."""
    return bool(one.times and other.times) and relation_of(one.times, other.times) in AGREEING


def can_meet(graph: ClaimGraph, left: Frame, right: Frame, *, nouns: bool = False) -> bool:
    """Whether two events can be one: same occurrence, no dispute, both told as facts or both as plans.

    ``nouns`` says that both sides name a coming thing ("no interim dividend"), which may stand as a fact.
    """
    if not same_story(graph, left, right) or other_speaker(left, right):
        return False
    levels = {left.claim.certainty, right.claim.certainty}
    told = {Certainty.FACT, Certainty.ALLEGED}
    coming = nouns and levels <= {Certainty.FACT, Certainty.PLANNED}
    return levels <= told or levels == {Certainty.PLANNED} or coming


def is_background(one: Assertion, other: Assertion) -> bool:
    """Whether one document tells of long ago what the other tells as news.

    The day of a sentence says so of most events; a verdict on a charge, or the state of a thing that the words
    name in full, needs a time of its own.
    """
    left, right = one.frame, other.frame
    if left.is_old == right.is_old or relation_of(left.setting, right.setting) in AGREEING:
        return False
    topic = topic_of(one.topic)
    old = one if left.is_old else other
    by_name = names_thing(one) if topic is None else bool(topic.nouns) or topic.of == "charge"
    return bool(old.times) or not by_name


def may_have_changed(graph: ClaimGraph, yes: Assertion, no: Assertion) -> bool:
    """Whether a state that one document says has lasted may have ended before the other one was published."""
    topic = topic_of(yes.topic)
    if topic is None or not topic.lasting:
        return False
    lasting, passing = (yes, no) if topic.lasting == "yes" else (no, yes)
    told, later = (graph.by_id[a.frame.document].published for a in (lasting, passing))
    return told is None or later is None or told < later


def likeness_of(one: Assertion, other: Assertion, rarity: Rarity, *, ground: float = 0.0) -> float:
    """How much speaks for two assertions being about one thing, in bits.

    ``ground`` is what ties them beyond people and things; without any tie the answer is 0.
    """
    left, right = one.frame, other.frame
    people, things = one.people & other.people, one.things & other.things
    nobody = one.of_nobody or other.of_nobody
    if not people and not things and not nobody and not ground:
        return 0.0
    bits = sum(PERSON + rarity.bits(i) for i in people) + sum(THING + rarity.bits(i) for i in things)
    if not people and not things and nobody:
        bits += NOBODY
    elif (not things and one.things and other.things and topic_of(one.topic) is None) or other_objects(
        left, right
    ):
        bits += OTHER_THINGS
    bits += ground + GUESSED * (one.guessed + other.guessed)
    bits += OWN_TOPIC if topic_of(one.topic) is not None else 0.0
    bits += SAME_LEMMA if left.lemma == right.lemma else 0.0
    skip = things | {left.lemma, right.lemma}
    words = ((left.words | left.things) & (right.words | right.things)) - skip
    around = (left.around & right.around) - words - skip
    bits += min(sum(map(rarity.bits, words)) + sum(map(rarity.bits, around)) / 2, WORDS_AT_MOST)
    named = (left.named & right.named) - people - things
    bits += min(sum(map(rarity.bits, named)), NAMED_AT_MOST)
    return bits + time_bits(one, other)


def time_bits(left: Assertion, right: Assertion) -> float:
    """The events' own times, else those of their sentences."""
    if left.times and right.times:
        return TIME_AGREES if times_agree(left, right) else 0.0
    relation = relation_of(left.setting, right.setting)
    if relation in AGREEING:
        return SETTING_AGREES
    return SETTING_DIFFERS if relation is Relation.CONFLICTING else 0.0
