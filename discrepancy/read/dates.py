"""Calendar dates as newspapers print them, found in one line of text."""

import re
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

import attrs

from discrepancy.language import load_words

__all__ = ["PrintedDate", "find_dates", "find_dates_and_times", "read_given_date"]

# A year in two figures is of this century: no site prints the day of a page as "5.3.98".
_CENTURY = 2000
_FIRST_YEAR, _LAST_YEAR = 1700, 2200
# A leap year: the 29th of February without a year is a date.
_LEAP_YEAR = 2024

_FIGURE = re.compile(r"\d")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=$|[T ])")
_LONGEST_GIVEN = 80


@attrs.frozen(kw_only=True)
class PrintedDate:
    """A date as printed; what it leaves out is ``None``.

    ``swapped`` are figures such as 05/03/2024, of which either can be the day: ``month`` and ``day`` are then
    those of the reading with the day first.  ``day_first`` tells the order of figures that leave no doubt.
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
        """Return the day that is meant, in the given year if none is printed; ``None`` if that is open.

        A weekday that does not fit leaves it open too: one of the two is a mistake.
        """
        days = {d for d in self.readings(year) if self.weekday in (None, d.weekday())}
        return days.pop() if len(days) == 1 else None

    def readings(self, year: int | None = None) -> tuple[date, ...]:
        """Return every day that the figures can mean, whatever the weekday; that with the day first leads."""
        year = self.year or year
        if year is None:
            return ()
        pairs = [(self.month, self.day), (self.day, self.month)] if self.swapped else [(self.month, self.day)]
        return tuple(d for d in (_day(year, *pair) for pair in pairs) if d)


def find_dates(line: str) -> tuple[PrintedDate, ...]:
    """Return the dates in a line, from left to right, without overlaps."""
    if not _FIGURE.search(line):
        return ()
    found = (_read(match) for match in _date().finditer(line))
    return tuple(printed for printed in found if printed)


def find_dates_and_times(line: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of a line that are dates or times of day."""
    dates = [(d.start, d.end) for d in find_dates(line)]
    times = [m.span() for m in _CLOCK.finditer(line)]
    return tuple(dates + [t for t in times if not any(t[0] < end and start < t[1] for start, end in dates)])


def read_given_date(value: str) -> date | None:
    """Read a date that was given beside the text: ISO 8601, RFC 2822 or as printed; ``None`` if it is none.

    The day is the one that is written, in the writer's own time zone.
    """
    value = value.strip()
    iso = _ISO.match(value)
    if iso:
        return _day(*map(int, iso.groups()))
    if len(value) > _LONGEST_GIVEN:
        return None
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    rest = value
    for start, end in sorted(find_dates_and_times(value), reverse=True):
        rest = rest[:start] + rest[end:]
    dates = find_dates(value)
    return dates[0].on() if len(dates) == 1 and not re.search(r"\w", rest) else None


def _read(match: re.Match[str]) -> PrintedDate | None:
    """Return the date that a match of ``_date`` shows; ``None`` where the calendar has no such day."""
    if match["iso_year"]:
        printed = PrintedDate(
            start=match.start(),
            end=match.end(),
            year=int(match["iso_year"]),
            month=int(match["iso_month"]),
            day=int(match["iso_day"]),
        )
    else:
        printed = _from_figures(match) if match["first"] else _from_words(match)
    if _day(printed.year or _LEAP_YEAR, printed.month, printed.day) is None:
        return None
    weekday = match["weekday"] or match["weekday_after"]
    return attrs.evolve(printed, weekday=_number("weekdays", weekday)) if weekday else printed


