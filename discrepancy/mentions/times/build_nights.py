"""Nights that lie between two days: each is named by the day that it begins on."""

import attrs

from discrepancy.mentions.times.build_clock import hang, is_day_draft
from discrepancy.mentions.times.build_numbers import number_of
from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.grammar import Builder, Found

__all__ = ["NIGHT_BUILDERS"]


def _night_of_two(found: Found) -> Draft | None:
    first, last, part = found.value("d"), found.value("b"), found.value("a")
    if last.named.day is None or number_of(first) != last.named.day - 1:
        return None
    return name_fields(last, day=last.named.day - 1, part=part.named.part)


def _night_to(found: Found) -> Draft | None:
    """Read "the night to Sunday", "overnight into Sunday", "the night from Saturday to Sunday"."""
    part, day = found.value("a"), found.value("b")
    if part.named.part != "NI" or day.named.part is not None or day.until is not None:
        return None
    before = found.value("d") if found.has("d") else _day_before(day) if is_day_draft(day) else None
    return None if before is None else hang(part, before)


def _day_before(day: Draft) -> Draft | None:
    """The day before one that is named by its weekday, its date or both; ``None`` for the first of a month."""
    named = day.named
    if named.day == 1 or day.holiday:
        return None
    if day.base is not None:
        return attrs.evolve(day, shift=(day.shift or 0) - 1)
    weekday = None if named.weekday is None else (named.weekday - 1) % 7
    return name_fields(day, weekday=weekday, day=None if named.day is None else named.day - 1)


NIGHT_BUILDERS: dict[str, Builder] = {"night_of_two": _night_of_two, "night_to": _night_to}
