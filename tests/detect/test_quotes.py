"""Quotations of one utterance over two articles."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from discrepancy import compare

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "quotes.toml").read_text(encoding="utf-8"))
KINDS = {"quote-wording", "quote-attribution"}


def findings(case: dict[str, Any]) -> list[tuple[str, str]]:
    report = compare(case["left"], case["right"])
    texts = {d.id: d.text for d in report.documents}
    for found in report.discrepancies:
        for position in found.positions:
            for passage in position.evidence:
                assert texts[passage.document][passage.start : passage.end] == passage.quote
    return [(d.kind.value, d.severity.value) for d in report.discrepancies if d.kind.value in KINDS]


@pytest.mark.parametrize("case", CASES["flagged"], ids=lambda c: c["rule"])
def test_flagged(case: dict[str, Any]) -> None:
    assert findings(case) == [(case["kind"], case["severity"])]


@pytest.mark.parametrize("case", CASES["quiet"], ids=lambda c: c["rule"])
def test_quiet(case: dict[str, Any]) -> None:
    assert [f for f in findings(case) if f[1] != "info"] == []


def test_order_of_articles_changes_nothing() -> None:
    case = CASES["flagged"][0]

    one = compare(case["left"], case["right"]).discrepancies
    other = compare(case["right"], case["left"]).discrepancies

    assert [d.kind for d in one] == [d.kind for d in other]
    assert {p.value for d in one for p in d.positions} == {p.value for d in other for p in d.positions}
