"""Days and stretches of time in words, the same on every machine."""

from datetime import date, datetime, timedelta

from discrepancy.values.times import MONTHS, Interval

__all__ = ["day_words", "interval_words"]

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def day_words(day: date) -> str:
    """Return a day as "14 May 2019"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def interval_words(interval: Interval) -> str:
    """Return a half-open stretch of time in words: "14 May 2019", "May 2019", "from 3 to 5 May 2019", ...

    A stretch that is open on both sides gives an empty string.
    """
    start, end = interval.start, interval.end
    if start is None:
        return f"before {_moment_words(end)}" if end is not None else ""
    if end is None:
        return f"from {_moment_words(start)} on"
    if _is_midnight(start) and _is_midnight(end):
        return _days_words(start, end)
    if end - start <= MINUTE:
        return _moment_words(start)
    if (end - timedelta.resolution).date() == start.date():
        return f"{day_words(start)}, {start:%H:%M} to {end:%H:%M}"
    return f"{_moment_words(start)} to {_moment_words(end)}"


def _days_words(start: datetime, end: datetime) -> str:
    last = max(start, end - DAY)
    if start.day == 1 and end.day == 1:
        if start.month == end.month == 1 and end.year == start.year + 1:
            return str(start.year)
        if last.year == start.year and last.month == start.month:
            return f"{MONTHS[start.month - 1]} {start.year}"
    if last == start:
        return day_words(start)
    if last.year != start.year:
        return f"{day_words(start)} to {day_words(last)}"
    if last.month != start.month:
        return f"{start.day} {MONTHS[start.month - 1]} to {day_words(last)}"
    return f"{start.day} to {day_words(last)}"


def _moment_words(moment: datetime) -> str:
    return day_words(moment) if _is_midnight(moment) else f"{day_words(moment)}, {moment:%H:%M}"


def _is_midnight(moment: datetime) -> bool:
    return not (moment.hour or moment.minute or moment.second or moment.microsecond)
