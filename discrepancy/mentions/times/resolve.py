"""Makes a time value of a draft: TIMEX3 and EDTF forms, interval, precision."""

from datetime import datetime, timedelta

import attrs

from discrepancy.language import load_words
from discrepancy.mentions.times.drafts import Draft
from discrepancy.mentions.times.locate import locate
from discrepancy.mentions.times.periods import Located, day_period
from discrepancy.mentions.times.tense import Tense
from discrepancy.mentions.times.timeline import Timeline
from discrepancy.mentions.times.values import duration_value, open_value, set_value
from discrepancy.values.times import Interval, PartialDate, Precision, TimeValue, zone_offset
from discrepancy.values.times_edges import edge_interval

__all__ = ["resolve"]


def resolve(draft: Draft, timeline: Timeline, tense: Tense) -> TimeValue:
    """Return the value of a draft and let the timeline remember it."""
    if draft.ahead and tense == "coming" and timeline.published is not None:
        draft = _point_ahead(draft)
    if draft.kind == "duration":
        return TimeValue(type="DURATION", value=duration_value(draft), mod=draft.mod)
    if draft.kind == "set":
        return TimeValue(type="SET", value=draft.value or set_value(draft), named=draft.named)
    if draft.kind == "reference":
        return TimeValue(type="DATE", value=draft.value, mod=draft.mod)
    if draft.unit in ("TH", "TM", "TS"):
        return _moment(draft, timeline)
    located = None if draft.era == "BC" else locate(draft, timeline, tense)
    if located is None:
        return _open(draft)
    _note(draft, located, timeline)
    value = _value(draft, located)
    if draft.named.hour is not None and value.interval is not None and draft.meridiem is None:
        timeline.last_moment = value.interval.start
    return _with_end(draft, value, timeline, tense) if draft.until is not None else value


def _point_ahead(draft: Draft) -> Draft:
    """Turn "two weeks" after "in" into the time two weeks from now."""
    number, unit = draft.amounts[0]
    if number is None:
        return draft
    return Draft(base="publication", shift=number, unit=unit, mod=draft.mod, loose=True)


def _note(draft: Draft, located: Located, timeline: Timeline) -> None:
    deictic = draft.base == "publication" and not draft.loose and draft.named.part is None
    if located.by == "explicit" or not (deictic and draft.unit in ("Y", "M", "W")):
        full = draft.named.month is not None and draft.named.year is not None
        timeline.note(
            located.period,
            explicit=full,
            months=draft.named.month is not None,
            deictic=draft.base == "publication",
        )
    if draft.quarter is not None:
        timeline.last_quarter = located.period


def _open(draft: Draft) -> TimeValue:
    is_time = draft.named.hour is not None or draft.named.part is not None
    value = open_value(draft)
    return TimeValue(
        type="TIME" if is_time else "DATE",
        value=value,
        mod=None if draft.mod == "TURN" else draft.mod,
        edtf=value if value[:1] in "X0123456789" and "T" not in value and "W" not in value else None,
        precision=_named_precision(draft),
        resolved_by="explicit" if draft.era else "open",
        named=_with_era(draft),
        zone=draft.zone,
    )


def _with_era(draft: Draft) -> PartialDate:
    """Return the named fields; a year before Christ counts backward from zero."""
    year = draft.named.year
    return attrs.evolve(draft.named, year=-year) if draft.era == "BC" and year is not None else draft.named


def _named_precision(draft: Draft) -> Precision:
    named = draft.named
    if named.hour is not None:
        return Precision.MINUTE if named.minute is not None else Precision.HOUR
    if named.part:
        return Precision.PART_OF_DAY
    if named.day is not None or named.weekday is not None or draft.holiday or draft.unit == "D":
        return Precision.DAY
    if named.month:
        return Precision.MONTH
    if draft.season:
        return Precision.SEASON
    return Precision.YEAR if named.year else Precision.VAGUE


def _value(draft: Draft, located: Located) -> TimeValue:
    period = located.period
    value = TimeValue(
        type="DATE",
        value=period.value,
        mod=None if draft.mod == "TURN" else draft.mod,
        edtf=period.edtf,
        interval=period.interval,
        precision=period.precision,
        resolved_by=located.by,
        named=draft.named,
        zone=draft.zone,
        offset=zone_offset(draft.zone),
    )
    if draft.named.hour is not None:
        return _on_clock(draft, value)
    if draft.named.part is not None:
        value = _on_part(draft, value)
    return _at_edge(draft, value)


