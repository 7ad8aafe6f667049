"""Parts of day, clock times, recurring times, and hanging them on days."""

import attrs

from discrepancy.mentions.times.build_numbers import number_of
from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.grammar import Builder, Found
from discrepancy.mentions.times.vocabulary import CODES
from discrepancy.values.times import PartialDate, zone_offset

__all__ = ["CLOCK", "CLOCK_BUILDERS", "hang", "is_day_draft", "set_clock"]


def is_day_draft(draft: Draft) -> bool:
    """Whether the draft names a day, so that a clock time can stand on it."""
    named = draft.named
    if draft.kind != "date" or draft.era:
        return False
    by_name = named.day is not None or named.weekday is not None or bool(draft.holiday)
    return by_name or (draft.base is not None and draft.unit == "D" and draft.nth is None)


def _part(found: Found) -> Draft:
    """Read "the evening"; a bare part of day counts only after "the", "at", or as "overnight"."""
    word = found.text[found.tokens[found.end - 1].start : found.tokens[found.end - 1].end].lower()
    if word == "overnight":
        return name_fields(Draft(base="publication", shift=-1, unit="D"), part="NI")
    before = found.neighbour(-1)
    placed = before is not None and before.code in (
        CODES["AT"],
        CODES["IN"],
        CODES["BY"],
        CODES["UNTIL"],
        CODES["ON"],
    )
    if before is not None and before.code == CODES["AT"] and word == "night":
        return name_fields(Draft(), part="NI")
    definite = found.tokens[found.start].code == CODES["THE"]
    draft = Draft(
        base="sentence",
        unit="D",
        mod=found.value("edge"),
        weak=not (placed or (definite and word != "night")),
    )
    return name_fields(draft, part=found.value("p"))


def _this_part(found: Found) -> Draft:
    words, part = found.words("det"), found.value("p")
    if words == "this":
        draft = Draft(base="publication", unit="D")
    elif words == "last":
        draft = Draft(base="publication", shift=-1, unit="D")
    else:
        last = words.split()[-1]
        shift = {"following": 1, "next": 1, "subsequent": 1, "previous": -1, "preceding": -1, "last": -1}.get(
            last, 0
        )
        draft = Draft(base="anchor", shift=shift, unit="D")
    return name_fields(draft, part=part)


def _small_hours(found: Found) -> Draft:
    return attrs.evolve(name_fields(Draft(base="sentence", unit="D"), part="MO"), mod="START")


def set_clock(draft: Draft, hour: int, minute: int | None, meridiem: str | None) -> Draft | None:
    """Return ``draft`` with a clock time; ``meridiem`` is "a", "p", "?" (which is unknown) or None."""
    if meridiem in ("a", "p"):
        if not 1 <= hour <= 12:
            return _timed(draft, hour, minute) if meridiem == "p" and hour < 24 else None
        hour = hour % 12 + (12 if meridiem == "p" else 0)
        draft = name_fields(draft, part="MO") if meridiem == "a" else draft
    if hour > 24 or (hour == 24 and minute):
        return None
    return attrs.evolve(_timed(draft, hour, minute), meridiem="?" if meridiem == "?" else None)


def _timed(draft: Draft, hour: int, minute: int | None) -> Draft:
    return name_fields(draft, hour=hour, minute=minute)


CLOCK = Draft(base="sentence", unit="D")


def _clock(found: Found) -> Draft | None:
    value = found.value("t")
    padded = found.words("t").startswith("0")
    hour, minute = (value[0], value[1]) if isinstance(value, tuple) else (value, None)
    if not isinstance(hour, int) or hour > 24:
        return None
    if found.has("ap"):
        return set_clock(CLOCK, hour, minute, found.value("ap"))
    unsure = 1 <= hour <= 12 and not padded
    day = name_fields(CLOCK, part="MO") if padded and hour < 12 else CLOCK
    return set_clock(day, hour, minute, "?" if unsure else None)


