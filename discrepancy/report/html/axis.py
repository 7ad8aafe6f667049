"""A line of time true to scale: the periods on it, and the days on which the articles were published."""

from collections.abc import Sequence
from datetime import datetime, time

import attrs

from discrepancy.model.text import Document
from discrepancy.report.dates import day_words, interval_words
from discrepancy.report.html.periods import Period
from discrepancy.values.times import Interval

__all__ = ["Axis", "Stop", "make_axis"]

# Where the line begins and ends, in percent of the width, so that a dot at its end is not cut off.
FIRST, LAST = 2.0, 98.0
# The room of a label in percent, for the narrowest page; a label that meets another moves one level up.
ROOM, LEVELS = 42.0, 4


@attrs.frozen(kw_only=True)
class Stop:
    """A period on the line, in percent of the width; ``level`` is that of the label, ``None`` for no room."""

    at: float
    until: float
    words: str
    level: int | None
    anchor: str


@attrs.frozen(kw_only=True)
class Axis:
    """The line with its stops and the days of publication, each day once."""

    stops: tuple[Stop, ...]
    published: tuple[tuple[float, str], ...]
    levels: int


def make_axis(periods: Sequence[Period], documents: Sequence[Document]) -> Axis | None:
    """Return the line, or nothing where there are not two days to set apart."""
    days = sorted({d.published for d in documents if d.published is not None})
    moments = [datetime.combine(day, time()) for day in days]
    ends = [*moments, *(p.start for p in periods), *(p.end for p in periods)]
    if not periods or min(ends) == max(ends):
        return None
    first, length = min(ends), (max(ends) - min(ends)).total_seconds()

    def place(moment: datetime) -> float:
        return round(FIRST + (LAST - FIRST) * (moment - first).total_seconds() / length, 2)

    stops = label_stops([(place(p.start), place(p.end), p) for p in periods])
    return Axis(
        stops=stops,
        published=tuple((place(m), day_words(m)) for m in moments),
        levels=1 + max((s.level for s in stops if s.level is not None), default=0),
    )


def label_stops(periods: Sequence[tuple[float, float, Period]]) -> tuple[Stop, ...]:
    """Give each label the lowest level where no other label is in its way."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(LEVELS)]
    stops = []
    for at, until, period in periods:
        anchor, low = placed(at)
        level = next(
            (n for n, row in enumerate(taken) if all(low >= e or low + ROOM <= s for s, e in row)), None
        )
        if level is not None:
            taken[level].append((low, low + ROOM))
        words = interval_words(Interval(period.start, period.end))
        stops.append(Stop(at=at, until=until, words=words, level=level, anchor=anchor))
    return tuple(stops)


def placed(at: float) -> tuple[str, float]:
    """Return how a label hangs on its stop so that it stays on the page, and where it begins."""
    if at < ROOM / 2:
        return "start", at
    if at > 100 - ROOM / 2:
        return "end", at - ROOM
    return "middle", at - ROOM / 2
