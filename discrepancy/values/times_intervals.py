"""Arithmetic of half-open intervals."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from discrepancy.values.times_value import Interval

__all__ = ["contains", "gap_days", "hull", "overlap", "shift_interval"]

_EARLIEST, _LATEST = datetime.min, datetime.max


def _edges(interval: Interval) -> tuple[datetime, datetime]:
    return interval.start or _EARLIEST, interval.end or _LATEST


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every moment of ``inner`` lies in ``outer``."""
    (start, end), (first, last) = _edges(outer), _edges(inner)
    return start <= first and last <= end


def overlap(left: Interval, right: Interval) -> Interval | None:
    """Return what two intervals share, ``None`` where they share no moment."""
    (start, end), (first, last) = _edges(left), _edges(right)
    begin, finish = max(start, first), min(end, last)
    if begin >= finish:
        return None
    return Interval(None if begin == _EARLIEST else begin, None if finish == _LATEST else finish)


def hull(intervals: Iterable[Interval]) -> Interval | None:
    """Return the smallest interval around all of them, ``None`` for none."""
    edges = [_edges(interval) for interval in intervals]
    if not edges:
        return None
    start, end = min(first for first, _ in edges), max(last for _, last in edges)
    return Interval(None if start == _EARLIEST else start, None if end == _LATEST else end)


def gap_days(left: Interval, right: Interval) -> float:
    """Return the distance between two intervals in days, 0 where they touch or overlap."""
    (start, end), (first, last) = _edges(left), _edges(right)
    distance = max(first - end, start - last, timedelta(0))
    return distance / timedelta(days=1)


def shift_interval(interval: Interval, hours: float) -> Interval:
    """Return the interval moved by so many hours; open sides stay open."""
    step = timedelta(hours=hours)
    try:
        start = interval.start + step if interval.start else None
        return Interval(start, interval.end + step if interval.end else None)
    except OverflowError:
        return interval
