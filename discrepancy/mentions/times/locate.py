"""Ties a draft to the calendar: which day, month or year its words mean."""

from datetime import date, timedelta

import attrs

from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.periods import (
    Period,
    century_period,
    day_period,
    decade_period,
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
    year_period,
)
from discrepancy.mentions.times.timeline import Timeline
from discrepancy.values.times import Precision

__all__ = ["Located", "locate"]


@attrs.frozen
class Located:
    """A period and how it was found: explicit, publication, tense or anchor."""

    period: Period
    by: str


def locate(draft: Draft, timeline: Timeline, coming: bool) -> Located | None:
    """Return the period that the draft means, ``None`` where its words leave it open."""
    if draft.base is not None and not _is_directed(draft):
        return _locate_relative(draft, timeline, coming)
    for named in (_named_period, _year_of_cycle, _day_of_month, _weekday):
        located = named(draft, timeline, coming)
        if located is not None:
            return located
    return None


def _is_directed(draft: Draft) -> bool:
    return draft.way is not None and draft.unit is None


def _named_period(draft: Draft, timeline: Timeline, coming: bool) -> Located | None:
    """Locate what names its own year, decade or century."""
    if draft.decade is not None:
        period = decade_period(draft.decade)
    elif draft.century is not None:
        period = century_period(draft.century)
    elif draft.named.year is not None:
        draft = _choose_order(draft, timeline)
        outer = year_period(draft.named.year) if draft.named.year else None
        period = narrow(outer, draft) if outer else None
    else:
        return None
    return Located(period, "explicit") if period else None


def _choose_order(draft: Draft, timeline: Timeline) -> Draft:
    """Settle 03/04/2024: the order that lies within six weeks of publication where the other does not."""
    if draft.other is None:
        return draft
    undecided = attrs.evolve(draft, named=attrs.evolve(draft.named, month=None, day=None))
    today = timeline.published.date() if timeline.published else None
    named = draft.named
    first, second = make_date(named.year or 0, named.month or 0, named.day or 0), make_date(*draft.other)
    if today is None or first is None or second is None:
        return undecided
    near = [day for day in (first, second) if abs((day - today).days) <= 45]
    if len(near) != 1:
        return undecided
    return attrs.evolve(draft, named=attrs.evolve(named, month=near[0].month, day=near[0].day))


def narrow(outer: Period, draft: Draft) -> Period | None:
    """Return the part of a period that the named fields pick."""
    named, year, period = draft.named, outer.start.year, outer
    if outer.precision is Precision.YEAR:
        period_or_none = _in_year(outer, draft, year)
    elif named.day is not None:
        day = make_date(year, named.month or outer.start.month, named.day)
        period_or_none = day_period(day) if day else None
    else:
        period_or_none = period
    if period_or_none is None:
        return None
    if draft.nth is not None:
        return _pick_nth(period_or_none, draft)
    if named.weekday is not None and period_or_none.precision < Precision.DAY:
        return _weekday_in(period_or_none, named.weekday)
    return period_or_none


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
    if "WE" in period.value:
        monday = period.end - timedelta(days=7)
    return day_period(monday + timedelta(days=weekday))


def _pick_nth(period: Period, draft: Draft) -> Period | None:
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
    if unit == "W":
        day = period.end - timedelta(days=1) if nth < 0 else period.start + timedelta(weeks=nth - 1)
        return week_period(day) if day < period.end else None
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


def _locate_relative(draft: Draft, timeline: Timeline, coming: bool) -> Located | None:
    unit = draft.unit or "D"
    if draft.shift is None:
        return None
    if draft.origin is not None:
        origin = locate(draft.origin, timeline, coming)
        start, by = (origin.period, "anchor") if origin else (None, "")
    else:
        start, by = _reference(draft, timeline, unit)
    shift = draft.shift
    # "Over the weekend" in Monday's paper is the one just over.
    if unit == "WE" and draft.loose and start is not None and not coming and start.start.weekday() < 5:
        shift -= 1
    outer = shift_period(start, unit, shift, loose=draft.loose) if start else None
    inner = narrow(outer, draft) if outer else None
    return Located(inner, by) if inner else None


def _reference(draft: Draft, timeline: Timeline, unit: str) -> tuple[Period | None, str]:
    today = timeline.today
    published = day_period(today) if today else None
    if unit == "Y" and draft.loose and abs(draft.shift or 0) == 1 and timeline.last_quarter is not None:
        return timeline.last_quarter, "anchor"
    if unit == "Q" and draft.base == "anchor":
        return _reported_quarter(timeline, today), "anchor"
    if draft.base == "anchor":
        anchor = timeline.anchor(unit)
        return (anchor, "anchor") if anchor else (published, "publication")
    return published, "anchor" if timeline.narrative else "publication"


