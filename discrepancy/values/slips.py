"""Figures that look like a slip of one another: two digits turned round, one digit other, lost or doubled.

Writers and readers of figures err in few ways; transposed and single wrong digits are most of them (Wiseman,
Cairns and Cox 2011 on number entry).  That two figures differ by such a slip speaks for one figure gone wrong.
"""

from discrepancy.values.quantities import Quantity

__all__ = ["slip_bits"]

LEAST_DIGITS = 2
# Units to which others are converted; their digits are not those that were printed.
CONVERTED = frozenset(
    {
        "metre",
        "kilogram",
        "celsius",
        "litre",
        "square metre",
        "cubic metre",
        "metre per second",
        "watt",
        "joule",
        "pascal",
    }
)
# Bits for one question when two figures differ so.  Of two figures with two digits one in ninety is the other turned
# round by accident, of wrong figures one in eight or so; with three digits an accident is rarer still.  One digit
# that differs is found between the figures of any story, so it says little.
TURNED, TURNED_SHORT, POWER_OF_TEN, ONE_DIGIT = 4.5, 3.5, 3.5, 1.5
MILLION = 1e6
# A digit lost or doubled makes a figure about ten times smaller or larger.
NOUGHT = (5, 20)


def slip_bits(left: Quantity, right: Quantity) -> float:
    """How much it speaks for one figure gone wrong that two figures differ as they do; 0 where it does not."""
    if left.unit != right.unit or left.number == right.number:
        return 0.0
    if left.unit == "second":
        return clock_slip(left.number, right.number)
    ratio = max(left.number, right.number) / (min(left.number, right.number) or 1)
    one, other = written_digits(left), written_digits(right)
    if one == other:
        return POWER_OF_TEN if len(one) > 1 and is_power(ratio, min(left.number, right.number)) else 0.0
    same_length = len(one) == len(other)
    lost_digit = NOUGHT[0] < ratio < NOUGHT[1] and min(len(one), len(other)) >= LEAST_DIGITS
    if (same_length and ratio < 2) or (lost_digit and not same_length):
        return digit_slip(one, other)
    return turned_only(one, other) if ratio < 10 else 0.0


def is_power(ratio: float, smaller: float) -> bool:
    """Whether a nought was lost, or a million stands for a billion."""
    return abs(ratio - 10) < 1e-6 or (abs(ratio - 1000) < 1e-3 and smaller >= MILLION)


def turned_only(one: str, other: str) -> float:
    """Bits for two digits turned round, however far apart that puts the figures ("38" and "83")."""
    if not is_turned(one, other):
        return 0.0
    return TURNED if len(one) > LEAST_DIGITS else TURNED_SHORT


def clock_slip(left: float, right: float) -> float:
    """Bits for lengths in hours, minutes and seconds that differ in one of these alone, and there by a slip."""
    pairs = list(zip(clock(left), clock(right), strict=True))
    apart = [(a, b) for a, b in pairs if a != b]
    if len(apart) != 1:
        return 0.0
    if sum(1 for a, _ in pairs if a) > 1:
        return ONE_DIGIT
    return digit_slip(*(digits(x) for x in apart[0]))


def clock(seconds: float) -> tuple[float, float, float]:
    """Hours, minutes and seconds."""
    return seconds // 3600, seconds % 3600 // 60, seconds % 60


def digit_slip(one: str, other: str) -> float:
    """Bits for two strings of digits that differ by one slip."""
    if one == other or max(len(one), len(other)) < LEAST_DIGITS:
        return 0.0
    if is_turned(one, other):
        return turned_only(one, other)
    return ONE_DIGIT if is_one_off(one, other) else 0.0


def written_digits(value: Quantity) -> str:
    """The telling digits of a figure as it was written, in its own unit."""
    is_converted = value.resolution > 0 and value.unit in CONVERTED
    return digits(round(value.number / value.resolution) if is_converted else value.number)


def digits(number: float) -> str:
    """The telling digits of a number: without point, leading and trailing zeros."""
    return f"{abs(number):.6f}".replace(".", "").strip("0")


def is_turned(one: str, other: str) -> bool:
    """Whether two digits are turned round, neighbours ("412", "421") or those around one more ("584", "485")."""
    if len(one) != len(other):
        return False
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(apart) == 2
        and apart[1] <= apart[0] + 2
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def is_one_off(one: str, other: str) -> bool:
    """Whether one digit is another, or was lost or doubled."""
    if len(one) == len(other):
        return len(one) > LEAST_DIGITS and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
