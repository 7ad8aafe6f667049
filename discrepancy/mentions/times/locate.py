"""Ties a draft to the calendar: which day, month or year its words mean."""

from datetime import date

import attrs

from discrepancy.mentions.times.cycles import locate_day_of_month, locate_in_some_year, locate_weekday
from discrepancy.mentions.times.drafts import Draft
from discrepancy.mentions.times.narrow import narrow
from discrepancy.mentions.times.periods import (
    Located,
    Period,
    century_period,
    day_period,
    decade_period,
    make_date,
    quarter_period,
    shift_months,
    year_period,
)
from discrepancy.mentions.times.shifts import shift_period
from discrepancy.mentions.times.tense import Tense
from discrepancy.mentions.times.timeline import Timeline

__all__ = ["locate"]


def locate(draft: Draft, timeline: Timeline, tense: Tense) -> Located | None:
    """Return the period that the draft means, ``None`` where its words leave it open."""
    if draft.base is not None and not _is_directed(draft):
        return _locate_relative(draft, timeline, tense)
    for named in (_locate_named, locate_in_some_year, locate_day_of_month, locate_weekday):
        located = named(draft, timeline, tense)
        if located is not None:
            return located
    return None


def _is_directed(draft: Draft) -> bool:
    return draft.way is not None and draft.unit is None


def _locate_named(draft: Draft, timeline: Timeline, tense: Tense) -> Located | None:
    """Locate what names its own year, decade or century."""
    if draft.decade is not None:
        period = decade_period(draft.decade)
    elif draft.century is not None:
        period = century_period(draft.century)
    elif draft.named.year is not None:
        draft = _choose_order(draft, timeline)
        outer = year_period(draft.named.year) if draft.named.year else None
        period = narrow(outer, draft) if outer else None
    else:
        return None
    return Located(period, "explicit") if period else None


def _choose_order(draft: Draft, timeline: Timeline) -> Draft:
    """Settle 03/04/2024: the order that lies within six weeks of publication where the other does not."""
    if draft.other is None:
        return draft
    undecided = attrs.evolve(draft, named=attrs.evolve(draft.named, month=None, day=None))
    today = timeline.published.date() if timeline.published else None
    named = draft.named
    first, second = make_date(named.year or 0, named.month or 0, named.day or 0), make_date(*draft.other)
    if today is None or first is None or second is None:
        return undecided
    near = [day for day in (first, second) if abs((day - today).days) <= 45]
    if len(near) != 1:
        return undecided
    return attrs.evolve(draft, named=attrs.evolve(named, month=near[0].month, day=near[0].day))


def _locate_relative(draft: Draft, timeline: Timeline, tense: Tense) -> Located | None:
    unit = draft.unit or "D"
    if draft.shift is None:
        return None
    if draft.origin is not None:
        origin = locate(draft.origin, timeline, tense)
        start, by = (origin.period, "anchor") if origin else (None, "")
    else:
        start, by = _reference(draft, timeline, unit)
    shift = draft.shift
    # "Over the weekend" in Monday's paper is the one just over.
    if unit == "WE" and draft.loose and start is not None and tense != "coming" and start.start.weekday() < 5:
        shift -= 1
    outer = shift_period(start, unit, shift, loose=draft.loose) if start else None
    inner = narrow(outer, draft) if outer else None
    return Located(inner, by) if inner else None


def _reference(draft: Draft, timeline: Timeline, unit: str) -> tuple[Period | None, str]:
    today = timeline.today
    published = day_period(today) if today else None
    if unit == "Y" and draft.loose and abs(draft.shift or 0) == 1 and timeline.last_quarter is not None:
        return timeline.last_quarter, "anchor"
    if unit == "Q" and draft.base == "anchor":
        return _reported_quarter(timeline, today, is_next=(draft.shift or 0) > 0), "anchor"
    if draft.base == "sentence" and not timeline.narrative:
        return timeline.sentence_day, "anchor"
    if draft.base != "publication":
        return _anchor(draft, timeline, unit, published)
    return published, "anchor" if timeline.narrative else "publication"


def _anchor(
    draft: Draft, timeline: Timeline, unit: str, published: Period | None
) -> tuple[Period | None, str]:
    """Return the last time mentioned; "a year earlier" may count from publication, "the next day" may not."""
    anchor = timeline.anchor(unit)
    if unit == "D" and draft.shift and timeline.has_moved_on and not timeline.narrative:
        return None, ""
    if anchor is not None:
        return anchor, "anchor"
    counts_whole_units = (draft.loose and unit not in ("D", "W")) or (draft.shift == 0 and unit != "D")
    return (published if counts_whole_units or timeline.narrative else None), "publication"


def _reported_quarter(timeline: Timeline, today: date | None, *, is_next: bool) -> Period | None:
    """Return the quarter that earnings are told of: the last one named, else the last that is over.

    "The next quarter" where none is named follows on that of publication.
    """
    named = timeline.last_quarter
    if today is None or (named is not None and (is_next or named.end <= today)):
        return named
    first = shift_months(today, 0 if is_next else -3)
    return quarter_period(first.year, (first.month + 2) // 3) if first else None