def _at_edge(draft: Draft, value: TimeValue) -> TimeValue:
    if draft.mod is None or value.interval is None or value.type == "TIME":
        return value
    interval = edge_interval(value.interval, value.precision, draft.mod)
    if draft.mod == "APPROX":
        edtf = f"{value.edtf}~" if value.edtf and "/" not in value.edtf else value.edtf
    elif value.precision <= Precision.MONTH and interval.start and interval.end:
        edtf = f"{interval.start.date()}/{(interval.end - timedelta(days=1)).date()}"
    else:
        edtf = value.edtf
    return attrs.evolve(value, interval=interval, edtf=edtf)


def _on_part(draft: Draft, value: TimeValue) -> TimeValue:
    """Cut a day to a part of it; "overnight" belongs to two days and takes both ends."""
    part, midnight = draft.named.part or "", value.interval.start if value.interval else None
    if midnight is None:
        return value
    first, last = load_words("calendar")["part_hours"][part]
    edges = load_words("calendar")["part_thirds"].get(part, {})
    first, last = edges.get(draft.mod, (first, last))
    interval = Interval(midnight + timedelta(hours=first), midnight + timedelta(hours=last))
    return attrs.evolve(
        value,
        type="TIME",
        value=f"{value.value}T{part}",
        interval=interval,
        precision=Precision.PART_OF_DAY,
        edtf=value.edtf,
    )


def _on_clock(draft: Draft, value: TimeValue) -> TimeValue:
    hour, minute = draft.named.hour or 0, draft.named.minute
    midnight = value.interval.start if value.interval else None
    if midnight is None:
        return value
    start = midnight + timedelta(hours=hour, minutes=minute or 0)
    exact = minute is not None
    interval = Interval(start, start + timedelta(minutes=1 if exact else 60))
    if draft.mod == "APPROX":
        interval = Interval(start - timedelta(minutes=30), start + timedelta(minutes=31))
    if draft.meridiem == "?" or hour == 24:
        interval = _both_halves(interval, midnight, hour)
    clock = f"{hour:02}:{minute or 0:02}"
    return attrs.evolve(
        value,
        type="TIME",
        value=f"{value.value}T{clock}",
        edtf=f"{value.value}T{hour % 24:02}:{minute or 0:02}:00"
        if exact and draft.meridiem is None
        else value.edtf,
        interval=interval,
        precision=Precision.MINUTE if exact else Precision.HOUR,
    )


def _both_halves(interval: Interval, midnight: datetime, hour: int) -> Interval:
    """Widen a clock time without a.m. or p.m. to both halves of the day; midnight to both ends."""
    if interval.start is None or interval.end is None:
        return interval
    if hour == 24:
        return Interval(midnight, interval.end)
    if hour == 12:
        return Interval(midnight, interval.end)
    return Interval(interval.start, interval.end + timedelta(hours=12))


def _with_end(draft: Draft, value: TimeValue, timeline: Timeline, tense: Tense) -> TimeValue:
    """Stretch the value to the end of a range ("16-17 May")."""
    if draft.until is None:
        return value
    end = attrs.evolve(draft.until, named=attrs.evolve(draft.until.named, part=draft.named.part))
    located = locate(end, timeline, tense)
    if located is None or value.interval is None:
        return value
    timeline.note(located.period)
    last = _value(end, located)
    return join_values(value, last)


def join_values(first: TimeValue, last: TimeValue) -> TimeValue:
    """Return one value that reaches from the first to the last."""
    if first.interval is None or last.interval is None:
        return first
    return attrs.evolve(
        first,
        value=f"{first.value}/{last.value}",
        edtf=f"{first.edtf}/{last.edtf}"
        if first.edtf and last.edtf and "/" not in first.edtf + last.edtf
        else None,
        interval=Interval(first.interval.start, last.interval.end),
    )


def _moment(draft: Draft, timeline: Timeline) -> TimeValue:
    """Locate "three hours ago", which needs the hour of publication or of an entry on a live page."""
    unit, now = draft.unit or "", timeline.now
    named = draft.named
    if draft.base == "anchor" and timeline.last_moment is not None:
        now = timeline.last_moment
    seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit] * (draft.shift or 0)
    if now is None or draft.origin is not None or (now.hour, now.minute) == (0, 0):
        return TimeValue(type="TIME", value="XXXX-XX-XXTXX", named=named, precision=Precision.HOUR)
    at = now + timedelta(seconds=seconds)
    slack = timedelta(seconds=abs(seconds) / 2 + 60)
    timeline.note(day_period(at.date()))
    return TimeValue(
        type="TIME",
        value=at.strftime("%Y-%m-%dT%H:%M" if unit != "TH" else "%Y-%m-%dT%H"),
        interval=Interval(at - slack, at + slack),
        precision=Precision.HOUR,
        resolved_by=draft.base or "publication",
        mod=draft.mod,
    )
