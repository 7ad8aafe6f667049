"""The day of publication, from the date lines of an article."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import attrs

from discrepancy.language import load_words
from discrepancy.read.dates import PrintedDate, find_dates
from discrepancy.read.phrases import any_of

__all__ = ["publication_date"]

# A copyright line gives the year of the page: "© 2025 The Paper", "© The Paper 2025".
_COPYRIGHT_YEAR = re.compile(
    r"^.{0,20}(?:©|ⓒ|\(c\)|[Cc]opyright\b)[^\n]{0,60}?\b((?:19|20)\d\d)\b", re.MULTILINE
)
# Where dates are looked for that show whether the day or the month stands first.
_SHOWN = 20_000


@attrs.frozen
class _Candidate:
    printed: PrintedDate
    rank: int


def publication_date(text: str, lines: Sequence[str]) -> date | None:
    """Return the day that the date lines give; ``None`` if they give none or leave it open.

    A day that follows "published" goes before a bare one, that before a day of change.  A date without a year
    takes the year of the copyright line, if there is one.  Figures such as 05/03/2024 count only if a weekday
    or another date of the text shows which of them is the day.
    """
    candidates = sorted((c for line in lines for c in _candidates(line)), key=lambda c: c.rank)
    years = set(_COPYRIGHT_YEAR.findall(text))
    year = int(years.pop()) if len(years) == 1 else None
    for candidate in candidates:
        day = candidate.printed.on(year) or _decide(candidate.printed, text)
        if day:
            return day
    return None


def _candidates(line: str) -> list[_Candidate]:
    dates = find_dates(line)
    found = [_Candidate(printed, _rank(line[: printed.start])) for printed in dates]
    different = {(d.year, d.month, d.day) for d in dates}
    # Two bare dates are a stretch of days, an event's or an exhibition's.
    if len(different) > 1 and all(c.rank == 1 for c in found):
        return []
    return found


def _rank(before: str) -> int:
    words = re.findall(r"[^\W\d_]+", before.casefold())
    for word in reversed(words):
        if _label("publishing").fullmatch(word):
            return 0
        if _label("updating").fullmatch(word):
            return 2
    return 1


def _decide(printed: PrintedDate, text: str) -> date | None:
    """Return the reading of ambiguous figures that the text's other dates support."""
    readings = printed.readings()
    if not printed.swapped or printed.weekday is not None:
        return None
    others = find_dates(text[:_SHOWN].replace("\n", " "))
    days = {d.on() for d in others if not d.swapped}
    named = [r for r in readings if r in days]
    if len(named) == 1:
        return named[0]
    first = {d.day_first for d in others if d.day_first is not None}
    if len(first) != 1:
        return None
    return readings[0] if first.pop() else readings[1]


@cache
def _label(table: str) -> re.Pattern[str]:
    return re.compile(any_of(load_words("datelines")[table]))
