"""Quotations and offices over two articles, as data."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from discrepancy import compare

CASES = Path(__file__).parents[1] / "cases"
KINDS = {"quotes": {"quote-wording", "quote-attribution"}, "roles": {"role"}}


def cases(group: str) -> list[Any]:
    return [
        pytest.param({"kind": "role", **case}, KINDS[file], id=f"{file}: {case['rule']}")
        for file in KINDS
        for case in tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))[group]
    ]


def findings(case: dict[str, Any], kinds: set[str]) -> list[tuple[str, str]]:
    report = compare(case["left"], case["right"])
    texts = {d.id: d.text for d in report.documents}
    for found in report.discrepancies:
        for position in found.positions:
            for passage in position.evidence:
                assert texts[passage.document][passage.start : passage.end] == passage.quote
    return [(d.kind.value, d.severity.value) for d in report.discrepancies if d.kind.value in kinds]


@pytest.mark.parametrize(("case", "kinds"), cases("flagged"))
def test_flagged(case: dict[str, Any], kinds: set[str]) -> None:
    assert findings(case, kinds) == [(case["kind"], case["severity"])]


@pytest.mark.parametrize(("case", "kinds"), cases("quiet"))
def test_quiet(case: dict[str, Any], kinds: set[str]) -> None:
    assert [f for f in findings(case, kinds) if f[1] != "info"] == []


def test_order_of_articles_changes_nothing() -> None:
    case = cases("flagged")[0].values[0]

    one = compare(case["left"], case["right"]).discrepancies
    other = compare(case["right"], case["left"]).discrepancies

    assert [d.kind for d in one] == [d.kind for d in other]
    assert {p.value for d in one for p in d.positions} == {p.value for d in other for p in d.positions}
