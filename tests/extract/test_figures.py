"""Which question a figure answers: the rules are cases."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from discrepancy.model.claims import Claim, Extraction
from discrepancy.values.quantities import Quantity

CASES = Path(__file__).parents[1] / "cases" / "figures.toml"
ExtractText = Callable[..., Extraction]


def load_cases(group: str) -> list[dict[str, Any]]:
    """The cases that are read right, or those that are open as yet."""
    cases: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8")).get(group, [])
    return cases


def claims_of(extraction: Extraction, number: float) -> list[Claim]:
    """The claims of one figure."""
    return [
        c
        for c in extraction.claims
        if isinstance(c.value, Quantity) and c.value.number == pytest.approx(number)
    ]


def described(extraction: Extraction, claim: Claim) -> dict[str, Any]:
    """A claim in the terms of the cases."""
    names = {e.key: e.name.text for e in extraction.entities}
    families = {e.id: e.family for e in extraction.events}
    return {
        "attribute": claim.attribute,
        "family": families.get(claim.event or "", ""),
        "counted": claim.counted or "",
        "scope": list(claim.scope),
        "subject": names.get(claim.subject, claim.subject),
        "source": names.get(claim.source or "", claim.source or ""),
        "positive": claim.positive,
    }


def wrong(case: dict[str, Any], extraction: Extraction) -> list[str]:
    """What is read otherwise than the case has it."""
    found = claims_of(extraction, case["number"] * case.get("unit", 1))
    if len(found) != case.get("claims", 1):
        return [f"{len(found)} claims"]
    return [
        f"{field}: {value!r}"
        for claim in found
        for field, value in described(extraction, claim).items()
        if field in case and value != case[field]
    ]


@pytest.mark.parametrize("case", load_cases("case"), ids=lambda case: case["rule"])
def test_figure_answers_its_question(case: dict[str, Any], extract_text: ExtractText) -> None:
    extraction = extract_text(case["text"])

    assert wrong(case, extraction) == []


def test_open_cases_are_read_wrongly_as_yet(extract_text: ExtractText) -> None:
    cases = load_cases("open")

    right = [case["rule"] for case in cases if not wrong(case, extract_text(case["text"]))]

    assert right == [], "make these cases"
