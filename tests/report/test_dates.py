"""Days and stretches of time in words."""

from datetime import date, datetime

import pytest

from discrepancy.report.dates import day_words, interval_words
from discrepancy.values.times import Interval


def test_day_in_words() -> None:
    assert day_words(date(2019, 5, 4)) == "4 May 2019"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019-05-13", "2019-05-14", "13 May 2019"),
        ("2019-05-13", "2019-05-16", "13 to 15 May 2019"),
        ("2019-05-30", "2019-06-02", "30 May to 1 June 2019"),
        ("2019-12-30", "2020-01-02", "30 December 2019 to 1 January 2020"),
        ("2019-05-01", "2019-06-01", "May 2019"),
        ("2019-12-01", "2020-01-01", "December 2019"),
        ("2019-01-01", "2020-01-01", "2019"),
        ("2019-01-01", "2021-01-01", "1 January 2019 to 31 December 2020"),
        ("2019-05-13T04:00", "2019-05-13T05:30", "13 May 2019, 04:00 to 05:30"),
        ("2019-05-13T18:00", "2019-05-14", "13 May 2019, 18:00 to 00:00"),
        ("2019-05-13T22:00", "2019-05-14T04:00", "13 May 2019, 22:00 to 14 May 2019, 04:00"),
        ("2019-05-13T04:10", "2019-05-13T04:11", "13 May 2019, 04:10"),
        ("2019-05-13", "2019-05-13", "13 May 2019"),
        ("2019-05-13", None, "from 13 May 2019 on"),
        (None, "2019-05-13T04:00", "before 13 May 2019, 04:00"),
        (None, None, ""),
        ("0001-01-01", "0001-01-02", "1 January 1"),
    ],
)
def test_interval_in_words(start: str | None, end: str | None, words: str) -> None:
    interval = Interval(
        datetime.fromisoformat(start) if start else None,
        datetime.fromisoformat(end) if end else None,
    )

    assert interval_words(interval) == words
