"""When two dated events can be one: what must agree before their times may be compared.

A story tells of many events of one kind (three meetings in two days); a time is only in conflict with another
time of the *same* event, so its identity must come from everything but the time.
"""

from collections.abc import Mapping

from discrepancy.graph.frames import Frame
from discrepancy.language import load_words, word_set
from discrepancy.values.times import Precision, TimeValue

__all__ = ["other_event"]

# Outlets err by hours where they give a clock time, by days where they give a day, ...; further apart lie
# two occurrences.
DAYS_APART: Mapping[Precision, float] = {
    Precision.YEAR: 3 * 366,
    Precision.SEASON: 100,
    Precision.QUARTER: 100,
    Precision.MONTH: 62,
    Precision.WEEK: 21,
    Precision.DAY: 16,
    Precision.PART_OF_DAY: 3,
    Precision.HOUR: 2,
    Precision.MINUTE: 2,
    Precision.SECOND: 2,
}


# Predicates that carry a time for something else in their sentence: "came on Monday", "will not forget the 12th".
VAGUE = word_set("related", "vague")
# Two sentences that share this many content words, figures and names tell of one thing whatever their verbs.
SAME_SENTENCE = 4


def other_event(left: Frame, right: Frame) -> str | None:
    """A reason why two dated statements speak of two events; ``None`` for other attributes."""
    if left.claim.attribute != "time":
        return None
    one, other = left.claim.value, right.claim.value
    if not isinstance(one, TimeValue) or not isinstance(other, TimeValue):
        return "no times"
    if not both_firm(one, other):
        return "a year told by its distance"
    if other_people(left, right):
        return "other people took part"
    if not same_kind(left, right):
        return "another kind of event"
    if not same_edge(left, right):
        return "a beginning against another time"
    only = bool(left.sole and left.sole == right.sole)
    if far_apart(one, other) and not (only and differ_by_a_field(one, other)):
        return "too far apart to be one occurrence"
    if left.document == right.document and not told_twice(left, right):
        return "two events of one article"
    return None


def both_firm(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times are firm: "this year" and "last year" beside each other are a way of telling."""
    coarse = [t for t in (one, other) if t.precision <= Precision.QUARTER]
    return all(t.resolved_by == "explicit" for t in coarse)


def other_people(left: Frame, right: Frame) -> bool:
    """Whether the people exclude each other: two people on each side must be the same two."""
    if not left.people or not right.people:
        return False
    shared = left.people & right.people
    if not shared:
        return True
    return min(len(left.people), len(right.people)) > 1 and len(shared) < 2


def same_kind(left: Frame, right: Frame) -> bool:
    """Whether the predicates tell of one kind of event."""
    items = (left.around | left.named | left.things) & (right.around | right.named | right.things)
    known = load_words("predicates")
    vague = [f for f in (left.family, right.family) if f not in known or f in VAGUE]
    if len(items) >= SAME_SENTENCE and vague and left.document != right.document:
        return True
    if "happening" in (left.family, right.family):
        return bool(left.things & right.words or right.things & left.words or left.words & right.words)
    return bool(left.family) and (left.family == right.family or left.lemma == right.lemma)


def far_apart(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times lie further apart than outlets err at their precision."""
    if one.interval is None or other.interval is None:
        return False
    edges = (one.interval.start, one.interval.end, other.interval.start, other.interval.end)
    if any(e is None for e in edges):
        return False
    a, b, c, d = (e for e in edges if e is not None)
    gap = max((c - b).total_seconds(), (a - d).total_seconds(), 0.0) / 86400
    return gap > DAYS_APART.get(max(one.precision, other.precision), 0.0)


def differ_by_a_field(one: TimeValue, other: TimeValue) -> bool:
    """Whether two full dates differ in nothing but their year, or nothing but their month: a slip of the pen."""
    if min(one.precision, other.precision) < Precision.DAY or one.interval is None or other.interval is None:
        return False
    a, b = one.interval.start, other.interval.start
    if a is None or b is None or a.day != b.day or {one.resolved_by, other.resolved_by} != {"explicit"}:
        return False
    return (a.month == b.month) != (a.year == b.year) and abs(a.year - b.year) <= 1


def same_edge(left: Frame, right: Frame) -> bool:
    """Whether both tell when a thing began, or neither does: "on strike since" is not "a strike on"."""
    edges = {edge_of(left), edge_of(right)}
    return "since" not in edges or edges <= {"since", "begun"}


def edge_of(frame: Frame) -> str:
    """Whether a time is that of a beginning: since when a thing lasts, or when it was begun."""
    return next((s for s in frame.claim.scope if s in {"since", "begun"}), "")


def told_twice(left: Frame, right: Frame) -> bool:
    """Whether one article tells one event twice: a caption or a headline beside the text, or the same words."""
    if left.event is None or right.event is None:
        return False
    blocks = {left.event.block, right.event.block}
    if blocks & {"caption", "title"}:
        return True
    rare = (left.words | left.things) & (right.words | right.things)
    return len(rare - {left.lemma, right.lemma}) > 1 and left.event.sentence != right.event.sentence
