"""What a claim or an event is about, in terms that hold over all documents: the ground of every comparison."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

import attrs

from discrepancy.graph.counted import classes_of, is_generic
from discrepancy.graph.entities import Cast
from discrepancy.language import load_words
from discrepancy.model.claims import Certainty, Claim, Event, Extraction
from discrepancy.model.text import BlockKind, Document
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import Precision, TimeValue

__all__ = ["Frame", "make_frames"]


# What stands for anybody and anything says nothing of what an event is done to.
HOLLOW = frozenset(load_words("polarity")["empty"].split(", ")) | frozenset(
    load_words("counted")["people"]["any"].split(", ")
)
# What ended this long before publication is background.
NEWS_DAYS = 30


@attrs.frozen(kw_only=True, eq=False)
class Frame:
    """A claim with its event, its people, places and words resolved over all documents.

    ``people`` are entities in the event's own slots, ``named`` all entities of the sentence; ``things`` are
    the common nouns in the slots.  ``times`` hang on the event itself, ``setting`` on its surroundings.
    ``tellers`` are the documents of the group that give this very figure or time anywhere; ``block`` is where in
    its document the claim stands.
    """

    claim: Claim
    event: Event | None
    group: int
    family: str
    lemma: str
    people: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    things: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    kinds: frozenset[str]
    is_old: bool
    is_ahead: bool
    times: tuple[TimeValue, ...]
    setting: tuple[TimeValue, ...]
    source: str | None
    block: BlockKind = "body"
    sole: tuple[str, ...] = ()
    tellers: frozenset[str] = frozenset()
    items: frozenset[str] = attrs.field(init=False)

    @items.default
    def _items(self) -> frozenset[str]:
        """All that could speak for one question with another claim; claims that share nothing are not weighed."""
        counted = classes_of(self.claim.counted) if self.claim.counted else frozenset()
        own = {f"family {self.family}", f"lemma {self.lemma}", *(f"counted {c}" for c in counted)}
        return frozenset(own) | self.units | self.around | self.words | self.things | self.named | self.people

    @property
    def units(self) -> frozenset[str]:
        """The unit of a figure, as an item that sentences can share."""
        value = self.claim.value
        return frozenset({f"unit:{value.unit}"}) if isinstance(value, Quantity) else frozenset()

    @property
    def objects(self) -> frozenset[str]:
        """The common nouns that the event is done to."""
        parts = self.event.participants if self.event else ()
        return frozenset(p.key for p in parts if p.role == "patient" and p.key in self.things - HOLLOW)

    @property
    def document(self) -> str:
        """The document that makes the claim."""
        return self.claim.document


def make_frames(
    documents: Sequence[Document], extractions: Sequence[Extraction], cast: Cast, groups: dict[str, int]
) -> dict[str, Frame]:
    """Make the frame of every claim, by the claim's id."""
    by_id = {d.id: d for d in documents}
    frames = {}
    for extraction in extractions:
        events = {event.id: event for event in extraction.events}
        for claim in extraction.claims:
            event = events.get(claim.event or "")
            group = groups[extraction.document]
            frames[claim.id] = make_frame(claim, event, cast, group, by_id[extraction.document])
    return with_tellers(with_sole(frames))


def with_tellers(frames: dict[str, Frame]) -> dict[str, Frame]:
    """Say of every figure and time which documents of its group give it."""
    tellers: dict[tuple[object, ...], set[str]] = {}
    for frame in frames.values():
        if (key := told_key(frame)) is not None:
            tellers.setdefault(key, set()).add(frame.document)
    shared = {key: frozenset(documents) for key, documents in tellers.items()}
    return {
        name: attrs.evolve(frame, tellers=shared[key]) if (key := told_key(frame)) is not None else frame
        for name, frame in frames.items()
    }


def told_key(frame: Frame) -> tuple[object, ...] | None:
    """What is told by a figure or a time, for finding who tells the same."""
    value = frame.claim.value
    if isinstance(value, Quantity):
        return frame.group, frame.claim.attribute, value.unit, value.number
    if isinstance(value, TimeValue) and value.precision >= Precision.DAY:
        return frame.group, "time", value.value
    return None


def with_sole(frames: dict[str, Frame]) -> dict[str, Frame]:
    """Mark the figures that are the only ones of their sort in their document."""
    values: dict[tuple[str, tuple[str, ...]], set[float | str]] = {}
    strongest = {f.document: f for f in sorted(frames.values(), key=magnitude_of) if magnitude_of(f)}
    lesser = {k for k, f in frames.items() if 0 < magnitude_of(f) < magnitude_of(strongest[f.document])}
    for key, frame in frames.items():
        for sort in sorts_of(frame) if is_finest(frame) and key not in lesser else ():
            values.setdefault((frame.document, sort), set()).add(told_value(frame))
    return {
        key: attrs.evolve(
            frame,
            sole=next((s for s in sorts_of(frame) if len(values.get((frame.document, s), ())) == 1), ())
            if key not in lesser
            else (),
        )
        for key, frame in frames.items()
    }