def _from_figures(match: re.Match[str]) -> PrintedDate:
    day, month = int(match["first"]), int(match["second"])
    swapped = day_first = None
    # With points the day stands first (DIN 5008 and its neighbours); strokes and hyphens serve both orders.
    if match["sep"] != "." and day != month:
        swapped = day <= 12 and month <= 12
        day_first = None if swapped else month <= 12
    if day_first is False:
        day, month = month, day
    return PrintedDate(
        start=match.start(),
        end=match.end(),
        year=int(match["year"]) + (_CENTURY if len(match["year"]) == 2 else 0),
        month=month,
        day=day,
        swapped=bool(swapped),
        day_first=day_first,
    )


def _from_words(match: re.Match[str]) -> PrintedDate:
    year = match["year_after_month"] or match["year_after_day"]
    return PrintedDate(
        start=match.start(),
        end=match.end(),
        year=int(year) if year else None,
        month=_number("months", match["month_after_day"] or match["month_before_day"]),
        day=int(match["day_before_month"] or match["day_after_month"]),
    )


def _number(table: str, name: str) -> int:
    number: int = load_words("calendar")[table][name.casefold().rstrip(".")]
    return number


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year < _LAST_YEAR else None
    except ValueError:
        return None


def _names(table: str) -> str:
    """Return a pattern for names with a capital or all in capitals: "may" and "sat" are no dates."""
    names = sorted(load_words("calendar")[table], key=lambda name: (-len(name), name))
    return "|".join(re.escape(form) for name in names for form in (name.capitalize(), name.upper()))


@cache
def _date() -> re.Pattern[str]:
    """The forms of a date: 2024-05-03, 3.5.24, 05/03/2024, 3 May 2024, the 2nd of May, May 3, 2024.

    Each may have a weekday before or after it.
    """
    months, weekdays = _names("months"), _names("weekdays")
    return re.compile(
        rf"""
        (?<! [\w./-] )
        (?: (?P<weekday> {weekdays} ) \b \.? ,? \s{{1,3}} (?: the \s )? )?
        (?:
            (?P<iso_year> \d{{4}} ) (?P<iso_sep> [-./] )
            (?P<iso_month> \d\d? ) (?P=iso_sep) (?P<iso_day> \d\d? ) (?= \.? (?: [^\w./-] | T\d\d | $ ) )
          | (?P<first> \d\d? ) (?P<sep> [-./] ) (?P<second> \d\d? ) (?P=sep) (?P<year> \d{{4}} | \d\d )
            (?! [\w/-] | \.\d )
          | (?P<day_before_month> \d\d? ) (?: st | nd | rd | th | \. )? (?: \s of )? [\s-]
            (?P<month_after_day> {months} ) \b \.?
            (?: (?: \s of )? ,? [\s-] (?P<year_after_month> \d{{4}} ) \b )? (?! [/-] )
          | (?P<month_before_day> {months} ) \b \.? \s
            (?P<day_after_month> \d\d? ) (?: st | nd | rd | th )?
            (?: ,? \s (?P<year_after_day> \d{{4}} ) \b )? (?! [\w/-] | \.\d )
        )
        (?: ,? \s \(? (?P<weekday_after> {weekdays} ) \b \)? )?
        """,
        re.VERBOSE,
    )


# A time of day as a date line has it: 9:52, 17h40, 14.05 BST, T06:40:00+09:00, 5:14 PM GMT, 5pm.
_CLOCK = re.compile(
    r"""
    (?<! [\w:.] ) T?
    (?:
        \d{1,2} [:.h] \d\d (?: : \d\d (?: \.\d+ )? )? (?: \s? [aApP]\.?[mM]\b\.? )?
      | \d{1,2} \s? [aApP]\.?[mM]\b\.?
    )
    (?: \s? (?: [A-Z]{2,4}T | GMT | UTC | Z ) (?: [+-] \d{1,2} (?: :?\d\d )? )? \b | \s? [+-] \d\d :? \d\d )?
    (?! [\w:] )
  | (?<= \d ) T \d\d : \d\d [\d:.]* (?: Z | [+-] \d\d :? \d\d )?
    """,
    re.VERBOSE,
)
