"""Picks a part of a period: a month of a year, the first week of a month, a weekday of a week."""

from datetime import timedelta

from discrepancy.mentions.times.drafts import Draft
from discrepancy.mentions.times.periods import (
    Period,
    day_period,
    half_period,
    holiday_date,
    make_date,
    month_period,
    nth_weekday,
    quarter_period,
    season_period,
    shift_months,
    week_period,
    weekend_period,
)
from discrepancy.values.times import Precision

__all__ = ["narrow", "pick_nth"]


def narrow(outer: Period, draft: Draft) -> Period | None:
    """Return the part of a period that the named fields pick."""
    named, period = draft.named, _named_part(outer, draft)
    if period is None:
        return None
    if draft.nth is not None:
        return pick_nth(period, draft)
    if named.weekday is not None and period.precision < Precision.DAY:
        return _weekday_in(period, named.weekday)
    return period


def _named_part(outer: Period, draft: Draft) -> Period | None:
    if outer.precision is Precision.YEAR:
        return _in_year(outer, draft, outer.start.year)
    if draft.named.day is None:
        return outer
    day = make_date(outer.start.year, draft.named.month or outer.start.month, draft.named.day)
    return day_period(day) if day else None


def _in_year(outer: Period, draft: Draft, year: int) -> Period | None:
    named = draft.named
    if draft.holiday:
        day = holiday_date(draft.holiday, year)
        return day_period(day) if day else None
    if draft.season:
        return season_period(year, draft.season)
    if draft.quarter:
        return quarter_period(year, draft.quarter)
    if draft.half:
        return half_period(year, draft.half)
    if named.month is None:
        return outer
    if named.day is None:
        return month_period(year, named.month)
    day = make_date(year, named.month, named.day)
    return day_period(day) if day else None


def _weekday_in(period: Period, weekday: int) -> Period | None:
    """Return the weekday of a week; in longer periods it stays open which one."""
    if period.precision is not Precision.WEEK:
        return None
    monday = period.end - timedelta(days=7)
    return day_period(monday + timedelta(days=weekday))


def pick_nth(period: Period, draft: Draft) -> Period | None:
    """Return the nth day, week, month or weekday of a period, -1 for the last."""
    nth, unit = draft.nth or 1, draft.nth_unit
    if unit == "WD" and draft.named.weekday is not None:
        day = nth_weekday(period.start, period.end, draft.named.weekday, nth)
        return day_period(day) if day else None
    if unit == "D":
        day = period.end - timedelta(days=1) if nth < 0 else period.start + timedelta(days=nth - 1)
        return day_period(day) if period.start <= day < period.end else None
    if unit == "WE":
        saturday = nth_weekday(period.start, period.end, 5, nth)
        return weekend_period(saturday) if saturday else None
    if unit == "W":  # ISO 8601: a week belongs where its Thursday lies
        thursday = nth_weekday(period.start, period.end, 3, nth)
        return week_period(thursday) if thursday else None
    return _pick_nth_months(period, nth, unit)


def _pick_nth_months(period: Period, nth: int, unit: str | None) -> Period | None:
    length = {"M": 1, "Q": 3, "H": 6}.get(unit or "")
    if length is None or (unit == "H" and period.precision is not Precision.YEAR):
        return None
    first = shift_months(period.end, -length) if nth < 0 else shift_months(period.start, length * (nth - 1))
    if first is None or not period.start <= first < period.end:
        return None
    if unit == "M":
        return month_period(first.year, first.month)
    if unit == "Q":
        return quarter_period(first.year, (first.month + 2) // 3)
    return half_period(first.year, (first.month + 5) // 6)
