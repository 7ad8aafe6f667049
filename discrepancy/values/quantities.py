"""What a quantity is: a range with a unit, what is counted, and the bound that the words gave."""

import attrs

__all__ = ["Quantity"]


@attrs.frozen(kw_only=True)
class Quantity:
    """A number in words or figures after normalisation.

    ``low`` and ``high`` are the range that the words allow (``None``: open); ``low_open``/``high_open`` say
    that the edge itself is excluded ("more than 12").  ``number`` is the figure as written, without its hedge.
    ``unit`` is canonical: "count", "percent", "percentage point", "second" (all lengths of time up to weeks),
    "month" (months, years, decades), "metre", "kilogram", "celsius", an ISO 4217 code, "age", "rank",
    "score", ...  ``counted`` is the lemma of the noun that is counted ("passenger"), where there is one.
    """

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    number: float
    unit: str = "count"
    counted: str | None = None
    hedge: str | None = None
