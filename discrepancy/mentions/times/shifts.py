"""Counts days, weeks, months and years from a period."""

from datetime import timedelta

import attrs

from discrepancy.mentions.times.periods import (
    Period,
    century_period,
    day_period,
    decade_period,
    make_date,
    month_period,
    quarter_period,
    shift_months,
    week_period,
    weekend_period,
    year_period,
)
from discrepancy.values.times import Precision

__all__ = ["shift_period"]

_MONTHS = {"M": 1, "Q": 3, "S": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}
# No newspaper counts farther.
_FARTHEST = 100_000


def shift_period(start: Period, unit: str, shift: float, *, loose: bool = False) -> Period | None:
    """Return the period of the unit that lies ``shift`` units from ``start``, wider if ``loose``."""
    if abs(shift) > _FARTHEST:
        return None
    if unit in _DAYS:
        return _shift_days(start, unit, shift, loose=loose)
    if unit not in _MONTHS:
        return None
    years = unit in ("Y", "DE", "CE", "ML")
    period = _shift_years(start, unit, shift) if years else _shift_months(start, unit, shift)
    return _loosened(period, start, unit, shift) if loose else period


def _shift_days(start: Period, unit: str, shift: float, *, loose: bool) -> Period | None:
    try:
        moved = start.start + timedelta(days=int(shift * _DAYS[unit]))
        if make_date(moved.year, moved.month, moved.day) is None:
            return None
        if unit == "D":
            return day_period(moved)
        if unit == "WE":
            return weekend_period(moved)
        week = week_period(moved)
        # "Two weeks ago" is the day a fortnight back, give or take a few days, more than that calendar week.
        if loose and shift:
            first, last = moved - timedelta(days=3), moved + timedelta(days=4)
            return attrs.evolve(week, start=min(week.start, first), end=max(week.end, last))
    except OverflowError:
        return None
    return week


def _loosened(period: Period | None, start: Period, unit: str, shift: float) -> Period | None:
    """Widen "three months ago" to half a month on either side of that day, "two years ago" to half a year."""
    middle = shift_months(start.start, int(shift * _MONTHS[unit]))
    if period is None or middle is None or start.precision < Precision.MONTH or unit == "ML":
        return period
    around = timedelta(days=15 * _MONTHS[unit])
    try:
        day = middle + timedelta(days=start.start.day - 1)
        return attrs.evolve(period, start=min(period.start, day - around), end=max(period.end, day + around))
    except OverflowError:
        return period


def _shift_years(start: Period, unit: str, shift: float) -> Period | None:
    if unit == "Y" and 0 < abs(shift) < 1:
        return _shift_months(start, "M", shift * 12)
    year = start.start.year + int(shift * _MONTHS[unit] / 12)
    if start.precision is Precision.QUARTER and "Q" in start.value and unit == "Y" and shift == int(shift):
        return quarter_period(year, int(start.value[-1]))
    if unit == "DE" and abs(shift) <= 1:
        return decade_period(year // 10)
    if unit == "CE" and abs(shift) <= 1:
        return century_period(year // 100)
    return year_period(year)


def _shift_months(start: Period, unit: str, shift: float) -> Period | None:
    first = shift_months(start.start, int(shift * _MONTHS[unit]))
    if first is None:
        return None
    if unit == "Q":
        return quarter_period(first.year, (first.month + 2) // 3)
    return month_period(first.year, first.month)
