"""Whom and what an event is about: its slots, or the one person of its sentence."""

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import known_words
from discrepancy.model.claims import Participant

__all__ = ["about", "slot_words"]


def about(
    graph: ClaimGraph, frame: Frame, *, only_object: bool, of_actor: bool = False
) -> tuple[frozenset[str], frozenset[str], bool]:
    """Whom and what an event is about; where no slot names anybody, the one person of its sentence."""
    event = frame.event
    acting = event is not None and any(p.role == "agent" for p in event.participants)
    roles = {"patient", "owner"} if only_object else {"agent", "patient", "owner"}
    if of_actor and acting and not only_object:
        roles = {"agent", "owner"}
    people: set[str] = set()
    things: set[str] = set()
    for part in event.participants if event else ():
        if part.role not in roles:
            continue
        entity = graph.cast.find(frame.document, part.key)
        if entity is not None:
            (people if entity.kind == "person" else things).add(entity.id)
        elif part.name is None:
            things.add(part.key)
            things |= named_inside(graph, frame, part)
    guessed = not people
    if guessed and not (only_object and event is not None and event.nominal):
        people = implied(graph, frame, things)
        guessed = not any(stands_beside(graph, frame, person) for person in people)
    if not people and not things and event is not None and event.nominal:
        things.update(event.modifiers)
    return frozenset(people), frozenset(things - known_words("empty")), guessed


def named_inside(graph: ClaimGraph, frame: Frame, part: Participant) -> set[str]:
    """The things that a noun phrase names before its noun ("the Arle Gate crossing")."""
    found = set()
    for key in frame.named:
        entity = graph.entity(key)
        if entity is not None and entity.kind != "person":
            starts = graph.starts.get((frame.document, key), ())
            if any(part.start <= start < part.end for start in starts):
                found.add(key)
    return found


def implied(graph: ClaimGraph, frame: Frame, things: set[str]) -> set[str]:
    """Whom an event without a name is about: all of a list, or the only person of its sentence."""
    named = {e for e in frame.named if (found := graph.entity(e)) is not None and found.kind == "person"}
    if things & {"each", "both", "all", "they"}:
        return named
    if len(named) != 1:
        return set()
    return (
        named
        if not things - known_words("empty") or stands_beside(graph, frame, next(iter(named)))
        else set()
    )


def stands_beside(graph: ClaimGraph, frame: Frame, person: str) -> bool:
    """Whether a name explains a noun that acts in the event: "last year's winner, Ana Berg, ..."."""
    starts = graph.starts.get((frame.document, person), ())
    parts = [p for p in (frame.event.participants if frame.event else ()) if p.role in {"agent", "patient"}]
    return any(0 <= start - part.end <= 3 for part in parts for start in starts)


def slot_words(frame: Frame) -> frozenset[str]:
    """The lemmas of the common nouns and pronouns that act or are acted upon."""
    event = frame.event
    parts = event.participants if event else ()
    return frozenset(p.key for p in parts if p.name is None and p.role in {"agent", "patient"})
