"""The noun: a range with a unit, what is counted, and the bound that the words gave."""

from typing import Literal

import attrs

__all__ = ["Bound", "Quantity"]

Bound = Literal[
    "exact",
    "about",
    "nearly",
    "just_under",
    "just_over",
    "more_than",
    "at_least",
    "less_than",
    "at_most",
    "up_to",
    "range",
    "vague",
    "further",
]


@attrs.frozen(kw_only=True)
class Quantity:
    """A number in words or figures after normalisation.

    ``low`` and ``high`` are the range that the words allow (``None``: open); ``low_open``/``high_open`` say
    that the edge itself is excluded ("more than 12").  ``number`` is the figure without its hedge, in
    ``unit``; for a range its middle.  All of these are in canonical units.

    ``unit`` is canonical: "count", "percent", "percentage point", "second" (all lengths of time up to weeks),
    "month" (months, years, decades), "metre", "kilogram", "celsius", "square metre", "litre",
    "metre per second", "watt", "magnitude", an ISO 4217 code (or "krona", "peso" ... where no country is
    known), "age" (years), "rank", "score".  ``counted`` is the lemma of the noun that is counted
    ("passenger"), where there is one; ``per`` the unit of a rate ("day", "person").

    ``hedge`` are the words that bound or blur the number, ``bound`` the kind of bound they give.
    ``resolution`` is the size of the last digit that the words show, 0 where a figure stands for itself.
    ``written`` is the unit that the words used ("hour"); ``other`` the second figure of a score or a vote.
    """

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    number: float
    unit: str = "count"
    counted: str | None = None
    hedge: str | None = None
    bound: Bound = "exact"
    per: str | None = None
    resolution: float = attrs.field(default=0.0)
    written: str | None = None
    other: float | None = None

    @resolution.validator
    def _check_resolution(self, _: object, value: float) -> None:
        if value < 0:
            raise ValueError(f"resolution = {value} is negative (want 0 or more)")

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low = {self.low} is above high = {self.high} (want low <= high)")
