"""The news phrases: how many are read with the right value and unit, and with the right bounds."""

import math
import tomllib
from pathlib import Path
from typing import Any

from discrepancy.mentions.quantities import find_quantities
from discrepancy.values.quantities import Quantity

CASES = Path(__file__).parents[1] / "cases" / "quantities_news.toml"


def load_phrases() -> list[dict[str, Any]]:
    with CASES.open("rb") as file:
        return list(tomllib.load(file)["phrase"])


def find_phrase(case: dict[str, Any]) -> Quantity | None:
    """The quantity at the words of the case."""
    start = case["text"].index(case["words"])
    end = start + len(case["words"])
    for mention in find_quantities(case["text"]):
        if mention.start < end and start < mention.end:
            return mention.quantity
    return None


def is_value_right(case: dict[str, Any], found: Quantity | None) -> bool:
    if found is None or found.unit != case["unit"] or found.per != case.get("per"):
        return False
    if case["bounds"] not in ("vague", "range") and not math.isclose(
        found.number, case["value"], rel_tol=1e-4
    ):
        return False
    return bool(found.other == case.get("other") and case.get("counted", found.counted) == found.counted)


def is_bound_right(case: dict[str, Any], found: Quantity) -> bool:
    value, low, high = case.get("value", 0.0), found.low, found.high
    match case["bounds"]:
        case "exact":
            return low is not None and low == high == found.number
        case "about":
            return low is not None and high is not None and low < value < high
        case "at_least" | "more_than":
            return low == value and high is None and found.low_open is (case["bounds"] == "more_than")
        case "at_most" | "up_to":
            return high == value and not found.high_open and low == 0
        case "less_than":
            return high == value and found.high_open
        case "nearly" | "just_under":
            return low is not None and high == value and 0.5 * value < low < value
        case "just_over":
            return low == value and high is not None and value < high < 1.5 * value
        case "range":
            return bool(low == case["low"] and high == case["high"])
        case _:
            return (
                low is not None and high is not None and case["vague_low"] <= low < high <= case["vague_high"]
            )


def test_most_news_phrases_have_their_value_and_unit() -> None:
    cases = load_phrases()

    right = sum(is_value_right(case, find_phrase(case)) for case in cases)

    assert right / len(cases) >= 0.95


def test_most_news_phrases_have_their_bounds() -> None:
    pairs = [(case, find_phrase(case)) for case in load_phrases()]

    right = sum(
        is_value_right(case, found) and found is not None and is_bound_right(case, found)
        for case, found in pairs
    )

    assert right / len(pairs) >= 0.90
