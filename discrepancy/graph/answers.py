"""Events as answers to the questions that have two answers: "survived" or "died", "passed" or "rejected".

Some questions are asked of one sort of thing alone (an alarm works or fails, an offer is accepted or turned
down); there the noun must stand in the clause, and what its noun phrase says besides tells it from others.
"""

import re
from collections.abc import Iterator

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.subjects import about
from discrepancy.graph.topics import (
    ANY,
    Topic,
    by_lemma,
    charges_in,
    contrasts_in,
    known_words,
    says,
    things_in,
)
from discrepancy.model.claims import Event
from discrepancy.values.times import TimeValue

__all__ = ["Assertion", "answer_on", "topic_answers"]

OBJECT, ACTING = frozenset({"patient"}), frozenset({"agent", "patient"})
SLOTS = ACTING | {"owner"}
PRONOUNS = frozenset({"it", "they", "which", "that", "this", "who"})
# Characters before a clause within which what it speaks of was named, and behind it what goes on with it.
LOOK_BACK = 220
SENTENCE = re.compile(r"(?<=[.!?])\s")
# What stands behind the noun in its phrase: "a crack across the runway" is no runway.
BEHIND_NOUN = re.compile(r"\s(?:of|across|in|at|on|for|from|to|with|near|by|over|under)\s")
JOINED = re.compile(r"\s+and\s+[A-ZÀ-Ý][\w’'-]+")
NEXT_CLAUSE = re.compile(
    r"[.;:\n]|\b(?:but|while|whereas|though|acquit|convict|clear|found|after|following|who|which|said|is|was|has)"
)


@attrs.frozen(kw_only=True, eq=False)
class Assertion:
    """One event as an answer to the question of a topic, with whom and what it is about.

    ``names`` and ``marks`` are the names and the telling-apart words ("first", "north") of the thing itself.
    """

    frame: Frame
    topic: str
    positive: bool
    people: frozenset[str]
    things: frozenset[str]
    times: tuple[TimeValue, ...] = ()
    setting: tuple[TimeValue, ...] = ()
    guessed: bool = False
    of_nobody: bool = False
    of_noun: bool = False
    marks: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def topic_answers(graph: ClaimGraph, frame: Frame, event: Event) -> Iterator[Assertion]:
    """The answers that an event gives to the questions of the language."""
    seen: set[str] = set()
    for topic, answer, phrase in (*by_lemma().get(frame.lemma, ()), *by_lemma().get(ANY, ())):
        if topic.name in seen or not says(frame, phrase):
            continue
        seen.add(topic.name)
        done = event.positive and not is_outstanding(frame)
        positive = answer is (done or any(p.startswith("~no") for p in phrase))
        only_object = phrase[0].startswith(">")
        yield from answer_on(graph, frame, topic, positive=positive, only_object=only_object)


def answer_on(
    graph: ClaimGraph, frame: Frame, topic: Topic, *, positive: bool = True, only_object: bool = True
) -> Iterator[Assertion]:
    """The answer of an event to the question of a topic, on what that is asked of."""
    if topic.of == "charge":
        yield from on_charges(graph, frame, topic, positive=positive)
    elif topic.nouns and topic.of != "matter":
        yield from on_noun(graph, frame, topic, positive=positive)
    else:
        yield from on_subject(graph, frame, topic, positive=positive, only_object=only_object)


def is_outstanding(frame: Frame) -> bool:
    """Whether an event is still to come: "has still to clear the merger"."""
    text = f" {frame.claim.passage.quote.lower()} "
    return " still to " in text or " still has to " in text


def on_subject(
    graph: ClaimGraph, frame: Frame, topic: Topic, *, positive: bool, only_object: bool
) -> Iterator[Assertion]:
    """The answer of an event on whom or what it is about."""
    people, things, guessed = about(graph, frame, only_object=only_object, of_actor=topic.of == "person")
    if topic.of == "person" and not people:
        return
    if topic.of in {"thing", "matter"} or (topic.of == "any" and guessed):
        people = frozenset()
    if topic.of == "matter" and not things - PRONOUNS and topic.nouns:
        yield from on_noun(graph, frame, topic, positive=positive)
        return
    if topic.of == "matter":
        things = frozenset(i for i in things if graph.entity(i) is None)
    yield Assertion(
        frame=frame,
        topic=topic.name,
        positive=positive,
        people=people,
        things=frozenset() if topic.of == "person" else things,
        guessed=guessed and topic.of in {"person", "any"},
        marks=contrasts_in(
            " ".join(graph.by_id[frame.document].text[a:b] for a, b in slots_of(frame, OBJECT))
        ),
    )


