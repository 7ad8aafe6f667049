"""Events of all documents that are one occurrence: same group, same kind, compatible people and times."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

import attrs

from discrepancy.graph.entities import Cast
from discrepancy.language import load_words, word_set
from discrepancy.model.claims import Certainty, Event, Extraction
from discrepancy.values.comparison import Relation
from discrepancy.values.times import Interval, Precision, TimeValue, compare_times

__all__ = ["LEAD", "Occurrence", "find_occurrences", "main_occurrence"]

# Families that tell of words, states and moves rather than of a happening that can be told twice.
PAIR = 2
# Characters of an opening and of a lead; news says first what it is about.
OPENING, LEAD = 200, 800
NOT_HAPPENINGS = word_set("related", "no_happening")


@attrs.frozen(kw_only=True, eq=False)
class Occurrence:
    """One thing that really happened, over all documents."""

    id: str
    family: str
    label: str
    group: int
    people: frozenset[str]
    names: tuple[str, ...]
    events: tuple[Event, ...]
    time: Interval | None
    place: str | None

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell of it."""
        return tuple(sorted({e.document for e in self.events}))


@attrs.define(eq=False)
class Cluster:
    """Events gathered so far for one occurrence."""

    group: int
    family: str
    people: set[str]
    times: list[TimeValue]
    events: list[Event]


def find_occurrences(
    extractions: Sequence[Extraction], cast: Cast, groups: Mapping[str, int]
) -> tuple[Occurrence, ...]:
    """Cluster the events that have named people and are told as having happened."""
    known = load_words("predicates")
    happened = [
        (event, people_in(event, cast))
        for extraction in extractions
        for event in extraction.events
        if tells_of_happening(event, known)
    ]
    blocks: dict[tuple[int, str], list[Cluster]] = defaultdict(list)
    # Two make a meeting: pairs found clusters, a sentence on a meeting with both hosts joins one of them.
    for event, people in sorted(happened, key=lambda pair: len(pair[1]) != PAIR):
        if people:
            group = groups[event.document]
            place_event(blocks[group, event.family], group, event, people)
    told = [
        c
        for row in blocks.values()
        for c in row
        if len(c.people) > 1 or len({e.document for e in c.events}) > 1
    ]
    told.sort(key=lambda c: (c.group, min((e.document, e.passage.start) for e in c.events)))
    return tuple(finished(f"o{n + 1}", c, cast) for n, c in enumerate(told))


def people_in(event: Event, cast: Cast) -> set[str]:
    """The people and organisations that take part in an event."""
    found = (cast.find(event.document, p.key) for p in event.participants)
    return {e.id for e in found if e is not None and e.kind != "place"}


def tells_of_happening(event: Event, known: Mapping[str, object]) -> bool:
    """Whether an event can be an occurrence."""
    return (
        event.family in known
        and event.family not in NOT_HAPPENINGS
        and event.positive
        and event.certainty in {Certainty.FACT, Certainty.PLANNED}
    )


def place_event(clusters: list[Cluster], group: int, event: Event, people: set[str]) -> None:
    """Add an event to the cluster that it fits best, or start a new one."""
    days = [t for t, _ in event.times if t.precision >= Precision.DAY]
    best: tuple[int, Cluster] | None = None
    for cluster in clusters:
        shared = len(people & cluster.people)
        if (
            not shared
            or (min(len(people), len(cluster.people)) > 1 and shared < 2)
            or apart(days, cluster.times)
        ):
            continue
        if best is None or shared > best[0]:
            best = (shared, cluster)
    if best is None:
        clusters.append(Cluster(group, event.family, set(people), days, [event]))
        return
    cluster = best[1]
    if len(cluster.people) < PAIR:
        cluster.people |= people
    cluster.times += days
    cluster.events.append(event)


def apart(days: Sequence[TimeValue], times: Sequence[TimeValue]) -> bool:
    """Whether no time of one side can be any time of the other."""
    relations = {compare_times(a, b).relation for a in days for b in times}
    return relations == {Relation.CONFLICTING}


def finished(key: str, cluster: Cluster, cast: Cast) -> Occurrence:
    """Freeze a cluster with its label."""
    entities = {e.id: e for e in cast.entities}
    spread = Counter(
        e.id
        for event in cluster.events
        for p in event.participants
        if (e := cast.find(event.document, p.key))
    )
    ranked = sorted(cluster.people, key=lambda i: (-spread[i], entities[i].label, i))
    names = tuple(entities[i].label for i in ranked)
    places = Counter(
        p.head for event in cluster.events for p in event.places if p.name and p.name.kind == "place"
    )
    return Occurrence(
        id=key,
        family=cluster.family,
        label=label_of(cluster.family, names),
        group=cluster.group,
        people=frozenset(cluster.people),
        names=names,
        events=tuple(cluster.events),
        time=narrowest(cluster.times),
        place=min(places, key=lambda p: (-places[p], p)) if places else None,
    )


def main_occurrence(occurrences: Sequence[Occurrence], document: str) -> Occurrence | None:
    """What a document is mainly about: told in its lead, by most documents, then told there most often.

    What one document alone mentions once, and not in its opening, is not taken for its subject.
    """

    def rank(o: Occurrence) -> tuple[int, int, int]:
        starts = starts_in(o)
        return -len(o.documents), -len(starts), min(starts)

    def starts_in(o: Occurrence) -> list[int]:
        return [e.passage.start for e in o.events if e.document == document]

    def is_subject(o: Occurrence) -> bool:
        starts = starts_in(o)
        often = max(len(o.documents), len(starts)) > 1
        return bool(starts) and min(starts) < (LEAD if often else OPENING)

    return min(filter(is_subject, occurrences), key=rank, default=None)


def label_of(family: str, names: Sequence[str]) -> str:
    """A short label: the noun of the family and the people most often named."""
    noun = load_words("predicates")[family].get("nouns", family).split(",")[0].strip() or family
    shown = names[:2]
    return f"{noun} of {' and '.join(shown)}" if shown else noun


def narrowest(times: Sequence[TimeValue]) -> Interval | None:
    """The interval of the most exact day among the times, the earliest of equals."""
    days = [t for t in times if t.interval is not None and t.interval.start is not None]
    if not days:
        return None

    def rank(t: TimeValue) -> tuple[int, datetime]:
        assert t.interval is not None and t.interval.start is not None
        return -min(t.precision, Precision.DAY), t.interval.start

    return min(days, key=rank).interval
