"""Pairs of articles as data, one file a kind: what must be flagged, and what must stay quiet."""

from typing import Any

import pytest

from .pairs import load_pairs, loud_findings

KINDS = {"modality": "modality", "order": "order", "places": "place", "polarity": "polarity"}
CASES = [
    pytest.param(case, kind, id=f"{file}: {case['name']}")
    for file, kind in KINDS.items()
    for case in load_pairs(file)
]


@pytest.mark.parametrize(("case", "kind"), CASES)
def test_flags_what_cannot_both_hold_and_nothing_else(case: dict[str, Any], kind: str) -> None:
    found = loud_findings(case, kind)

    assert bool(found) is case["flags"], [d.summary for d in found]
    for finding in found:
        for position in finding.positions:
            for passage in position.evidence:
                assert case[passage.document][passage.start : passage.end] == passage.quote
