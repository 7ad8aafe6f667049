"""How two quantities relate.

Each quantity stands for a span of numbers: what its words allow, and beside an unhedged figure what rounds to
it.  Two spans that meet are compatible; two that do not are in conflict.
"""

import math

import attrs

from discrepancy.language import load_words
from discrepancy.values.comparison import Comparison, Relation
from discrepancy.values.quantities_description import describe_quantity
from discrepancy.values.quantities_value import Quantity

__all__ = ["compare_quantities"]

_DAY = 86400.0
# A month has 28 to 31 days; nothing finer is known of one that has no name.
_MONTH_DAYS = (28.0, 31.0)
# A figure never covers more than a tenth of itself by rounding: "$3bn" may be 2.8, not 2.5.
_ROUNDING_CAP = 0.10
# "several" may be twice what most readers take it for, or half: vague words conflict only far outside.
_VAGUE_STRETCH = 2.0
# Unit tables are given to nine digits or so.
_TOLERANCE = 1e-7
_UNLIMITED = ("celsius", "degree")
_ONE_SIDED = ("more_than", "at_least", "less_than", "at_most", "up_to", "nearly", "just_under", "just_over")


@attrs.frozen
class _Span:
    low: float
    high: float
    low_open: bool
    high_open: bool


def compare_quantities(left: Quantity, right: Quantity) -> Comparison:
    """Compare two quantities; what is counted is not looked at.

    The gap of a conflict is the distance between the nearest edges, that of compatible numbers the distance
    between the figures, each divided by the mean of the two figures.  Months and seconds meet through
    months of 28 to 31 days.  Units, currencies or rates that differ are INCOMPARABLE.
    """
    why_not = _find_obstacle(left, right)
    if why_not:
        return Comparison(Relation.INCOMPARABLE, why_not)
    if left.unit != right.unit and {left.unit, right.unit} == {"second", "month"}:
        return _compare_spans(left, right, _month_span(left), _month_span(right))
    if _is_same(left, right):
        return Comparison(Relation.SAME, f"both are {describe_quantity(left)}")
    if left.other is not None and right.other is not None:
        return _compare_pairs(left, right)
    return _compare_spans(left, right, _span(left), _span(right))


def _find_obstacle(left: Quantity, right: Quantity) -> str | None:
    pair = f"{describe_quantity(left)} and {describe_quantity(right)}"
    if left.per != right.per:
        return (
            f"{pair}: a number per {left.per or right.per} and one per {right.per or 'nothing'}"
            if (left.per)
            else f"{pair}: only one is a rate, per {right.per}"
        )
    if (left.bound == "further") != (right.bound == "further"):
        return f"{pair}: one comes on top of another number"
    if left.unit == right.unit or {left.unit, right.unit} == {"second", "month"}:
        return None
    if _is_money(left.unit) and _is_money(right.unit):
        if _may_be_one_currency(left.unit, right.unit):
            return None
        return f"{pair}: no exchange rate between {left.unit} and {right.unit}"
    return f"{pair}: {left.unit} and {right.unit} measure different things"


def _is_money(unit: str) -> bool:
    return (len(unit) == 3 and unit.isupper()) or unit in _shared_currencies()


def _shared_currencies() -> dict[str, tuple[str, ...]]:
    return {row["unit"]: tuple(row["cues"]) for row in load_words("currencies")["shared"]}


def _may_be_one_currency(left: str, right: str) -> bool:
    shared = _shared_currencies()
    return right in shared.get(left, ()) or left in shared.get(right, ())


def _is_same(left: Quantity, right: Quantity) -> bool:
    edges = (
        (left.number, right.number),
        (left.low, right.low),
        (left.high, right.high),
        (left.other, right.other),
    )
    flags = (left.low_open, left.high_open) == (right.low_open, right.high_open)
    return flags and all(_is_equal(one, two) for one, two in edges)


def _is_equal(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=_TOLERANCE, abs_tol=1e-12)


