"""A time in short plain English."""

from datetime import datetime, timedelta
from functools import lru_cache

from discrepancy.values.times_value import Interval, PartialDate, Precision, TimeValue

__all__ = ["MONTHS", "describe_time"]

# The names in the standard library's calendar follow the locale of the machine; a report must not.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_EDGES = {"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about ", "TURN": "the turn of "}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "some time ago", "FUTURE_REF": "some time to come"}


@lru_cache(maxsize=4096)
def describe_time(time: TimeValue) -> str:
    """Return "26 April 2024", "late January 2023", "14:25 on 8 August 2023", "Monday" for an open time."""
    if time.type == "DURATION":
        return f"a length of {time.value}"
    if time.value in _REFERENCES:
        return _REFERENCES[time.value]
    if time.type == "SET":
        return f"a recurring time ({time.value})"
    if time.interval is None:
        return _describe_open(time)
    edge = _EDGES.get(time.mod or "", "")
    if time.precision is Precision.PART_OF_DAY and "/" not in time.value:
        return _describe_part(time, edge)
    return f"{edge}{_describe_stretch(time, time.interval)}"


def _describe_part(time: TimeValue, edge: str) -> str:
    date, _, part = time.value.partition("T")
    return f"the {edge}{_PARTS.get(part, 'part')} of {_describe_date(date, time)}"


def _describe_open(time: TimeValue) -> str:
    named = time.named
    words = [_WEEKDAYS[named.weekday] if named.weekday is not None else ""]
    words.append(_PARTS.get(named.part or "", "") if named.hour is None else "")
    words.append(f"the {_ordinal(named.day)}" if named.day and not named.month else str(named.day or ""))
    words.append(MONTHS[named.month - 1] if named.month else "")
    words.append(f"{-named.year} BC" if named.year and named.year < 0 else str(named.year or ""))
    day = " ".join(filter(None, words))
    if named.hour is None:
        return f"{_EDGES.get(time.mod or '', '')}{day}" if day else f"an open time ({time.value})"
    clock = _clock(named, time.zone)
    return f"{clock} on {day}" if day else clock


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _clock(named: PartialDate, zone: str | None) -> str:
    clock = f"{named.hour or 0:02}:{named.minute or 0:02}"
    return f"{clock} {zone if zone != 'local' else 'local time'}" if zone else clock


def _describe_stretch(time: TimeValue, interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start is None or end is None:
        return f"from {_day(start, time)}" if start else f"until {_day(end, time)}" if end else "any time"
    if "/" in time.value:
        first, _, last = time.value.partition("/")
        return f"{_describe_value(first, time)} to {_describe_value(last, time)}"
    return _describe_value(time.value, time)


def _day(day: datetime | None, time: TimeValue) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def _describe_value(value: str, time: TimeValue) -> str:
    date, _, clock = value.partition("T")
    words = _describe_date(date, time)
    if clock in _PARTS:
        return f"the {_PARTS[clock]} of {words}"
    if not clock:
        return words
    clock = clock if ":" in clock else f"{clock}:00"
    zone = "" if time.zone is None else " local time" if time.zone == "local" else f" {time.zone}"
    return f"{clock}{zone} on {words}"


def _describe_date(date: str, time: TimeValue) -> str:
    parts = date.split("-")
    year = parts[0]
    if len(parts) == 1:
        return (
            f"the {year}0s"
            if len(year) == 3
            else f"the {_ordinal(int(year) + 1)} century"
            if len(year) == 2
            else year
        )
    if parts[1].startswith("W") and parts[1][1:].isdigit():
        return _describe_week(parts)
    if parts[1][0] in "QH":
        return f"{'quarter' if parts[1][0] == 'Q' else 'half'} {parts[1][1:]} of {year}"
    if parts[1] in _SEASONS:
        return f"{_SEASONS[parts[1]]} {year}"
    month = f"{MONTHS[int(parts[1]) - 1]} {year}"
    if len(parts) == 2:
        return month
    weekday = ""
    if time.named.weekday is not None and time.precision >= Precision.DAY:
        weekday = f"{_WEEKDAYS[datetime(int(year), int(parts[1]), int(parts[2])).weekday()]} "
    return f"{weekday}{int(parts[2])} {month}"


def _describe_week(parts: list[str]) -> str:
    monday = datetime.fromisocalendar(int(parts[0]), int(parts[1][1:]), 1)
    day = monday + timedelta(days=5) if len(parts) > 2 else monday
    name = "the weekend of" if len(parts) > 2 else "the week of"
    return f"{name} {day.day} {MONTHS[day.month - 1]} {day.year}"
