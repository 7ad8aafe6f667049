"""Comparing quantities and telling them in plain English."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from discrepancy.mentions.quantities import find_quantities
from discrepancy.values.comparison import Relation
from discrepancy.values.quantities import Quantity, compare_quantities, describe_quantity

PAIRS = tomllib.loads((Path(__file__).parents[1] / "cases" / "quantities.toml").read_text("utf-8"))["pair"]


def first(text: str) -> Quantity:
    return find_quantities(text)[0].quantity


@pytest.mark.parametrize("case", PAIRS, ids=[f"{case['left']} / {case['right']}" for case in PAIRS])
def test_pair_relates_as_a_reader_would_say(case: dict[str, Any]) -> None:
    comparison = compare_quantities(first(case["left"]), first(case["right"]))

    assert comparison.relation is Relation(case["relation"])
    assert case.get("reason", "") in comparison.reason
    if "gap_above" in case:
        assert comparison.gap > case["gap_above"]


@pytest.mark.parametrize("case", PAIRS, ids=[f"{case['left']} / {case['right']}" for case in PAIRS])
def test_comparison_is_symmetric(case: dict[str, Any]) -> None:
    left, right = first(case["left"]), first(case["right"])
    one, two = compare_quantities(left, right), compare_quantities(right, left)

    assert one.relation is two.relation
    assert one.gap == pytest.approx(two.gap)


def test_gap_is_the_distance_over_the_mean() -> None:
    comparison = compare_quantities(first("124 people"), first("142 people"))

    assert comparison.gap == pytest.approx(18 / 133)


def test_distance_of_a_hedged_figure_is_the_least() -> None:
    hedged = compare_quantities(first("about 3.4 million euros"), first("4.3 million euros"))
    exact = compare_quantities(first("3.4 million euros"), first("4.3 million euros"))

    assert hedged.reason.endswith("cannot both hold: they are at least 15% apart")
    assert exact.reason.endswith("cannot both hold: they are 23% apart")


def test_krona_may_be_any_of_its_countries() -> None:
    unknown = Quantity(low=40e6, high=40e6, number=40e6, unit="krona")
    swedish = Quantity(low=40e6, high=40e6, number=40e6, unit="SEK")
    euro = Quantity(low=40e6, high=40e6, number=40e6, unit="EUR")

    assert compare_quantities(unknown, swedish).relation is Relation.SAME
    assert compare_quantities(unknown, euro).relation is Relation.INCOMPARABLE


def test_range_upside_down_is_refused() -> None:
    with pytest.raises(ValueError, match="low = 5 is above high = 3"):
        Quantity(low=5, high=3, number=4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("about six hours", "about 6 hours"),
        ("more than seven and a half hours", "more than 7.5 hours"),
        ("96 people", "96 people"),
        ("€184m", "€184 million"),
        ("a 35-minute talk", "35 minutes"),
        ("finished fourth", "4th"),
        ("two hours, six minutes and 41 seconds", "2 hours 6 minutes 41 seconds"),
        ("won in 2:06:41", "2:06:41"),
        ("40 million kronor a day", "40 million krona a day"),
        ("$15 an hour", "$15 an hour"),
        ("50 cents", "$0.50"),
        ("EUR 280-320m", "€280 million to 320 million"),
        ("9.4 per cent", "9.4%"),
        ("hundreds of people", "hundreds of people"),
        ("several hours", "several hours"),
        ("124 votes to 108", "124 votes to 108"),
        ("a 58-year-old man", "58 years old"),
        ("1,631 lb", "1,631 pounds"),
        ("41°C", "41 °C"),
        ("12 dead", "12 dead"),
        ("one man died", "1 man"),
        ("magnitude 6.1", "magnitude 6.1"),
    ],
)
def test_description_is_plain_english(text: str, words: str) -> None:
    assert describe_quantity(first(text)) == words
