"""A time expression as its words say it, before it is tied to a date."""

from typing import Any, Literal

import attrs

from discrepancy.values.times import PartialDate

__all__ = ["Base", "Draft", "Kind", "name_fields"]

Base = Literal["publication", "anchor", "sentence"]
Kind = Literal["date", "duration", "set", "reference"]


@attrs.frozen(kw_only=True, eq=False)
class Draft:
    """What the words of a time expression say, unresolved.

    ``base`` is what a relative expression counts from: publication, the last time mentioned, or the last
    in the sentence; ``shift`` counts ``unit`` from there (``None``: by an unknown number).
    ``way`` is -1 for "last", 1 for
    "next", 0 for "this" before a named part of the calendar.  ``nth`` of ``nth_unit`` picks inside a period
    (-1: the last).  A ``weak`` expression is none on its own ("the day"); a ``loose`` one counts whole units
    from a day ("two weeks ago") and means the time about there.  ``until`` is the end of a range,
    and ``cut`` where in the text its two ends part.  A length that is ``ahead`` ("in two weeks") is a point where
    the sentence speaks of what is to come.
    ``amounts`` are the parts of a duration.
    """

    kind: Kind = "date"
    named: PartialDate = attrs.field(factory=PartialDate)
    era: str | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    weekend: bool = False
    weak: bool = False
    loose: bool = False
    ahead: bool = False
    base: Base | None = None
    shift: float | None = 0
    unit: str | None = None
    way: int | None = None
    mod: str | None = None
    zone: str | None = None
    meridiem: str | None = None
    holiday: str | None = None
    nth: int | None = None
    nth_unit: str | None = None
    fiscal: bool = False
    amounts: tuple[tuple[float | None, str], ...] = ()
    value: str = ""
    other: tuple[int, int, int] | None = None
    origin: "Draft | None" = None
    until: "Draft | None" = None
    cut: tuple[int, int] | None = None


def name_fields(draft: Draft, **fields: Any) -> Draft:
    """Return ``draft`` with calendar fields set in ``named``."""
    return attrs.evolve(draft, named=attrs.evolve(draft.named, **fields))
