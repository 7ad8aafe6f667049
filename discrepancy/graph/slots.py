"""Events by the people in them: what one name does that another does too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from discrepancy.graph.entities import Cast
from discrepancy.model.claims import Event, Extraction
from discrepancy.values.comparison import Relation
from discrepancy.values.times import TimeValue, compare_times

__all__ = ["Appearance", "SlotIndex", "shared_slots"]


@attrs.frozen(eq=False)
class Appearance:
    """An event in which somebody takes part, with the others in it."""

    event: Event
    group: int
    others: frozenset[str]

    @property
    def times(self) -> tuple[TimeValue, ...]:
        """The times of the event, else those around it."""
        return tuple(t for t, _ in self.event.times or self.event.setting)


@attrs.frozen(eq=False)
class SlotIndex:
    """For each local entity (document, key) the events in which it takes part."""

    of_local: Mapping[tuple[str, str], tuple[Appearance, ...]]

    @classmethod
    def build(cls, extractions: Sequence[Extraction], cast: Cast, groups: Mapping[str, int]) -> "SlotIndex":
        """Index the events of all documents."""
        table: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
        for extraction in extractions:
            for event in extraction.events:
                keys = {p.key for p in event.participants}
                for key in sorted(keys):
                    others = frozenset(
                        e.id for k in keys - {key} if (e := cast.find(extraction.document, k)) is not None
                    )
                    table[extraction.document, key].append(
                        Appearance(event, groups[extraction.document], others)
                    )
        return cls({k: tuple(v) for k, v in table.items()})

    def of(self, document: str, key: str) -> tuple[Appearance, ...]:
        """The events of one local entity."""
        return self.of_local.get((document, key), ())


def shared_slots(
    left: Sequence[Appearance], right: Sequence[Appearance]
) -> Iterator[tuple[Appearance, Appearance]]:
    """Pairs of events of one group, of one kind, with a third in common, at times that do not exclude each other."""
    for one in left:
        for other in right:
            if one.event.id == other.event.id or one.group != other.group:
                continue
            if one.event.family == other.event.family and one.others & other.others and can_meet(one, other):
                yield one, other


def can_meet(one: Appearance, other: Appearance) -> bool:
    """Whether two events can lie at one time."""
    relations = {compare_times(a, b).relation for a in one.times for b in other.times}
    return not relations or bool(relations - {Relation.CONFLICTING})
