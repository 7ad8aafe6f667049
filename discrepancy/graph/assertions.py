"""What documents assert or deny of one person or thing: events as answers to a question with two answers.

An event answers a topic ("survived" or "died", "passed" or "rejected") where its predicate gives one of the
two answers; every event also affirms or denies itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import attrs

from discrepancy.graph.absences import absences
from discrepancy.graph.answers import Assertion, topic_answers
from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.comparability import other_occurrence
from discrepancy.graph.frames import Frame
from discrepancy.graph.subjects import about, slot_words
from discrepancy.graph.topics import known_words
from discrepancy.model.claims import Event
from discrepancy.model.text import Document, Passage
from discrepancy.values.times import TimeValue

__all__ = [
    "Assertion",
    "about",
    "are_snippets",
    "event_frames",
    "find_assertions",
    "find_frames_with_times",
    "is_first_person",
    "is_pending",
    "is_snippet",
    "same_story",
    "sentence_spans",
]

# Characters before the first event of a sentence within which its times may stand ("On Tuesday, ...").
NEAR = 40
# Words up to which an undated text is a snippet.
SNIPPET = 120
EXISTS = re.compile(r"\bthere\s+(?:is|are|was|were|will|has|have|had|would)\b", re.IGNORECASE)
Times = tuple[TimeValue, ...]


def event_frames(graph: ClaimGraph) -> list[Frame]:
    """One frame for each event: that of its claim on whether it happened."""
    return [f for f in graph.frames.values() if f.claim.attribute == "polarity" and f.event is not None]


def sentence_spans(frames: Iterable[Frame]) -> dict[tuple[str, int], tuple[int, int]]:
    """Where the events of each sentence begin and end."""
    spans: dict[tuple[str, int], tuple[int, int]] = {}
    for event in (f.event for f in frames):
        if event is not None:
            start, end = event.passage.start, event.passage.end
            low, high = spans.get((event.document, event.sentence), (start, end))
            spans[event.document, event.sentence] = (min(low, start), max(high, end))
    return spans


def times_of(event: Event, spans: Mapping[tuple[str, int], tuple[int, int]]) -> tuple[Times, Times]:
    """The times of an event and of its sentence that do not merely name a thing."""
    low, high = spans[event.document, event.sentence]
    near = [(t, p) for t, p in event.setting if low - NEAR <= p.start <= high]
    return (
        tuple(t for t, p in event.times if not names_thing(event, p)),
        tuple(t for t, p in near if not names_thing(event, p)),
    )


def names_thing(event: Event, time: Passage) -> bool:
    """Whether a time only tells who, what or which is meant ("last year's winner", "the same night")."""
    at = time.start - event.passage.start
    text = event.passage.quote
    if at < 0 or time.end > event.passage.end:
        return False
    before, after = text[:at].lower().split()[-1:], text[at + len(time.quote) :]
    if "same" in time.quote.lower().split():
        return True
    if after.startswith(("'s", "’s")) or time.quote.endswith(("'s", "’s")):
        return True
    return time.quote.isdigit() and before in (["the"], ["of"])


def find_assertions(graph: ClaimGraph) -> Iterator[Assertion]:
    """What every event asserts, with the times that belong to it."""
    for frame, times, setting in find_frames_with_times(graph):
        for assertion in assertions_of(graph, frame):
            yield attrs.evolve(assertion, times=times, setting=setting)
    yield from absences(graph)


def find_frames_with_times(graph: ClaimGraph) -> Iterator[tuple[Frame, Times, Times]]:
    """Every event with its own times and those of its sentence, without times that merely name a thing."""
    frames = event_frames(graph)
    spans = sentence_spans(frames)
    for frame in frames:
        if frame.event is not None:
            yield frame, *times_of(frame.event, spans)


def assertions_of(graph: ClaimGraph, frame: Frame) -> Iterator[Assertion]:
    """The topics that an event answers, and the event itself as affirmed or denied."""
    event = frame.event
    if event is None or not event.well_read or is_partial(frame):
        return
    yield from topic_answers(graph, frame, event)
    if frame.lemma not in known_words("hollow") or (
        frame.lemma == "be" and EXISTS.search(event.passage.quote)
    ):
        yield plain_assertion(graph, frame, event)


def plain_assertion(graph: ClaimGraph, frame: Frame, event: Event) -> Assertion:
    """The event itself as affirmed or denied; common predicates only meet over a thing that both name."""
    people, things, guessed = about(graph, frame, only_object=False)
    if things and EXISTS.search(event.passage.quote):
        noun = sorted(p.key for p in event.participants if p.key in things)[:1] or sorted(things)[:1]
        return Assertion(
            frame=frame,
            topic=f"={noun[0]}",
            positive=event.positive,
            people=people,
            things=things,
            of_noun=True,
        )
    is_common = bool({frame.family, frame.lemma} & known_words("common"))
    if (
        event.nominal
        and frame.family == frame.lemma
        and not any(p.role == "agent" for p in event.participants)
    ):
        things |= {frame.lemma}
    return Assertion(
        frame=frame,
        topic=f"={frame.lemma if is_common else frame.family}",
        positive=event.positive,
        people=frozenset() if guessed or is_common else people,
        things=things,
        of_nobody=not is_common and speaks_of_nobody(frame, event),
        of_noun=event.nominal,
    )


def speaks_of_nobody(frame: Frame, event: Event) -> bool:
    """Whether a denial holds for everybody ("nobody was hurt"), not for a part of them ("none of those")."""
    if event.positive:
        return False
    text = event.passage.quote.lower()
    return any(word in text for word in ("nobody", "no one", "no-one")) or bool(
        slot_words(frame) & {"none"} and "none of" not in text
    )


def is_partial(frame: Frame) -> bool:
    """Whether a denial is of a part, of another time or of a condition only ("not only", "no longer")."""
    if frame.event is None or frame.event.positive:
        return False
    text = frame.claim.passage.quote.lower()
    words = text.replace("’", "'").replace("n't ", " not ").split()
    turns = {"not", "no", "never", "nothing", "none", "nor"}
    return any(a in turns and b.strip(",.") in known_words("partial") for a, b in pairwise(words))


def is_snippet(document: Document) -> bool:
    """Whether a text is a sentence or two without a date, whose occasion only the caller knows."""
    return document.published is None and document.words <= SNIPPET


def same_story(graph: ClaimGraph, left: Frame, right: Frame) -> bool:
    """Whether two events can belong to one occurrence: one story, or two bare snippets put side by side."""
    return are_snippets(graph, left, right) or other_occurrence(left, right) is None


def are_snippets(graph: ClaimGraph, left: Frame, right: Frame) -> bool:
    """Whether both events stand in bare snippets; who compares two of them vouches for one occasion."""
    return is_snippet(graph.by_id[left.document]) and is_snippet(graph.by_id[right.document])


def is_first_person(frame: Frame) -> bool:
    """Whether somebody speaks of himself, so that only his own name could tell who is meant."""
    return bool(slot_words(frame) & {"i", "we", "you"})


def is_pending(frame: Frame) -> bool:
    """Whether a denial holds for the time being only: "not yet", "has still to clear", "so far"."""
    text = f" {frame.claim.passage.quote.lower()} "
    return any(word in text for word in (" yet ", " still to ", " so far ", " still has to ", " yet to "))
