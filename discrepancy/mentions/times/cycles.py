"""Ties what comes round again to the calendar: a month without a year, a day without a month, a weekday."""

from datetime import date, timedelta

import attrs

from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.narrow import narrow, pick_nth
from discrepancy.mentions.times.periods import (
    Located,
    Period,
    day_period,
    make_date,
    shift_months,
    year_period,
)
from discrepancy.mentions.times.tense import Tense
from discrepancy.mentions.times.timeline import Timeline
from discrepancy.values.times import Precision

__all__ = ["locate_day_of_month", "locate_in_some_year", "locate_weekday"]

# Years to either side in which a date without a year is looked for; a weekday or a leap day needs more.
_YEARS, _YEARS_OF_WEEKDAY = 2, 8
# A date without a year so many days ahead, and twice as far back, is an appointment.
_NEAR_DAY, _NEAR_MONTH = 110, 45
# A date so few days ago is meant even where a coming one is spoken of ("by Jan. 14" on 16 January).
_JUST_OVER = 15
# Histories go forward: a month back counts as so much farther than a month ahead.
_BACKWARD = 1.3


def locate_in_some_year(draft: Draft, timeline: Timeline, tense: Tense) -> Located | None:
    """Locate a month, day of a month, season, quarter or feast that names no year."""
    today, named = timeline.today, draft.named
    if today is None or not (named.month or draft.season or draft.quarter or draft.half or draft.holiday):
        return None
    whole = draft if draft.nth is None else name_fields(attrs.evolve(draft, nth=None), weekday=None)
    candidates = []
    rare = named.weekday is not None or (named.month, named.day) == (2, 29)
    for year in _years_around(timeline, today, _YEARS_OF_WEEKDAY if rare else _YEARS):
        outer = year_period(year)
        period = narrow(outer, whole) if outer else None
        if period is not None and _fits_weekday(period, whole.named.weekday):
            candidates.append(period)
    chosen, by = _choose(candidates, draft, timeline, tense)
    if chosen is not None and draft.nth is not None:
        chosen = pick_nth(chosen, draft)
    return Located(chosen, by) if chosen else None


def _years_around(timeline: Timeline, today: date, reach: int) -> range:
    told = timeline.told if timeline.narrative else timeline.beside
    years = [told.start.year] if told else []
    if not timeline.narrative or told is None:
        years.append(today.year)
    return range(min(years) - reach, max(years) + reach + 1)


def _fits_weekday(period: Period, weekday: int | None) -> bool:
    return weekday is None or period.precision < Precision.DAY or period.start.weekday() == weekday


def _choose(
    candidates: list[Period], draft: Draft, timeline: Timeline, tense: Tense
) -> tuple[Period | None, str]:
    today = timeline.today or date.min
    if draft.way is not None:
        return _choose_directed(candidates, today, draft.way), "publication"
    if draft.named.weekday is not None and draft.named.day is not None:
        return _nearest(candidates, today), "publication"
    if timeline.narrative:
        return _choose_told(candidates, timeline), "anchor"
    beside = timeline.beside
    if beside is not None and abs(beside.start.year - today.year) > 1:
        return _nearest(candidates, beside.start), "anchor"
    return _choose_by_tense(candidates, today, "past" if draft.quarter or draft.half else tense)


def _nearest(candidates: list[Period], day: date) -> Period | None:
    return min(candidates, key=lambda period: abs((period.start - day).days), default=None)


def _choose_by_tense(candidates: list[Period], today: date, tense: Tense) -> tuple[Period | None, str]:
    past = next((period for period in reversed(candidates) if period.start <= today), None)
    ahead = next((period for period in candidates if period.end > today), None)
    if ahead is not None and tense == "coming" and not _is_just_over(past, ahead, today):
        return ahead, "tense"
    if ahead is not None and tense != "past" and _is_near(ahead, past, today):
        return ahead, "publication"
    return past, "publication"


def _is_near(ahead: Period, past: Period | None, today: date) -> bool:
    distance = (ahead.start - today).days
    limit = _NEAR_DAY if ahead.precision >= Precision.DAY else _NEAR_MONTH
    return 0 < distance <= limit and (past is None or (today - past.start).days > 2 * distance)


def _is_just_over(past: Period | None, ahead: Period, today: date) -> bool:
    return past is not None and (today - past.start).days <= _JUST_OVER and (ahead.start - today).days > 180


def _choose_told(candidates: list[Period], timeline: Timeline) -> Period | None:
    """Choose by the last time told, in whose year or near which the next one lies."""
    last = timeline.told
    if last is None or not candidates:
        return candidates[-1] if candidates else None
    if last.precision <= Precision.YEAR:
        return next((period for period in candidates if period.start.year == last.start.year), None)
    return min(candidates, key=lambda period: _told_distance((period.start - last.start).days))


def _told_distance(days: int) -> float:
    return float(days) if days >= 0 else -_BACKWARD * days


def _choose_directed(candidates: list[Period], today: date, way: int) -> Period | None:
    if way < 0:
        return next((period for period in reversed(candidates) if period.end <= today), None)
    if way > 0:
        return next((period for period in candidates if period.start > today), None)
    return next((period for period in candidates if period.start.year == today.year), None)


def locate_day_of_month(draft: Draft, timeline: Timeline, tense: Tense) -> Located | None:
    """Locate "the 26th": in a month mentioned before where it fits, else by publication."""
    number, today = draft.named.day, timeline.today
    if number is None or draft.named.month is not None:
        return None
    for year, month in timeline.full_months:
        day = make_date(year, month, number)
        if day is not None and _fits_weekday(day_period(day), draft.named.weekday):
            return Located(day_period(day), "anchor")
    if today is None:
        return None
    days = [day for day in _days_around(today, number) if _fits_weekday(day_period(day), draft.named.weekday)]
    if tense == "coming":
        chosen = next((day for day in days if day >= today), None)
        return Located(day_period(chosen), "tense") if chosen else None
    if draft.named.weekday is not None:
        nearest = min(days, key=lambda day: abs((day - today).days), default=None)
        return Located(day_period(nearest), "publication") if nearest else None
    chosen = next((day for day in reversed(days) if day <= today), None)
    return Located(day_period(chosen), "publication") if chosen else None


def _days_around(today: date, number: int) -> list[date]:
    """Return the days of that number in the year before and after."""
    firsts = (shift_months(today, shift) for shift in range(-12, 13))
    days = (make_date(first.year, first.month, number) for first in firsts if first)
    return [day for day in days if day is not None]


def locate_weekday(draft: Draft, timeline: Timeline, tense: Tense) -> Located | None:
    """Locate a bare weekday: the latest up to publication, the next one where the future is spoken of."""
    anchored = draft.base == "anchor" and timeline.last_day is not None
    today = timeline.last_day.start if anchored and timeline.last_day else timeline.today
    if draft.named.weekday is None or draft.named.day or draft.named.month or today is None:
        return None
    by = "publication"
    if anchored or timeline.narrative:
        by, tense = "anchor", "coming" if timeline.narrative else "open"
    elif draft.way is None and tense == "coming":
        by = "tense"
    try:
        day = today + timedelta(days=_days_to(draft.named.weekday, today, draft.way, tense))
    except OverflowError:
        return None
    return Located(day_period(day), by) if make_date(day.year, day.month, day.day) else None


def _days_to(weekday: int, today: date, way: int | None, tense: Tense) -> int:
    back = (today.weekday() - weekday) % 7
    if way is None:
        return -back % 7 if tense == "coming" else -back
    if way == 0:
        return weekday - today.weekday()
    return -(back or 7) if way < 0 else (-back % 7) or 7
