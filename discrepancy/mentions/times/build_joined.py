"""Dates made of two: a weekday and a date, a month in a year, the first week of a month."""

import attrs

from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.grammar import Builder, Found

__all__ = ["JOINED_BUILDERS"]


def _merge(found: Found) -> Draft | None:
    """Join "Tuesday" and "8 August"."""
    weekday: Draft = found.value("a")
    if weekday.named.weekday is None and weekday.base is None:
        return None
    if found.has("d") or found.has("o"):
        number = found.value("d" if found.has("d") else "o")
        if number > 31 or weekday.named.weekday is None:
            return None
        return name_fields(weekday, day=number)
    date: Draft = found.value("b")
    if date.until is not None or date.named.weekday is not None or date.holiday or date.base is not None:
        return None
    return name_fields(date, weekday=weekday.named.weekday)


# What a relative period must be to hold a month, a day or a weekday.
_HOLDERS = {"Y": 3, "Q": 2, "M": 2, "W": 1, "WE": 1}


def _inside(found: Found) -> Draft | None:
    """Put "November" into "last year", "Monday" into "that week"."""
    inner: Draft = found.value("a")
    outer: Draft = found.value("b")
    if outer.kind != "date" or inner.until or outer.mod or inner.named.year or outer.era:
        return None
    if outer.weak and found.text[found.tokens[found.end - 1].start :].startswith("the"):
        return None
    if outer.named.year is not None:
        if outer.named.month or outer.until or inner.named.weekday is not None:
            return None
        return attrs.evolve(inner, named=attrs.evolve(inner.named, year=outer.named.year), way=None)
    if outer.base is None or _rank(inner) >= _HOLDERS.get(outer.unit or "", 0):
        return None
    fields = {key: value for key, value in attrs.asdict(inner.named).items() if value is not None}
    extra = {
        key: getattr(inner, key) for key in ("season", "quarter", "half", "holiday") if getattr(inner, key)
    }
    return attrs.evolve(name_fields(outer, **fields), mod=inner.mod, weak=False, **extra)


def _rank(inner: Draft) -> int:
    if inner.named.month or inner.season or inner.quarter or inner.half:
        return 2
    return 1 if inner.named.day else 0


def _nth_inside(found: Found) -> Draft | None:
    """Read "the first week of May", "the last Sunday of the month"."""
    outer: Draft = found.value("b")
    if outer.mod or outer.until or outer.kind != "date":
        return None
    last = found.words("n").endswith(("last", "final"))
    number = -1 if last else 2 if found.is_class("n", "SECOND") else int(found.value("n"))
    outer = attrs.evolve(outer, weak=False, nth=number)
    if found.has("a"):
        weekday = found.value("a").named.weekday
        return None if weekday is None else attrs.evolve(name_fields(outer, weekday=weekday), nth_unit="WD")
    unit = {"quarter": "Q", "weekend": "WE", "half": "H", "HALF": "H"}.get(found.words("u"), found.value("u"))
    return attrs.evolve(outer, nth_unit=str(unit))


JOINED_BUILDERS: dict[str, Builder] = {"merge": _merge, "inside": _inside, "nth_inside": _nth_inside}
