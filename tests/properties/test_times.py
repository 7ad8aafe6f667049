"""What holds of all times: comparison, hedges, offsets."""

from datetime import date, datetime, timedelta

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.mentions.times import find_times
from discrepancy.values.comparison import Relation
from discrepancy.values.times import (
    Interval,
    PartialDate,
    Precision,
    TimeValue,
    compare_times,
    describe_time,
    hull,
)

moments = st.datetimes(datetime(1850, 1, 1), datetime(2150, 1, 1))
lengths = st.timedeltas(timedelta(minutes=1), timedelta(days=900))


@st.composite
def dated_times(draw: st.DrawFn) -> TimeValue:
    start = draw(moments).replace(microsecond=0)
    return TimeValue(
        type="DATE",
        value=start.date().isoformat(),
        mod=draw(st.sampled_from([None, "START", "MID", "END", "APPROX"])),
        interval=Interval(start, start + draw(lengths)),
        precision=draw(
            st.sampled_from([Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.PART_OF_DAY])
        ),
        resolved_by="explicit",
        zone=draw(st.sampled_from([None, None, "GMT", "local"])),
    )


@st.composite
def open_times(draw: st.DrawFn) -> TimeValue:
    named = PartialDate(
        month=draw(st.none() | st.integers(1, 12)),
        day=draw(st.none() | st.integers(1, 28)),
        weekday=draw(st.none() | st.integers(0, 6)),
        hour=draw(st.none() | st.integers(0, 23)),
        part=draw(st.none() | st.sampled_from(["MO", "AF", "EV", "NI"])),
    )
    return TimeValue(type="TIME", value="XXXX-XX-XX", named=named)


times = dated_times() | open_times()


@given(times, times)
def test_comparison_is_symmetric(left: TimeValue, right: TimeValue) -> None:
    forward, backward = compare_times(left, right), compare_times(right, left)

    assert (forward.relation, forward.gap) == (backward.relation, backward.gap)


@given(times)
def test_comparison_is_reflexive(time: TimeValue) -> None:
    relation = compare_times(time, time).relation

    assert relation is (
        Relation.SAME if time.interval or time.named != PartialDate() else Relation.INCOMPARABLE
    )


@given(
    dated_times(),
    st.timedeltas(timedelta(0), timedelta(days=50)),
    st.timedeltas(timedelta(0), timedelta(days=50)),
)
def test_containment_is_no_conflict(time: TimeValue, before: timedelta, after: timedelta) -> None:
    inner = time.interval
    assert inner is not None and inner.start is not None and inner.end is not None
    outer = attrs.evolve(time, interval=Interval(inner.start - before, inner.end + after), mod=None)

    assert compare_times(time, outer).relation in (Relation.SAME, Relation.COMPATIBLE)


@given(dated_times(), times, st.timedeltas(timedelta(0), timedelta(days=50)))
def test_a_wider_hedge_makes_no_conflict(time: TimeValue, other: TimeValue, slack: timedelta) -> None:
    inner = time.interval
    assert inner is not None and inner.start is not None and inner.end is not None
    wider = attrs.evolve(time, interval=Interval(inner.start - slack, inner.end + slack))

    if compare_times(time, other).relation is not Relation.CONFLICTING:
        assert compare_times(wider, other).relation is not Relation.CONFLICTING


@given(dated_times(), dated_times())
def test_hull_holds_both(left: TimeValue, right: TimeValue) -> None:
    assert left.interval is not None and right.interval is not None
    around = attrs.evolve(left, interval=hull([left.interval, right.interval]))

    assert compare_times(around, right).relation in (Relation.SAME, Relation.COMPATIBLE)


PIECES = [
    "on", "in", "at", "the", "of", "May", "March", "Monday", "8", "26th", "2022", "2:25 p.m.", "14.25",
    "GMT", "last", "next", "this", "that", "week", "year", "two", "three", "days", "ago", "later",
    "before", "after", "early", "late", "end", "morning", "night", "to", "-", "and", "half", "past",
    "quarter", "every", "will", ",", ".", "(", ")", "1990s", "'98", "BC", "spring", "Christmas", "a",
    "few", "10/11/2022", "first", "second", "century", "noon", "yesterday", "local time", "9999",
    "decade", "millennium", "hundred", "thousand", "weekend", "fortnight",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25), st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
)
def test_mentions_lie_in_order_inside_the_text(pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)

    mentions = find_times(text, published)

    edges = [edge for mention in mentions for edge in (mention.start, mention.end)]
    assert edges == sorted(edges)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(describe_time(mention.time) for mention in mentions)
    assert all(
        compare_times(mention.time, mention.time).relation is not Relation.CONFLICTING for mention in mentions
    )


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_spellings_of_one_day_agree(day: date) -> None:
    month = f"{day:%B}"
    spellings = [
        f"on {day.day} {month} {day.year}",
        f"on {month} {day.day}, {day.year}",
        f"on {day:%A}, {month} {day.day}, {day.year}",
        f"on {day.isoformat()}",
        f"on the {day.day} of {month} of {day.year}",
    ]

    assert {find_times(words)[0].value for words in spellings} == {day.isoformat()}


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[m.start : m.end].strip() == text[m.start : m.end] for m in find_times(text, "2023-05-18"))
