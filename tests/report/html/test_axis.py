"""The line of time is true to scale, and its labels are not on each other."""

import itertools
from datetime import date, datetime, timedelta

from discrepancy.model.findings import OccurrenceSummary
from discrepancy.model.text import Document
from discrepancy.report.html.axis import ROOM, Axis, make_axis, placed
from discrepancy.report.html.periods import list_periods
from discrepancy.values.times import Interval


def axis(*days: date, published: date | None = None) -> Axis | None:
    starts = [datetime(day.year, day.month, day.day) for day in days]
    told = [
        OccurrenceSummary(id=f"o{n}", label="x", kind="x", time=Interval(start, start + timedelta(days=1)))
        for n, start in enumerate(starts)
    ]
    return make_axis(list_periods(told)[0], [Document(id="a", text="x", published=published)])


def test_distances_are_true() -> None:
    made = axis(date(2021, 1, 1), date(2021, 3, 1), date(2021, 12, 30))

    assert made is not None
    first, second, third = (stop.at for stop in made.stops)
    assert round((second - first) / (third - first), 3) == round(59 / 363, 3)


def test_labels_that_meet_are_on_levels_of_their_own() -> None:
    made = axis(*(date(2021, month, 1) for month in range(1, 13)))

    assert made is not None
    for level in range(made.levels):
        starts = [placed(stop.at)[1] for stop in made.stops if stop.level == level]
        assert all(other - one >= ROOM for one, other in itertools.pairwise(starts))
    assert sum(stop.level is None for stop in made.stops) > 0


def test_days_of_publication_are_on_the_line() -> None:
    made = axis(date(2021, 1, 1), published=date(2021, 1, 3))

    assert made is not None
    assert made.published == ((98.0, "3 January 2021"),)


def test_no_day_makes_no_line() -> None:
    assert axis() is None
    assert axis(published=date(2021, 1, 3)) is None
