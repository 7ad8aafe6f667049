"""Times that are tied to no date: what their words name, and whether two of them can be one time."""

from datetime import datetime, timedelta

from discrepancy.language import load_words
from discrepancy.values.times_value import Interval, PartialDate, TimeValue, zone_offset

__all__ = ["clash_of_fields", "clock_gap", "days_to_fit", "fits_interval", "place_zone"]

# A weekday or day of the month is looked for in intervals up to so many days.
_LONGEST_SEARCH = 800
_DAY = 24 * 60
# How far from its minute "about 2 p.m." may lie.
_ABOUT = 30
# "Morning" may mean half past twelve, set against a clock time.
_EDGE = 60
_FIELDS = {"year": "year", "month": "month", "day": "day", "weekday": "day of the week"}


def clash_of_fields(left: PartialDate, right: PartialDate) -> str | None:
    """Return the calendar field that both name and that differs, ``None`` where none does."""
    for field, words in _FIELDS.items():
        first, second = getattr(left, field), getattr(right, field)
        if first is not None and second is not None and first != second:
            return words
    return None


def fits_interval(named: PartialDate, interval: Interval) -> bool | None:
    """Whether some day of the interval has the named fields; ``None`` where it is too long to tell."""
    start, end = interval.start, interval.end
    if start is None or end is None or (end - start).days > _LONGEST_SEARCH:
        return None
    day = datetime(start.year, start.month, start.day)
    while day < end:
        if _has_fields(named, day):
            return True
        day += timedelta(days=1)
    return False


def days_to_fit(named: PartialDate, interval: Interval) -> float:
    """Return the days from the interval to the nearest day with the named fields, 0 where none is near."""
    if interval.start is None or interval.end is None:
        return 0.0
    for distance in range(1, 400):
        try:
            before = interval.start - timedelta(days=distance)
            after = interval.end + timedelta(days=distance - 1)
        except OverflowError:
            return 0.0
        if _has_fields(named, before) or _has_fields(named, after):
            return float(distance)
    return 0.0


def _has_fields(named: PartialDate, day: datetime) -> bool:
    facts = (("year", day.year), ("month", day.month), ("day", day.day), ("weekday", day.weekday()))
    return all(getattr(named, field) in (None, fact) for field, fact in facts)


def clock_gap(left: TimeValue, right: TimeValue) -> float | None:
    """Return the days between two clock times, whatever their date; ``None`` where they agree.

    A zone on one side only makes them agree, as a clock time up to twelve without a.m. or p.m. may be of
    either half of the day.
    """
    first, second = _span(left), _span(right)
    if (
        first is None
        or second is None
        or (place_zone(left) != place_zone(right) and not _have_offsets(left, right))
    ):
        return None
    step = _DAY // 2 if _may_be_either_half(left) or _may_be_either_half(right) else _DAY
    shifts = range(-2 * _DAY, 2 * _DAY + 1, step)
    gap = min(_distance(first, (second[0] + shift, second[1] + shift)) for shift in shifts)
    parts = (left.named.hour is None) + (right.named.hour is None)
    if gap <= (_EDGE if parts == 1 else 0):
        return None
    return (gap - 1 if parts == 2 else gap) / _DAY


def _have_offsets(left: TimeValue, right: TimeValue) -> bool:
    return zone_offset(left.zone) is not None and zone_offset(right.zone) is not None


def _span(time: TimeValue) -> tuple[float, float] | None:
    """Return first and last minute of the day in Greenwich, or in the one zone of both sides."""
    named = time.named
    if "/" in time.value:
        return None
    east = (zone_offset(time.zone) or 0.0) * 60
    if named.hour is not None:
        start = named.hour * 60 + (named.minute or 0) - east
        slack = _ABOUT if time.mod == "APPROX" else 0
        return start - slack, start + slack + (0 if named.minute is not None else 59)
    if named.part is None:
        return None
    first, last = load_words("calendar")["part_hours"][named.part]
    return first * 60 - east, last * 60 - 1 - east


def _may_be_either_half(time: TimeValue) -> bool:
    named = time.named
    return named.hour is not None and named.hour <= 12 and named.part is None


def _distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    return max(second[0] - first[1], first[0] - second[1], 0)


def place_zone(time: TimeValue) -> str | None:
    """The zone of a clock time; without one, news tells the time of the place, and says "local" at most."""
    return None if time.zone == "local" else time.zone
