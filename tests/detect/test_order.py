"""Findings of kind order on pairs of articles; the cases are data."""

from typing import Any

import pytest

from .pairs import load_pairs, loud_findings


@pytest.mark.parametrize("case", load_pairs("order"), ids=lambda case: case["name"])
def test_flags_what_cannot_both_hold_and_nothing_else(case: dict[str, Any]) -> None:
    found = loud_findings(case, "order")

    assert bool(found) is case["flags"], [d.summary for d in found]


@pytest.mark.parametrize("case", load_pairs("order"), ids=lambda case: case["name"])
def test_evidence_stands_in_the_articles(case: dict[str, Any]) -> None:
    for finding in loud_findings(case, "order"):
        for position in finding.positions:
            for passage in position.evidence:
                assert case[passage.document][passage.start : passage.end] == passage.quote
