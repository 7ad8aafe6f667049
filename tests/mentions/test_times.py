"""Times found in news sentences, and what only looks like a time."""

import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from discrepancy.mentions.times import find_times
from discrepancy.values.times import Interval, Precision

CASES = Path(__file__).parents[1] / "cases"


def load(name: str, table: str) -> list[Any]:
    with (CASES / name).open("rb") as file:
        return list(tomllib.load(file)[table])


@pytest.mark.parametrize("case", load("times_news.toml", "case"), ids=lambda case: case["text"][:50])
def test_times_of_a_news_sentence(case: dict[str, Any]) -> None:
    text = case["text"]

    found = find_times(text, case.get("published"))

    assert [[text[m.start : m.end], m.type, m.value, m.mod or "", m.resolved_by] for m in found] == case[
        "found"
    ]


@pytest.mark.parametrize("sentence", load("times_quiet.toml", "sentences"))
def test_what_only_looks_like_a_time_is_none(sentence: str) -> None:
    assert find_times(sentence, "2023-05-18") == []


def interval_of(text: str, published: str | None = "2023-05-18") -> Interval | None:
    return find_times(text, published)[0].interval


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in late January 2022", datetime(2022, 1, 21), datetime(2022, 2, 1)),
        ("in early March 2022", datetime(2022, 3, 1), datetime(2022, 3, 11)),
        ("in mid-March 2022", datetime(2022, 3, 11), datetime(2022, 3, 21)),
        ("at the end of 2022", datetime(2022, 9, 1), datetime(2023, 1, 1)),
        ("at the turn of the year", datetime(2022, 12, 20), datetime(2023, 1, 13)),
        ("on 16-17 May 2022", datetime(2022, 5, 16), datetime(2022, 5, 18)),
        ("from 1961 to 1964", datetime(1961, 1, 1), datetime(1965, 1, 1)),
        ("at 2:25 p.m. on 8 May 2022", datetime(2022, 5, 8, 14, 25), datetime(2022, 5, 8, 14, 26)),
        ("on the night of 8 May 2022", datetime(2022, 5, 8, 17), datetime(2022, 5, 9, 8)),
        ("at 9:30 on 8 May 2022", datetime(2022, 5, 8, 9, 30), datetime(2022, 5, 8, 21, 31)),
        ("last week", datetime(2023, 5, 7), datetime(2023, 5, 15)),
        ("two weeks ago", datetime(2023, 4, 30), datetime(2023, 5, 8)),
    ],
)
def test_interval_is_as_wide_as_the_words(words: str, start: datetime, end: datetime) -> None:
    assert interval_of(words) == Interval(start, end)


def test_two_clocks_tell_the_zone() -> None:
    value = find_times("It fell at 10:35 a.m. (0735 GMT) on 5 May 2022.")[0].time

    assert (value.zone, value.offset) == ("UTC+03:00", 3.0)


def test_unknown_publication_leaves_fields_that_the_words_name() -> None:
    value = find_times("They met on Tuesday afternoon.")[0].time

    assert (value.interval, value.resolved_by, value.named.weekday, value.named.part) == (
        None,
        "open",
        1,
        "AF",
    )


def test_publication_may_be_text_date_or_moment() -> None:
    text = "It rained yesterday."

    values = {
        find_times(text, published)[0].value
        for published in (
            "2023-05-18",
            "2023-05-18T09:00:00+02:00",
            date(2023, 5, 18),
            datetime(2023, 5, 18, 9),
        )
    }

    assert values == {"2023-05-17"}


def test_publication_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        find_times("It rained yesterday.", "last week")


def test_publication_past_belief_is_refused() -> None:
    with pytest.raises(ValueError, match="want a year"):
        find_times("It rained yesterday.", "9999-12-31")


def test_stamp_of_a_live_entry_gives_the_hour() -> None:
    text = "20:06 The gate fell twenty minutes ago."

    mentions = find_times(text, "2023-05-18", stamps=[(0, len(text), time(20, 6))])

    assert mentions[-1].value == "2023-05-18T19:46"
    assert mentions[-1].interval is not None


def test_narrative_counts_from_the_last_time_told() -> None:
    text = "On 8 February 1904 the war began. In April the fleet sailed, and on 13 April it sank."

    assert [m.value for m in find_times(text, "2009-12-19", narrative=True)] == [
        "1904-02-08",
        "1904-04",
        "1904-04-13",
    ]


def test_ends_of_a_range_apart() -> None:
    text = "They met on 16-17 May 2022 and worked from 1961 to 1964."

    found = find_times(text, joined=False)

    assert [text[m.start : m.end] for m in found] == ["16", "17 May 2022", "1961", "1964"]
    assert [m.value for m in found] == ["2022-05-16", "2022-05-17", "1961", "1964"]


def test_precision_is_that_of_the_words() -> None:
    text = (
        "In 2022, in May 2022, on 8 May 2022, on 9 May 2022 at 2:25 p.m. and on the evening of 10 May 2022."
    )

    assert [m.time.precision for m in find_times(text)] == [
        Precision.YEAR,
        Precision.MONTH,
        Precision.DAY,
        Precision.MINUTE,
        Precision.PART_OF_DAY,
    ]


def test_clock_time_without_a_day_is_open_even_with_publication() -> None:
    mention = find_times("Shots were heard at 9 p.m.", "2023-05-18")[0]

    assert (mention.interval, mention.value, mention.time.named.hour) == (None, "XXXX-XX-XXT21:00", 21)
