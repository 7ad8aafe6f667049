"""How two times relate."""

from datetime import timedelta

from discrepancy.values.comparison import Comparison, Relation
from discrepancy.values.times_describe import describe_time
from discrepancy.values.times_intervals import contains, gap_days, overlap, shift_interval
from discrepancy.values.times_open import clash_of_fields, clock_gap, days_to_fit, fits_interval, place_zone
from discrepancy.values.times_value import Interval, PartialDate, Precision, TimeValue

__all__ = ["compare_times"]

# Clocks of the towns of one story lie at most so many hours apart.
_ZONE_SLACK_HOURS = 14
# "Early January" may mean the 11th too: edges of a third are unsharp by this share of its length.
_UNSHARP_SHARE = 0.15
_PART_EDGE_HOURS = 1
_SHARP = -1.0


def compare_times(left: TimeValue, right: TimeValue) -> Comparison:
    """Return how two times relate.

    SAME: one stretch at one precision.  COMPATIBLE: one contains or overlaps the other, or an open time fits.
    CONFLICTING: no moment in common; ``gap`` is the distance in days.  INCOMPARABLE: a vague or recurring
    time or a length is among them.  Symmetric in relation and gap.
    """
    reason = _why_incomparable(left, right)
    if reason is not None:
        return Comparison(Relation.INCOMPARABLE, reason)
    if left == right or (left.interval is not None and _same(left, right)):
        return Comparison(Relation.SAME, f"both say {describe_time(left)}")
    if left.interval is None or right.interval is None:
        return _compare_open(left, right)
    return _compare_intervals(left, right)


def _same(left: TimeValue, right: TimeValue) -> bool:
    same_zone = left.zone == right.zone or left.precision <= Precision.DAY
    return left.interval == right.interval and left.precision == right.precision and same_zone


def _why_incomparable(left: TimeValue, right: TimeValue) -> str | None:
    for time in (left, right):
        if time.type == "SET":
            return f"{describe_time(time)} recurs and is no one time"
        if time.type == "DURATION" and left.type != right.type:
            return f"{describe_time(time)} is a length of time, not a date"
    if left.type == "DURATION":
        return (
            None if left == right and "X" not in left.value else "lengths of time are compared as quantities"
        )
    for time in (left, right):
        if time.value.endswith("_REF") or (time.interval is None and not _names_anything(time)):
            return f"{describe_time(time)} is too vague to compare"
    return None


def _names_anything(time: TimeValue) -> bool:
    return time.named != PartialDate()


def _compare_intervals(left: TimeValue, right: TimeValue) -> Comparison:
    first, second = left.interval, right.interval
    if first is None or second is None:
        return Comparison(Relation.INCOMPARABLE, "one of the two is not tied to a date")
    if left.offset is not None and right.offset is not None:
        first, second = shift_interval(first, -left.offset), shift_interval(second, -right.offset)
        if first == second and left.precision == right.precision:
            return Comparison(Relation.SAME, f"{_pair(left, right)} are one moment in two time zones")
    if overlap(first, second) is not None:
        return Comparison(Relation.COMPATIBLE, _why_compatible(left, right, first, second))
    gap = gap_days(first, second)
    if _zones_may_differ(left, right) and gap * 24 <= _ZONE_SLACK_HOURS:
        reason = f"{_pair(left, right)} may be one moment: they need not be told in the same time zone"
        return Comparison(Relation.COMPATIBLE, reason, gap=gap)
    if gap <= _shared_edge_days(left, right):
        return Comparison(
            Relation.COMPATIBLE, f"{_pair(left, right)} meet at an edge that is not sharp", gap=gap
        )
    told = max(gap, _days_between(left, right))
    return Comparison(Relation.CONFLICTING, f"{_pair(left, right)} cannot both hold: {_apart(told)}", gap=gap)


def _days_between(left: TimeValue, right: TimeValue) -> float:
    """Return how many days lie from one day to the other, as people count: a week from Monday to Monday."""
    starts = [t.interval.start for t in (left, right) if t.interval is not None and t.interval.start]
    if {left.precision, right.precision} != {Precision.DAY} or len(starts) < 2:
        return 0.0
    return float(abs((starts[0].date() - starts[1].date()).days))


def _shared_edge_days(left: TimeValue, right: TimeValue) -> float:
    """Return how far apart two times may lie at an unsharp edge; morning and afternoon share none."""
    if left.precision is right.precision is Precision.PART_OF_DAY:
        return _SHARP
    return max(_edge_days(left), _edge_days(right))


def _edge_days(time: TimeValue) -> float:
    """Return how unsharp the edges of "early", "mid", "late" and of a part of day are, -1 for sharp ones."""
    interval = time.interval
    if interval is None or interval.start is None or interval.end is None:
        return _SHARP
    if time.mod in ("START", "MID", "END"):
        return _UNSHARP_SHARE * ((interval.end - interval.start) / timedelta(days=1))
    return _PART_EDGE_HOURS / 24 if time.precision is Precision.PART_OF_DAY else _SHARP


def _zones_may_differ(left: TimeValue, right: TimeValue) -> bool:
    """Whether one side names a zone that cannot be set against the other side's clock."""
    if place_zone(left) == place_zone(right):
        return False
    return left.offset is None or right.offset is None


def _why_compatible(left: TimeValue, right: TimeValue, first: Interval, second: Interval) -> str:
    if first == second:
        return f"{_pair(left, right)} cover the same time"
    if contains(first, second):
        return f"{describe_time(right)} lies in {describe_time(left)}"
    if contains(second, first):
        return f"{describe_time(left)} lies in {describe_time(right)}"
    return f"{_pair(left, right)} overlap"


def _pair(left: TimeValue, right: TimeValue) -> str:
    return f"{describe_time(left)} and {describe_time(right)}"


def _apart(gap: float) -> str:
    if gap == 0:
        return "one ends where the other begins"
    if gap < 1:
        minutes = round(gap * 24 * 60)
        return (
            f"they lie {minutes} minutes apart"
            if minutes < 120
            else f"they lie about {round(gap * 24)} hours apart"
        )
    return f"they lie {gap:.0f} day{'s' if round(gap) != 1 else ''} apart"


def _compare_open(left: TimeValue, right: TimeValue) -> Comparison:
    """Compare where one side or both are tied to no date: by the fields that their words name."""
    clocks = clock_gap(left, right)
    if clocks is not None:
        reason = f"{_pair(left, right)} cannot both hold: {_apart(clocks)} by the clock"
        return Comparison(Relation.CONFLICTING, reason, gap=clocks)
    if left.interval is not None:
        return _compare_dated(right, left, left.interval)
    if right.interval is not None:
        return _compare_dated(left, right, right.interval)
    clash = clash_of_fields(left.named, right.named)
    if clash is None:
        return Comparison(
            Relation.COMPATIBLE, f"{_pair(left, right)} can be one time; neither is tied to a date"
        )
    return Comparison(
        Relation.CONFLICTING, f"{_pair(left, right)} cannot both hold: they name another {clash}"
    )


def _compare_dated(loose: TimeValue, dated: TimeValue, interval: Interval) -> Comparison:
    fits = fits_interval(loose.named, interval)
    pair = f"{describe_time(loose)} {{}} {describe_time(dated)}"
    if fits is None:
        return Comparison(Relation.COMPATIBLE, pair.format("may fall in"))
    if fits:
        return Comparison(Relation.COMPATIBLE, pair.format("fits"))
    gap = days_to_fit(loose.named, interval)
    return Comparison(Relation.CONFLICTING, pair.format("does not fit"), gap=gap)
