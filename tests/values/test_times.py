"""How two times compare and how one reads."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from discrepancy.mentions.times import find_times
from discrepancy.values.comparison import Relation
from discrepancy.values.times import (
    Interval,
    TimeValue,
    compare_times,
    contains,
    describe_time,
    gap_days,
    hull,
    overlap,
    zone_offset,
)

CASES = Path(__file__).parents[1] / "cases" / "times_pairs.toml"


def load_pairs() -> list[dict[str, Any]]:
    with CASES.open("rb") as file:
        return list(tomllib.load(file)["pair"])


def read(words: str, published: str | None = None) -> TimeValue:
    return find_times(words, published)[0].time


@pytest.mark.parametrize("pair", load_pairs(), ids=lambda pair: f"{pair['left']} | {pair['right']}")
def test_pair(pair: dict[str, Any]) -> None:
    left, right = read(pair["left"], pair.get("published")), read(pair["right"], pair.get("published"))

    forward, backward = compare_times(left, right), compare_times(right, left)

    assert forward.relation is Relation[pair["relation"]], forward.reason
    assert (backward.relation, backward.gap) == (forward.relation, forward.gap)
    if "gap" in pair:
        assert forward.gap == pytest.approx(pair["gap"])


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("on 26 April 2024", "26 April 2024"),
        ("in late January 2023", "late January 2023"),
        ("on Sunday, June 18, 2023", "Sunday 18 June 2023"),
        ("at 14:25 on 8 August 2023", "14:25 on 8 August 2023"),
        ("at 2348 GMT on 8 August 2023", "23:48 GMT on 8 August 2023"),
        ("at 2:25 p.m. local time on 8 August 2023", "14:25 local time on 8 August 2023"),
        ("in May 2023", "May 2023"),
        ("in the 1990s", "the 1990s"),
        ("in the 19th century", "the 19th century"),
        ("in Q3 2022", "quarter 3 of 2022"),
        ("in the summer of 2022", "summer 2022"),
        ("from 1961 to 1964", "1961 to 1964"),
        ("on Friday evening", "Friday evening"),
        ("on the 26th", "the 26th"),
        ("on the evening of 4 May 2022", "the evening of 4 May 2022"),
        ("recently", "some time ago"),
        ("at 9 p.m.", "21:00"),
        ("in 264 BC", "264 BC"),
    ],
)
def test_description_is_short_plain_english(words: str, plain: str) -> None:
    assert describe_time(read(words)) == plain


def test_reason_names_both_times() -> None:
    reason = compare_times(read("on 8 August 2022"), read("on 11 August 2022")).reason

    assert reason == "8 August 2022 and 11 August 2022 cannot both hold: they lie 3 days apart"


DAY = Interval(datetime(2022, 5, 8), datetime(2022, 5, 9))
MONTH = Interval(datetime(2022, 5, 1), datetime(2022, 6, 1))
OPEN_END = Interval(datetime(2022, 5, 8, 12), None)


def test_interval_arithmetic() -> None:
    assert contains(MONTH, DAY)
    assert not contains(DAY, MONTH)
    assert overlap(DAY, OPEN_END) == Interval(datetime(2022, 5, 8, 12), datetime(2022, 5, 9))
    assert overlap(DAY, Interval(datetime(2022, 5, 9), None)) is None
    assert hull([DAY, OPEN_END]) == Interval(datetime(2022, 5, 8), None)
    assert hull([]) is None
    assert gap_days(DAY, Interval(datetime(2022, 5, 11), datetime(2022, 5, 12))) == 2.0


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("GMT", 0.0),
        ("EDT", -4.0),
        ("UTC+05:30", 5.5),
        ("GMT-03:00", -3.0),
        ("BST", None),
        ("local", None),
        (None, None),
    ],
)
def test_zone_offset(zone: str | None, hours: float | None) -> None:
    assert zone_offset(zone) == hours
