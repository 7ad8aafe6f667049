"""Fuzzy edges of a stretch of time: early, mid and late, the turn of the year."""

from datetime import datetime, timedelta

from discrepancy.language import load_words
from discrepancy.values.times_value import Interval, Precision

__all__ = ["edge_interval"]


def edge_interval(interval: Interval, precision: Precision, mod: str) -> Interval:
    """Return the part of the interval that a TIMEX3 mod leaves.

    START, MID and END are thirds: in a month days 1-10, 11-20 and 21 to the end, as newspapers use "early",
    "mid" and "late".  APPROX widens by half a stretch on either side, TURN means the days around its start.
    """
    start, end = interval.start, interval.end
    if start is None or end is None:
        return interval
    if mod == "APPROX":
        slack = (end - start) / 2
        return Interval(start - slack, end + slack)
    if mod == "TURN":
        return _turn(start, end, precision)
    if mod not in ("START", "MID", "END"):
        return interval
    if precision is Precision.MONTH:
        return _month_third(start, end, mod)
    if precision is Precision.DAY:
        first, last = load_words("calendar")["day_thirds"][mod]
        return Interval(start + timedelta(hours=first), start + timedelta(hours=last))
    return _third(start, end, mod, precision)


def _turn(start: datetime, end: datetime, precision: Precision) -> Interval:
    """The turn of a year is Christmas to early January; that of a century, a decade on either side."""
    slack = timedelta(days=3660) if precision <= Precision.DECADE else timedelta(days=12)
    return Interval(start - slack, start + slack)


def _month_third(start: datetime, end: datetime, mod: str) -> Interval:
    first, last = {"START": (1, 11), "MID": (11, 21), "END": (21, None)}[mod]
    return Interval(start.replace(day=first), start.replace(day=last) if last else end)


def _third(start: datetime, end: datetime, mod: str, precision: Precision) -> Interval:
    """Thirds of a longer stretch; those of a year end with a month."""
    if precision is Precision.YEAR and (start.month, start.day) == (1, 1):
        first = {"START": 1, "MID": 5, "END": 9}[mod]
        return Interval(start.replace(month=first), start.replace(month=first + 4) if mod != "END" else end)
    third = (end - start) / 3
    index = {"START": 0, "MID": 1, "END": 2}[mod]
    # Thirds of short stretches overlap by a day: "midweek" and "late this week" share the Thursday.
    slack = timedelta(days=1) if precision is Precision.WEEK else timedelta(0)
    left, right = start + index * third - slack, start + (index + 1) * third + slack
    return Interval(max(left, start), min(right, end))
