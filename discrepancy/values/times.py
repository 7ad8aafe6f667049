"""What a time is: a half-open interval with the precision that the words had."""

from datetime import datetime
from enum import IntEnum
from typing import Literal

import attrs

__all__ = ["Interval", "PartialDate", "Precision", "TimeType", "TimeValue"]

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

    ``weekday`` counts from Monday = 0.  ``part`` is a TIMEX3 part of day (MO, MI, AF, EV, NI).
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
    ``resolved_by`` is one of explicit, publication, tense, anchor, open.
    """

    type: TimeType
    value: str
    mod: str | None = None
    edtf: str | None = None
    interval: Interval | None = None
    precision: Precision = Precision.VAGUE
    resolved_by: str = "open"
    named: PartialDate = PartialDate()
    zone: str | None = None