def _compare_pairs(left: Quantity, right: Quantity) -> Comparison:
    """Two scores or two votes: the same figures from the other side are compatible."""
    pair = f"{describe_quantity(left)} and {describe_quantity(right)}"
    mine, theirs = (left.number, left.other), (right.number, right.other)
    if mine == (theirs[1], theirs[0]):
        return Comparison(Relation.COMPATIBLE, f"{pair} are one result told from the two sides")
    gaps = [
        _relative(abs(a - b), a, b)
        for a, b in zip(mine, theirs, strict=True)
        if a is not None and b is not None
    ]
    return Comparison(Relation.CONFLICTING, f"{pair} are different results", gap=max(gaps))


def _compare_spans(left: Quantity, right: Quantity, one: _Span, two: _Span) -> Comparison:
    pair = f"{describe_quantity(left)} and {describe_quantity(right)}"
    middle_one, middle_two = _middle(left, right)
    if _do_meet(one, two):
        gap = (
            0.0
            if _is_equal(middle_one, middle_two)
            else _relative(abs(middle_one - middle_two), middle_one, middle_two)
        )
        return Comparison(Relation.COMPATIBLE, f"{pair}: {_why_compatible(left, right, gap)}", gap=gap)
    distance = max(two.low - one.high, one.low - two.high, 0.0)
    stated = max(_stated_distance(left, right), distance)
    gap = _relative(stated, middle_one, middle_two)
    # Between "about 3.4" and 4.3 lies less than the figures show, since the hedge takes its part.
    least = "at least " if left.hedge or right.hedge else ""
    return Comparison(
        Relation.CONFLICTING, f"{pair} cannot both hold: they are {least}{gap:.0%} apart", gap=gap
    )


def _why_compatible(left: Quantity, right: Quantity, gap: float) -> str:
    if gap == 0.0:
        return "the same figure with another bound"
    if left.bound == right.bound == "exact":
        return "they differ by no more than rounding"
    blurred = left if left.bound != "exact" else right
    return f"'{blurred.hedge}' leaves room for both" if blurred.hedge else "one leaves room for the other"


def _middle(left: Quantity, right: Quantity) -> tuple[float, float]:
    if left.unit == right.unit or {left.unit, right.unit} != {"second", "month"}:
        return left.number, right.number
    return _month_middle(left), _month_middle(right)


def _month_middle(quantity: Quantity) -> float:
    return quantity.number * (_DAY * sum(_MONTH_DAYS) / 2 if quantity.unit == "month" else 1.0)


def _stated_distance(left: Quantity, right: Quantity) -> float:
    """The distance between the edges that the words give, rounding left aside."""
    if left.unit != right.unit and {left.unit, right.unit} == {"second", "month"}:
        return 0.0
    one, two = _stated(left), _stated(right)
    return max(two.low - one.high, one.low - two.high, 0.0)


def _relative(distance: float, left: float, right: float) -> float:
    mean = (abs(left) + abs(right)) / 2
    return distance / mean if mean else 0.0


def _stated(quantity: Quantity) -> _Span:
    low = -math.inf if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
    return _Span(low, high, quantity.low_open, quantity.high_open)


def _span(quantity: Quantity) -> _Span:
    """All numbers that a writer may have had in mind."""
    span = _stated(quantity)
    if quantity.bound == "vague":
        return attrs.evolve(span, low=span.low / _VAGUE_STRETCH, high=span.high * _VAGUE_STRETCH)
    if quantity.bound in _ONE_SIDED:
        return span
    half = quantity.resolution / 2
    if quantity.unit not in _UNLIMITED:
        half = min(half, _ROUNDING_CAP * abs(quantity.number))
    if half <= 0.0:
        return span
    # The edge of rounding belongs to the next figure, so it is open.
    low = min((span.low, span.low_open), (quantity.number - half, True))
    high = max((span.high, not span.high_open), (quantity.number + half, False))
    return _Span(low[0], high[0], low[1], not high[1])


def _month_span(quantity: Quantity) -> _Span:
    span = _span(quantity)
    if quantity.unit != "month":
        return span
    shortest, longest = (days * _DAY for days in _MONTH_DAYS)
    return attrs.evolve(span, low=span.low * shortest, high=span.high * longest)


def _do_meet(one: _Span, two: _Span) -> bool:
    return _reaches(one.high, two.low, is_open=one.high_open or two.low_open) and _reaches(
        two.high, one.low, is_open=two.high_open or one.low_open
    )


def _reaches(high: float, low: float, *, is_open: bool) -> bool:
    if _is_equal(high, low):
        return not is_open
    return high > low
