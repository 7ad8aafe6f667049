"""A long gap makes two times of it; a short one does not."""

from datetime import datetime, timedelta

import pytest

from discrepancy.model.findings import OccurrenceSummary
from discrepancy.report.html.periods import gap_words, list_periods
from discrepancy.values.times import Interval

DAY = timedelta(days=1)


def told(id: str, start: datetime | None, *, days: int = 1) -> OccurrenceSummary:
    time = None if start is None else Interval(start, start + days * DAY)
    return OccurrenceSummary(id=id, label="meeting", kind="meeting", time=time)


def test_two_visits_are_two_periods() -> None:
    first, talks, second = datetime(2021, 6, 18), datetime(2021, 6, 19), datetime(2022, 4, 26)
    periods, rest = list_periods([told("o1", second), told("o2", talks), told("o3", first)])

    assert [[o.id for o in p.occurrences] for p in periods] == [["o3", "o2"], ["o1"]]
    assert [p.gap for p in periods] == [None, timedelta(days=310)]
    assert rest == ()


def test_a_week_is_one_period_and_a_day_more_is_two() -> None:
    start = datetime(2021, 6, 1)

    assert len(list_periods([told("o1", start), told("o2", start + 8 * DAY)])[0]) == 1
    assert len(list_periods([told("o1", start), told("o2", start + 9 * DAY)])[0]) == 2


def test_what_has_no_day_or_lasts_long_bridges_no_gap() -> None:
    start = datetime(2021, 1, 1)
    long, undated = told("o2", start, days=365), told("o3", None)
    periods, rest = list_periods([told("o1", start), long, undated, told("o4", start + 300 * DAY)])

    assert [len(p.occurrences) for p in periods] == [1, 1]
    assert rest == (long, undated)


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (13, "13 days"), (14, "2 weeks"), (60, "9 weeks"), (61, "2 months"), (310, "10 months"),
     (729, "24 months"), (731, "2 years"), (3650, "10 years")],
)  # fmt: skip
def test_gap_is_told_in_the_largest_unit_that_fits_twice(days: int, words: str) -> None:
    assert gap_words(timedelta(days=days)) == words
