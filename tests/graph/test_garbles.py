"""Which names stand for somebody whose name they are not: the rules are cases."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from discrepancy.graph import ClaimGraph

CASES = Path(__file__).parents[1] / "cases" / "garbles.toml"
BuildGraph = Callable[..., ClaimGraph]
DAY = date(2024, 6, 6)


def load_cases(group: str) -> list[dict[str, Any]]:
    """The cases that are recognised right, or those that are open as yet."""
    cases: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8")).get(group, [])
    return cases


def graph_of(case: dict[str, Any], claim_graph: BuildGraph) -> ClaimGraph:
    """The claim graph of the articles of a case."""
    days = case.get("days", [DAY] * len(case["articles"]))
    return claim_graph(
        [{"text": text, "published": day} for text, day in zip(case["articles"], days, strict=True)]
    )


def garbles_of(case: dict[str, Any], claim_graph: BuildGraph) -> list[str]:
    """The garbles as "form > full name"."""
    garbles = graph_of(case, claim_graph).garbles
    return sorted(f"{g.local.name.text} > {g.entity.label}" for g in garbles)


@pytest.mark.parametrize("case", load_cases("case"), ids=lambda case: case["rule"])
def test_garbled_names(case: dict[str, Any], claim_graph: BuildGraph) -> None:
    assert garbles_of(case, claim_graph) == case["garbles"]


def test_open_cases_are_recognised_wrongly_as_yet(claim_graph: BuildGraph) -> None:
    cases = load_cases("open")

    right = [c["rule"] for c in cases if garbles_of(c, claim_graph) == c["garbles"]]

    assert right == [], "make these cases"


def test_garbled_name_stands_for_the_person_from_then_on(claim_graph: BuildGraph) -> None:
    graph = graph_of(next(c for c in load_cases("case") if c["garbles"]), claim_graph)

    garble = graph.garbles[0]
    assert graph.cast.find(garble.local.document, garble.local.key) is garble.entity
