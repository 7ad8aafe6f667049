"""What documents assert or deny of one person or thing, aligned so that only one of two can hold.

Two assertions meet under one topic: a question with two answers ("survived" or "died", "passed" or "rejected"),
or one predicate affirmed here and denied there.  Who or what is meant must agree first; then what else the two
sentences share weighs in bits, rare words more than common ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.comparability import Rarity, other_occurrence, other_speaker, relation_of
from discrepancy.graph.frames import Frame
from discrepancy.language import load_words
from discrepancy.model.claims import Certainty
from discrepancy.values.comparison import Relation

__all__ = [
    "Assertion",
    "Opposition",
    "Topic",
    "event_frames",
    "find_oppositions",
    "known_words",
    "likeness_of",
]

# Bits from which two assertions are taken to be about one thing, and from which that is beyond doubt.
SAME_THING, BEYOND_DOUBT = 5.0, 6.5
PERSON, THING, SAME_LEMMA, OWN_TOPIC, NOBODY = 2.5, 1.5, 1.5, 1.0, 2.0
TIME_AGREES, SETTING_AGREES, SETTING_DIFFERS, GUESSED = 1.5, 0.5, -2.0, -0.5
OTHER_THINGS, WORDS_AT_MOST, NAMED_AT_MOST = -2.0, 4.0, 2.0
# A block larger than this shares too common a word to be told apart by it.
BLOCK = 40
ALIKE = frozenset({Relation.SAME, Relation.COMPATIBLE})


@attrs.frozen
class Topic:
    """A question with two answers, and the predicates that give each of them."""

    name: str
    of: str
    yes: tuple[tuple[str, ...], ...]
    no: tuple[tuple[str, ...], ...]
    yes_says: str
    no_says: str


@attrs.frozen(kw_only=True, eq=False)
class Assertion:
    """One event as an answer to the question of a topic, with whom and what it is about."""

    frame: Frame
    topic: str
    positive: bool
    people: frozenset[str]
    things: frozenset[str]
    guessed: bool = False
    of_nobody: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Opposition:
    """Two assertions on one thing of which only one can hold."""

    yes: Assertion
    no: Assertion
    bits: float

    @property
    def topic(self) -> Topic | None:
        """The topic, ``None`` where one predicate is affirmed and denied."""
        return topics().get(self.yes.topic)


@cache
def topics() -> dict[str, Topic]:
    """The topics of the language by their names."""

    def phrases(line: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(part.split()) for part in line.split(",") if part.strip())

    return {
        name: Topic(name, row["of"], phrases(row["yes"]), phrases(row["no"]), row["yes_says"], row["no_says"])
        for name, row in load_words("polarity")["topics"].items()
    }


@cache
def by_lemma() -> dict[str, tuple[tuple[Topic, bool, tuple[str, ...]], ...]]:
    """For each predicate its topics, the answer that it gives, and the phrase."""
    table: dict[str, list[tuple[Topic, bool, tuple[str, ...]]]] = defaultdict(list)
    for topic in topics().values():
        for answer, phrases in ((False, topic.no), (True, topic.yes)):
            for phrase in phrases:
                table[phrase[0].lstrip(">")].append((topic, answer, phrase))
    return {lemma: tuple(rows) for lemma, rows in table.items()}


@cache
def known_words(field: str) -> frozenset[str]:
    """A line of the list of polarity words."""
    return frozenset(word.strip() for word in load_words("polarity")[field].split(","))


def event_frames(graph: ClaimGraph) -> list[Frame]:
    """One frame for each event: that of its claim on whether it happened."""
    return [f for f in graph.frames.values() if f.claim.attribute == "polarity" and f.event is not None]


def find_oppositions(graph: ClaimGraph) -> list[Opposition]:
    """The pairs of assertions of which only one can hold, the likeliest of each pair of documents and topic."""
    frames = event_frames(graph)
    rarity = Rarity.of(graph.frames.values())
    found: dict[tuple[str, ...], Opposition] = {}
    for block in blocks(a for f in frames for a in assertions_of(graph, f)).values():
        yes = [a for a in block if a.positive]
        no = [a for a in block if not a.positive]
        for one in yes:
            for other in no:
                pair = opposed(one, other, rarity)
                if pair is None or outvoted(pair, block):
                    continue
                key = (pair.yes.topic, one.frame.document, other.frame.document, *sorted(shared(one, other)))
                if key not in found or pair.bits > found[key].bits:
                    found[key] = pair
    return [found[key] for key in sorted(found)]


def shared(one: Assertion, other: Assertion) -> frozenset[str]:
    """Who both assertions are about, else what."""
    return (one.people & other.people) or (one.things & other.things)


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
            ):
                return True
    return False


def blocks(assertions: Iterable[Assertion]) -> dict[tuple[object, ...], list[Assertion]]:
    """Assertions of one topic that share a person or a thing, or of which one speaks of nobody."""
    found: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        keys = assertion.people | assertion.things
        for key in keys:
            found[assertion.topic, key].append(assertion)
        if assertion.topic not in topics():
            found[assertion.topic, "nobody"].append(assertion)
    return {key: row for key, row in found.items() if 1 < len(row) <= BLOCK}


def assertions_of(graph: ClaimGraph, frame: Frame) -> Iterator[Assertion]:
    """The topics that an event answers, and the event itself as affirmed or denied."""
    event = frame.event
    if event is None or not event.well_read or is_partial(frame):
        return
    clause = clause_words(frame)
    seen: set[str] = set()
    for topic, answer, phrase in by_lemma().get(frame.lemma, ()):
        if topic.name in seen or not says(frame, clause, phrase):
            continue
        seen.add(topic.name)
        people, things, guessed = concerned(graph, frame, only_object=phrase[0].startswith(">"))
        if topic.of == "person" and not people:
            continue
        negated = not event.positive and not any(p.startswith("~no") for p in phrase)
        yield Assertion(
            frame=frame,
            topic=topic.name,
            positive=answer is not negated,
            people=people,
            things=frozenset() if topic.of == "person" else things,
            guessed=guessed,
        )
    if frame.family not in known_words("common") and frame.lemma not in known_words("common"):
        people, things, guessed = concerned(graph, frame, only_object=False)
        nobody = not event.positive and bool(slot_words(frame) & (known_words("nobody") | {"one"}))
        yield Assertion(
            frame=frame,
            topic=f"={frame.family}",
            positive=event.positive,
            people=frozenset() if guessed else people,
            things=things,
            of_nobody=nobody,
        )


def clause_words(frame: Frame) -> frozenset[str]:
    """The lemmas in the slots and modifiers of an event and in its clause."""
    event = frame.event
    return frame.words | frame.things | frozenset(event.modifiers if event else ())


def says(frame: Frame, clause: frozenset[str], phrase: tuple[str, ...]) -> bool:
    """Whether the clause of an event has the further words of a phrase."""
    text = frame.claim.passage.quote.lower().replace("“", "").replace("”", "").replace('"', "")
    for word in phrase[1:] if not phrase[0].startswith("~") else phrase:
        if word.startswith("~"):
            if word[1:].replace("_", " ") not in text:
                return False
        elif word not in clause:
            return False
    return True


def is_partial(frame: Frame) -> bool:
    """Whether a denial is of a part, of another time or of a condition only ("not only", "no longer")."""
    if frame.event is None or frame.event.positive:
        return False
    text = frame.claim.passage.quote.lower()
    words = text.replace("’", "'").replace("n't ", " not ").split()
    turns = {"not", "no", "never", "nothing", "none", "nor"}
    return any(
        a in turns and b.strip(",.") in known_words("partial") for a, b in zip(words, words[1:], strict=False)
    )


def slot_words(frame: Frame) -> frozenset[str]:
    """The lemmas of the common nouns and pronouns that act or are acted upon."""
    event = frame.event
    parts = event.participants if event else ()
    return frozenset(p.key for p in parts if p.name is None and p.role in {"agent", "patient"})


def concerned(
    graph: ClaimGraph, frame: Frame, *, only_object: bool
) -> tuple[frozenset[str], frozenset[str], bool]:
    """Whom and what an event is about; where no slot names anybody, the one person of its sentence."""
    event = frame.event
    roles = {"patient", "owner"} if only_object else {"agent", "patient", "owner"}
    people, things = set(), set()
    for part in event.participants if event else ():
        if part.role not in roles:
            continue
        entity = graph.cast.find(frame.document, part.key)
        if entity is not None:
            (people if entity.kind == "person" else things).add(entity.id)
        elif part.name is None:
            things.add(part.key)
    everyone = things & {"each", "both", "all", "they"}
    named = {e for e in frame.named if (found := graph.entity(e)) is not None and found.kind == "person"}
    guessed = not people and bool(everyone or len(named) == 1)
    if guessed:
        people = named
    return frozenset(people), frozenset(things - known_words("empty")), guessed


def opposed(one: Assertion, other: Assertion, rarity: Rarity) -> Opposition | None:
    """Weigh two assertions of one topic of which one affirms and one denies."""
    left, right = one.frame, other.frame
    if left.document == right.document or not can_meet(left, right):
        return None
    if one.people and other.people and not one.people & other.people:
        return None
    bits = likeness_of(one, other, rarity)
    return Opposition(yes=one, no=other, bits=bits) if bits >= SAME_THING else None


def can_meet(left: Frame, right: Frame) -> bool:
    """Whether two events can be one: same occurrence, no dispute, both told as facts or both as plans."""
    if other_occurrence(left, right) or other_speaker(left, right):
        return False
    if left.times and right.times and relation_of(left.times, right.times) is Relation.CONFLICTING:
        return False
    if left.is_old is not right.is_old and left.setting and right.setting:
        return False
    levels = {left.claim.certainty, right.claim.certainty}
    told = {Certainty.FACT, Certainty.ALLEGED}
    return levels <= told or levels == {Certainty.PLANNED} or nouns_of_plans(left, right, levels)


def nouns_of_plans(left: Frame, right: Frame, levels: set[Certainty]) -> bool:
    """Whether a noun names the same coming thing on both sides ("no interim dividend")."""
    one, other = left.event, right.event
    named = one is not None and other is not None and one.nominal and other.nominal
    return named and left.lemma == right.lemma and levels <= {Certainty.FACT, Certainty.PLANNED}


def likeness_of(one: Assertion, other: Assertion, rarity: Rarity) -> float:
    """How much speaks for two assertions being about one thing, in bits."""
    left, right = one.frame, other.frame
    people, things = one.people & other.people, one.things & other.things
    nobody = one.of_nobody or other.of_nobody
    if not people and not things and not nobody:
        return 0.0
    bits = sum(PERSON + rarity.bits(i) for i in people) + sum(THING + rarity.bits(i) for i in things)
    if not people and not things:
        bits += NOBODY
    elif not things and one.things and other.things and one.topic not in topics():
        bits += OTHER_THINGS
    bits += GUESSED * (one.guessed + other.guessed)
    bits += OWN_TOPIC if one.topic in topics() else 0.0
    bits += SAME_LEMMA if left.lemma == right.lemma else 0.0
    skip = things | {left.lemma, right.lemma}
    words = ((left.words | left.things) & (right.words | right.things)) - skip
    around = (left.around & right.around) - words - skip
    bits += min(sum(map(rarity.bits, words)) + sum(map(rarity.bits, around)) / 2, WORDS_AT_MOST)
    named = (left.named & right.named) - people - things
    bits += min(sum(map(rarity.bits, named)), NAMED_AT_MOST)
    return bits + time_bits(left, right)


def time_bits(left: Frame, right: Frame) -> float:
    """The events' own times, else those of their surroundings."""
    if left.times and right.times:
        return TIME_AGREES if relation_of(left.times, right.times) in ALIKE else 0.0
    relation = relation_of(left.setting, right.setting)
    if relation in ALIKE:
        return SETTING_AGREES
    return SETTING_DIFFERS if relation is Relation.CONFLICTING else 0.0
