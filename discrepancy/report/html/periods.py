"""Occurrences in order of time, and where a long gap parts them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import attrs

from discrepancy.model.findings import OccurrenceSummary
from discrepancy.report.finding_text import counted
from discrepancy.values.times import Interval

__all__ = ["Period", "gap_words", "list_periods"]

# What lies further apart than this is shown as two times; a visit or a trial week stays one.
GAP = timedelta(days=7)
# A longer stretch ("in 2023") would bridge the very gaps that matter; such occurrences stand by themselves.
LONGEST = timedelta(days=31)

DAY, WEEK, MONTH, YEAR = 1, 7, 30.44, 365.25


@attrs.frozen(kw_only=True)
class Period:
    """Occurrences that lie near each other, and the days from the period before."""

    start: datetime
    end: datetime
    occurrences: tuple[OccurrenceSummary, ...]
    gap: timedelta | None


def list_periods(
    occurrences: Sequence[OccurrenceSummary],
) -> tuple[tuple[Period, ...], tuple[OccurrenceSummary, ...]]:
    """Return the occurrences with a day sorted into periods, and those without one as they come."""
    dated = [(told.time, told) for told in occurrences if is_dated(told.time)]
    rows: list[list[tuple[datetime, datetime, OccurrenceSummary]]] = []
    for start, end, told in sorted(
        ((*ends(time), told) for time, told in dated),
        key=lambda row: (row[0], row[1], row[2].label, row[2].id),
    ):
        if rows and start - max(e for _, e, _ in rows[-1]) <= GAP:
            rows[-1].append((start, end, told))
        else:
            rows.append([(start, end, told)])
    return tuple(make_periods(rows)), tuple(told for told in occurrences if not is_dated(told.time))


def make_periods(rows: Sequence[Sequence[tuple[datetime, datetime, OccurrenceSummary]]]) -> list[Period]:
    """Return the periods with the gaps between them."""
    periods: list[Period] = []
    for row in rows:
        start, end = row[0][0], max(e for _, e, _ in row)
        gap = start - periods[-1].end if periods else None
        periods.append(Period(start=start, end=end, occurrences=tuple(t for _, _, t in row), gap=gap))
    return periods


def is_dated(time: Interval | None) -> bool:
    """Whether a time is closed on both sides and no longer than a month."""
    return (
        time is not None
        and time.start is not None
        and time.end is not None
        and time.end - time.start <= LONGEST
    )


def ends(time: Interval | None) -> tuple[datetime, datetime]:
    """Return both ends of a time that has them."""
    assert time is not None and time.start is not None and time.end is not None
    return time.start, time.end


def gap_words(gap: timedelta) -> str:
    """Return how long a gap is, in the largest unit that fits twice: "9 days", "10 months", "3 years"."""
    for length, noun in ((YEAR, "year"), (MONTH, "month"), (WEEK, "week")):
        if gap.days >= 2 * length:
            return counted(round(gap.days / length), noun)
    return counted(gap.days, "day")
