"""What a time is: a half-open interval with the precision that the words had."""

from datetime import datetime
from enum import IntEnum
from typing import Literal

import attrs

from discrepancy.language import load_words

__all__ = ["Interval", "PartialDate", "Precision", "TimeType", "TimeValue", "zone_offset"]

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class Precision(IntEnum):
    """How finely the words tell a time, coarse to fine."""

    VAGUE = 0
    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    QUARTER = 5
    MONTH = 6
    WEEK = 7
    DAY = 8
    PART_OF_DAY = 9
    HOUR = 10
    MINUTE = 11
    SECOND = 12


@attrs.frozen
class Interval:
    """A half-open stretch of local time, ``start <= t < end``; ``None`` leaves that side open."""

    start: datetime | None
    end: datetime | None


@attrs.frozen(kw_only=True)
class PartialDate:
    """The calendar fields that the words themselves name; all others are ``None``.

    ``weekday`` counts from Monday = 0; a ``year`` before Christ is negative.
    ``part`` is a TIMEX3 part of day (MO, MI, AF, EV, NI).
    With an unknown day of publication these are the constraints that other words can narrow.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str | None = None


@attrs.frozen(kw_only=True)
class TimeValue:
    """A time expression after normalisation.

    ``value`` and ``mod`` follow TIMEX3 (ISO-TimeML); ``edtf`` is ISO 8601-2 where the expression has such a
    form.  ``interval`` is ``None`` for durations, sets, vague expressions and dates left open.
    ``resolved_by`` is one of explicit, publication, tense, anchor, open.  ``zone`` is the zone that the words
    name ("GMT", "local", "Toulouse time"), ``offset`` its hours east of Greenwich where they are known.
    """

    type: TimeType
    value: str
    mod: str | None = None
    edtf: str | None = None
    interval: Interval | None = None
    precision: Precision = Precision.VAGUE
    resolved_by: str = "open"
    named: PartialDate = attrs.field(factory=PartialDate)
    zone: str | None = None
    offset: float | None = None


def zone_offset(zone: str | None) -> float | None:
    """Return the hours east of Greenwich of a zone ("UTC+05:30"), ``None`` where it has no one offset."""
    if zone is None:
        return None
    name, sign, shift = zone.partition("+") if "+" in zone else zone.partition("-")
    table = load_words("calendar")
    if name in table["loose_zones"]["names"] or name not in table["zones"]:
        return None
    hours, _, minutes = shift.partition(":")
    extra = int(hours) + int(minutes or 0) / 60 if sign else 0.0
    return float(table["zones"][name]) + (-extra if sign == "-" else extra)
