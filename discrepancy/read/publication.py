"""The day of publication, from the date lines of an article."""

import re
from collections.abc import Sequence
from datetime import date
from enum import IntEnum

import attrs

from discrepancy.read.dates import PrintedDate, find_dates
from discrepancy.read.phrases import phrases

__all__ = ["publication_date"]

# A copyright line gives the year of the page: "© 2025 The Paper", "© The Paper 2025".
_COPYRIGHT_YEAR = re.compile(
    r"^ .{0,20} (?: [©ⓒ] | \(c\) | [Cc]opyright\b ) [^\n]{0,60}? \b ((?:19|20)\d\d) \b",
    re.MULTILINE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")
# The dates of the beginning show well enough whether the day or the month stands first.
_SHOWN = 20_000


class _Rank(IntEnum):
    """Which of several dates is the day of publication: the lowest."""

    PUBLISHED = 0
    BARE = 1
    UPDATED = 2


@attrs.frozen
class _Candidate:
    printed: PrintedDate
    rank: _Rank


def publication_date(text: str, lines: Sequence[str]) -> date | None:
    """Return the day that the date lines give; ``None`` if they give none or leave it open.

    A day after "published" goes before a bare one, and that before the day of a change.  A date without a
    year takes the year of the copyright line if there is one.  Figures such as 05/03/2024 count only if a
    weekday or another date of the text shows which of them is the day.
    """
    candidates = sorted((c for line in lines for c in _candidates(line)), key=lambda c: c.rank)
    if not candidates:
        return None
    years = set(_COPYRIGHT_YEAR.findall(text))
    year = int(years.pop()) if len(years) == 1 else None
    days = (c.printed.on(year) or _decided(c.printed, text) for c in candidates)
    return next((day for day in days if day), None)


def _candidates(line: str) -> list[_Candidate]:
    dates = find_dates(line)
    found = [_Candidate(printed, _rank(line[: printed.start])) for printed in dates]
    # Two bare days are the first and the last of an exhibition or of a life.
    several = len({(d.year, d.month, d.day) for d in dates}) > 1
    return [] if several and all(c.rank is _Rank.BARE for c in found) else found


def _rank(before: str) -> _Rank:
    for word in reversed(_WORD.findall(before.casefold())):
        if phrases("datelines", "publishing").fullmatch(word):
            return _Rank.PUBLISHED
        if phrases("datelines", "updating").fullmatch(word):
            return _Rank.UPDATED
    return _Rank.BARE


def _decided(printed: PrintedDate, text: str) -> date | None:
    """Return the reading of 05/03/2024 that the other dates of the text speak for, if they do."""
    if not printed.swapped or printed.weekday is not None:
        return None
    others = [d for d in find_dates(text[:_SHOWN].replace("\n", " ")) if not d.swapped]
    readings = printed.readings()
    named = [reading for reading in readings if any(d.on() == reading for d in others)]
    if len(named) == 1:
        return named[0]
    orders = {d.day_first for d in others if d.day_first is not None}
    if len(orders) != 1:
        return None
    return readings[0] if orders.pop() else readings[1]
