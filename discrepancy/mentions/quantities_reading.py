"""The step between words and a quantity: what has been read so far, and how it becomes a mention."""

import attrs

from discrepancy.mentions.quantities_counted import Counted
from discrepancy.mentions.quantities_hedges import Hedge, bound_range
from discrepancy.mentions.quantities_number import Number
from discrepancy.mentions.quantities_tokens import Tokens
from discrepancy.model.mentions import QuantityMention
from discrepancy.values.quantities import Bound, Quantity

__all__ = ["Reading", "make_mention"]


@attrs.frozen(kw_only=True)
class Reading:
    """A number with its unit at tokens ``start`` to ``end``, all values canonical.

    ``upper`` is the second figure of a range.  ``next`` is the token where reading goes on, which lies beyond
    ``end`` where a rate follows the counted noun.
    """

    number: Number
    value: float
    start: int
    end: int
    next: int
    unit: str = "count"
    upper: float | None = None
    factor: float = 1.0
    resolution: float = 0.0
    written: str | None = None
    other: float | None = None
    per: str | None = None
    counted: Counted | None = None
    hedge: Hedge | None = None
    hedge_words: str | None = None


def make_mention(tokens: Tokens, reading: Reading) -> QuantityMention:
    """Return the mention of a finished reading."""
    noun = None if reading.counted is None else reading.counted.index
    return QuantityMention(
        start=tokens.starts[reading.start],
        end=tokens.ends[reading.end - 1],
        quantity=_make_quantity(reading),
        counted_start=None if noun is None else tokens.starts[noun],
        counted_end=None if noun is None else tokens.ends[noun],
    )


def _make_quantity(reading: Reading) -> Quantity:
    number = reading.number
    low, high = reading.value, reading.value if reading.upper is None else reading.upper
    if number.low is not None and number.high is not None:
        low, high = number.low * reading.factor, number.high * reading.factor
    low, high = min(low, high), max(low, high)
    span = bound_range(low, high, reading.hedge, unit=reading.unit)
    return Quantity(
        low=span.low,
        high=span.high,
        low_open=span.low_open,
        high_open=span.high_open,
        number=(low + high) / 2 if reading.upper is not None else reading.value,
        unit=reading.unit,
        counted=None if reading.counted is None else reading.counted.lemma,
        hedge=reading.hedge_words or number.vague,
        bound=_bound_of(reading),
        per=reading.per,
        resolution=reading.resolution,
        written=reading.written,
        other=reading.other,
    )


def _bound_of(reading: Reading) -> Bound:
    if reading.hedge is not None and reading.hedge.bound != "exact":
        return reading.hedge.bound
    if reading.number.vague is not None:
        return "vague"
    return "exact" if reading.upper is None else "range"
