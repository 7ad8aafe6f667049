"""Figures that look like a slip of one another."""

from itertools import product

import pytest

from discrepancy.values.quantities import Quantity
from discrepancy.values.slips import ONE_DIGIT, POWER_OF_TEN, TURNED, TURNED_SHORT, slip_bits


def quantity(number: float, unit: str = "count") -> Quantity:
    return Quantity(low=number, high=number, number=number, unit=unit)


def bits(left: float, right: float, unit: str = "count") -> float:
    return slip_bits(quantity(left, unit), quantity(right, unit))


def seconds(hours: int = 0, minutes: int = 0, rest: int = 0) -> float:
    return 3600.0 * hours + 60.0 * minutes + rest


@pytest.mark.parametrize(("left", "right"), [(164, 146), (18_450, 14_850), (1.23, 1.32), (2_940, 2_490)])
def test_two_digits_turned_round(left: float, right: float) -> None:
    assert bits(left, right) == TURNED


@pytest.mark.parametrize(("left", "right"), [(43, 34), (2.4e6, 4.2e6), (38, 83)])
def test_two_digits_turned_round_say_less_where_there_are_no_others(left: float, right: float) -> None:
    assert 0 < bits(left, right) == TURNED_SHORT < TURNED


@pytest.mark.parametrize(("left", "right"), [(112, 117), (4_312, 4_372), (155, 15)])
def test_one_digit_other_lost_or_doubled(left: float, right: float) -> None:
    assert bits(left, right) == ONE_DIGIT


@pytest.mark.parametrize(("left", "right"), [(240, 2_400), (1.7e6, 1.7e9), (0.35, 3.5)])
def test_factor_of_ten(left: float, right: float) -> None:
    assert bits(left, right) == POWER_OF_TEN


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (12, 17),  # two figures of two digits share one by accident
        (3, 30),  # a single digit is in every round number
        (212, 260),
        (96, 112),
        (1_200, 5_873),
        (7, 8),
    ],
)
def test_figures_that_differ_otherwise(left: float, right: float) -> None:
    assert bits(left, right) == 0.0


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (seconds(6, 42), seconds(6, 24), ONE_DIGIT),  # the minutes alone differ
        (seconds(4, 51), seconds(3, 51), ONE_DIGIT),  # the hours alone differ
        (seconds(0, 42), seconds(0, 24), TURNED_SHORT),
        (seconds(6, 42), seconds(5, 24), 0.0),
        (seconds(5), seconds(6), 0.0),
    ],
)
def test_lengths_slip_in_one_field_of_the_clock(left: float, right: float, expected: float) -> None:
    assert bits(left, right, "second") == expected


def test_other_units_are_no_slip() -> None:
    assert slip_bits(quantity(43), quantity(34, "percent")) == 0.0


@pytest.mark.parametrize("number", [0.0, 1.0, 43.0, 2.4e6, 0.001])
def test_a_figure_is_no_slip_of_itself(number: float) -> None:
    assert bits(number, number) == 0.0


def test_slips_are_symmetric() -> None:
    numbers = [0.0, 1.0, 3.0, 30.0, 34.0, 43.0, 112.0, 117.0, 1170.0, 2.4e6, 4.2e6, 24e9]

    for left, right in product(numbers, numbers):
        assert bits(left, right) == bits(right, left)


def test_open_slip_of_a_length_depends_on_which_comes_first() -> None:
    short, long = seconds(0, 0, 30), seconds(0, 19, 30)

    forward, backward = bits(short, long, "second"), bits(long, short, "second")

    assert forward != backward, "comes out right: lengths can be added to the symmetric figures"


def test_slip_with_nothing_is_no_error() -> None:
    assert bits(0, 43) == bits(0, 0.5) == 0.0
