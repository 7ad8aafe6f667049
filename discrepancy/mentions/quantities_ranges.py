"""Two figures that are one quantity: "12 to 18 months", "EUR 280-320m", "between 60 and 80"."""

import attrs

from discrepancy.mentions.numbers import read_number
from discrepancy.mentions.quantities_lexicon import load_lexicon
from discrepancy.mentions.quantities_number import Number
from discrepancy.mentions.quantities_reading import Reading
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens
from discrepancy.mentions.quantities_units import (
    Currency,
    read_currency_after,
    read_currency_before,
    read_unit,
)

__all__ = ["add_upper"]

_CHANGE_REACH = 16
_NEAR_REACH = 3


def add_upper(tokens: Tokens, reading: Reading, money: Currency | None) -> Reading:
    """Return ``reading`` with the second figure of a range, where one follows.

    "from 12 to 18" after a verb of change ("rose") are two figures and stay apart, and so are a step and the level
    that it leads to ("rose $2 to $85", "fell 3 feet to 12 feet").
    """
    if reading.number.vague or reading.number.kind in ("part", "share"):
        return reading
    start = reading.start
    is_between = start > 0 and tokens.words[start - 1] == "between"
    is_from = start > 0 and tokens.words[start - 1] == "from"
    after = _read_join(tokens, reading.end, is_between=is_between)
    if after is None or (is_from and _has_change(tokens, start, _CHANGE_REACH)):
        return reading
    second_money = read_currency_before(tokens, after)
    is_level = second_money is not None or _skip_unit(tokens, reading.end) != reading.end
    if is_level and tokens.words[after - 1] == "to" and _has_change(tokens, start, _NEAR_REACH):
        return reading
    at = second_money.end if second_money else after
    second = read_number(tokens, at, money=money is not None or second_money is not None)
    if second is None or second.kind in ("part", "share") or second.vague:
        return reading
    if not _agree(tokens, reading.end, second.end, money, second_money):
        return reading
    first = _share_scale(reading.number, second)
    is_name = tokens.words[reading.end] in HYPHENS and first.kind != second.kind  # "7-Eleven"
    if first.value >= second.value or is_name or not _is_likely(tokens, reading.end, first, second):
        return reading
    number = attrs.evolve(first, end=second.end, resolution=max(first.resolution, second.resolution))
    return attrs.evolve(
        reading,
        number=number,
        value=first.value,
        upper=second.value,
        resolution=number.resolution,
        start=start - 1 if is_between else start,
        end=second.end,
        next=second.end,
    )


def _read_join(tokens: Tokens, at: int, *, is_between: bool) -> int | None:
    """The token after "to", "-" or "or"; a unit may stand before it ("5 miles to 6", "5- to 6-hour")."""
    if tokens.words[at] in HYPHENS and tokens.words[at + 1] == "to":
        return tokens.skip_hyphen(at + 2)
    unit_end = _skip_unit(tokens, at)
    for place in (at, unit_end):
        word = tokens.words[place]
        if is_between and word == "and":
            return place + 1
        if not is_between and (word in ("to", "or") or _is_dash(tokens, place)):
            return tokens.skip_hyphen(place + 1)
    return None


def _is_dash(tokens: Tokens, at: int) -> bool:
    """A dash without spaces, or a spaced hyphen; a spaced dash is a break in the sentence."""
    if tokens.words[at] not in HYPHENS:
        return False
    left, right = tokens.is_glued(at), tokens.is_glued(at + 1)
    return (left and right) or (tokens.words[at] == "-" and left == right)


def _agree(
    tokens: Tokens, first: int, second: int, money: Currency | None, second_money: Currency | None
) -> bool:
    """Whether a unit at the first figure is that of the second ("15% to $400m" are two quantities)."""
    if second_money is not None:
        return money is not None and money.code == second_money.code
    if money is not None:
        return read_unit(tokens, second) is None
    unit, currency = read_unit(tokens, first), read_currency_after(tokens, first)
    if unit is not None:
        following = read_unit(tokens, second)
        return following is not None and following[0].to == unit[0].to
    if currency is not None:
        after = read_currency_after(tokens, second)
        return after is not None and after.code == currency.code
    return True


def _skip_unit(tokens: Tokens, at: int) -> int:
    unit = read_unit(tokens, at)
    if unit is not None:
        return unit[1]
    currency = read_currency_after(tokens, at)
    return at if currency is None else currency.end


def _share_scale(first: Number, second: Number) -> Number:
    """ "280-320m": the scale of the second figure is that of the first too."""
    if (
        first.is_scaled
        or not second.is_scaled
        or first.value >= 1000
        or first.value * second.scale > second.value
    ):
        return first
    return attrs.evolve(
        first,
        value=first.value * second.scale,
        resolution=first.resolution * second.scale,
        scale=second.scale,
    )


def _is_likely(tokens: Tokens, at: int, first: Number, second: Number) -> bool:
    """ "or" joins neighbours only ("five or six"); years are no range."""
    if tokens.words[at] == "or":
        return second.value <= 2 * first.value + 1
    if tokens.words[at] in HYPHENS and first.value > 1000 and second.value < 100:
        return False
    return not (1500 <= first.value <= 2100 and 1500 <= second.value <= 2100 and not first.is_scaled)


def _has_change(tokens: Tokens, start: int, reach: int) -> bool:
    before = tokens.words[max(0, start - reach) : start]
    while "." in before:
        before = before[before.index(".") + 1 :]
    return bool(load_lexicon().sets["ranges.change_verbs"].intersection(before))
