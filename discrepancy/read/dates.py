"""Calendar dates as newspapers print them, found in one line of text."""

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

import attrs

from discrepancy.language import load_words

__all__ = ["PrintedDate", "find_dates", "find_dates_and_times", "read_given_date"]

# A two-figure year is of this century: no newspaper site prints its own date as "5.3.98".
_CENTURY = 2000


@attrs.frozen(kw_only=True)
class PrintedDate:
    """A date as printed: what it leaves out is ``None``.

    ``swapped`` is the other reading of figures such as 05/03/2024, where the day may stand first or second;
    ``day_first`` tells where it stands in figures that leave no doubt.
    """

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    swapped: bool = False
    day_first: bool | None = None

    def on(self, year: int | None = None) -> date | None:
        """Return the day that is meant, in the given year if none is printed; ``None`` if there is none.

        A weekday that does not fit makes the date doubtful, so there is none.
        """
        year = self.year or year
        if year is None:
            return None
        readings = {(self.month, self.day)} | ({(self.day, self.month)} if self.swapped else set())
        days = [d for d in (_day(year, *reading) for reading in sorted(readings)) if d]
        if self.weekday is not None:
            days = [d for d in days if d.weekday() == self.weekday]
        return days[0] if len(days) == 1 else None

    def readings(self) -> tuple[date, ...]:
        """Return every day that the figures can mean, whatever the weekday."""
        if self.year is None:
            return ()
        pairs = ((self.month, self.day), (self.day, self.month))[: 2 if self.swapped else 1]
        return tuple(d for d in (_day(self.year, *pair) for pair in pairs) if d)


def find_dates(line: str) -> tuple[PrintedDate, ...]:
    """Return the dates in a line, from left to right, without overlaps."""
    found: list[PrintedDate] = []
    for match in _pattern().finditer(line):
        read = _from_figures(match) if match["a"] or match["iso_year"] else _from_words(match)
        if read:
            found.append(read)
    return tuple(found)


def find_dates_and_times(line: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of a line that are dates or times of day, to be taken off it."""
    dates = [(d.start, d.end) for d in find_dates(line)]
    times = [m.span() for m in _clock().finditer(line)]
    return tuple(dates + [t for t in times if not any(t[0] < end and start < t[1] for start, end in dates)])


def read_given_date(value: str) -> date | None:
    """Read a date that was given beside the text, as JSON has it: ISO 8601, RFC 2822 or printed words.

    The day is the one that is written, in the writer's own time zone.
    """
    value = value.strip()
    iso = re.match(r"\d{4}-\d\d-\d\d(?=$|[T ])", value)
    if iso:
        year, month, day = map(int, iso[0].split("-"))
        return _day(year, month, day)
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    dates = find_dates(value) if len(value) <= 80 else ()
    rest = value
    for start, end in sorted(find_dates_and_times(value), reverse=True):
        rest = rest[:start] + rest[end:]
    return dates[0].on() if len(dates) == 1 and not re.search(r"\w", rest) else None


def _from_figures(match: re.Match[str]) -> PrintedDate | None:
    if match["iso_year"]:
        year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
        swapped, day_first = False, None
    else:
        year = int(match["year"]) + (_CENTURY if len(match["year"]) == 2 else 0)
        day, month = int(match["a"]), int(match["b"])
        # With points the day stands first (DIN 5008 and its neighbours); strokes and hyphens serve both.
        swapped = match["sep"] != "." and day <= 12 and month <= 12 and day != month
        day_first = None if swapped or match["sep"] == "." or day == month else month <= 12
        if month > 12 and match["sep"] != ".":
            day, month = month, day
    if _day(year, month, day) is None:
        return None
    return _printed(match, year=year, month=month, day=day, swapped=swapped, day_first=day_first)


def _from_words(match: re.Match[str]) -> PrintedDate | None:
    name = match["month_a"] or match["month_b"]
    month = load_words("calendar")["months"][name.casefold().rstrip(".")]
    day = int(match["day_a"] or match["day_b"])
    year = match["year_a"] or match["year_b"]
    # 2024 has a 29 February: a date without a year is possible if it is in a leap year.
    if _day(int(year or 2024), month, day) is None:
        return None
    return _printed(match, year=int(year) if year else None, month=month, day=day)


def _printed(
    match: re.Match[str],
    *,
    year: int | None,
    month: int,
    day: int,
    swapped: bool = False,
    day_first: bool | None = None,
) -> PrintedDate:
    named = match["weekday"] or match["weekday_after"]
    weekday = load_words("calendar")["weekdays"][named.casefold().rstrip(".")] if named else None
    return PrintedDate(
        start=match.start(),
        end=match.end(),
        year=year,
        month=month,
        day=day,
        weekday=weekday,
        swapped=swapped,
        day_first=day_first,
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1700 <= year < 2200 else None
    except ValueError:
        return None


def _names(table: str) -> Iterator[str]:
    """Give the names with a capital or all in capitals: "may" and "sat" are no dates."""
    for name in sorted(load_words("calendar")[table], key=len, reverse=True):
        yield re.escape(name.capitalize())
        yield re.escape(name.upper())


@cache
def _pattern() -> re.Pattern[str]:
    months, weekdays = "|".join(_names("months")), "|".join(_names("weekdays"))
    return re.compile(
        rf"""
        (?<![\w./-])
        (?: (?P<weekday>{weekdays})\b\.? ,? \s{{1,3}} (?:the\s)? )?
        (?:
            (?P<iso_year>\d{{4}}) (?P<iso_sep>[-./]) (?P<iso_month>\d\d?) (?P=iso_sep) (?P<iso_day>\d\d?)
          | (?P<a>\d\d?) (?P<sep>[-./]) (?P<b>\d\d?) (?P=sep) (?P<year>\d{{4}}|\d\d)
          | (?P<day_a>\d\d?) (?:st|nd|rd|th|\.)? (?:\s of)? [\s-] (?P<month_a>{months})\b\.?
            (?: (?:\s of)? ,? [\s-] (?P<year_a>\d{{4}})\b )?
          | (?P<month_b>{months})\b\.? \s (?P<day_b>\d\d?) (?:st|nd|rd|th)? (?: ,? \s (?P<year_b>\d{{4}})\b )?
        )
        (?![\w/-] | \.\d)
        (?: ,? \s \(? (?P<weekday_after>{weekdays})\b \)? )?
        """,
        re.VERBOSE,
    )


@cache
def _clock() -> re.Pattern[str]:
    """A time of day as a date line has it: 9:52, 17h40, 5:14 PM GMT, 5pm."""
    return re.compile(
        r"""
        (?<![\w:.])
        (?: \d{1,2} [:.h] \d\d (?: : \d\d )? (?: \s? [ap]\.?m\.? )? | \d{1,2} \s? [ap]\.?m\.? )
        (?: \s? (?-i: [A-Z]{2,4}T | GMT | UTC | Z ) (?: [+-]\d{1,2} (?: :?\d\d )? )? \b | \s? [+-]\d\d:?\d\d )?
        (?![\w:])
        """,
        re.VERBOSE | re.IGNORECASE,
    )