def _reported_quarter(timeline: Timeline, today: date | None) -> Period | None:
    """Return the quarter that a report of earnings speaks of: the last one named, else the last that is over."""
    if timeline.last_quarter is not None or today is None:
        return timeline.last_quarter
    first = shift_months(today, -3)
    return quarter_period(first.year, (first.month + 2) // 3) if first else None


def shift_period(start: Period, unit: str, shift: float, *, loose: bool = False) -> Period | None:
    """Return the period of the unit that lies ``shift`` units from ``start``."""
    if abs(shift) > 100_000:
        return None
    day, whole = start.start, int(shift)
    if unit in ("Y", "DE", "CE", "ML"):
        return (
            _loosened(_shift_years(start, unit, shift), start, unit, shift)
            if loose
            else _shift_years(start, unit, shift)
        )
    if unit in ("M", "Q", "S"):
        return (
            _loosened(_shift_month(start, unit, shift), start, unit, shift)
            if loose
            else _shift_month(start, unit, shift)
        )
    days = {"D": 1, "W": 7, "WE": 7, "F": 14}.get(unit)
    if days is None:
        return None
    try:
        moved = day + timedelta(days=int(shift * days))
        if unit == "D":
            return day_period(moved)
        if unit == "WE":
            return weekend_period(moved)
        week = week_period(moved)
    except OverflowError:
        return None
    # "Two weeks ago" is the day a fortnight back, give or take a few days, more than that calendar week.
    if loose and whole:
        around = (moved - timedelta(days=3), moved + timedelta(days=4))
        return attrs.evolve(week, start=min(week.start, around[0]), end=max(week.end, around[1]))
    return week


_MONTHS = {"M": 1, "Q": 3, "S": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}


def _loosened(period: Period | None, start: Period, unit: str, shift: float) -> Period | None:
    """Widen "three months ago" to half a month on either side of that day, "two years ago" to half a year."""
    if period is None or start.precision < Precision.MONTH:
        return period
    middle = shift_months(start.start, int(shift * _MONTHS[unit]))
    if middle is None or unit == "ML":
        return period
    around = timedelta(days=15 * _MONTHS[unit])
    try:
        day = middle + timedelta(days=start.start.day - 1)
        return attrs.evolve(period, start=min(period.start, day - around), end=max(period.end, day + around))
    except OverflowError:
        return period


def _shift_years(start: Period, unit: str, shift: float) -> Period | None:
    if unit == "Y" and 0 < abs(shift) < 1:
        return _shift_month(start, "M", shift * 12)
    years = int(shift * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit])
    year = start.start.year + years
    if start.precision is Precision.QUARTER and "Q" in start.value and unit == "Y" and shift == int(shift):
        return quarter_period(year, int(start.value[-1]))
    if unit == "DE" and abs(shift) <= 1:
        return decade_period(year // 10)
    if unit == "CE" and abs(shift) <= 1:
        return century_period(year // 100)
    return year_period(year)


def _shift_month(start: Period, unit: str, shift: float) -> Period | None:
    months = shift * {"M": 1, "Q": 3, "S": 6}[unit]
    first = shift_months(start.start, int(months))
    if first is None:
        return None
    return (
        quarter_period(first.year, (first.month + 2) // 3)
        if unit == "Q"
        else month_period(first.year, first.month)
    )


def _year_of_cycle(draft: Draft, timeline: Timeline, coming: bool) -> Located | None:
    """Locate a month, day of a month, season, quarter or feast that names no year."""
    if not (draft.named.month or draft.season or draft.quarter or draft.half or draft.holiday):
        return None
    today = timeline.today
    if today is None:
        return None
    whole = draft if draft.nth is None else name_fields(attrs.evolve(draft, nth=None), weekday=None)
    candidates = []
    for year in _years_around(timeline, today):
        outer = year_period(year)
        period = narrow(outer, whole) if outer else None
        if period is not None and _fits_weekday(period, whole.named.weekday):
            candidates.append(period)
    chosen, by = _choose(candidates, today, draft, timeline, coming)
    if chosen is not None and draft.nth is not None:
        chosen = _pick_nth(chosen, draft)
    return Located(chosen, by) if chosen else None


def _years_around(timeline: Timeline, today: date) -> range:
    told = timeline.told if timeline.narrative else timeline.beside
    year = told.start.year if told else today.year
    if not timeline.narrative and told is not None:
        return range(min(year, today.year) - 6, max(year, today.year) + 7)
    return range(year - 6, year + 7)


def _fits_weekday(period: Period, weekday: int | None) -> bool:
    return weekday is None or period.precision < Precision.DAY or period.start.weekday() == weekday


def _choose(
    candidates: list[Period], today: date, draft: Draft, timeline: Timeline, coming: bool
) -> tuple[Period | None, str]:
    past = [period for period in candidates if period.start <= today]
    if draft.way is not None:
        return _choose_directed(candidates, today, draft.way, coming), "publication"
    if draft.named.weekday is not None and candidates and draft.named.day is not None:
        return min(candidates, key=lambda period: abs((period.start - today).days)), "publication"
    if timeline.narrative:
        return _choose_told(candidates, timeline), "anchor"
    beside = timeline.beside
    if beside is not None and abs(beside.start.year - today.year) > 1:
        return min(candidates, key=lambda period: abs(period.start - beside.start), default=None), "anchor"
    ahead = [period for period in candidates if period.end > today]
    if draft.quarter or draft.half:
        coming = False
    if ahead and (
        (coming and not _is_just_over(past[-1:], ahead[0], today)) or _is_near(ahead[0], past[-1:], today)
    ):
        return ahead[0], "tense" if coming else "publication"
    return (past[-1], "publication") if past else (None, "publication")


# A date without a year so many days ahead, and much farther back, is an appointment.
_NEAR_DAY, _NEAR_MONTH = 110, 45


def _is_near(ahead: Period, past: list[Period], today: date) -> bool:
    distance = (ahead.start - today).days
    limit = _NEAR_DAY if ahead.precision >= Precision.DAY else _NEAR_MONTH
    return 0 < distance <= limit and (not past or (today - past[-1].start).days > 2 * distance)


def _is_just_over(past: list[Period], ahead: Period, today: date) -> bool:
    """Whether a date is days ago rather than most of a year ahead ("by Jan. 14" in the paper of 16 January)."""
    return bool(past) and (today - past[-1].start).days <= _JUST_OVER and (ahead.start - today).days > 180


_JUST_OVER = 15


def _choose_told(candidates: list[Period], timeline: Timeline) -> Period | None:
    """Choose by the last time told: histories go forward, by a few months at most before the year is named anew."""
    last = timeline.told
    if last is None or not candidates:
        return candidates[-1] if candidates else None
    same_year = [period for period in candidates if period.start.year == last.start.year]
    if last.precision <= Precision.YEAR:
        return same_year[0] if same_year else None
    return min(candidates, key=lambda period: _told_distance((period.start - last.start).days))


def _told_distance(days: int) -> float:
    return float(days) if days >= 0 else -1.3 * days


def _choose_directed(candidates: list[Period], today: date, way: int, coming: bool) -> Period | None:
    if way < 0:
        before = [period for period in candidates if period.end <= today]
        return before[-1] if before else None
    if way > 0:
        after = [period for period in candidates if period.start > today]
        return after[0] if after else None
    same_year = [period for period in candidates if period.start.year == today.year]
    return same_year[0] if same_year else None


def _day_of_month(draft: Draft, timeline: Timeline, coming: bool) -> Located | None:
    """Locate "the 26th": in a month mentioned before where it fits, else by publication."""
    number, today = draft.named.day, timeline.today
    if number is None:
        return None
    for year, month in timeline.full_months:
        day = make_date(year, month, number)
        if day is not None and _fits_weekday(day_period(day), draft.named.weekday):
            return Located(day_period(day), "anchor")
    if today is None:
        return None
    days = []
    for shift in range(-12, 13):
        first = shift_months(today, shift)
        day = make_date(first.year, first.month, number) if first else None
        if day is not None and _fits_weekday(day_period(day), draft.named.weekday):
            days.append(day)
    chosen = (
        [day for day in days if day >= today][:1] if coming else [day for day in days if day <= today][-1:]
    )
    return Located(day_period(chosen[0]), "tense" if coming else "publication") if chosen else None


def _weekday(draft: Draft, timeline: Timeline, coming: bool) -> Located | None:
    """Locate a bare weekday: the latest up to publication, the next one where the future is spoken of."""
    weekday = draft.named.weekday
    anchored = draft.base == "anchor" and timeline.last_day is not None
    today = timeline.last_day.start if anchored and timeline.last_day else timeline.today
    if weekday is None or today is None:
        return None
    back = (today.weekday() - weekday) % 7
    if draft.way is None:
        days = (-back % 7 if coming and not anchored else -back) if not timeline.narrative else -back % 7
    elif draft.way < 0:
        days = -(back or 7)
    elif draft.way > 0:
        days = (-back % 7) or 7
    else:
        days = weekday - today.weekday()
    by = (
        "anchor"
        if anchored or timeline.narrative
        else "tense"
        if coming and draft.way is None
        else "publication"
    )
    return Located(day_period(today + timedelta(days=days)), by)
