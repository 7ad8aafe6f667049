"""What two figures say of answering one question."""

import pytest

from discrepancy.graph.weights import far_apart
from discrepancy.values.quantities import Quantity


def count(number: float) -> Quantity:
    return Quantity(low=number, high=number, number=number)


@pytest.mark.parametrize(
    ("one", "other", "is_against"), [(0, 3, True), (3, 0, True), (4, 40, False), (4, 90, True), (4, 5, False)]
)
def test_figure_many_times_another_speaks_against_one_question(
    one: float, other: float, is_against: bool
) -> None:
    assert (far_apart(count(one), count(other)) < 0) is is_against