def magnitude_of(frame: Frame) -> float:
    """The magnitude of an earthquake, 0 of all else: of several the strongest is that of the story."""
    value = frame.claim.value
    return value.number if isinstance(value, Quantity) and value.unit == "magnitude" else 0.0


def is_finest(frame: Frame) -> bool:
    """Whether a time is the finest of its event: "on 8 May, about four in the afternoon" is one time, told twice."""
    value = frame.claim.value
    if not isinstance(value, TimeValue) or value not in frame.times:
        return True
    return value == max(frame.times, key=lambda t: t.precision)


def told_value(frame: Frame) -> float | str:
    """What a figure or a time says, for counting how many different ones there are."""
    value = frame.claim.value
    return value.number if isinstance(value, Quantity) else getattr(value, "value", "")


def sorts_of(frame: Frame) -> list[tuple[str, ...]]:
    """The sorts that a figure belongs to: its unit with what is counted, else with the kind of event."""
    value = frame.claim.value
    if isinstance(value, TimeValue):
        if {"since", "begun"} & set(frame.claim.scope):
            return [("time", frame.family, "beginning")] if frame.family else []
        ahead = "ahead" if frame.claim.certainty is Certainty.PLANNED or frame.is_ahead else "past"
        return [("time", frame.family, ahead)] if frame.family and value.precision >= Precision.DAY else []
    if not isinstance(value, Quantity):
        return []
    unit = "time" if value.unit in {"second", "month"} else value.unit
    if unit == "time" and "margin" in frame.claim.scope:
        return [(unit, "margin")]
    if {"over", "before"} & set(frame.claim.scope):
        return []
    if value.unit == "count" and frame.claim.counted and is_generic(frame.claim.counted):
        return [(unit, "people", frame.family)] if frame.family else []
    if value.unit == "count" and frame.claim.counted:
        return [(unit, name) for name in sorted(classes_of(frame.claim.counted))]
    if value.unit in {"count", "percent", "second", "month"} or len(value.unit) == 3:
        return [(unit, frame.family)] if frame.family else []
    return [(unit,)]


def is_old(times: Sequence[TimeValue], published: date | None) -> bool:
    """Whether all times lie well before publication: the background of a story, not its news."""
    ends = [t.interval.end for t in times if t.interval is not None and t.interval.end is not None]
    return published is not None and bool(ends) and all((published - e.date()).days > NEWS_DAYS for e in ends)


def is_ahead(times: Sequence[TimeValue], published: date | None) -> bool:
    """Whether a time lies after publication."""
    starts = [t.interval.start for t in times if t.interval is not None and t.interval.start is not None]
    return published is not None and any(s.date() > published for s in starts)


def make_frame(claim: Claim, event: Event | None, cast: Cast, group: int, told_in: Document) -> Frame:
    """Resolve one claim."""
    document, published = claim.document, told_in.published
    people, places, things = slots(document, event, cast)
    if claim.attribute in {"age", "office"}:
        owner = cast.find(document, claim.subject)
        people = frozenset({owner.id}) if owner else people
    named = {e.id for key in claim.names if (e := cast.find(document, key)) is not None}
    speaker = cast.find(document, claim.source) if claim.source else None
    return Frame(
        claim=claim,
        event=event,
        group=group,
        family=claim.family if claim.family is not None else event.family if event else "",
        lemma=event.lemma if event else "",
        people=people,
        places=places,
        named=frozenset(named),
        things=things,
        words=frozenset(claim.words),
        around=frozenset(claim.around),
        kinds=frozenset(claim.kinds),
        is_ahead=is_ahead([t for t, _ in event.times] if event else [], published),
        is_old=is_old([t for t, _ in event.setting] if event else [], published),
        times=tuple(t for t, _ in event.times) if event else (),
        setting=tuple(t for t, _ in event.setting) if event else (),
        source=speaker.id if speaker else claim.source,
        block=block_of(claim, told_in),
    )


def block_of(claim: Claim, document: Document) -> BlockKind:
    """Where in its document a claim stands."""
    at = bisect_right(document.blocks, claim.passage.start, key=lambda b: b.start) - 1
    return document.blocks[at].kind if at >= 0 else "body"


def slots(
    document: str, event: Event | None, cast: Cast
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """People and organisations, places, and common nouns in the slots of an event."""
    people, places, things = set(), set(), set()
    for participant in (*(event.participants if event else ()), *(event.places if event else ())):
        entity = cast.find(document, participant.key)
        if entity is None:
            things.add(participant.key)
        elif entity.kind == "place":
            places.add(entity.id)
        elif participant.role not in {"theme", "place"}:
            people.add(entity.id)
    return frozenset(people), frozenset(places), frozenset(things)