def _military(found: Found) -> Draft | None:
    value = int(found.value("m"))
    if value % 100 >= 60 or value >= 2400:
        return None
    return set_clock(CLOCK, value // 100, value % 100, None)


def _clock_range(found: Found) -> Draft | None:
    """Read "2 to 3 p.m."; the first hour is in the same half of the day where that keeps the order."""
    ends = []
    for group in ("t", "e"):
        value = found.value(group)
        hour, minute = (value[0], value[1]) if isinstance(value, tuple) else (value, None)
        end = set_clock(CLOCK, hour, minute, found.value("ap"))
        if end is None or not 1 <= hour <= 12:
            return None
        ends.append(end)
    first, last = ends
    if _minutes(first) >= _minutes(last):
        first = name_fields(first, hour=((first.named.hour or 0) + 12) % 24)
    if _minutes(first) >= _minutes(last):
        return None
    cut = (found.tokens[found.spans["t"][1] - 1].end, found.tokens[found.spans["e"][0]].start)
    return attrs.evolve(first, until=last, cut=cut)


def _clocks_joined(found: Found) -> Draft | None:
    first: Draft = found.value("c")
    last: Draft = found.value("e")
    if first.until is not None or last.until is not None or _minutes(first) >= _minutes(last):
        return None
    cut = (found.tokens[found.spans["c"][1] - 1].end, found.tokens[found.spans["e"][0]].start)
    return attrs.evolve(first, until=last, cut=cut, zone=first.zone or last.zone)


def _minutes(clock: Draft) -> int:
    return (clock.named.hour or 0) * 60 + (clock.named.minute or 0)


def _noon(found: Found) -> Draft | None:
    return set_clock(CLOCK, found.value("mid"), 0, None)


def _zone(found: Found) -> Draft:
    draft: Draft = found.value("c")
    if found.has("l"):
        words = found.words("l")
        first = found.tokens[found.spans["l"][0]]
        return attrs.evolve(
            draft, zone="local" if words == "local" else found.text[first.start :][: len(words)] + " time"
        )
    zone = str(found.value("z") or found.value("y"))
    if not found.has("n"):
        return attrs.evolve(draft, zone=zone)
    value = found.value("n")
    hours, minutes = value if isinstance(value, tuple) else (value, 0)
    sign = "+" if found.is_class("sign", "PLUS") else "-"
    return attrs.evolve(draft, zone=f"{zone}{sign}{hours:02}:{minutes:02}")


def _two_clocks(found: Found) -> Draft | None:
    """Read "10:35 a.m. (0735 GMT) Friday": the second clock tells the zone of the first."""
    local, other = found.value("a"), found.value("x")
    offset = zone_offset(other.zone)
    if offset is None or local.zone is not None or local.meridiem or other.meridiem:
        return None
    hours = (_minutes(local) - _minutes(other)) / 60 + offset
    hours = hours - 24 if hours > 14 else hours + 24 if hours < -12 else hours
    sign, minutes = "-" if hours < 0 else "+", round(abs(hours) * 60)
    zoned = attrs.evolve(local, zone=f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}")
    return hang(zoned, found.value("b")) if found.has("b") else zoned


def _clock_date_zone(found: Found) -> Draft | None:
    day: Draft = found.value("d")
    clock = found.value("c").named
    if not is_day_draft(day) or day.named.hour is not None:
        return None
    zoned = attrs.evolve(day, zone=str(found.value("z")))
    return name_fields(zoned, hour=clock.hour, minute=clock.minute)


_AFTERNOON = ("AF", "EV")


def _on_day(found: Found) -> Draft | None:
    """Hang a clock time or part of day on a day."""
    small = found.value("c" if found.has("c") else "a")
    return hang(small, found.value("d" if found.has("d") else "b"))


def hang(small: Draft, day: Draft) -> Draft | None:
    """Return a day with a clock time or part of day on it; ``None`` where it names no day or has a time already."""
    if day.kind != "date" or small.kind != "date" or not is_day_draft(day) or day.named.hour is not None:
        return None
    if small.named.hour is None and (day.named.part is not None or day.mod in ("MID",)):
        return None
    named = attrs.evolve(day.named, part=small.named.part or day.named.part)
    draft = attrs.evolve(day, named=named, mod=small.mod or day.mod, zone=small.zone or day.zone, weak=False)
    draft = _one_night(draft)
    if small.named.hour is None:
        return draft
    return _with_half(attrs.evolve(draft, mod=small.mod), small)


def _with_half(draft: Draft, clock: Draft) -> Draft:
    """Settle the half of the day of a twelve-hour clock time by the part of day beside it."""
    hour, part = clock.named.hour or 0, draft.named.part
    meridiem = clock.meridiem
    if meridiem == "?" and part is not None and hour <= 12:
        late = part in _AFTERNOON or (part == "NI" and 5 <= hour < 12) or (part == "MI" and hour < 5)
        hour = hour % 12 + (12 if late or (part == "MI" and hour == 12) else 0)
        meridiem = None
    named = attrs.evolve(draft.named, hour=hour, minute=clock.named.minute)
    until = clock.until
    if until is not None:
        until = attrs.evolve(
            draft, named=attrs.evolve(named, hour=until.named.hour, minute=until.named.minute)
        )
    return attrs.evolve(draft, named=named, meridiem=meridiem, until=until, cut=clock.cut)


def _one_night(draft: Draft) -> Draft:
    """Make "the night of 10 to 11 April" one night, not two."""
    until = draft.until
    if until is None or draft.named.part != "NI" or draft.named.day is None:
        return draft
    return attrs.evolve(draft, until=None) if until.named.day == draft.named.day + 1 else draft


def _every(found: Found) -> Draft | None:
    if found.has("w") or found.has("x"):
        named = PartialDate(
            weekday=found.value("w")
            if found.has("w")
            else (found.value("x") if found.is_class("x", "WDAY") else None),
            month=found.value("x") if found.is_class("x", "MONTH") else None,
            part=found.value("p"),
        )
        return Draft(kind="set", named=named)
    if found.has("p"):
        return Draft(kind="set", named=PartialDate(part=found.value("p")))
    unit = {"quarter": "Q", "weekend": "WE", "second": "TS"}.get(found.value("u"), found.value("u"))
    number = number_of(found.value("n")) if found.has("n") else 1
    return Draft(kind="set", amounts=((number, unit),))


def _frequency(found: Found) -> Draft:
    return Draft(kind="set", value=found.value("f"))


CLOCK_BUILDERS: dict[str, Builder] = {
    "part": _part,
    "this_part": _this_part,
    "small_hours": _small_hours,
    "clock": _clock,
    "military": _military,
    "noon": _noon,
    "clock_range": _clock_range,
    "clocks_joined": _clocks_joined,
    "zone": _zone,
    "two_clocks": _two_clocks,
    "clock_date_zone": _clock_date_zone,
    "on_day": _on_day,
    "every": _every,
    "frequency": _frequency,
}
