"""What holds for every quantity and every text."""

import itertools

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.mentions.quantities import find_quantities
from discrepancy.values.comparison import Relation
from discrepancy.values.quantities import Quantity, compare_quantities

numbers = st.integers(min_value=1, max_value=50_000)
figures = st.sampled_from(
    ["12", "1.2 million", "half an hour", "$3bn", "two-thirds", "a dozen", "58-year-old", "2-1"]
)
glue = st.sampled_from(
    [" ", "-", ", ", " to ", " and ", " of ", ". ", "/", " about ", " a ", "\n", "%", " more than "]
)
texts = st.lists(st.one_of(figures, glue, st.text(max_size=5)), max_size=20).map("".join)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """An exact, hedged, open or vague quantity of one unit."""
    number = float(draw(numbers))
    below, above = draw(st.floats(0, 0.5)), draw(st.floats(0, 0.5))
    bound = draw(st.sampled_from(["exact", "about", "more_than", "up_to", "range", "vague"]))
    low: float | None = number * (1 - below)
    high: float | None = number * (1 + above)
    if bound == "exact":
        low = high = number
    if bound == "more_than":
        low, high = number, None
    if bound == "up_to":
        low, high = 0.0, number
    step = draw(st.sampled_from([0.0, 1.0, 10.0, 100.0]))
    return Quantity(
        low=low,
        high=high,
        low_open=bound == "more_than",
        number=number,
        bound=bound,  # type: ignore[arg-type]
        resolution=step,
    )


@given(quantities())
def test_every_quantity_is_the_same_as_itself(quantity: Quantity) -> None:
    comparison = compare_quantities(quantity, quantity)

    assert (comparison.relation, comparison.gap) == (Relation.SAME, 0.0)


@given(quantities(), quantities())
def test_comparison_is_symmetric(left: Quantity, right: Quantity) -> None:
    one, two = compare_quantities(left, right), compare_quantities(right, left)

    assert one.relation is two.relation
    assert one.gap == pytest.approx(two.gap)


@given(quantities(), quantities(), st.sampled_from([1000.0, 0.45359237, 1609.344, 60.0]))
def test_unit_change_changes_nothing(left: Quantity, right: Quantity, factor: float) -> None:
    one = compare_quantities(left, right)
    two = compare_quantities(_times(left, factor), _times(right, factor))

    assert one.relation is two.relation
    assert one.gap == pytest.approx(two.gap, abs=1e-6)


@given(quantities(), quantities())
def test_containment_is_no_conflict(left: Quantity, right: Quantity) -> None:
    low = 0.0 if left.low is None or right.low is None else min(left.low, right.low)
    high = None if left.high is None or right.high is None else max(left.high, right.high)
    whole = Quantity(low=low, high=high, number=left.number, bound="range")

    assert compare_quantities(whole, left).relation is not Relation.CONFLICTING


@given(quantities(), quantities(), st.floats(0, 1000), st.floats(0, 1000))
def test_wider_hedge_never_makes_a_conflict(
    left: Quantity, right: Quantity, below: float, above: float
) -> None:
    wider = attrs.evolve(
        left,
        low=None if left.low is None else left.low - below,
        high=None if left.high is None else left.high + above,
    )

    if compare_quantities(left, right).relation is not Relation.CONFLICTING:
        assert compare_quantities(wider, right).relation is not Relation.CONFLICTING


WORDINGS = (
    ("{} months", 1, "{} years", 12),
    ("{} days", 1, "{} weeks", 7),
    ("{} minutes", 1, "{} hours", 60),
    ("{:,} people", 1, "{} thousand people", 1000),
    ("${:,}", 1, "${} million", 1_000_000),
    ("{:,} metres", 1, "{} km", 1000),
    ("{} cents", 1, "${}", 100),
)


@given(st.sampled_from(WORDINGS), st.integers(2, 999), st.booleans())
def test_rewording_of_one_value_changes_nothing(
    wording: tuple[str, int, str, int], number: int, is_half: bool
) -> None:
    small, _, large, factor = wording
    halves = 2 * number + (is_half and factor % 2 == 0)
    left = find_quantities(f"They spoke of {small.format(halves * factor // 2)} on Sunday.")
    right = find_quantities(
        f"They spoke of {large.format(halves / 2 if halves % 2 else halves // 2)} on Sunday."
    )

    assert [len(left), len(right)] == [1, 1]
    assert compare_quantities(left[0].quantity, right[0].quantity).relation is Relation.SAME


@given(texts)
@settings(max_examples=150, deadline=None)
def test_passage_is_the_words_of_its_value(text: str) -> None:
    for mention in find_quantities(text):
        words = text[mention.start : mention.end]

        assert words == words.strip() and any(sign.isalnum() for sign in words)
        assert mention.hedge is None or any(part in words.lower() for part in mention.hedge.split())


@given(texts)
@settings(max_examples=150, deadline=None)
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = find_quantities(text)

    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@given(numbers, st.sampled_from(["people", "miles", "euros", "percent", "hours"]))
def test_figure_in_a_sentence_is_found_with_its_words(number: int, noun: str) -> None:
    text = f"Officials spoke of {number:,} {noun} on Sunday."
    mentions = find_quantities(text)

    assert len(mentions) == 1
    assert text[mentions[0].start : mentions[0].end].startswith(f"{number:,}")


def _times(quantity: Quantity, factor: float) -> Quantity:
    return attrs.evolve(
        quantity,
        low=None if quantity.low is None else quantity.low * factor,
        high=None if quantity.high is None else quantity.high * factor,
        number=quantity.number * factor,
        resolution=quantity.resolution * factor,
    )
