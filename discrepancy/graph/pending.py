"""Decisions and steps that are still to come in one document and done in another.

A document that says "will be sentenced on 3 July" and one that says "has been sentenced" cannot both be right,
unless the second one was published when the first one's day had come.  A step before counts as well: who has
not applied for a licence has not been given it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import attrs

from discrepancy.graph.answers import Assertion, answer_on
from discrepancy.graph.assertions import find_frames_with_times, same_story
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import Topic, says, things_named
from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.claims import Certainty
from discrepancy.values.times import TimeValue

__all__ = ["find_pending"]

# Characters before a clause within which "has yet" and "must still" stand.
BEFORE = 12


@attrs.frozen(kw_only=True)
class Stage:
    """Something that is done once, with what it is of; a story that has a ``single`` one need not name it."""

    topic: Topic
    single: bool


@attrs.frozen(kw_only=True)
class Step:
    """A predicate that tells of the end of a stage, or of a step before it."""

    stage: Stage
    phrase: tuple[str, ...]
    is_end: bool


@attrs.frozen(kw_only=True, eq=False)
class Coming:
    """A step that is still to come, and the day before which it does not, where that is known."""

    answer: Assertion
    due: date | None


def find_pending(graph: ClaimGraph) -> Iterator[tuple[Assertion, Assertion]]:
    """What is still to come in one document and done in another one that came out before it could be."""
    coming: dict[str, list[Coming]] = defaultdict(list)
    done: dict[str, list[Assertion]] = defaultdict(list)
    for frame, times, setting in find_frames_with_times(graph):
        for step in steps_of(frame):
            is_open = is_to_come(graph, frame)
            if not is_open and not (step.is_end and is_done(frame)):
                continue
            for found in answers_on(graph, frame, step):
                answer = attrs.evolve(found, times=times, setting=setting)
                if is_open:
                    coming[answer.topic].append(Coming(answer=answer, due=due(graph, frame)))
                else:
                    done[answer.topic].append(answer)
    for topic in sorted(coming.keys() & done.keys()):
        for step_to_come in coming[topic]:
            yield from (
                (step_to_come.answer, other)
                for other in done[topic]
                if is_too_early(graph, step_to_come, other)
            )


@cache
def steps() -> dict[str, tuple[Step, ...]]:
    """For each predicate the stages of which it tells the end, or a step before it."""
    table: dict[str, list[Step]] = defaultdict(list)
    for kind, row in load_words("stages").items():
        nouns = frozenset(split_words(row.get("nouns", "")))
        topic = Topic(f"stage {kind}", row["of"], (), (), "", "", nouns)
        stage = Stage(topic=topic, single=row["single"])
        for field in ("done", "steps"):
            for line in split_words(row[field]):
                phrase = tuple(line.split())
                step = Step(stage=stage, phrase=phrase, is_end=field == "done")
                table[phrase[0].lstrip(">")].append(step)
    return {lemma: tuple(rows) for lemma, rows in table.items()}


def steps_of(frame: Frame) -> Iterator[Step]:
    """The stages of which an event is the end, or a step before it, each once."""
    seen = set()
    for step in steps().get(frame.lemma, ()):
        if step.stage.topic.name not in seen and says(frame, step.phrase):
            seen.add(step.stage.topic.name)
            yield step


def answers_on(graph: ClaimGraph, frame: Frame, step: Step) -> Iterator[Assertion]:
    """What a stage is of: what the clause names, else the people of the sentence and the thing of the document."""
    topic = step.stage.topic
    found = list(answer_on(graph, frame, topic, only_object=step.phrase[0].startswith(">")))
    if found or not step.stage.single:
        yield from found
        return
    people = {i for i in frame.named if (e := graph.entity(i)) is not None and e.kind == "person"}
    yield Assertion(
        frame=frame,
        topic=topic.name,
        positive=True,
        people=frozenset(people) if topic.of == "person" else frozenset(),
        things=most_named(graph, frame.document, topic.nouns),
        guessed=True,
    )


def most_named(graph: ClaimGraph, document: str, nouns: frozenset[str]) -> frozenset[str]:
    """The thing of some sorts that a document names most often."""
    named = Counter(things_named(graph.by_id[document].text, nouns)) if nouns else Counter[str]()
    return frozenset(sorted(named, key=lambda noun: (-named[noun], noun))[:1])


def is_to_come(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether an event is planned, or said not to have happened yet."""
    event = frame.event
    if event is None or event.certainty in {Certainty.HYPOTHETICAL, Certainty.POSSIBLE}:
        return False
    firm = any(t.resolved_by == "explicit" for t in frame.times)
    if event.certainty is Certainty.PLANNED or (frame.is_ahead and firm):
        return event.positive
    return is_outstanding(graph, frame)


def is_outstanding(graph: ClaimGraph, frame: Frame) -> bool:
    """Whether something has to be done first: "must still give his consent", "has yet to rule"."""
    passage = frame.claim.passage
    text = graph.by_id[frame.document].text[max(0, passage.start - BEFORE) : passage.end]
    return outstanding().search(" ".join(text.lower().split())) is not None


@cache
def outstanding() -> re.Pattern[str]:
    """How a step is said to be outstanding."""
    return re.compile(rf"\b(?:{'|'.join(sorted(word_set('certainty', 'decisions', 'outstanding')))})\b")


def is_done(frame: Frame) -> bool:
    """Whether an event is told as done, in the outlet's own voice."""
    event = frame.event
    if event is None or not event.positive or event.source is not None or event.nominal:
        return False
    return event.certainty is Certainty.FACT and not frame.is_old


def due(graph: ClaimGraph, frame: Frame) -> date | None:
    """The day before which an event does not happen: by its own time, else by a coming one of its sentence."""
    published = graph.by_id[frame.document].published
    own = starts_of(frame.times)
    ahead = [day for day in starts_of(frame.setting) if published is not None and day > published]
    return min(own or ahead, default=None)


def starts_of(times: Iterable[TimeValue]) -> list[date]:
    """The days on which some times begin."""
    return [t.interval.start.date() for t in times if t.interval is not None and t.interval.start is not None]


def is_too_early(graph: ClaimGraph, coming: Coming, done: Assertion) -> bool:
    """Whether a step cannot have been done when the other document came out."""
    one, other = coming.answer.frame, done.frame
    if one.document == other.document or not same_story(graph, one, other):
        return False
    if is_elsewhere(graph, one, other) or is_of_stranger(graph, coming.answer, done):
        return False
    told, left = graph.by_id[other.document].published, graph.by_id[one.document].published
    if told is None:
        return False
    if coming.due is not None and (left is None or coming.due >= left):
        return coming.due > told
    return left is not None and told <= left


def is_elsewhere(graph: ClaimGraph, one: Frame, other: Frame) -> bool:
    """Whether two sentences name two places: the regulator in one town is not that in another."""
    left, right = (
        {i for i in frame.named if (e := graph.entity(i)) is not None and e.kind == "place"}
        for frame in (one, other)
    )
    return bool(left and right and not left & right)


def is_of_stranger(graph: ClaimGraph, coming: Assertion, done: Assertion) -> bool:
    """Whether what is done was done to somebody whom the document of the coming step does not know."""
    if coming.people or not done.people:
        return False
    return not any(graph.starts.get((coming.frame.document, i)) for i in done.people)