def on_noun(graph: ClaimGraph, frame: Frame, topic: Topic, *, positive: bool) -> Iterator[Assertion]:
    """The answer of an event on the thing that the question is asked of, by the noun phrase that names it.

    Where the clause names none, it is the one that the words before it spoke of ("It never went off").
    """
    text = graph.by_id[frame.document].text
    for n, (start, end) in enumerate(phrases_of(graph, frame, OBJECT if topic.of == "matter" else ACTING)):
        phrase = BEHIND_NOUN.split(text[start:end])[0] if n < len(slots_of(frame)) else text[start:end]
        found = things_in(phrase, topic.nouns)
        if found:
            yield Assertion(
                frame=frame,
                topic=topic.name,
                positive=positive,
                people=frozenset(),
                things=frozenset(found[:1]),
                marks=contrasts_in(phrase),
                names=names_between(graph, frame, start, joined_end(text, end)),
                guessed=n >= len(slots_of(frame)),
            )
            return


def slots_of(frame: Frame, roles: frozenset[str] = SLOTS) -> list[tuple[int, int]]:
    """Where the noun phrases of an event stand, pronouns left out."""
    parts = frame.event.participants if frame.event else ()
    return [(p.start, p.end) for p in parts if p.role in roles and p.key not in PRONOUNS]


def phrases_of(graph: ClaimGraph, frame: Frame, roles: frozenset[str]) -> list[tuple[int, int]]:
    """Where a clause may name a thing: its slots, all of it, and, where no slot holds a noun, the words before."""
    start, end = frame.claim.passage.start, frame.claim.passage.end
    places = [*slots_of(frame), (start, end)]
    if not is_resumed(frame, roles):
        return places
    text = graph.by_id[frame.document].text[max(0, start - LOOK_BACK) : start]
    paragraph = text.rpartition("\n")[2]
    sentences = SENTENCE.split(paragraph)
    before = len(sentences[-1].strip()) + sum(len(s) + 1 for s in sentences[-2:-1])
    return [*places, (start - min(len(paragraph), before + 1), start)]


def is_resumed(frame: Frame, roles: frozenset[str]) -> bool:
    """Whether an event speaks of what was named before it: by a pronoun, or without any word for it."""
    parts = [p for p in (frame.event.participants if frame.event else ()) if p.role in roles]
    objects = [p for p in parts if p.role == "patient"] or parts
    return all(p.key in PRONOUNS or p.key in known_words("states") for p in objects)


def joined_end(text: str, end: int) -> int:
    """Where a noun phrase ends with the name that "and" joins to it: "the match between Arle and Brenton"."""
    found = JOINED.match(text, end)
    return found.end() if found else end


def names_between(graph: ClaimGraph, frame: Frame, start: int, end: int) -> frozenset[str]:
    """The named things within some words, without people."""
    return frozenset(
        key
        for key in frame.named
        if (entity := graph.entity(key)) is not None
        and entity.kind != "person"
        and any(start <= at < end for at in graph.starts.get((frame.document, key), ()))
    )


def on_charges(graph: ClaimGraph, frame: Frame, topic: Topic, *, positive: bool) -> Iterator[Assertion]:
    """The verdict on each charge that the clause names; on none of them, the verdict as such."""
    people, _, guessed = about(graph, frame, only_object=True)
    named = {e for e in frame.named if (entity := graph.entity(e)) is not None and entity.kind == "person"}
    charges = charges_in(told_with(graph, frame))
    if not people and len(named) == 1 and charges:
        people = frozenset(named)
    if not people:
        return
    answer = Assertion(
        frame=frame, topic=topic.name, positive=positive, people=people, things=frozenset(), guessed=guessed
    )
    if positive or not charges:
        yield answer
    for charge in sorted(charges):
        yield attrs.evolve(answer, topic=f"{topic.name}:{charge}", guessed=False)


def told_with(graph: ClaimGraph, frame: Frame) -> str:
    """The clause of a verdict and what goes on with it, up to the next clause: "of fraud, theft and forgery"."""
    text = graph.by_id[frame.document].text
    start, end = frame.claim.passage.start, frame.claim.passage.end
    return text[start:end] + NEXT_CLAUSE.split(text[end : end + LOOK_BACK])[0]
