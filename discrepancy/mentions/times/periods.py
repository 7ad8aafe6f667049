"""Stretches of the calendar with their names: years, quarters, months, weeks, days."""

import calendar
from datetime import date, datetime, timedelta
from functools import lru_cache

import attrs

from discrepancy.language import load_words
from discrepancy.values.times import Interval, Precision

__all__ = [
    "Located", "Period", "century_period", "day_period", "decade_period", "easter_sunday", "half_period",
    "holiday_date",
    "make_date", "month_period", "nth_weekday", "quarter_period", "season_period", "shift_months",
    "week_period", "weekend_period", "year_period",
]  # fmt: skip


@attrs.frozen(kw_only=True)
class Period:
    """A stretch of the calendar; ``day`` is its first day, ``value`` its TIMEX3 name."""

    value: str
    edtf: str | None
    start: date
    end: date
    precision: Precision

    @property
    def interval(self) -> Interval:
        """The stretch from the midnight at its start to the midnight at its end."""
        return Interval(_midnight(self.start), _midnight(self.end))


@attrs.frozen
class Located:
    """A period and how it was found: explicit, publication, tense or anchor."""

    period: Period
    by: str


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, ``None`` where the calendar has no such day."""
    if not (1 < year < 9998 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shift_months(day: date, months: int) -> date | None:
    """Return the first day of the month so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return make_date(count // 12, count % 12 + 1, 1)


def _months(
    value: str, edtf: str | None, first: date | None, length: int, precision: Precision
) -> Period | None:
    end = shift_months(first, length) if first else None
    if first is None or end is None:
        return None
    return Period(value=value, edtf=edtf, start=first, end=end, precision=precision)


@lru_cache(maxsize=1024)
def year_period(year: int) -> Period | None:
    """Return a calendar year."""
    return _months(f"{year:04}", f"{year:04}", make_date(year, 1, 1), 12, Precision.YEAR)


@lru_cache(maxsize=4096)
def month_period(year: int, month: int) -> Period | None:
    """Return a calendar month."""
    name = f"{year:04}-{month:02}"
    return _months(name, name, make_date(year, month, 1), 1, Precision.MONTH)


def quarter_period(year: int, quarter: int) -> Period | None:
    """Return a calendar quarter; EDTF numbers quarters 33 to 36."""
    first = make_date(year, 3 * quarter - 2, 1)
    return _months(f"{year:04}-Q{quarter}", f"{year:04}-{32 + quarter}", first, 3, Precision.QUARTER)


def half_period(year: int, half: int) -> Period | None:
    """Return half a calendar year; EDTF numbers halves 40 and 41."""
    first = make_date(year, 6 * half - 5, 1)
    return _months(f"{year:04}-H{half}", f"{year:04}-{39 + half}", first, 6, Precision.QUARTER)


_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def season_period(year: int, season: str) -> Period | None:
    """Return a season; winter is the one that begins in December of ``year``, or the months before spring.

    Papers call both January 1990 and December 1990 "the winter of 1990", so a winter takes both.
    """
    if season == "W+":
        return _months(f"{year:04}-WI", f"{year:04}-24", make_date(year, 12, 1), 3, Precision.SEASON)
    first = make_date(year, load_words("calendar")["season_months"][season], 1)
    value, edtf = f"{year:04}-{season}", f"{year:04}-{_SEASON_EDTF[season]}"
    if season != "WI":
        return _months(value, edtf, first, 3, Precision.SEASON)
    return _months(value, edtf, make_date(year - 1, 12, 1), 15, Precision.SEASON)


def decade_period(decade: int) -> Period | None:
    """Return a decade; 199 is the 1990s."""
    return _months(f"{decade:03}", f"{decade:03}X", make_date(decade * 10, 1, 1), 120, Precision.DECADE)


def century_period(century: int) -> Period | None:
    """Return a century by its leading figures; 19 is the 20th century."""
    return _months(
        f"{century:02}", f"{century:02}XX", make_date(century * 100, 1, 1), 1200, Precision.CENTURY
    )


def day_period(day: date) -> Period:
    """Return one day."""
    name = day.isoformat()
    return Period(value=name, edtf=name, start=day, end=day + timedelta(days=1), precision=Precision.DAY)


def week_period(day: date) -> Period:
    """Return the ISO week around a day; the Sunday before counts too, where weeks begin on Sunday."""
    year, week, _ = day.isocalendar()
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    name = f"{year:04}-W{week:02}"
    return Period(
        value=name,
        edtf=f"{monday}/{sunday}",
        start=monday - timedelta(days=1),
        end=monday + timedelta(days=7),
        precision=Precision.WEEK,
    )


def weekend_period(day: date) -> Period:
    """Return the weekend of the ISO week around a day, Friday evening left out."""
    saturday = day + timedelta(days=5 - day.weekday())
    year, week, _ = day.isocalendar()
    return Period(
        value=f"{year:04}-W{week:02}-WE",
        edtf=f"{saturday}/{saturday + timedelta(days=1)}",
        start=saturday,
        end=saturday + timedelta(days=2),
        precision=Precision.WEEK,
    )


def nth_weekday(start: date, end: date, weekday: int, nth: int) -> date | None:
    """Return the nth such weekday of a stretch, -1 for the last."""
    first = start + timedelta(days=(weekday - start.weekday()) % 7)
    last = end - timedelta(days=1 + (end.weekday() - 1 - weekday) % 7)
    day = last if nth < 0 else first + timedelta(weeks=nth - 1)
    return day if start <= day < end else None


def easter_sunday(year: int) -> date | None:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return make_date(year, f // 31, f % 31 + 1)


def holiday_date(name: str, year: int) -> date | None:
    """Return the day of a feast of calendar.toml in a year."""
    table = load_words("calendar")
    if name in table["holidays"]:
        month, day = table["holidays"][name]
        return make_date(year, month, day)
    if name in table["weekday_holidays"]:
        month, weekday, nth = table["weekday_holidays"][name]
        period = month_period(year, month)
        return nth_weekday(period.start, period.end, weekday, nth) if period else None
    easter = easter_sunday(year)
    return easter + timedelta(days=table["easter_holidays"][name]) if easter else None
