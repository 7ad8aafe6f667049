"""Figures that look like a slip of one another: two digits turned round, one digit other, lost or doubled.

Writers and readers of figures err in few ways; transposed and single wrong digits are most of them (Wiseman,
Cairns and Cox 2011 on number entry).  That two figures differ by such a slip speaks for one figure gone wrong.
"""

from discrepancy.values.quantities import Quantity

__all__ = ["is_slip"]

LEAST_DIGITS = 2


def is_slip(left: Quantity, right: Quantity) -> bool:
    """Whether two figures, as written, differ by one slip of the pen."""
    if left.unit != right.unit:
        return False
    if left.unit == "second":
        return is_slip_of_clock(left.number, right.number)
    return are_slips(digits(left.number), digits(right.number))


def is_slip_of_clock(left: float, right: float) -> bool:
    """Whether two lengths in hours, minutes and seconds differ in one of these alone, and there by a slip."""
    pairs = list(zip(clock(left), clock(right), strict=True))
    apart = [(a, b) for a, b in pairs if a != b]
    if len(apart) != 1:
        return False
    return sum(1 for a, _ in pairs if a) > 1 or are_slips(*(digits(x) for x in apart[0]))


def clock(seconds: float) -> tuple[float, float, float]:
    """Hours, minutes and seconds."""
    return seconds // 3600, seconds % 3600 // 60, seconds % 60


def are_slips(one: str, other: str) -> bool:
    """Whether two strings of digits differ by one slip."""
    if one == other or max(len(one), len(other)) < LEAST_DIGITS:
        return False
    return is_turned(one, other) or is_one_off(one, other)


def digits(number: float) -> str:
    """The telling digits of a number: without point, leading and trailing zeros."""
    return f"{abs(number):.6f}".replace(".", "").strip("0")


def is_turned(one: str, other: str) -> bool:
    """Whether two neighbouring digits are turned round."""
    if len(one) != len(other):
        return False
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def is_one_off(one: str, other: str) -> bool:
    """Whether one digit is another, or was lost or doubled."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return len(short) > LEAST_DIGITS and sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
